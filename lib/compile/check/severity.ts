import type { Diagnostic } from '../../program/program';

/**
 * TypeScript is stricter than a one-off interface needs. What would break or mislead when it runs is an error and
 * costs a round of repair; what is merely imprecise is a warning. Every code that is not in this table is an error.
 */
const WARNINGS: ReadonlyMap<number, string> = new Map([
  [2344, 'A type does not fit a constraint: types are gone when it runs'],
  [2578, 'An unused @ts-expect-error'],
  [2774, 'A function tested for truth instead of called: mostly a harmless guard'],
  [4104, 'Readonly given where mutable is expected'],
  [7005, 'Implicit any: a variable'],
  [7006, 'Implicit any: a parameter'],
  [7008, 'Implicit any: a member'],
  [7010, 'Implicit any: a return type'],
  [7011, 'Implicit any: a function expression’s return type'],
  [7015, 'Implicit any: an index that is not a number'],
  [7016, 'Implicit any: a module without types'],
  [7018, 'Implicit any: a property of a literal'],
  [7019, 'Implicit any: a rest parameter'],
  [7022, 'Implicit any: refers to itself'],
  [7023, 'Implicit any: a return type that refers to itself'],
  [7024, 'Implicit any: a function expression that refers to itself'],
  [7027, 'Unreachable code'],
  [7031, 'Implicit any: a destructured parameter'],
  [7034, 'Implicit any: a variable of several types'],
  [7053, 'A lookup by any string in an object of known keys: gives undefined at worst'],
  [18046, 'Used though it is unknown: the type is missing, not the value'],
]);

/** What is said at the bottom of an assignability error, where the values fit although the types don't. */
const HARMLESS: readonly RegExp[] = [
  // The value's type is not known, which says nothing about the value.
  /^(Type|Argument of type) '(unknown|\{\})' is not assignable /,
  // A string where one of a few strings is expected, as every select's onValueChange gives it.
  /^(Type|Argument of type) 'string' is not assignable to (type|parameter of type) '(SetStateAction<)?("[^"]*"( \| )?)+( \| (null|undefined))*>?'/,
  // null where a prop may be left out, and the other way round.
  /^Type 'null' is not assignable to type '.* \| undefined'/,
  /^Type 'undefined' is not assignable to type '.* \| null'/,
  /is 'readonly' and cannot be assigned to the mutable type/,
];

/** `bottom` is the last message of the chain; `inType` is true where the finding lies inside of a type. */
export function severityOf(code: number, bottom: string, inType: boolean): Diagnostic['severity'] {
  if (code < 2000) return 'error'; // Syntax: it can't even be stripped.
  if (inType || WARNINGS.has(code) || HARMLESS.some((pattern) => pattern.test(bottom))) return 'warning';
  return 'error';
}
