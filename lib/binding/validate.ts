import type { Field, Shape } from './binding';
import { nearestName } from './nearest';
import { findForeign } from './plain-json';
import { shapeWords } from './shape-words';
import { fieldPath, kindOf, quote, type ValueProblem } from './value-problem';

/** Comparisons of one validation: unions of recursive types could otherwise take time without end. */
export const MAX_STEPS = 500_000;

/**
 * Compares a value with a shape: null, or the first problem with its path and the nearest right name. Types are checked the way
 * TypeScript does it: fields beyond the known ones are a problem unless there is a `rest`; of a union or an `all`, a field
 * is known where any member knows it. Only own properties count, and undefined ones are absent.
 */
export function validate(shape: Shape, value: unknown, types: Readonly<Record<string, Shape>>): ValueProblem | null {
  return findForeign(value) ?? new Validation(types).check(shape, value, '', 'closed', []);
}

/** `open` leaves fields that aren't known to whoever asks for the whole of a union or an `all`. */
type Mode = 'closed' | 'open';

/** What is found, and how near the value came: the member of a union that fits best tells its problem. */
type Found = ValueProblem & { nearness: number };

class Validation {
  readonly #types: Readonly<Record<string, Shape>>;
  #steps = 0;

  constructor(types: Readonly<Record<string, Shape>>) {
    this.#types = types;
  }

  /** `within` are the names being looked at for this very value: a type that is only itself has no values. */
  check(shape: Shape, value: unknown, path: string, mode: Mode, within: readonly string[]): Found | null {
    if (++this.#steps > MAX_STEPS) return found(path, 'too large for its type to be checked', Number.MAX_SAFE_INTEGER);
    switch (shape.kind) {
      case 'unknown': return null;
      case 'null': return value === null ? null : mismatch(shape, value, path);
      case 'string': case 'boolean': return typeof value === shape.kind ? null : mismatch(shape, value, path);
      case 'number': return typeof value === 'number' ? null : mismatch(shape, value, path);
      case 'integer': return Number.isInteger(value) ? null : mismatch(shape, value, path, typeof value === 'number' ? 'a fraction' : undefined);
      case 'bytes': return typeof value === 'string' && isBase64(value) ? null : mismatch(shape, value, path, typeof value === 'string' ? 'other text' : undefined);
      case 'literal': return (shape.values as unknown[]).includes(value) ? null : notLiteral(shape, value, path);
      case 'list': return this.#list(shape.of, value, path);
      case 'object': return this.#object(shape, value, path, mode);
      case 'named': return this.#named(shape, value, path, mode, within);
      case 'union': return this.#first(shape, value, path, mode, within);
      case 'all': return this.#every(shape, value, path, mode, within);
    }
  }

  #list(item: Shape, value: unknown, path: string): Found | null {
    if (!Array.isArray(value)) return mismatch({ kind: 'list', of: item }, value, path);
    for (let i = 0; i < value.length; i++) {
      const problem = this.check(item, value[i], `${path}[${i}]`, 'closed', []);
      if (problem) return nearer(problem);
    }
    return null;
  }

  #object(shape: Extract<Shape, { kind: 'object' }>, value: unknown, path: string, mode: Mode): Found | null {
    if (!isObject(value)) return mismatch(shape, value, path);
    const fields = new Map(shape.fields.map((field) => [field.name, field]));
    const kindOfField = (name: string) => fields.get(name)?.shape.kind;
    // What tells the members of a union apart comes first, so that the mistake is looked for in the one that was meant.
    const entries = presentEntries(value).sort(([a], [b]) => Number(kindOfField(b) === 'literal') - Number(kindOfField(a) === 'literal'));
    for (const [name, item] of entries) {
      const shapeOfItem = fields.get(name)?.shape ?? shape.rest;
      const problem = shapeOfItem && this.check(shapeOfItem, item, fieldPath(path, name), 'closed', []);
      if (problem) return nearer(problem);
    }
    return (mode === 'closed' ? this.#unknownField(shape, value, path) : null) ?? missingField(shape.fields, value, path);
  }

