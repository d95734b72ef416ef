import type { Item } from './link';

const SCOPES = new Set(['only', 'just', 'for', 'in', 'within', 'from', 'among', 'of', 'everything', 'all', 'during']);

/**
 * "For 2026: revenue per month and orders by region", "in Germany, …": words in front that narrow all that follows. Gives how many items
 * they are, the break behind them not counted; 0 where there are none.
 */
export function scopeLength(items: readonly Item[]): number {
  const [colon, first] = [/^:$/, /^[:,]$/].map((mark) => items.findIndex((item) => item.mark?.is === 'break' && mark.test(item.text)));
  // "Canada, France and Brazil side by side: …"
  return scopeTo(items, colon ?? -1) || scopeTo(items, first ?? -1);
}

function scopeTo(items: readonly Item[], end: number): number {
  if (end <= 0 || end === items.length - 1) return 0;
  const head = items.slice(0, end);
  const isNarrow = (item: Item) => item.period !== null || item.mark?.is === 'recurs' || (!item.mark && item.links[0]?.name.kind === 'value');
  const isBeside = (item: Item) => item.mark?.is === 'filler' || item.mark?.is === 'only' || item.mark?.is === 'all' || item.mark?.is === 'relation' || (item.mark?.is === 'style' && item.mark.style === 'grouped') || (item.mark?.is === 'break' && item.mark.strength === 'soft' && item.text !== ':') || (item.mark?.is === 'bucket' && item.mark.adverb) || (!item.mark && item.links[0]?.name.kind === 'entity');
  if (!head.some(isNarrow) || !head.every((item) => isNarrow(item) || isBeside(item))) return 0;
  const [first] = head;
  const isTime = head.every((item) => item.period !== null || item.mark?.is === 'recurs' || item.mark?.is === 'filler' || item.mark?.is === 'bucket');
  const isLed = first !== undefined && (isTime || SCOPES.has(first.lower) || first.mark?.is === 'only' || (first.period !== null && /^(in|for|during|from)/.test(first.lower)));
  // After a comma a table in front is what the list begins with: "open tickets, …".
  return items[end]?.text === ':' || (isLed && !head.some((item) => !item.mark && item.links[0]?.name.kind === 'entity')) ? end : 0;
}
