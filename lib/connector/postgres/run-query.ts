import type { Query } from '../sql/arguments';
import { columnNames } from '../sql/column-names';
import { ResultRows } from '../sql/result-rows';
import { withSelect } from '../sql/with-select';
import { type KnownDatabase, readerOf } from './known';
import { refuseFunctions } from './refuse-functions';
import type { Session } from './session';

/** Runs one SELECT through a cursor and reads its rows in pieces, up to the limits. Throws a Refusal or a CallError. */
export function runQuery(session: Session, { sql, parameters }: Query, known: KnownDatabase): Promise<ResultRows> {
  return withSelect({ sql, count: parameters.length }, readerOf(known), async (select) => {
    await refuseFunctions(session, select.tokens, known.columns);
    await session.open(select.sql, parameters);
    return readRows(session, known);
  });
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
