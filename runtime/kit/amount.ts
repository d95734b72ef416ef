/** What stands for a number in data. Decimals of a database come as text. */
export type Amount = number | bigint | string | null | undefined;

/** A finite number, or null for whatever isn't one. An empty text isn't 0. */
export function toNumber(value: unknown): number | null {
  if (typeof value === 'bigint') return Number(value);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
