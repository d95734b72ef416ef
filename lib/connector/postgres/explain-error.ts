import { CallError } from '../contract';
import { tooSlow } from '../sql/endings';
import { type Known, type Said, unknownColumn, unknownTable } from '../sql/known-names';
import { fromCodePoints, tokenLength } from '../sql/position';
import { Refusal } from '../sql/refusal';

type DatabaseError = { code: string; message: string; position?: string; hint?: string; severity: string };

/** `prefix` is what was put before the query. */
type Asked = Known & { sql: string; prefix: string };

/** What PostgreSQL says of a query, as a refusal with position and hint, or a CallError where a limit ended it. */
export function explainError(error: unknown, asked: Asked): Refusal | CallError {
  if (error instanceof Refusal || error instanceof CallError) return error;
  if (typeof (error as DatabaseError | null)?.severity !== 'string') {
    return new CallError({ code: 'unavailable', message: 'The connection to the database broke.', retryable: true }, error);
  }
  const { code, message, position, hint } = error as DatabaseError;
  if (code === '57014') return tooSlow();
  if (/^(53|57|08)/.test(code)) return new CallError({ code: code === '53200' ? 'limit-memory' : 'unavailable', message: 'The database could not run the query right now.', retryable: code !== '53200' }, error);
  const said = EXPLANATIONS.find(([codes]) => codes.test(code))?.[1]({ message, asked }) ?? { code: 'sql-error', message: sentence(message) };
  return new Refusal({ ...placeOf(position, asked), ...said, hint: said.hint ?? (hint && sentence(hint)) }, error);
}

type Told = { message: string; asked: Asked };

const EXPLANATIONS: readonly [RegExp, (told: Told) => Said][] = [
  [/^42703$/, ({ message, asked }) => unknownColumn(quoted(message), asked)],
  [/^42P01$/, ({ message, asked }) => (/FROM-clause/.test(message) ? unknownTable(quoted(message), asked.tables) : unknownTable(quoted(message), [...asked.schema.keys()]))],
  [/^42883$/, ({ message }) => unknownFunction(message)],
  [/^42702$/, ({ message }) => ({ code: 'sql-ambiguous-column', message: `'${quoted(message)}' is a column of several tables.`, hint: 'Write the table before it.' })],
  [/^42803$/, ({ message }) => ({ code: 'sql-error', message: sentence(message), hint: /must appear in the GROUP BY/.test(message) ? 'Add it to GROUP BY.' : undefined })],
  [/^(25006|42P11)$/, ({ message }) => ({ code: 'sql-not-read-only', message: `Only what reads may run here. ${sentence(message)}` })],
  [/^0A000$/, ({ message }) => ({ code: /DECLARE CURSOR|cursor/i.test(message) ? 'sql-not-read-only' : 'sql-error', message: /DECLARE CURSOR/.test(message) ? 'Only what reads may run here: no statement that changes data.' : sentence(message) })],
  [/^42501$/, ({ message }) => ({ code: 'sql-not-allowed', message: `The connection’s login may not do this: ${sentence(message)}` })],
  [/^(42804|42846|42P18|42725|22|21)/, ({ message }) => ({ code: 'sql-type', message: sentence(message), hint: /uuid|integer|date|timestamp|numeric/.test(message) ? 'Cast it: `${value}::int`, `${day}::date`.' : undefined })],
  [/^4260[1-3]$|^42P02$|^42000$/, ({ message }) => ({ code: 'sql-syntax', message: sentence(message) })],
];

/** Names of other dialects. */
const FUNCTION_HINTS: Readonly<Record<string, string>> = {
  strftime: "Use to_char(column, 'YYYY-MM').",
  date_format: "Use to_char(column, 'YYYY-MM').",
  date_diff: 'Subtract: `extract(epoch from b - a) / 86400`.',
  datediff: 'Subtract: `extract(epoch from b - a) / 86400`.',
  ifnull: 'Use coalesce(a, b).',
  nvl: 'Use coalesce(a, b).',
  year: 'Use extract(year from column).',
  month: 'Use extract(month from column).',
  quarter: 'Use extract(quarter from column).',
  median: 'Use percentile_cont(0.5) within group (order by column).',
  list: 'Use array_agg(column).',
};

/** `function strftime(timestamp, unknown) does not exist`, or an operator that doesn't take these types. */
function unknownFunction(message: string): Said {
  const [, call, name] = /^function (([\w."]+)\(.*\)) (?:does not exist|is not unique)/.exec(message) ?? [];
  if (!name) return { code: 'sql-type', message: sentence(message), hint: 'Cast with `::`, for example `::int` or `::date`.' };
  const hint = Object.hasOwn(FUNCTION_HINTS, name) ? FUNCTION_HINTS[name] : undefined;
  return hint ? { code: 'sql-unknown-function', message: `No function '${name}'.`, hint } : { code: KNOWN_FUNCTIONS.test(name) ? 'sql-type' : 'sql-unknown-function', message: `No function ${call}.`, hint: 'Look at its name and cast its arguments with `::`.' };
}

/** Whose name is right, so that it can only be the types. */
const KNOWN_FUNCTIONS = /^(sum|avg|min|max|count|round|abs|lower|upper|length|substring|date_trunc|to_char|extract|coalesce)$/;

/** `column "regoin" does not exist`, `column o.regoin does not exist`, `relation "x" does not exist`. */
function quoted(message: string): string {
  return (/"([^"]+)"/.exec(message)?.[1] ?? /(?:column|relation) (\S+) /.exec(message)?.[1] ?? message).split('.').at(-1)!.replaceAll('"', '');
}

function sentence(message: string): string {
  const line = message.split('\n')[0]!.slice(0, 240);
  return `${line[0]?.toUpperCase() ?? ''}${line.slice(1)}${/[.!?]$/.test(line) ? '' : '.'}`;
}

/** It counts characters from 1. At `o.regoin` it points at the `o`; the wrong name is a little later. */
function placeOf(position: string | undefined, { sql, prefix }: Asked): { offset?: number; length?: number } {
  if (!position) return {};
  const start = fromCodePoints(prefix + sql, Number(position) - 1) - prefix.length;
  if (start < 0 || start > sql.length) return {};
  const qualified = /^(?:[\w$]+|"[^"]*")\s*\.\s*(?=[\w"])/.exec(sql.slice(start))?.[0].length ?? 0;
  const offset = Math.min(start + qualified, Math.max(0, sql.length - 1));
  return { offset, length: tokenLength(sql, offset) };
}
