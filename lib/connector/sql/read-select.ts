import { Refusal } from './refusal';
import { type Token, type TokenDialect, tokensOf } from './tokens';

/** A query that may be one SELECT: its words, and its text without the semicolon at its end. */
export type SelectText = { sql: string; tokens: readonly Token[] };

/** Words that a query which reads begins with. */
const BEGINNINGS = new Set(['select', 'with', 'values', 'table']);

/**
 * Reads the text that was joined by `$1` to `$count` and refuses what can't be one SELECT with these values. It is the first look
 * only, for words that say what is wrong; what a database does is decided by its own parser, its transaction and its login.
 */
export function readSelect(joined: string, count: number, dialect: TokenDialect): SelectText {
  const all = tokensOf(joined, dialect);
  const end = all.findIndex(({ text }) => text === ';');
  const tokens = end < 0 ? all : all.slice(0, end);
  const first = tokens.find(({ text }) => text !== '(');
  if (!first) throw new Refusal({ code: 'sql-syntax', message: 'The query is empty.' });
  if (first.kind === 'name' && !BEGINNINGS.has(first.name)) throw notSelect(first);
  const next = end < 0 ? undefined : all.slice(end).find(({ text }) => text !== ';');
  if (next) throw new Refusal({ ...placeOf(next), code: 'sql-not-read-only', message: 'Only one statement may run at a time.', hint: 'Write one SELECT; use WITH for steps.' });
  if (dialect === 'SQLite') refuseVariables(tokens);
  checkParameters(tokens, joined, count);
  return { sql: end < 0 ? joined : joined.slice(0, all[end]!.start), tokens };
}

/** Statements that a person may mean in earnest; anything else is a misspelt one. */
const STATEMENTS = new Set(
  'abort alter analyze analyse attach begin call change checkpoint close cluster comment commit copy create deallocate declare delete describe desc detach discard do drop end execute exec explain fetch flush grant handler import insert install kill listen load lock merge move notify optimize pragma prepare purge reassign refresh reindex release rename repair replace reset revoke rollback savepoint security set show shutdown start truncate unlisten unlock update use vacuum xa'.split(' '),
);

function notSelect(first: Token): Refusal {
  if (!STATEMENTS.has(first.name)) return new Refusal({ ...placeOf(first), code: 'sql-syntax', message: `A query begins with SELECT, not with ${first.text.slice(0, 40)}.` });
  return new Refusal({ ...placeOf(first), code: 'sql-not-read-only', message: `Only a SELECT may run here, not ${first.text.toUpperCase()}.` });
}

/** A value inside quotes or a comment is no parameter, and `$2` in the text would be one that nobody gave. */
function checkParameters(tokens: readonly Token[], sql: string, count: number): void {
  const names = tokens.flatMap(({ kind, text }) => (kind === 'parameter' ? [text] : []));
  const missing = Array.from({ length: count }, (_, i) => `$${i + 1}`).find((name) => !names.includes(name));
  if (missing !== undefined) throw quotedValue(sql, missing);
  const extra = names.find((name, i) => names.indexOf(name) !== i || !/^\$[1-9]\d*$/.test(name) || Number(name.slice(1)) > count);
  if (extra !== undefined) throw new Refusal({ code: 'sql-error', message: `The parameter ${extra} has no value.`, hint: 'Write values as ${…}; $1 and ? can’t be used.' });
}

/** SQLite takes what stands in brackets right behind a value for a part of its name. */
function refuseVariables(tokens: readonly Token[]): void {
  const odd = tokens.find(({ kind }) => kind === 'odd');
  if (odd) throw new Refusal({ ...placeOf(odd), code: 'sql-not-read-only', message: 'Variables can’t be used here, and right behind a ${…} stands no letter, bracket or colon.', hint: 'Write values as ${…}, with a space behind.' });
}

export function quotedValue(sql: string, parameter: string): Refusal {
  const offset = sql.indexOf(parameter);
  return new Refusal({
    code: 'sql-error',
    message: 'A ${…} inside quotes or a comment is not a value of the query.',
    hint: "Write it outside: `name like '%' || ${word} || '%'`.",
    ...(offset >= 0 && { offset, length: parameter.length }),
  });
}

export function placeOf({ start, text }: Token): { offset: number; length: number } {
  return { offset: start, length: text.length };
}

/** A name that may not stand in a query, at its place. */
export function refusedName(token: Token, message: string, hint?: string): Refusal {
  return new Refusal({ ...placeOf(token), code: 'sql-not-read-only', message, hint });
}

/** Refuses words of a lock, an assignment or an export, which some dialects allow in a SELECT: FOR UPDATE, INTO. */
export function refuseLocksAndInto(tokens: readonly Token[]): void {
  tokens.forEach((token, i) => {
    const next = tokens[i + 1]?.name;
    if (token.kind !== 'name' || tokens[i - 1]?.text === '.') return;
    if (token.name === 'into') throw refusedName(token, 'A query may not write its result INTO something.');
    if (token.name === 'for' && (next === 'update' || next === 'share' || next === 'no' || next === 'key')) throw refusedName(token, 'A query may not lock rows.');
  });
}
