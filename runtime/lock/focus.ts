import { apply } from './pristine';
import { wrapMethod } from './replace';

/**
 * An interface may move the focus about in itself, but not take it from the page it stands in: someone may be writing the
 * next prompt there. A person brings the focus in, by a click or by Tab.
 */
export function lockFocus(): void {
  const { hasFocus } = Document.prototype;
  for (const kind of [HTMLElement, SVGElement, MathMLElement]) {
    wrapMethod(kind.prototype, 'focus', (_, args, focus) => (apply(hasFocus, document, []) ? focus(args) : undefined));
  }
  // A window that takes the focus takes it for what was focused in it last.
  wrapMethod(window, 'focus', () => undefined);
}
