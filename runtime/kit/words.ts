/** Written in capitals when they stand in a key. */
const ABBREVIATIONS = new Set(['id', 'ip', 'url', 'sku', 'vat', 'api', 'csv', 'usd', 'eur', 'gbp', 'mrr', 'arr', 'kpi', 'ltv', 'aov', 'html', 'http', 'uuid', 'roi', 'b2b', 'b2c']);

/** A key in words: `first_order_at` is "First order at", `customerId` is "Customer ID". Of what isn't a key, words begin with a capital too. */
export function inWords(key: string): string {
  if (!/^[\w$-]+$/.test(key)) return asWord(key);
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_$-]+/)
    .filter(Boolean)
    .map((word) => (ABBREVIATIONS.has(word.toLowerCase()) ? word.toUpperCase() : word === word.toUpperCase() && word.length > 1 ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text === '' ? key : text.charAt(0).toUpperCase() + text.slice(1);
}

/** “small business” is written “Small business”, as a legend has it; what has capitals, digits or signs is somebody's own spelling. */
export function asWord(text: string): string {
  return /^\p{Ll}{2}[\p{Ll} ]*$/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
