import { CallError } from '../contract';
import { type Known, type Said, unknownColumn, unknownTable } from '../sql/known-names';
import { Refusal } from '../sql/refusal';
import type { Token } from '../sql/tokens';
import { SqliteError } from './sqlite-process';

type Asked = Known & { tokens: readonly Token[] };

/** What SQLite says of a query, as a refusal with the place of what it names, or a CallError where a limit ended it. */
export function explainError(error: unknown, asked: Asked): Refusal | CallError {
  if (error instanceof Refusal || error instanceof CallError) return error;
  if (!(error instanceof SqliteError)) return new CallError({ code: 'unavailable', message: 'The file could not be asked.', retryable: true }, error);
  const { message } = error;
  const explain = EXPLANATIONS.find(([pattern]) => pattern.test(message));
  const match = explain?.[0].exec(message);
  const said = explain && match ? explain[1](match, asked) : { code: 'sql-error', message: sentence(message) };
  return new Refusal({ ...placeOf(match?.groups?.name, asked.tokens), ...said }, error);
}

const EXPLANATIONS: readonly [RegExp, (match: RegExpExecArray, asked: Asked) => Said][] = [
  [/no such column: (?<name>.+?)(?: - should this be a string literal.*)?$/, ({ groups }, asked) => unknownColumn(last(groups!.name!), asked)],
  [/no such table: (?<name>.+)$/, ({ groups }, { schema }) => unknownTable(last(groups!.name!), [...schema.keys()])],
  [/no such function: (?<name>.+)$/, ({ groups }) => ({ code: 'sql-unknown-function', message: `No function '${groups!.name}'.`, hint: FUNCTION_HINTS[groups!.name!.toLowerCase()] })],
  [/not authorized to use function: (?<name>.+)$/, ({ groups }) => ({ code: 'sql-not-read-only', message: `The function ${groups!.name} is not available here.` })],
  [/not authorized|prohibited|readonly|read-only/, () => ({ code: 'sql-not-read-only', message: 'Only what reads the tables of the binding may run here.' })],
  [/ambiguous column name: (?<name>.+)$/, ({ groups }) => ({ code: 'sql-ambiguous-column', message: `'${groups!.name}' is a column of several tables.`, hint: 'Write the table before it.' })],
  [/wrong number of arguments to function (?<name>\w+)/, ({ input }) => ({ code: 'sql-type', message: sentence(input) })],
  [/near "(?<name>.*)": syntax error|incomplete input|unrecognized token: "(?<other>.*)"/s, ({ input }) => ({ code: 'sql-syntax', message: sentence(input) })],
];

/** Names of other dialects. */
const FUNCTION_HINTS: Readonly<Record<string, string>> = {
  any: 'Use `in (${list})`.',
  to_char: "Use strftime('%Y-%m', column).",
  date_trunc: "Use date(column, 'start of month').",
  date_format: "Use strftime('%Y-%m', column).",
  now: "Use datetime('now').",
  date_diff: 'Subtract: julianday(b) - julianday(a).',
  datediff: 'Subtract: julianday(b) - julianday(a).',
  year: "Use strftime('%Y', column).",
  month: "Use strftime('%m', column).",
  greatest: 'Use max(a, b).',
  least: 'Use min(a, b).',
};

function last(name: string): string {
  return name.split('.').at(-1)!;
}

function sentence(message: string): string {
  const line = message.slice(0, 240);
  return `${line[0]?.toUpperCase() ?? ''}${line.slice(1)}${/[.!?]$/.test(line) ? '' : '.'}`;
}

/** SQLite names what it stumbles over and not where: the first place that has it. */
function placeOf(name: string | undefined, tokens: readonly Token[]): { offset?: number; length?: number } {
  if (name === undefined) return {};
  const plain = last(name).toLowerCase();
  const token = tokens.find((one) => one.name.toLowerCase() === plain || one.text.toLowerCase() === plain);
  return token ? { offset: token.start, length: token.text.length } : {};
}
