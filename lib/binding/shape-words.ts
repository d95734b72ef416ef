import type { Shape } from './binding';

/** Members of a union or values of a literal that a message lists: the rest doesn't help to find a mistake. */
const MAX_LISTED = 8;

/** A shape in a few words, for `expected …`. Doesn't look into names: their types may be long, or cycles. */
export function shapeWords(shape: Shape): string {
  switch (shape.kind) {
    case 'unknown': return 'a value';
    case 'bytes': return 'base64 text';
    case 'literal': return list(shape.values.map((value) => (typeof value === 'string' ? `'${value.slice(0, 40)}'` : String(value))), ' | ');
    case 'named': return shape.name;
    case 'union': return list([...new Set(shape.of.slice(0, MAX_LISTED + 1).map(shapeWords))], ' | ');
    case 'all': return list(shape.of.slice(0, MAX_LISTED + 1).map(shapeWords), ' & ');
    default: return shape.kind;
  }
}

function list(words: string[], separator: string): string {
  return words.length > MAX_LISTED ? [...words.slice(0, MAX_LISTED), '…'].join(separator) : words.join(separator);
}
