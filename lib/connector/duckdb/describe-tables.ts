import type { DuckDBConnection, DuckDBInstance, DuckDBType } from '@duckdb/node-api';
import type { Column, Table } from '../../binding/binding';
import { MAX_EXACT_DISTINCT, MAX_LISTED_VALUES, MAX_SAMPLE_UNITS, MAX_SAMPLES } from '../limits';
import type { Json } from '../sql/json';
import type { Schema } from '../sql/known-names';
import { quoted } from '../../binding/sql-name';
import { declaredKeys, findForeignKeys, findPrimaryKey } from './find-keys';
import { formOf } from './values';

/** Looks at every table: what is in it, how often, and how the tables belong together. */
export async function describeTables(instance: DuckDBInstance, schema: Schema): Promise<Table[]> {
  const connection = await instance.connect();
  try {
    const declared = await declaredKeys(connection);
    const tables: Table[] = [];
    for (const name of schema.keys()) tables.push(await describeTable(connection, name));
    for (const table of tables) table.primaryKey = declared.primary.get(table.name) ?? findPrimaryKey(table);
    for (const table of tables) table.foreignKeys = await findForeignKeys(connection, table, tables, declared.foreign.get(table.name) ?? []);
    return tables;
  } finally {
    connection.disconnectSync();
  }
}

type Look = { rows: number; filled: number; distinct: number; min: Json; max: Json };

async function describeTable(connection: DuckDBConnection, name: string): Promise<Table> {
  const empty = await connection.runAndReadAll(`SELECT * FROM ${quoted(name, 'DuckDB')} LIMIT 0`);
  const types = empty.columnTypes();
  const looks = await lookAt(connection, name, empty.columnNames(), types);
  const columns: Column[] = [];
  for (const [i, column] of empty.columnNames().entries()) {
    columns.push(await describeColumn(connection, name, { name: column, type: types[i]! }, looks[i]!));
  }
  return { name, rows: looks[0]?.rows ?? 0, columns, primaryKey: [], foreignKeys: [] };
}

/** Counts and bounds of all columns in one pass over the table. */
async function lookAt(connection: DuckDBConnection, table: string, names: string[], types: DuckDBType[]): Promise<Look[]> {
  const parts = names.map((name, i) => {
    const column = quoted(name, 'DuckDB');
    const bounds = hasBounds(types[i]!) ? `min(${column}), max(${column})` : 'NULL, NULL';
    return `count(${column}), approx_count_distinct(${column}), ${bounds}`;
  });
  const reader = await connection.runAndReadAll(`SELECT count(*), ${parts.join(', ')} FROM ${quoted(table, 'DuckDB')}`);
  const forms = reader.columnTypes().map(formOf);
  const [rows, ...values] = (reader.getRows()[0] ?? []).map((value, i) => forms[i]!.toJson(value));
  return names.map((_, i) => {
    const [filled, distinct, min, max] = values.slice(i * 4, i * 4 + 4);
    return { rows: Number(rows), filled: Number(filled), distinct: Number(distinct), min: min ?? null, max: max ?? null };
  });
}

function hasBounds(type: DuckDBType): boolean {
  return ['number', 'date', 'timestamp', 'time'].includes(formOf(type).type);
}

async function describeColumn(connection: DuckDBConnection, table: string, { name, type }: { name: string; type: DuckDBType }, look: Look): Promise<Column> {
  const form = formOf(type);
  const distinct = look.distinct <= MAX_EXACT_DISTINCT * 1.1 ? await countDistinct(connection, table, name) : look.distinct;
  const common = form.type === 'json' ? [] : await (distinct > MAX_EXACT_DISTINCT ? firstValues : commonValues)(connection, table, name);
  const short = common.filter(isSample);
  const listed = form.type === 'string' && distinct <= MAX_LISTED_VALUES && short.length === distinct;
  return {
    name,
    sqlType: type.alias ?? type.toString(),
    type: form.type,
    nullable: look.filled < look.rows || look.rows === 0,
    samples: listed ? short : short.slice(0, MAX_SAMPLES),
    distinct,
    ...(listed && { values: short.map(String) }),
    ...(isBound(look.min) && { min: look.min }),
    ...(isBound(look.max) && { max: look.max }),
  };
}

async function countDistinct(connection: DuckDBConnection, table: string, column: string): Promise<number> {
  return Number((await connection.runAndReadAll(`SELECT count(DISTINCT ${quoted(column, 'DuckDB')}) FROM ${quoted(table, 'DuckDB')}`)).getRows()[0]?.[0]);
}

/** The most frequent values, the same ones every time. */
function commonValues(connection: DuckDBConnection, table: string, column: string): Promise<Json[]> {
  const q = quoted(column, 'DuckDB');
  return valuesOf(connection, `SELECT ${q} FROM ${quoted(table, 'DuckDB')} WHERE ${q} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${MAX_LISTED_VALUES}`);
}

/** Where nearly all are different, counting them would cost much and say nothing. */
function firstValues(connection: DuckDBConnection, table: string, column: string): Promise<Json[]> {
  const q = quoted(column, 'DuckDB');
  return valuesOf(connection, `SELECT ${q} FROM ${quoted(table, 'DuckDB')} WHERE ${q} IS NOT NULL LIMIT ${MAX_SAMPLES}`);
}

async function valuesOf(connection: DuckDBConnection, sql: string): Promise<Json[]> {
  const reader = await connection.runAndReadAll(sql);
  const { toJson } = formOf(reader.columnType(0));
  return reader.getRows().map(([value]) => toJson(value ?? null));
}

function isSample(value: Json): value is string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.length <= MAX_SAMPLE_UNITS);
}

function isBound(value: Json): value is string | number {
  return typeof value === 'number' || typeof value === 'string';
}
