/** Names listed before it says how many more there are. */
const MOST_NAMES = 6;

/** `orders`, `orders and customers`, `a, b, c and 4 more`. */
export function listed(names: readonly string[]): string {
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES - 1), `${names.length - MOST_NAMES + 1} more`] : names;
  return shown.length < 2 ? (shown[0] ?? 'nothing') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
