import { createAfterTask } from '../guard/after-task';
import { isForbiddenTag } from './forbidden';
import { createNodeCount } from './nodes';
import { lowerCase } from './pristine';
import { pin, replace, wrapMethod } from './replace';

/** Forbids elements that load or navigate, and too many of them at once, writing the document anew, and clicks that no listener of ours would see. */
export function lockDocument(): void {
  for (const name of ['open', 'write', 'writeln', 'execCommand']) replace(Document.prototype, name, () => false);
  const count = createNodeCount(createAfterTask());
  for (const [name, tagAt] of [['createElement', 0], ['createElementNS', 1]] as const) {
    wrapMethod(Document.prototype, name, (_, args, create) => {
      count();
      return create(withAllowedTag(args, tagAt));
    });
  }
  wrapMethod(Node.prototype, 'cloneNode', (_, args, clone) => {
    count();
    return clone(args);
  });
  lockDetachedLinks();
  for (const name of ['requestFullscreen', 'webkitRequestFullscreen', 'requestPointerLock']) {
    if (name in Element.prototype) replace(Element.prototype, name, () => Promise.reject(new Error('Not allowed here.')));
  }
  // The listeners that stop links and forms use these.
  pin(Event.prototype, ['preventDefault', 'composedPath']);
  pin(Element.prototype, ['hasAttribute', 'hasAttributeNS', 'getAttribute', 'getAttributeNS', 'closest']);
}

/** The tag is turned into text once, so that an object can't say one to us and another to the browser. */
function withAllowedTag(args: unknown[], at: number): unknown[] {
  const tag = `${args[at] as string}`;
  if (isForbiddenTag(tag)) throw new TypeError(`<${tag}> isn’t allowed.`);
  args[at] = tag;
  return args;
}

/** A link outside of the document can be clicked by code, and no listener on the window hears of it. */
function lockDetachedLinks(): void {
  wrapMethod(HTMLElement.prototype, 'click', (self, args, click) => (isDetachedLink(self) ? undefined : click(args)));
  wrapMethod(EventTarget.prototype, 'dispatchEvent', (self, args, dispatch) => (isDetachedLink(self) ? false : dispatch(args)));
}

function isDetachedLink(node: unknown): boolean {
  if (!(node instanceof Element) || node.isConnected) return false;
  const tag = lowerCase(node.localName);
  return tag === 'a' || tag === 'area';
}
