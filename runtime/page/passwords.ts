import { apply } from '../lock/pristine';

/** Fields that look like a password's to a person or to a browser. A field that only calls itself one can't be told. */
const SECRET_FIELDS = 'input[type=password i], input[autocomplete*=password i], [style*=text-security i], [class*=text-security i]';

const { querySelector } = Document.prototype;

/** Says when a field for a password comes onto the page, and when the last one goes. */
export function watchPasswords(onChange: (shown: boolean) => void): void {
  let shown = false;
  const look = () => {
    const now = apply(querySelector, document, [SECRET_FIELDS]) !== null;
    if (now !== shown) onChange((shown = now));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['type', 'autocomplete'] });
}
