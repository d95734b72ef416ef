import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../contract';
import { openDuckdb } from '../duckdb';
import { SHOP_TABLES } from './tables';

/** From the repository's root, since a bundled module doesn't know where it came from. */
const DATA = path.join(process.cwd(), 'lib/connector/shop/data');

/**
 * The shop that is there before anything is connected. All its dates are moved by the same number of days, so that its
 * newest order is of `today`, and what would then lie in the future happened just now. On another day it is another shop:
 * who keeps it open opens it anew.
 */
export function openShop(today: Date = new Date()): Promise<Connector<TableBinding>> {
  return openDuckdb({ name: 'shop', title: 'Sample shop', load: (connection) => load(connection, today) });
}

async function load(connection: DuckDBConnection, today: Date): Promise<void> {
  const now = localTime(today);
  const newest = `SELECT max(ordered_at)::DATE FROM '${fileOf('orders')}'`;
  const [[days] = []] = (await connection.runAndReadAll(`SELECT (DATE '${now.slice(0, 10)}' - (${newest}))::INTEGER`)).getRows();
  for (const { name, columns, times } of SHOP_TABLES) {
    const moved = times.map((column) => `CASE WHEN ${column} IS NOT NULL THEN least(${column} + to_days(${Number(days)}), TIMESTAMP '${now}') END AS ${column}`);
    await connection.run(`CREATE TABLE ${name} (${columns})`);
    await connection.run(`INSERT INTO ${name} SELECT * ${moved.length > 0 ? `REPLACE (${moved.join(', ')})` : ''} FROM '${fileOf(name)}' ORDER BY id`);
  }
}

function fileOf(table: string): string {
  return path.join(DATA, `${table}.parquet`).replaceAll("'", "''");
}

/** As the clock on the wall shows it: the shop's times have no zone. */
function localTime(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
