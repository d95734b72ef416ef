import { createAfterTask } from '../guard/after-task';
import { isForbiddenTag } from './forbidden';
import { isGesture, isInDocument, linkAbove } from './native';
import { createNodeCount } from './nodes';
import { replace, wrapMethod } from './replace';

/** Forbids elements that load or navigate, and too many of them at once, writing the document anew, and clicks that no listener of ours would see. */
export function lockDocument(): void {
  for (const name of ['open', 'write', 'writeln', 'execCommand']) replace(Document.prototype, name, () => false);
  for (const name of ['requestStorageAccess', 'requestStorageAccessFor', 'browsingTopics', 'hasPrivateToken', 'createProcessingInstruction']) {
    if (name in Document.prototype) replace(Document.prototype, name, notAllowed(name));
  }
  const count = createNodeCount(createAfterTask());
  for (const [name, tagAt] of [['createElement', 0], ['createElementNS', 1]] as const) {
    wrapMethod(Document.prototype, name, (_, args, create) => {
      count();
      return create(withAllowedTag(args, tagAt));
    });
  }
  // A document of one's own has an element from the start, which another document can take over.
  wrapMethod(DOMImplementation.prototype, 'createDocument', (_, args, create) => {
    count();
    return create(args[1] === null || args[1] === undefined ? args : withAllowedTag(args, 1));
  });
  wrapMethod(Node.prototype, 'cloneNode', (_, args, clone) => {
    count();
    return clone(args);
  });
  // An element class of one's own may extend <link>, and `new` makes one of it.
  replace(CustomElementRegistry.prototype, 'define', notAllowed('customElements.define'));
  // What happens in a shadow root the window needn't hear of.
  replace(Element.prototype, 'attachShadow', notAllowed('attachShadow'));
  lockClicks();
  for (const name of ['requestFullscreen', 'webkitRequestFullscreen', 'webkitRequestFullScreen', 'mozRequestFullScreen', 'requestPointerLock', 'mozRequestPointerLock']) {
    if (name in Element.prototype) replace(Element.prototype, name, () => Promise.reject(new Error('Not allowed here.')));
  }
  removeOwn();
}

let onDetachedLink: (link: Element) => void = () => {};

/** Hears of links outside of the document that code has clicked: that is how programs save a file. */
export function hearDetachedLinks(listener: (link: Element) => void): void {
  onDetachedLink = listener;
}

function notAllowed(what: string): () => never {
  return () => {
    throw new TypeError(`${what} isn’t allowed.`);
  };
}

/** The tag is turned into text once, so that an object can't say one to us and another to the browser. */
function withAllowedTag(args: unknown[], at: number): unknown[] {
  const tag = `${args[at] as string}`;
  if (isForbiddenTag(tag)) throw new TypeError(`<${tag}> isn’t allowed.`);
  args[at] = tag;
  return args;
}

/**
 * A link outside of the document can be clicked by code, and no listener on the window hears of it. In the document an
 * event made by code can be one that no listener hears of either (stopped before it was sent) or that can't be prevented,
 * so none is sent to a link; `click()` makes its own, and that one is heard.
 */
function lockClicks(): void {
  wrapMethod(HTMLElement.prototype, 'click', (self, args, click) => {
    const link = linkAbove(self);
    return link && !isInDocument(self) ? onDetachedLink(link) : click(args);
  });
  wrapMethod(EventTarget.prototype, 'dispatchEvent', (self, args, dispatch) => (isGesture(args[0]) && linkAbove(self) ? false : dispatch(args)));
}

/** This document's own elements of the forbidden kinds have done their work; generated code could make them do another. */
function removeOwn(): void {
  for (const own of document.querySelectorAll('meta, script')) own.remove();
}
