import { isForbiddenMarkup } from './forbidden';
import { apply } from './pristine';
import { replace, wrapMethod } from './replace';

type TrustedTypes = {
  createPolicy(name: string, rules: { createHTML(text: string): string; createScript(text: string): string }): unknown;
};

/** Methods that parse a text, with the place it has among their arguments. */
const PARSERS: Readonly<Record<string, number>> = {
  setHTML: 0,
  setHTMLUnsafe: 0,
  insertAdjacentHTML: 1,
  parseHTML: 0,
  parseHTMLUnsafe: 0,
};
const SETTERS = ['innerHTML', 'outerHTML'];
const HARMLESS = ['getHTML'];

/**
 * Reads every text that is about to be parsed as HTML or XML. Trusted Types' default policy sees only some of them (none
 * that an engine takes to be clean already), and not every engine has them, so setters and parsers are wrapped too.
 */
export function lockMarkup(): void {
  allowOwnPolicy();
  const holders: object[] = [Element.prototype, HTMLElement.prototype, Document.prototype, Document];
  if (typeof ShadowRoot !== 'undefined') holders.push(ShadowRoot.prototype, DocumentFragment.prototype);
  for (const holder of holders) lockHolder(holder);
  wrapParser(Range.prototype, 'createContextualFragment', 0);
  wrapParser(DOMParser.prototype, 'parseFromString', 0);
}

/** What the page's policy wants of every text. Where the engine has no Trusted Types, the wrappers do it alone. */
function allowOwnPolicy(): void {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  try {
    trustedTypes?.createPolicy('default', { createHTML: allowedMarkup, createScript: (text) => text });
  } catch {
    // The page's policy doesn't know this name.
  }
}

/** A member that mentions HTML and isn't known here is newer than this file: it is taken away. */
function lockHolder(holder: object): void {
  for (const name of Object.getOwnPropertyNames(holder)) {
    if (!/HTML|XML/.test(name) || HARMLESS.includes(name) || name.startsWith('xml')) continue;
    if (SETTERS.includes(name)) wrapSetter(holder, name);
    else if (PARSERS[name] !== undefined) wrapParser(holder, name, PARSERS[name]);
    else replace(holder, name, undefined);
  }
}

function allowedMarkup(text: string): string {
  if (isForbiddenMarkup(text)) throw new TypeError('This HTML holds a tag that isn’t allowed.');
  return text;
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
