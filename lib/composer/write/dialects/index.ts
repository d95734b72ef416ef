import type { Dialect } from '../../../binding/binding';
import type { DialectSql } from './dialect-sql';
import { duckDb } from './duckdb';
import { mySql } from './mysql';
import { postgres } from './postgres';
import { sqlite } from './sqlite';

export type { DialectSql };

export const DIALECTS: Readonly<Record<Dialect, DialectSql>> = { DuckDB: duckDb, PostgreSQL: postgres, SQLite: sqlite, MySQL: mySql };
