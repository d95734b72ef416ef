import type { Field, Shape } from './binding';

type Types = Readonly<Record<string, Shape>>;

export type Fields = { byName: ReadonlyMap<string, Field>; required: readonly Field[] };

export function indexFields(fields: readonly Field[]): Fields {
  return { byName: new Map(fields.map((field) => [field.name, field])), required: fields.filter(({ required }) => required) };
}

/** The names of all fields that any part of a shape knows; null where others are allowed beside them. */
export function knownFields(shape: Shape, types: Types): Set<string> | null {
  const known = new Set<string>();
  const seen = new Set<string>();
  const collect = (shape: Shape): boolean => {
    if (shape.kind === 'object') for (const { name } of shape.fields) known.add(name);
    if (shape.kind === 'object') return shape.rest === undefined;
    if (shape.kind === 'union' || shape.kind === 'all') return shape.of.every(collect);
    if (shape.kind !== 'named') return shape.kind !== 'unknown';
    if (seen.has(shape.name)) return true;
    seen.add(shape.name);
    return Object.hasOwn(types, shape.name) && collect(types[shape.name]!);
  };
  return collect(shape) ? known : null;
}
