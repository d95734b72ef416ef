import type { Query } from '../sql/arguments';
import { columnNames } from '../sql/column-names';
import { namedIn } from '../sql/known-names';
import { readSelect } from '../sql/read-select';
import { Refusal } from '../sql/refusal';
import { ResultRows } from '../sql/result-rows';
import { explainError } from './explain-error';
import type { KnownDatabase } from './known';
import { refuseFunctions } from './refuse-functions';
import { CURSOR, type Session } from './session';

/** Runs one SELECT through a cursor and reads its rows in pieces, up to the limits. Throws a CallError. */
export async function runQuery(session: Session, { sql: joined, parameters }: Query, known: KnownDatabase): Promise<ResultRows> {
  let named = namedIn([], known.schema);
  let sql = joined;
  try {
    const select = readSelect(joined, parameters.length, 'PostgreSQL');
    ({ sql } = select);
    named = namedIn(select.tokens, known.schema);
    await refuseFunctions(session, select.tokens, known.columns);
    await session.open(sql, parameters);
    return await readRows(session, known);
  } catch (error) {
    const explained = explainError(error, { ...named, sql, prefix: CURSOR });
    throw explained instanceof Refusal ? explained.toCallError() : explained;
  }
}

async function readRows(session: Session, { types }: KnownDatabase): Promise<ResultRows> {
  const read = new ResultRows();
  for (;;) {
    const { fields, rows, isLast } = await session.fetch();
    const names = columnNames(fields.map(({ name }) => name));
    const forms = fields.map(({ dataTypeID }) => types.form(dataTypeID));
    for (const row of rows) read.add(Object.fromEntries(row.map((value, i) => [names[i]!, value === null ? null : forms[i]!.toJson(value)])));
    if (isLast) return read;
  }
}
