import { CallError } from '../contract';
import { MEMORY_LIMIT } from '../limits';
import { type Known, type Said, unknownColumn, unknownTable } from '../sql/known-names';
import { tokenLength } from '../sql/position';
import { Refusal } from '../sql/refusal';
import { caretOffset } from './position';

type Asked = Known & { sql: string };

/** What DuckDB says of a query, as a refusal with position and hint, or a CallError where a limit ended it. */
export function explainError(error: unknown, asked: Asked): Refusal | CallError {
  if (error instanceof Refusal || error instanceof CallError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('Out of Memory Error')) return outOfMemory(error);
  if (/^(INTERNAL|FATAL) Error|has been invalidated/.test(message)) return broken(error);
  const explain = EXPLANATIONS.find(([pattern]) => pattern.test(message));
  const match = explain?.[0].exec(message);
  const said = explain && match ? explain[1](match, asked) : { code: 'sql-error', message: firstSentence(message) };
  return new Refusal({ ...placeOf(message, match?.groups?.name, asked.sql), ...said }, error);
}

function outOfMemory(cause: unknown): CallError {
  return new CallError(
    { code: 'limit-memory', message: `The query needs more than the ${MEMORY_LIMIT} of memory it may use.`, hint: 'Filter or aggregate before joining and sorting, and select fewer columns.', retryable: false },
    cause,
  );
}

function broken(cause: unknown): CallError {
  return new CallError({ code: 'internal', message: 'The database failed on this query and starts anew.', hint: 'Write the query in another way.', retryable: true }, cause);
}

const EXPLANATIONS: readonly [RegExp, (match: RegExpExecArray, asked: Asked) => Said][] = [
  [/Referenced column "(?<name>[^"]+)" (?:not found|was not found)/, ([, name], asked) => unknownColumn(name!, asked)],
  [/does not have a column named "(?<name>[^"]+)"/, ([, name], asked) => unknownColumn(name!, asked)],
  [/column "(?<name>[^"]+)" does not exist|Column with name (?<other>\S+) does not exist/, ([, name, other], asked) => unknownColumn(name ?? other!, asked)],
  [/Referenced table "(?<name>[^"]+)" not found/, ([, name], { tables }) => unknownTable(name!, tables)],
  [/Table with name "?(?<name>[^"\n]+?)"? does not exist/, ([, name], { schema }) => unknownTable(name!, [...schema.keys()])],
  [/Ambiguous reference to column name "(?<name>[^"]+)" \(use: (.+)\)/, ([, name, use]) => ({ code: 'sql-ambiguous-column', message: `'${name}' is a column of several tables.`, hint: `Write ${use!.replaceAll('"', '')}.` })],
  [/Permission Error/, () => ({ code: 'sql-not-read-only', message: 'Files and the network can’t be read from a query.', hint: 'Read from the tables of the binding.' })],
  [/Function with name "?(?<name>\w+)"? does not exist/i, ([, name]) => ({ code: 'sql-unknown-function', message: `No function '${name}'.`, hint: FUNCTION_HINTS[name!.toLowerCase()] })],
  [/must appear in the GROUP BY/, (match) => ({ code: 'sql-error', message: firstSentence(match.input), hint: 'Add it to GROUP BY, or use any_value(…).' })],
  [/No function matches the given name and argument types '(?<call>[^']*)'/, ([, call]) => ({ code: 'sql-type', message: `No function or operator takes these types: ${call}.`, hint: 'Cast with `::`, for example `::double` or `::date`.' })],
  [/Cannot compare values of type (.+) and (.+) in IN\/ANY\/ALL clause/, ([, a, b]) => ({ code: 'sql-type', message: `${a} can’t be compared with ${b}.`, hint: 'Cast the list: `= any(${ids}::integer[])`, `= any(${days}::date[])`.' })],
  [/^(Conversion|Mismatch Type|Invalid Type|Out of Range) Error|Cannot compare values of type/, (match) => ({ code: 'sql-type', message: firstSentence(match.input) })],
  [/^Parser Error|syntax error/, (match) => ({ code: 'sql-syntax', message: firstSentence(match.input) })],
];

/** Names of other dialects that DuckDB doesn't know. */
const FUNCTION_HINTS: Readonly<Record<string, string>> = {
  to_char: "Use strftime(column, '%Y-%m').",
  date_format: "Use strftime(column, '%Y-%m').",
  getdate: 'Use current_date or now().',
  curdate: 'Use current_date.',
  dateadd: 'Add an interval: `day + interval 7 day`.',
  date_add: 'Add an interval: `day + interval 7 day`.',
  isnull: 'Use coalesce(a, b).',
  nvl: 'Use coalesce(a, b).',
  safe_divide: 'Use a / nullif(b, 0).',
};

/** DuckDB's own sentence without its kind, candidates and excerpt. */
function firstSentence(message: string): string {
  const sentence = message.replace(/^Failed to extract statements: /, '').replace(/^[\w ]+ Error: /, '').split('\n')[0]!.slice(0, 240);
  return `${sentence[0]?.toUpperCase() ?? ''}${sentence.slice(1)}${/[.!?]$/.test(sentence) ? '' : '.'}`;
}

/** The caret stands at the start of `o.regoin`; the wrong name is a little later. */
function placeOf(message: string, name: string | undefined, sql: string): { offset?: number; length?: number } {
  const caret = caretOffset(message, sql);
  if (caret === null) return {};
  const plain = name?.split('.').at(-1);
  const found = plain ? sql.indexOf(plain, Math.max(0, caret - 1)) : -1;
  const offset = found >= 0 && found - caret <= MAX_QUALIFIER_UNITS ? found : caret;
  return { offset, length: offset === found && plain ? plain.length : tokenLength(sql, offset) };
}

/** UTF-16 units of the longest `catalog.schema.table.` that is looked past. */
const MAX_QUALIFIER_UNITS = 200;
