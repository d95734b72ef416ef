/** Writes the sample shop's data, one Parquet file a table. Run by hand: `node lib/connector/shop/generate.ts`. */
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { inventShop } from './invent.ts';
import { SHOP_TABLES } from './tables.ts';

const SEED = 20_260_101;

const shop = inventShop(SEED);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const json = path.join(tmpdir(), `shop-${process.pid}.json`);
for (const { name, columns } of SHOP_TABLES) {
  const file = path.join(import.meta.dirname, 'data', `${name}.parquet`);
  writeFileSync(json, JSON.stringify(shop[name]));
  await connection.run(`CREATE TABLE ${name} (${columns})`);
  await connection.run(`INSERT INTO ${name} BY NAME SELECT * FROM read_json('${json}')`);
  await connection.run(`COPY (FROM ${name} ORDER BY id) TO '${file}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, PARQUET_VERSION v2)`);
  process.stdout.write(`${name}: ${shop[name].length} rows, ${statSync(file).size} bytes\n`);
}
rmSync(json);
