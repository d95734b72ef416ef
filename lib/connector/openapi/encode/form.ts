import type { BodyContent } from '../request-plan';
import { textOf } from './flatten';
import { type Pair, pairsOf } from './pairs';
import { percentForm, percentReserved } from './percent';

/**
 * `application/x-www-form-urlencoded`: each field by its `encoding`. Without one a list is repeated and an object is JSON text, as
 * the specification has it.
 */
export function encodeForm(body: Readonly<Record<string, unknown>>, encoding: BodyContent['encoding']): string {
  return Object.entries(body)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => fieldPairs(name, value, Object.hasOwn(encoding, name) ? encoding[name]! : {}))
    .map((pair) => pair.join('='))
    .join('&');
}

function fieldPairs(name: string, value: unknown, { style, explode, allowReserved, contentType }: BodyContent['encoding'][string]): Pair[] {
  // Null is said by an empty value: whoever leaves a field out doesn't want to empty it.
  if (value === null) return [[percentForm(name), '']];
  if (style === undefined && explode === undefined && allowReserved === undefined) {
    const values = Array.isArray(value) && !contentType ? value : [value];
    return values.map((item) => [percentForm(name), percentForm(textOf(item))]);
  }
  const used = style ?? 'form';
  return pairsOf(name, value, { style: used, explode: explode ?? (used === 'form' || used === 'deepObject') }, allowReserved ? percentReserved : percentForm, percentForm);
}
