import { apply } from '../lock/pristine';

/** Fields that look like a password's to a person or to a browser. A field that only calls itself one can't be told. */
const SECRET_FIELDS = 'input[type=password i], input[autocomplete*=password i], [style*=text-security i], [class*=text-security i]';

const { querySelector } = Document.prototype;
const { setTimeout: later } = globalThis;

/** What moves changes its style in every frame; it's looked at no oftener than this. */
const LOOK_MS = 100;

/** Says when a field for a password comes onto the page, and when the last one goes. */
export function watchPasswords(onChange: (shown: boolean) => void): void {
  let shown = false;
  let isDue = false;
  const look = () => {
    isDue = false;
    const now = apply(querySelector, document, [SECRET_FIELDS]) !== null;
    if (now !== shown) onChange((shown = now));
  };
  const lookSoon = () => {
    if (isDue) return;
    isDue = true;
    later(look, LOOK_MS);
  };
  new MutationObserver(lookSoon).observe(document, { subtree: true, childList: true, attributeFilter: ['type', 'autocomplete', 'style', 'class'] });
}
