import type { ParameterPlan } from '../request-plan';
import { flatten, isPresent, textOf } from './flatten';
import { percent } from './percent';

export type Style = Pick<ParameterPlan, 'style' | 'explode'>;

/** A name and its value, both encoded. */
export type Pair = [name: string, value: string];

const DELIMITERS: Partial<Record<ParameterPlan['style'], string>> = { spaceDelimited: '%20', pipeDelimited: '%7C', tabDelimited: '%09' };

/** One value as pairs, for queries, cookies and forms: `form`, the delimited styles, and `deepObject`. */
export function pairsOf(name: string, value: unknown, { style, explode }: Style, encode: (text: string) => string, encodeName = percent): Pair[] {
  if (style === 'deepObject') return deepPairs(name, value, encode, encodeName);
  const flat = flatten(value);
  if (!flat) return [];
  if (flat.kind === 'text') return [[encodeName(name), encode(flat.text)]];
  const delimiter = DELIMITERS[style] ?? ',';
  if (flat.kind === 'list') return explode ? flat.items.map((item) => [encodeName(name), encode(item)]) : [[encodeName(name), flat.items.map(encode).join(delimiter)]];
  if (explode) return flat.entries.map(([key, item]) => [encodeName(key), encode(item)]);
  return [[encodeName(name), flat.entries.flat().map(encode).join(delimiter)]];
}

/**
 * `filter[a][b]=1`, `items[0][price]=2`: the specification only knows one level; deeper ones are written as Stripe, Rails and PHP
 * read them. Null empties a field there.
 */
function deepPairs(name: string, value: unknown, encode: (text: string) => string, encodeName: (text: string) => string): Pair[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [[encodeName(name), encode(textOf(value))]];
  const entries = Array.isArray(value) ? value.filter(isPresent).entries() : Object.entries(value);
  return [...entries].flatMap(([key, item]) => deepPairs(`${name}[${key}]`, item, encode, encodeName));
}