  #named(shape: Extract<Shape, { kind: 'named' }>, value: unknown, path: string, mode: Mode, within: readonly string[]): Found | null {
    if (!Object.hasOwn(this.#types, shape.name)) return null;
    if (within.includes(shape.name)) return mismatch(shape, value, path);
    return this.check(this.#types[shape.name]!, value, path, mode, [...within, shape.name]);
  }

  #first(shape: Extract<Shape, { kind: 'union' }>, value: unknown, path: string, mode: Mode, within: readonly string[]): Found | null {
    let best: Found | null = null;
    let hint: string | undefined;
    for (const member of shape.of) {
      const problem = this.check(member, value, path, 'open', within);
      if (!problem) return mode === 'closed' ? this.#unknownField(shape, value, path) : null;
      if (!best || problem.nearness > best.nearness) best = problem;
      hint ??= problem.hint;
    }
    if (best && best.nearness > 0) return best;
    // The value is of no member's kind: all of them are named.
    return { ...mismatch(shape, value, path, hint && typeof value === 'string' ? quote(value) : undefined), hint };
  }

  #every(shape: Extract<Shape, { kind: 'all' }>, value: unknown, path: string, mode: Mode, within: readonly string[]): Found | null {
    for (const member of shape.of) {
      const problem = this.check(member, value, path, 'open', within);
      if (problem) return problem;
    }
    return mode === 'closed' ? this.#unknownField(shape, value, path) : null;
  }

  #unknownField(shape: Shape, value: unknown, path: string): Found | null {
    if (!isObject(value)) return null;
    const known = new Map<string, Field>();
    if (!this.#collect(shape, known, new Set())) return null;
    for (const [name] of presentEntries(value)) {
      if (known.has(name)) continue;
      const nearest = nearestName(name.slice(0, MAX_NAME_UNITS), [...known.keys()].filter((other) => !Object.hasOwn(value, other)));
      const hint = nearest ? `Did you mean ${quote(nearest)}?` : known.size > 0 ? `Known are ${[...known.keys()].slice(0, 12).map(quote).join(', ')}${known.size > 12 ? ', …' : ''}.` : undefined;
      return { ...found(path, `there is no field ${quote(name)}`, 1), hint };
    }
    return null;
  }

  /** All fields that any part of a shape knows; false where others are allowed. */
  #collect(shape: Shape, known: Map<string, Field>, seen: Set<string>): boolean {
    if (shape.kind === 'object') for (const field of shape.fields) known.set(field.name, field);
    if (shape.kind === 'object') return shape.rest === undefined;
    if (shape.kind === 'union' || shape.kind === 'all') return shape.of.every((member) => this.#collect(member, known, seen));
    if (shape.kind !== 'named') return shape.kind !== 'unknown';
    if (seen.has(shape.name)) return true;
    seen.add(shape.name);
    return Object.hasOwn(this.#types, shape.name) && this.#collect(this.#types[shape.name]!, known, seen);
  }
}

/** UTF-16 units of a name that is compared with others; finding the nearest takes time by its square. */
const MAX_NAME_UNITS = 60;

function missingField(fields: readonly Field[], value: object, path: string): Found | null {
  const missing = fields.find(({ name, required }) => required && (!Object.hasOwn(value, name) || (value as Record<string, unknown>)[name] === undefined));
  return missing ? found(path, `${quote(missing.name)} is missing (${shapeWords(missing.shape)})`, 1) : null;
}

function notLiteral(shape: Extract<Shape, { kind: 'literal' }>, value: unknown, path: string): Found {
  const said = typeof value === 'string' ? quote(value) : typeof value === 'number' || typeof value === 'boolean' ? String(value) : kindOf(value);
  const nearest = typeof value === 'string' ? nearestName(value.slice(0, MAX_NAME_UNITS), shape.values.filter((other) => typeof other === 'string')) : null;
  // A wrong discriminator tells that another member of the union was meant, so it counts for less than anything else in there.
  return { ...found(path, `expected ${shapeWords(shape)}, got ${said}`, -0.5), hint: nearest === null ? undefined : `Did you mean ${quote(nearest)}?` };
}

function mismatch(shape: Shape, value: unknown, path: string, said = kindOf(value)): Found {
  return found(path, `expected ${shapeWords(shape)}, got ${said}`, 0);
}

function found(path: string, message: string, nearness: number): Found {
  return { path, message, nearness };
}

function nearer(problem: Found): Found {
  return { ...problem, nearness: problem.nearness + 1 };
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
