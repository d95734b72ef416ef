import { FORBIDDEN_TAGS, localTag } from './forbidden';
import { replace, wrapMethod } from './replace';

/** Forbids elements that load or navigate, writing the document anew, and clicks that no listener of ours would see. */
export function lockDocument(): void {
  for (const name of ['open', 'write', 'writeln', 'execCommand']) replace(Document.prototype, name, () => false);
  wrapMethod<[unknown, ...unknown[]]>(Document.prototype, 'createElement', (_, [tag, ...rest], create) => create(allowedTag(tag), ...rest));
  wrapMethod<[unknown, unknown, ...unknown[]]>(Document.prototype, 'createElementNS', (_, [space, tag, ...rest], create) =>
    create(space, allowedTag(tag), ...rest),
  );
  lockDetachedLinks();
  for (const name of ['requestFullscreen', 'webkitRequestFullscreen', 'requestPointerLock']) {
    if (name in Element.prototype) replace(Element.prototype, name, () => Promise.reject(new Error('Not allowed here.')));
  }
}

/** Read once, so that an object can't say one tag to us and another to the browser. */
function allowedTag(given: unknown): string {
  const tag = String(given);
  if (FORBIDDEN_TAGS.has(localTag(tag))) throw new TypeError(`<${tag}> isn’t allowed.`);
  return tag;
}

/** A link outside of the document can be clicked by code, and no listener on the window hears of it. */
function lockDetachedLinks(): void {
  const isDetachedLink = (node: unknown) => node instanceof Element && /^(a|area)$/i.test(node.localName) && !node.isConnected;
  wrapMethod(HTMLElement.prototype, 'click', (self, args, click) => (isDetachedLink(self) ? undefined : click(...args)));
  wrapMethod(EventTarget.prototype, 'dispatchEvent', (self, args, dispatch) => (isDetachedLink(self) ? false : dispatch(...args)));
}
