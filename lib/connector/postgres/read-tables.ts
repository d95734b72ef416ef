import type { TableRead } from '../contract';
import { columnsNamed } from '../sql/columns-named';
import type { QueryText } from '../sql/sql-connector';
import { withSelect } from '../sql/with-select';
import { type KnownDatabase, readerOf } from './known';
import { foldings, refuseFunctions } from './refuse-functions';
import { CURSOR, type Session } from './session';

/**
 * The relations that the transaction holds after a query was parsed, that the query names. PostgreSQL locks what a query reads when it
 * parses it, whatever an alias or a step is called, and what stands behind a view too: that isn't named. Their columns are those of now: what came
 * after the database was described would be no column otherwise.
 */
const READ = `
  select distinct case when pg_table_is_visible(c.oid) and n.nspname <> 'pg_catalog' then c.relname else n.nspname || '.' || c.relname end,
    (select json_agg(attname order by attnum)::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped)
  from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
  where l.pid = pg_backend_pid() and l.locktype = 'relation' and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname = any($1::name[])`;

/** Functions that somebody made, beside those of PostgreSQL and its extensions: nobody knows what they read. */
const OWN_FUNCTIONS = `
  select distinct proname || '()' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where proname = any($1::name[]) and nspname not in ('pg_catalog', 'information_schema')
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`;

/** What a query reads, tables by their names in the binding, and the functions of somebody's own. Throws a Refusal where it isn't one, or a CallError. */
export function readTables(session: Session, text: QueryText, known: KnownDatabase): Promise<TableRead[]> {
  return withSelect(text, readerOf(known), async ({ sql, tokens }) => {
    await refuseFunctions(session, tokens, known.columns);
    await session.parse(CURSOR + sql);
    const names = [...new Set(tokens.flatMap(({ kind, name }) => (kind === 'name' || kind === 'quoted' ? foldings(name) : [])))];
    const called = [...new Set(tokens.flatMap(({ name }, i) => (name && !known.columns.has(name) && !known.schema.has(name) ? foldings(name) : tokens[i + 1]?.text === '(' && name ? foldings(name) : [])))];
    const tables = await session.ask(READ, [names]);
    const functions = await session.ask(OWN_FUNCTIONS, [called]);
    const columns = new Map(tables.map(([name, list]) => [name!, JSON.parse(list ?? '[]') as string[]]));
    return columnsNamed(tokens, [...tables, ...functions].map(([name]) => name!).sort(), columns);
  });
}
