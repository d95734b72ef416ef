import type { Key } from '../../binding/binding';
import { quoted } from '../../binding/sql-name';
import type { DatabaseServer } from '../sql/database-server';
import type { Outline, OutlineColumn } from '../sql/look-at-table';
import { MAX_TABLES } from '../sql/look-at-tables';
import type { Session } from './session';
import { formOfName } from './values';

const TABLES = `
  select table_schema, table_name, if(table_type = 'BASE TABLE', table_rows, null), if(table_type = 'BASE TABLE', table_comment, '')
  from information_schema.tables where table_schema in (?) and table_type in ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED') order by table_schema <> ?, table_schema, table_name limit ${MAX_TABLES + 1}`;

const COLUMNS = `
  select table_schema, table_name, column_name, column_type, is_nullable, column_comment
  from information_schema.columns where table_schema in (?) order by table_schema, table_name, ordinal_position`;

const KEYS = `
  select table_schema, table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name, referenced_column_name
  from information_schema.key_column_usage where table_schema in (?) and (constraint_name = 'PRIMARY' or referenced_table_name is not null)
  order by table_schema, table_name, constraint_name, ordinal_position`;

/** Up to here the server's guess of rows is worth less than counting them. */
const COUNTED_ROWS = 100_000;

/** What the catalogue says of the tables of the database, and of the others that were named. */
export async function outlineTables(session: Session, { database, schemas }: DatabaseServer): Promise<Outline[]> {
  const read = [[...new Set([database, ...schemas])]];
  const tables = (await session.ask(TABLES, [...read, database])).map((row) => row.map(asText)).filter(([schema, name]) => !schema!.includes('.') && !name!.includes('.'));
  const nameOf = (schema: string, name: string) => (schema === database ? name : `${schema}.${name}`);
  const grouped = async (sql: string) => Map.groupBy((await session.ask(sql, read)).map((row) => row.map(asText)), ([schema, name]) => nameOf(schema!, name!));
  const columns = await grouped(COLUMNS);
  const keys = await grouped(KEYS);
  return tables.map(([schema, table, estimate, comment]) => {
    const name = nameOf(schema!, table!);
    const own = keys.get(name) ?? [];
    return {
      name,
      from: `${quoted(schema!, 'MySQL')}.${quoted(table!, 'MySQL')}`,
      estimate: Number(estimate) > COUNTED_ROWS ? Number(estimate) : null,
      columns: (columns.get(name) ?? []).map(outlineColumn),
      primaryKey: own.filter(([, , constraint]) => constraint === 'PRIMARY').map(([, , , column]) => column!),
      foreignKeys: foreignKeys(own, nameOf),
      ...(comment && { comment }),
    };
  });
}

/** The catalogue's own texts come as bytes from some servers. */
function asText(value: unknown): string | null {
  return value === null || value === undefined ? null : Buffer.isBuffer(value) ? value.toString('utf8') : String(value);
}

function outlineColumn([, , name, sqlType, isNullable, comment]: (string | null)[]): OutlineColumn {
  const { type, toJson } = formOfName(sqlType!);
  const values = /^enum\((.*)\)$/is.exec(sqlType!)?.[1];
  return {
    name: name!,
    sqlType: sqlType!,
    type,
    nullable: isNullable === 'YES',
    isComparable: type !== 'json' && !/blob|binary|geometry|point|polygon/.test(sqlType!),
    toJson,
    ...(values && { values: [...values.matchAll(/'((?:[^']|'')*)'/g)].map((match) => match[1]!.replaceAll("''", "'")) }),
    ...(comment && { comment }),
  };
}

function foreignKeys(rows: readonly (string | null)[][], nameOf: (schema: string, name: string) => string): Key[] {
  const references = rows.filter(([, , , , , table]) => table !== null);
  return [...Map.groupBy(references, ([, , constraint]) => constraint!).values()].map((parts) => ({
    columns: parts.map(([, , , column]) => column!),
    references: { table: nameOf(parts[0]![4]!, parts[0]![5]!), columns: parts.map(([, , , , , , column]) => column!) },
    inferred: false,
  }));
}
