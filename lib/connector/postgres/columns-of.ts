import { columnNames } from '../sql/column-names';
import { mayBeMissing, provedIn } from '../sql/nullability';
import type { QueryText, ResultColumns } from '../sql/sql-connector';
import type { Token } from '../sql/tokens';
import { withSelect } from '../sql/with-select';
import { type KnownDatabase, readerOf } from './known';
import { refuseFunctions } from './refuse-functions';
import { CURSOR, type Field, type Session } from './session';

/** Has a query parsed and no more: its columns with their TypeScript types. Throws a Refusal with what is wrong and where, or a CallError. */
export function columnsOf(session: Session, text: QueryText, known: KnownDatabase): Promise<ResultColumns> {
  return withSelect(text, readerOf(known), async ({ sql, tokens }) => {
    await refuseFunctions(session, tokens, known.columns);
    await session.parse(CURSOR + sql);
    // What may stand in a cursor is one SELECT, so that it can be parsed alone to hear of its columns.
    const { fields } = await session.parse(sql);
    return typed(fields, tokens, session, known);
  });
}

/** What can be null says so in its type. Of an expression that isn't known, and then the type is the plain one. */
async function typed(fields: readonly Field[], tokens: readonly Token[], session: Session, { types }: KnownDatabase): Promise<ResultColumns> {
  const names = columnNames(fields.map(({ name }) => name));
  const declared = await declaredNullability(session, fields);
  const proved = provedIn(tokens);
  const isCertain = !mayBeMissing(tokens);
  return fields.map((field, i) => {
    const { typescript } = types.form(field.dataTypeID);
    const nullable = proved.has(field.name) ? false : declared.get(`${field.tableID}.${field.columnID}`);
    return { name: names[i]!, type: nullable === true && typescript !== 'unknown' ? `${typescript} | null` : typescript, nullable: nullable !== false || !isCertain };
  });
}

/** Of columns of tables; a view doesn't say what can be null. */
async function declaredNullability(session: Session, fields: readonly Field[]): Promise<ReadonlyMap<string, boolean>> {
  const tables = [...new Set(fields.flatMap(({ tableID }) => (tableID > 0 ? [tableID] : [])))];
  if (tables.length === 0) return new Map();
  const rows = await session.ask(
    `select attrelid, attnum, attnotnull from pg_attribute join pg_class on pg_class.oid = attrelid where attrelid = any($1::oid[]) and attnum > 0 and relkind in ('r', 'p', 'f')`,
    [tables],
  );
  return new Map(rows.map(([table, column, notNull]) => [`${table}.${column}`, notNull !== 't']));
}
