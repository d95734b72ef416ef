import type { Shape } from '../../../binding/binding';

type Types = Readonly<Record<string, Shape>>;

/** Names that lead to names, and parts in parts: deeper ones are a cycle. */
const MAX_STEPS = 20;

/** Whether a value of this shape is base64 text that stands for bytes. Where it may as well be text, it's text. */
export function isBytes(shape: Shape, types: Types, steps = 0): boolean {
  if (steps > MAX_STEPS) return false;
  if (shape.kind === 'named') return Object.hasOwn(types, shape.name) && isBytes(types[shape.name]!, types, steps + 1);
  if (shape.kind === 'all') return shape.of.some((part) => isBytes(part, types, steps + 1));
  if (shape.kind === 'union') return shape.of.some((part) => isBytes(part, types, steps + 1)) && !shape.of.some((part) => part.kind === 'string');
  return shape.kind === 'bytes';
}

/** The shape of an object's field, wherever it's declared; of a list, its items'. */
export function fieldShape(shape: Shape, name: string, types: Types, steps = 0): Shape | null {
  if (steps > MAX_STEPS) return null;
  if (shape.kind === 'named') return Object.hasOwn(types, shape.name) ? fieldShape(types[shape.name]!, name, types, steps + 1) : null;
  if (shape.kind === 'object') return shape.fields.find((field) => field.name === name)?.shape ?? shape.rest ?? null;
  if (shape.kind !== 'all' && shape.kind !== 'union') return null;
  for (const part of shape.of) {
    const found = fieldShape(part, name, types, steps + 1);
    if (found) return found;
  }
  return null;
}

export function itemShape(shape: Shape, types: Types, steps = 0): Shape | null {
  if (steps > MAX_STEPS) return null;
  if (shape.kind === 'named') return Object.hasOwn(types, shape.name) ? itemShape(types[shape.name]!, types, steps + 1) : null;
  if (shape.kind === 'union') return shape.of.map((part) => itemShape(part, types, steps + 1)).find((found) => found !== null) ?? null;
  return shape.kind === 'list' ? shape.of : null;
}
