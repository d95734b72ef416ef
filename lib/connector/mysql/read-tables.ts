import { readSelect } from '../sql/read-select';
import { Refusal } from '../sql/refusal';
import { explainError } from './explain-error';
import { refuseFunctions } from './refuse-functions';
import type { Session } from './session';
import { withMarks } from './values';

/** Of all tables that the login sees those whose name a query has, and their schema's where that isn't the one it's connected to. */
const NAMED = `
  select table_schema, table_name from information_schema.tables
  where (lower(table_name) in (?) or table_name in (?)) and (table_schema = database() or lower(table_schema) in (?) or table_schema in (?)) order by 1, 2`;

/**
 * The tables that a query reads, by their names in the binding. The server doesn't tell them, so whatever is named like a table counts
 * as that table, an alias too: rather one too many than one too few. Throws a CallError where it isn't a query.
 */
export async function readTables(session: Session, joined: string, count: number, database: string): Promise<string[]> {
  const asked = { tokens: [], schema: new Map<string, readonly string[]>(), tables: [] };
  try {
    const { sql, tokens } = readSelect(joined, count, 'MySQL');
    refuseFunctions(tokens);
    await session.prepare(withMarks(sql, tokens).sql);
    const names = [...new Set(tokens.flatMap(({ kind, name }) => (kind === 'name' || kind === 'quoted' ? [name, name.toLowerCase()] : [])))];
    const rows = await session.ask(NAMED, [names, names, names, names]);
    return rows.map(([schema, name]) => (String(schema) === database ? String(name) : `${String(schema)}.${String(name)}`));
  } catch (error) {
    const explained = explainError(error, asked);
    throw explained instanceof Refusal ? explained.toCallError() : explained;
  }
}
