import type { TableRead } from '../contract';
import { columnsNamed } from '../sql/columns-named';
import { readSelect } from '../sql/read-select';
import { Refusal } from '../sql/refusal';
import { explainError } from './explain-error';
import { refuseFunctions } from './refuse-functions';
import type { Session } from './session';
import { withMarks } from './values';

/** Of all tables that the login sees those whose name a query has, and their schema's where that isn't the one it's connected to; with the columns they have now. */
const NAMED = `
  select t.table_schema, t.table_name, c.column_name
  from information_schema.tables t left join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
  where (lower(t.table_name) in (?) or t.table_name in (?)) and (t.table_schema = database() or lower(t.table_schema) in (?) or t.table_schema in (?)) order by 1, 2, c.ordinal_position`;

/**
 * What a query reads, tables by their names in the binding. The server doesn't tell them, so whatever is named like a table counts
 * as that table, an alias too: rather one too many than one too few. Throws a CallError where it isn't a query.
 */
export async function readTables(session: Session, joined: string, count: number, database: string): Promise<TableRead[]> {
  const asked = { tokens: [], schema: new Map<string, readonly string[]>(), tables: [] };
  try {
    const { sql, tokens } = readSelect(joined, count, 'MySQL');
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
  } catch (error) {
    const explained = explainError(error, asked);
    throw explained instanceof Refusal ? explained.toCallError() : explained;
  }
}
