import { refuseLocksAndInto, refusedName } from '../sql/read-select';
import type { Token } from '../sql/tokens';
import type { Session } from './session';

/** Functions that PostgreSQL calls volatile and that change nothing: chance, clocks, ways to take a sample. */
const HARMLESS: ReadonlySet<string> = new Set(['random', 'random_normal', 'gen_random_uuid', 'clock_timestamp', 'timeofday', 'system', 'bernoulli']);

/** Functions that PostgreSQL doesn't call volatile, and that read a table or run a query which is given as a text. */
const READERS = /^((table|schema|database)_to_xml.*|crosstab.*|connectby|xpath_table|currtid2?|pg_get_.*|pg_stat_get_.*|pg_show_.*)$/;

/**
 * Refuses names of functions that do more than reckon: those that PostgreSQL has down as volatile. They are refused wherever they
 * stand, since `(x).name` and `x.name` call a function too; only the name of a column may stand where it isn't called.
 * @throws Refusal
 */
export async function refuseFunctions(session: Session, tokens: readonly Token[], columns: ReadonlySet<string>): Promise<void> {
  const odd = tokens.find(({ kind }) => kind === 'odd');
  if (odd) throw refusedName(odd, 'Names can’t be written with escapes (U&"…") here.', 'Write the name as it is.');
  refuseLocksAndInto(tokens);
  const names = tokens.filter(({ kind, name }, i) => (kind === 'name' || kind === 'quoted') && !HARMLESS.has(name) && !isColumn(tokens, i, columns));
  const refused = await volatileAmong(session, [...new Set(names.flatMap(({ name }) => foldings(name)))]);
  const reader = names.find(({ name }) => READERS.test(name));
  if (reader) throw refusedName(reader, `The function ${reader.name} is not available here.`, 'Read from the tables of the binding.');
  const token = names.find(({ name }) => foldings(name).some((folding) => refused.has(cut(folding))));
  if (token) throw refusedName(token, `The function ${token.name} is not available here.`, 'Only functions that change nothing may be called: the database calls this one volatile.');
}

function isColumn(tokens: readonly Token[], i: number, columns: ReadonlySet<string>): boolean {
  return columns.has(tokens[i]!.name) && tokens[i + 1]?.text !== '(' && !(tokens[i - 1]?.text === '.' && tokens[i - 2]?.text === ')');
}

async function volatileAmong(session: Session, names: readonly string[]): Promise<ReadonlySet<string | null>> {
  const rows = await session.ask(`select distinct proname from pg_catalog.pg_proc where proname = any($1::name[]) and provolatile = 'v'`, [names]);
  return new Set(rows.map(([name]) => name!));
}

/** A name as the server may have folded it: in UTF-8 only letters of ASCII, in encodings of one byte others too. */
export function foldings(name: string): string[] {
  return [...new Set([name, name.toLowerCase()])];
}

/** Bytes of a name that PostgreSQL looks at. */
const NAME_BYTES = 63;

function cut(name: string): string {
  return Buffer.byteLength(name) <= NAME_BYTES ? name : Buffer.from(name).subarray(0, NAME_BYTES).toString();
}
