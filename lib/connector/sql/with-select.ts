import type { CallError } from '../contract';
import { readSelect, type SelectText } from './read-select';
import type { Refusal } from './refusal';
import type { QueryText } from './sql-connector';
import type { TokenDialect } from './tokens';

/** How a database's dialect is read, and what its errors mean of a query. */
export type SelectReader = { dialect: TokenDialect; explain(error: unknown, select: SelectText): Refusal | CallError };

/** Reads a query as one SELECT and does something with it. Throws a Refusal in the words of `explain`, or a CallError where a limit ended it. */
export async function withSelect<T>({ sql, count }: QueryText, { dialect, explain }: SelectReader, work: (select: SelectText) => Promise<T>): Promise<T> {
  let select: SelectText = { sql, tokens: [] };
  try {
    select = readSelect(sql, count, dialect);
    return await work(select);
  } catch (error) {
    throw explain(error, select);
  }
}
