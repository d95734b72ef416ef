import type { TableRead } from '../contract';
import type { Parameter } from '../sql/arguments';
import { columnNames } from '../sql/column-names';
import { columnsNamed } from '../sql/columns-named';
import { provedIn } from '../sql/nullability';
import type { SelectText } from '../sql/read-select';
import { ResultRows } from '../sql/result-rows';
import type { ResultColumns } from '../sql/sql-connector';
import type { Token } from '../sql/tokens';
import { refuseFunctions } from './refuse-functions';
import type { Session } from './session';
import { formOf, type ResultField, withMarks } from './values';

/** Of all tables that the login sees those whose name a query has, and their schema's where that isn't the one it's connected to; with the columns they have now. */
const NAMED = `
  select t.table_schema, t.table_name, c.column_name
  from information_schema.tables t left join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
  where (lower(t.table_name) in (?) or t.table_name in (?)) and (t.table_schema = database() or lower(t.table_schema) in (?) or t.table_schema in (?)) order by 1, 2, c.ordinal_position`;

/**
 * What a query reads, tables by their names in the binding. The server doesn't tell them, so whatever is named like a table counts
 * as that table, an alias too: rather one too many than one too few.
 */
export async function readTables(session: Session, { sql, tokens }: SelectText, database: string): Promise<TableRead[]> {
  refuseFunctions(tokens);
  await session.prepare(withMarks(sql, tokens).sql);
  const names = [...new Set(tokens.flatMap(({ kind, name }) => (kind === 'name' || kind === 'quoted' ? [name, name.toLowerCase()] : [])))];
  const rows = await session.ask(NAMED, [names, names, names, names]);
  const columns = new Map<string, string[]>();
  for (const [schema, name, column] of rows) {
    const table = String(schema) === database ? String(name) : `${String(schema)}.${String(name)}`;
    columns.set(table, [...(columns.get(table) ?? []), ...(column === null ? [] : [String(column)])]);
  }
  return columnsNamed(tokens, [...columns.keys()], columns);
}

/** Runs a query and reads its rows as they come, up to the limits. */
export async function runQuery(session: Session, { sql: written, tokens }: SelectText, parameters: readonly Parameter[]): Promise<ResultRows> {
  refuseFunctions(tokens);
  const { sql, values } = withMarks(written, tokens, parameters);
  const read = new ResultRows();
  let shape: { names: string[]; forms: ReturnType<typeof formOf>[] } | null = null;
  await session.run(sql, values, (row, fields) => {
    shape ??= { names: columnNames(fields.map(({ name }) => name)), forms: fields.map(formOf) };
    const { names, forms } = shape;
    read.add(Object.fromEntries(row.map((value, i) => [names[i]!, forms[i]!.toJson(value)])));
  });
  return read;
}

/** The columns of a query that is prepared and not run. */
export async function columnsOf(session: Session, { sql, tokens }: SelectText): Promise<ResultColumns> {
  refuseFunctions(tokens);
  return typed(await session.prepare(withMarks(sql, tokens).sql), tokens);
}

const NOT_NULL = 1;

/** What can be null says so in its type, where it's a column. Of an expression nearly all can be, and then the type is the plain one. */
function typed(fields: readonly ResultField[], tokens: readonly Token[]): ResultColumns {
  const names = columnNames(fields.map(({ name }) => name));
  const proved = provedIn(tokens);
  return fields.map((field, i) => {
    const { typescript } = formOf(field);
    const nullable = (field.flags & NOT_NULL) === 0 && !proved.has(field.orgName.toLowerCase());
    const plain = !field.orgTable || typescript === 'unknown' || typescript === 'null' || !nullable;
    return { name: names[i]!, type: plain ? typescript : `${typescript} | null`, nullable };
  });
}
