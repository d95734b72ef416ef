import type { Key } from '../../binding/binding';
import { quoted } from '../../binding/sql-name';
import { MAX_LISTED_VALUES } from '../limits';
import type { Outline, OutlineColumn } from '../sql/look-at-table';
import { MAX_TABLES } from '../sql/look-at-tables';
import type { Session, TextRow } from './session';
import type { Types } from './types';

/** Tables, views and the like that the login may read, those that are found without their schema first. Not what extensions made. */
const TABLES = `
  select c.oid, n.nspname, c.relname, case when c.relkind in ('r', 'm', 'p') and c.reltuples > 0 then c.reltuples::bigint end,
    obj_description(c.oid, 'pg_class'), pg_table_is_visible(c.oid)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
    and has_schema_privilege(n.oid, 'USAGE') and (has_table_privilege(c.oid, 'SELECT') or has_any_column_privilege(c.oid, 'SELECT'))
    and (cardinality($1::text[]) = 0 or n.nspname = any($1::text[]))
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by pg_table_is_visible(c.oid) desc, n.nspname, c.relname limit ${MAX_TABLES + 1}`;

const COLUMNS = `
  select attrelid, attname, atttypid, format_type(atttypid, atttypmod), attnotnull, col_description(attrelid, attnum)
  from pg_attribute where attrelid = any($1::oid[]) and attnum > 0 and not attisdropped and has_column_privilege(attrelid, attnum, 'SELECT')
  order by attrelid, attnum`;

const KEYS = `
  select conrelid, contype, confrelid,
    (select json_agg(attname order by place) from unnest(conkey) with ordinality k (num, place) join pg_attribute on attrelid = conrelid and attnum = num),
    (select json_agg(attname order by place) from unnest(confkey) with ordinality k (num, place) join pg_attribute on attrelid = confrelid and attnum = num)
  from pg_constraint where contype in ('p', 'f') and conrelid = any($1::oid[]) order by oid`;

/** What the catalogue says of the tables. One whose name has a point in it is left out: a point parts schema and table. */
export async function outlineTables(session: Session, types: Types, schemas: readonly string[]): Promise<Outline[]> {
  const rows = (await session.ask(TABLES, [schemas])).filter(([, schema, name]) => !name!.includes('.') && !schema!.includes('.'));
  const ids = rows.map(([oid]) => oid);
  const columns = Map.groupBy(await session.ask(COLUMNS, [ids]), ([oid]) => oid!);
  const keys = Map.groupBy(await session.ask(KEYS, [ids]), ([oid]) => oid!);
  const names = new Map(rows.map(([oid, schema, name, , , visible]) => [oid!, visible === 't' ? name! : `${schema}.${name}`]));
  return rows.map(([oid, schema, name, estimate, comment]) => ({
    name: names.get(oid!)!,
    from: `${quoted(schema!, 'PostgreSQL')}.${quoted(name!, 'PostgreSQL')}`,
    estimate: estimate === null || estimate === undefined ? null : Number(estimate),
    columns: (columns.get(oid!) ?? []).map((column) => outlineColumn(column, types)),
    primaryKey: listOf(keys.get(oid!)?.find(([, kind]) => kind === 'p')?.[3]),
    foreignKeys: (keys.get(oid!) ?? []).flatMap((key) => foreignKey(key, names)),
    ...(comment && { comment }),
  }));
}

function outlineColumn([, name, oid, sqlType, notNull, comment]: TextRow, types: Types): OutlineColumn {
  const { type, toJson } = types.form(Number(oid));
  const labels = types.labels(Number(oid));
  return {
    name: name!,
    sqlType: sqlType!,
    type,
    nullable: notNull !== 't',
    isComparable: type !== 'json' && !/^(xml|point|line|lseg|box|path|polygon|circle|bytea)\b/.test(sqlType!),
    toJson: (value) => toJson(String(value)),
    ...(labels.length > 0 && labels.length <= MAX_LISTED_VALUES && { values: [...labels] }),
    ...(comment && { comment }),
  };
}

function foreignKey([, kind, to, columns, referenced]: TextRow, names: ReadonlyMap<string, string>): Key[] {
  const table = kind === 'f' ? names.get(to!) : undefined;
  return table ? [{ columns: listOf(columns), references: { table, columns: listOf(referenced) }, inferred: false }] : [];
}

function listOf(json: string | null | undefined): string[] {
  return json ? (JSON.parse(json) as string[]) : [];
}
