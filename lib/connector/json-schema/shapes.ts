import type { Shape } from '../../binding/binding';
import { type JsonRecord, listOf } from './json-value';
import { MAX_ENUM_VALUES } from './limits';

type Literal = string | number | boolean | null;

/** A choice, flat and without doubles. */
export function union(options: readonly Shape[]): Shape {
  const flat: Shape[] = [];
  const seen = new Set<string>();
  const add = (shape: Shape): void => {
    if (shape.kind === 'union') return shape.of.forEach(add);
    const key = plainKey(shape);
    if (key === null || !seen.has(key)) flat.push(shape);
    if (key !== null) seen.add(key);
  };
  options.forEach(add);
  if (flat.some(({ kind }) => kind === 'unknown')) return { kind: 'unknown' };
  return flat.length === 1 ? flat[0]! : { kind: 'union', of: flat };
}

export function withNull(shape: Shape): Shape {
  if (shape.kind === 'literal') return shape.values.includes(null) ? shape : { kind: 'literal', values: [...shape.values, null] };
  return union([shape, { kind: 'null' }]);
}

/** Of what is cheap to compare; null for the rest. */
function plainKey(shape: Shape): string | null {
  switch (shape.kind) {
    case 'named':
      return `named ${shape.name}`;
    case 'list': {
      const of = plainKey(shape.of);
      return of === null ? null : `list ${of}`;
    }
    case 'object':
    case 'union':
    case 'all':
    case 'literal':
      return null;
    default:
      return 'format' in shape ? `${shape.kind} ${shape.format}` : shape.kind;
  }
}

/** Values of an enum; where they are too many, or objects, only what kind they are. */
export function literalOf(values: readonly unknown[]): Shape {
  const literals = [...new Set(values.filter(isLiteral))];
  const others = values.some((value) => !isLiteral(value));
  if (others) return { kind: 'unknown' };
  if (literals.length <= MAX_ENUM_VALUES) return { kind: 'literal', values: literals };
  return union([...new Set(literals.map((value) => typeof value))].map((type) => ({ kind: type === 'object' ? 'null' : type }) as Shape));
}

function isLiteral(value: unknown): value is Literal {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

/** A schema that has no structure of its own, so that its name would say less than itself. */
export function isScalar(schema: JsonRecord): boolean {
  if (['allOf', 'oneOf', 'anyOf', 'properties', 'items', '$ref'].some((key) => schema[key] !== undefined)) return false;
  const types = listOf(schema.type).length > 0 ? listOf(schema.type) : [schema.type];
  return types.every((type) => typeof type === 'string' && /^(string|number|integer|boolean|null)$/.test(type)) && listOf(schema.enum).length <= MAX_INLINE_VALUES;
}

/** An enum of so few values is written where it is used. */
const MAX_INLINE_VALUES = 8;

/**
 * Types that are nothing but each other (`A = B`, `B = A | null`) can't be declared: one place of each such circle becomes unknown.
 * A circle through a list or an object is none.
 */
export function breakAliasCycles(types: Record<string, Shape>): void {
  const done = new Set<string>();
  const open = new Set<string>();
  const visit = (shape: Shape): Shape => {
    if (shape.kind === 'union' || shape.kind === 'all') {
      const of = shape.of.map(visit);
      return of.every((part, i) => part === shape.of[i]) ? shape : { ...shape, of };
    }
    if (shape.kind !== 'named') return shape;
    if (open.has(shape.name) || open.size >= MAX_ALIAS_CHAIN) return { kind: 'unknown' };
    settle(shape.name);
    return shape;
  };
  const settle = (name: string): void => {
    if (done.has(name)) return;
    open.add(name);
    types[name] = visit(types[name]!);
    open.delete(name);
    done.add(name);
  };
  for (const name of Object.keys(types)) settle(name);
}

/** Names that stand only for another name, one after the other; longer chains are made to exhaust a stack. */
const MAX_ALIAS_CHAIN = 200;
