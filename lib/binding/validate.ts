import type { Shape } from './binding';
import { addHints, type Finding, mismatch, missingField, notLiteral, notMember, tell, unknownField } from './finding';
import { type Fields, indexFields, knownFields } from './known-fields';
import { findForeign } from './plain-json';
import { fieldPath, type ValueProblem } from './value-problem';

/** Comparisons of one validation: unions of recursive types could otherwise take time without end. */
export const MAX_STEPS = 500_000;

/** Values of a literal that are looked through in the time of one step. */
const LITERALS_A_STEP = 100;

/**
 * Compares a value with a shape: null, or the first problem with its path and the nearest right name. Types are checked the way
 * TypeScript does it: fields beyond the known ones are a problem unless there is a `rest`; of a union or an `all`, a field
 * is known where any member knows it. Only own properties count, and undefined ones are absent.
 */
export function validate(shape: Shape, value: unknown, types: Readonly<Record<string, Shape>>): ValueProblem | null {
  const foreign = findForeign(value);
  if (foreign) return foreign;
  const found = new Validation(types).check(shape, value, '', 'closed', []);
  return found && tell(found);
}

/** `open` leaves fields that aren't known to whoever asks for the whole of a union or an `all`. */
type Mode = 'closed' | 'open';

type ObjectShape = Extract<Shape, { kind: 'object' }>;

class Validation {
  readonly #types: Readonly<Record<string, Shape>>;
  readonly #fields = new Map<ObjectShape, Fields>();
  #steps = 0;

  constructor(types: Readonly<Record<string, Shape>>) {
    this.#types = types;
  }

  /** `within` are the names being looked at for this very value: a type that is only itself has no values. */
  check(shape: Shape, value: unknown, path: string, mode: Mode, within: readonly string[]): Finding | null {
    if (++this.#steps > MAX_STEPS) return { path, nearness: Number.MAX_SAFE_INTEGER, message: () => 'too large for its type to be checked' };
    switch (shape.kind) {
      case 'unknown': return null;
      case 'null': return value === null ? null : mismatch(shape, value, path);
      case 'string': case 'boolean': case 'number': return typeof value === shape.kind ? null : mismatch(shape, value, path);
      case 'integer': return Number.isInteger(value) ? null : mismatch(shape, value, path, typeof value === 'number' ? 'a fraction' : undefined);
      case 'bytes': return typeof value === 'string' && isBase64(value) ? null : mismatch(shape, value, path, typeof value === 'string' ? 'other text' : undefined);
      case 'literal': return this.#literal(shape, value, path);
      case 'list': return this.#list(shape, value, path);
      case 'object': return this.#object(shape, value, path, mode);
      case 'named': return this.#named(shape, value, path, mode, within);
      case 'union': return this.#first(shape, value, path, mode, within);
      case 'all': return this.#every(shape, value, path, mode, within);
    }
  }

  #literal(shape: Extract<Shape, { kind: 'literal' }>, value: unknown, path: string): Finding | null {
    this.#steps += shape.values.length / LITERALS_A_STEP;
    return (shape.values as unknown[]).includes(value) ? null : notLiteral(shape, value, path);
  }

  #list(shape: Extract<Shape, { kind: 'list' }>, value: unknown, path: string): Finding | null {
    if (!Array.isArray(value)) return mismatch(shape, value, path);
    for (let i = 0; i < value.length; i++) {
      const found = this.check(shape.of, value[i], `${path}[${i}]`, 'closed', []);
      if (found) return nearer(found);
    }
    return null;
  }

  #object(shape: ObjectShape, value: unknown, path: string, mode: Mode): Finding | null {
    if (!isObject(value)) return mismatch(shape, value, path);
    const { byName, required } = this.#fieldsOf(shape);
    const isLiteral = (name: string) => byName.get(name)?.shape.kind === 'literal';
    // What tells the members of a union apart comes first, so that the mistake is looked for in the one that was meant.
    for (const [name, item] of presentEntries(value).sort(([a], [b]) => Number(isLiteral(b)) - Number(isLiteral(a)))) {
      const itemShape = byName.get(name)?.shape ?? shape.rest;
      const found = itemShape && this.check(itemShape, item, fieldPath(path, name), 'closed', []);
      if (found) return nearer(found);
    }
    const unknown = mode === 'closed' ? this.#unknownField(shape, value, path) : null;
    if (unknown) return unknown;
    const missing = required.find(({ name }) => !Object.hasOwn(value, name) || value[name] === undefined);
    return missing ? missingField(missing.name, missing.shape, path) : null;
  }

  #named(shape: Extract<Shape, { kind: 'named' }>, value: unknown, path: string, mode: Mode, within: readonly string[]): Finding | null {
    if (!Object.hasOwn(this.#types, shape.name)) return null;
    if (within.includes(shape.name)) return mismatch(shape, value, path);
    return this.check(this.#types[shape.name]!, value, path, mode, [...within, shape.name]);
  }

  #first(shape: Extract<Shape, { kind: 'union' }>, value: unknown, path: string, mode: Mode, within: readonly string[]): Finding | null {
    let best: Finding | null = null;
    let hints: NonNullable<Finding['hints']> = [];
    for (const member of shape.of) {
      const found = this.check(member, value, path, 'open', within);
      if (!found) return mode === 'closed' ? this.#unknownField(shape, value, path) : null;
      if (!best || found.nearness > best.nearness) best = found;
      hints = addHints(hints, found.hints);
    }
    return best && best.nearness > 0 ? best : notMember(shape, value, path, hints);
  }

  #every(shape: Extract<Shape, { kind: 'all' }>, value: unknown, path: string, mode: Mode, within: readonly string[]): Finding | null {
    for (const member of shape.of) {
      const found = this.check(member, value, path, 'open', within);
      if (found) return found;
    }
    return mode === 'closed' ? this.#unknownField(shape, value, path) : null;
  }

  #unknownField(shape: Shape, value: unknown, path: string): Finding | null {
    if (!isObject(value)) return null;
    const known = this.#known(shape);
    const name = known && presentEntries(value).find(([name]) => !known.has(name))?.[0];
    return typeof name === 'string' ? unknownField(name, path, known!, value) : null;
  }

  readonly #knownOf = new Map<Shape, ReadonlySet<string> | null>();

  #known(shape: Shape): ReadonlySet<string> | null {
    if (!this.#knownOf.has(shape)) this.#knownOf.set(shape, knownFields(shape, this.#types));
    return this.#knownOf.get(shape)!;
  }

  #fieldsOf(shape: ObjectShape): Fields {
    const fields = this.#fields.get(shape) ?? indexFields(shape.fields);
    this.#fields.set(shape, fields);
    return fields;
  }
}

function nearer(found: Finding): Finding {
  return { ...found, nearness: found.nearness + 1 };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function presentEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
