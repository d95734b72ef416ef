import { isForbiddenMarkup } from './forbidden';
import { apply } from './pristine';
import { wrapMethod } from './replace';

type TrustedTypes = {
  createPolicy(name: string, rules: { createHTML(text: string): string; createScript(text: string): string }): unknown;
};

/**
 * Reads every text that is about to be parsed as HTML. Where the engine has Trusted Types, its default policy sees them
 * all; elsewhere the setters and parsers are wrapped one by one.
 */
export function lockMarkup(): void {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (trustedTypes) {
    try {
      trustedTypes.createPolicy('default', { createHTML: allowedMarkup, createScript: (text) => text });
      return;
    } catch {
      // The page's policy doesn't know this name; then the wrappers do it.
    }
  }
  wrapMarkupMethods();
}

function allowedMarkup(text: string): string {
  if (isForbiddenMarkup(text)) throw new TypeError('This HTML holds a tag that isn’t allowed.');
  return text;
}

function wrapMarkupMethods(): void {
  wrapSetter(Element.prototype, 'innerHTML');
  wrapSetter(Element.prototype, 'outerHTML');
  if (typeof ShadowRoot !== 'undefined') {
    wrapSetter(ShadowRoot.prototype, 'innerHTML');
    wrapParser(ShadowRoot.prototype, 'setHTMLUnsafe', 0);
  }
  wrapParser(Element.prototype, 'setHTMLUnsafe', 0);
  wrapParser(Element.prototype, 'insertAdjacentHTML', 1);
  wrapParser(Range.prototype, 'createContextualFragment', 0);
  wrapParser(DOMParser.prototype, 'parseFromString', 0);
  wrapParser(Document, 'parseHTMLUnsafe', 0);
}

function wrapParser(target: object, name: string, textAt: number): void {
  wrapMethod(target, name, (_, args, parse) => {
    args[textAt] = allowedMarkup(`${args[textAt] as string}`);
    return parse(args);
  });
}

function wrapSetter(target: object, name: string): void {
  const { get, set } = Object.getOwnPropertyDescriptor(target, name) ?? {};
  if (!get || !set) return;
  Object.defineProperty(target, name, {
    get,
    set(this: unknown, text: unknown) {
      apply(set, this, [text === null ? '' : allowedMarkup(`${text as string}`)]);
    },
    configurable: false,
  });
}
