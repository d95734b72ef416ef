import { z } from 'zod';
import { CallError, type SqlArgs } from '../contract';
import { MAX_PARAMETER_UNITS, MAX_PARAMETERS, MAX_SQL_UNITS } from '../limits';

/** What may stand in `${…}`. Several values at once are for `= any(${list})`. */
export type Parameter = string | number | boolean | null | string[] | number[];

export type Query = { sql: string; parameters: Parameter[] };

const shape = z.object({ text: z.array(z.string()).min(1).max(MAX_PARAMETERS + 1), values: z.array(z.unknown()).max(MAX_PARAMETERS) });

/** Reads the arguments of `sql`. Throws a CallError that says what is wrong with them. */
export function readQuery(args: unknown): Query {
  const { text, values } = readText(args);
  if (values.length !== text.length - 1) throw badArguments(`A query of ${text.length} pieces needs ${text.length - 1} values, not ${values.length}.`);
  return { sql: joinText(text), parameters: values.map(readParameter) };
}

/** Reads the text alone: a check runs without values. */
export function readText(args: unknown): SqlArgs {
  const parsed = shape.safeParse(args);
  if (!parsed.success) throw badArguments('A query is { text: string[], values: unknown[] }.');
  const units = parsed.data.text.reduce((sum, piece) => sum + piece.length, 0);
  if (units > MAX_SQL_UNITS) throw badArguments(`A query has at most ${MAX_SQL_UNITS} characters.`, 'Pass long texts and lists as values.');
  return parsed.data;
}

/** The pieces with `$1`, `$2`, … between them. */
export function joinText(text: readonly string[]): string {
  return text.map((piece, i) => (i === 0 ? piece : `$${i}${piece}`)).join('');
}

function readParameter(value: unknown, index: number): Parameter {
  if (value === undefined) return null;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  if (isScalar(value)) return value;
  if (Array.isArray(value) && value.length <= MAX_SQL_UNITS && value.every(isScalar)) {
    return value.every((item) => typeof item === 'number') ? value : value.map(String);
  }
  throw badArguments(`Value $${index + 1} of the query is ${whatIs(value)}.`, 'Pass texts, numbers, true/false, null, ISO dates, or a list of texts or numbers.');
}

function isScalar(value: unknown): value is string | number | boolean | null {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.length <= MAX_PARAMETER_UNITS;
  return typeof value === 'boolean' || value === null;
}

function whatIs(value: unknown): string {
  if (typeof value === 'number') return 'not a finite number';
  if (typeof value === 'string') return `longer than ${MAX_PARAMETER_UNITS} characters`;
  if (Array.isArray(value)) return 'a list of more than texts and numbers';
  return value instanceof Date ? 'not a valid date' : `of type ${typeof value}`;
}

function badArguments(message: string, hint?: string): CallError {
  return new CallError({ code: 'bad-arguments', message, hint, retryable: false });
}
