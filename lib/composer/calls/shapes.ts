import type { ApiBinding, Field, Shape } from '../../binding/binding';

type Types = ApiBinding['types'];

/** Names that lead to names that lead to names. */
const MAX_NAMES = 20;

/** A shape without its name, and without the null that it may also be. */
export function plainShape(shape: Shape, types: Types): { shape: Shape; nullable: boolean } {
  let now = shape;
  let nullable = false;
  for (let step = 0; step < MAX_NAMES; step++) {
    if (now.kind === 'named') {
      if (!Object.hasOwn(types, now.name)) return { shape: { kind: 'unknown' }, nullable };
      now = types[now.name]!;
    } else if (now.kind === 'literal' && now.values.includes(null)) {
      nullable = true;
      now = { kind: 'literal', values: now.values.filter((value) => value !== null) };
    } else if (now.kind === 'union' && now.of.some(isNull)) {
      nullable = true;
      now = { kind: 'union', of: now.of.filter((each) => !isNull(each)) };
    } else if (now.kind === 'union' && now.of.length === 1) now = now.of[0]!;
    else break;
  }
  return { shape: now, nullable };
}

function isNull(shape: Shape): boolean {
  return shape.kind === 'null' || (shape.kind === 'literal' && shape.values.length > 0 && shape.values.every((value) => value === null));
}

/** The fields of an object, of several at once too; null for what is no object. */
export function fieldsOf(shape: Shape, types: Types, depth = 0): readonly Field[] | null {
  const { shape: plain } = plainShape(shape, types);
  if (plain.kind === 'object') return plain.fields;
  if (plain.kind !== 'all' || depth > MAX_NAMES) return null;
  const parts = plain.of.map((part) => fieldsOf(part, types, depth + 1));
  if (parts.some((part) => part === null)) return null;
  const byName = new Map<string, Field>();
  for (const field of parts.flatMap((part) => part ?? [])) byName.set(field.name, { ...field, required: field.required || (byName.get(field.name)?.required ?? false) });
  return [...byName.values()];
}
