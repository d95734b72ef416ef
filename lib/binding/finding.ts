import type { Shape } from './binding';
import { nearestName } from './nearest';
import { shapeWords } from './shape-words';
import { kindOf, quote, type ValueProblem } from './value-problem';

/**
 * What was found while a value is compared, and how near the value came: of a union the member that fits best tells
 * its problem. Words are only made of the one that is told, since most are of members that weren't meant.
 */
export type Finding = {
  path: string;
  nearness: number;
  message(): string;
  /** The first that has something to say is told. */
  hints?: readonly Hint[];
};

type Hint = () => string | undefined;

export function tell({ path, message, hints }: Finding): ValueProblem {
  const hint = firstOf(hints ?? []);
  return hint === undefined ? { path, message: message() } : { path, message: message(), hint };
}

function firstOf(hints: readonly Hint[]): string | undefined {
  return hints.reduce<string | undefined>((said, hint) => said ?? hint(), undefined);
}

export function mismatch(shape: Shape, value: unknown, path: string, said = kindOf(value)): Finding {
  return { path, nearness: 0, message: () => `expected ${shapeWords(shape)}, got ${said}` };
}

export function notLiteral(shape: Extract<Shape, { kind: 'literal' }>, value: unknown, path: string): Finding {
  return {
    path,
    // A wrong discriminator tells that another member of the union was meant: it counts for less than anything else in there.
    nearness: -0.5,
    message: () => `expected ${shapeWords(shape)}, got ${sayScalar(value)}`,
    hints: typeof value === 'string' ? [() => didYouMean(value, shape.values.filter((other) => typeof other === 'string'))] : [],
  };
}

/** The value is of no member's kind: all of them are named, with what one of them thinks was meant. */
export function notMember(shape: Shape, value: unknown, path: string, hints: readonly Hint[]): Finding {
  return { path, nearness: 0, message: () => `expected ${shapeWords(shape)}, got ${firstOf(hints) === undefined ? kindOf(value) : sayScalar(value)}`, hints };
}

/** Hints of a union's members that are kept: what is found within a union can be as much as there are steps. */
const MAX_HINTS = 8;

export function addHints(hints: readonly Hint[], more: readonly Hint[] | undefined): readonly Hint[] {
  return more && more.length > 0 && hints.length < MAX_HINTS ? [...hints, ...more].slice(0, MAX_HINTS) : hints;
}

export function unknownField(name: string, path: string, known: ReadonlySet<string>, value: object): Finding {
  const free = () => [...known].filter((other) => !Object.hasOwn(value, other));
  return { path, nearness: 1, message: () => `there is no field ${quote(name)}`, hints: [() => didYouMean(name, free()) ?? listed(known)] };
}

export function missingField(name: string, shape: Shape, path: string): Finding {
  return { path, nearness: 1, message: () => `${quote(name)} is missing (${shapeWords(shape)})` };
}

/** UTF-16 units of a name that is compared with others, which takes time by its square, and names that it's compared with. */
const MAX_NAME_UNITS = 60;
const MAX_COMPARED = 2000;

function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const nearest = nearestName(word.slice(0, MAX_NAME_UNITS), candidates.slice(0, MAX_COMPARED).filter(({ length }) => length <= MAX_NAME_UNITS));
  return nearest === null ? undefined : `Did you mean ${quote(nearest)}?`;
}

/** Fields that a hint lists. */
const MAX_LISTED = 12;

function listed(known: ReadonlySet<string>): string | undefined {
  if (known.size === 0) return undefined;
  return `Known are ${[...known].slice(0, MAX_LISTED).map(quote).join(', ')}${known.size > MAX_LISTED ? ', …' : ''}.`;
}

function sayScalar(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : kindOf(value);
}
