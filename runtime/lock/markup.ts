import { FORBIDDEN_MARKUP } from './forbidden';
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
  if (FORBIDDEN_MARKUP.test(text)) throw new TypeError('This HTML holds a tag that isn’t allowed.');
  return text;
}

function wrapMarkupMethods(): void {
  wrapSetter(Element.prototype, 'innerHTML');
  wrapSetter(Element.prototype, 'outerHTML');
  if (typeof ShadowRoot !== 'undefined') wrapSetter(ShadowRoot.prototype, 'innerHTML');
  wrapMethod<[unknown, unknown]>(Element.prototype, 'insertAdjacentHTML', (_, [where, text], insert) => insert(where, allowedMarkup(String(text))));
  wrapMethod<[unknown]>(Element.prototype, 'setHTMLUnsafe', (_, [text, ...rest], set) => set(allowedMarkup(String(text)), ...rest));
  wrapMethod<[unknown]>(Range.prototype, 'createContextualFragment', (_, [text], parse) => parse(allowedMarkup(String(text))));
  wrapMethod<[unknown, unknown]>(DOMParser.prototype, 'parseFromString', (_, [text, type], parse) => parse(allowedMarkup(String(text)), type));
}

function wrapSetter(target: object, name: string): void {
  const { get, set } = Object.getOwnPropertyDescriptor(target, name) ?? {};
  if (!get || !set) return;
  Object.defineProperty(target, name, {
    get,
    set(this: unknown, text: unknown) {
      Reflect.apply(set, this, [text === null ? '' : allowedMarkup(String(text))]);
    },
    configurable: false,
  });
}
