/** The databases that the prompts are about: the sample shop, one like Chinook, and plain CSVs of vega-datasets. */
import path from 'node:path';
import type { ApiBinding, TableBinding } from '../../lib/binding/binding.ts';
import type { Connector } from '../../lib/connector/contract.ts';
import { openDuckdb } from '../../lib/connector/duckdb.ts';
import { readOpenApi } from '../../lib/connector/openapi/index.ts';
import { openShop } from '../../lib/connector/shop/shop.ts';
import { ROOT } from '../../scripts/paths.ts';
import { CHINOOK } from './chinook.ts';
import { DESK } from './desk.ts';
import type { Case } from './prompts.ts';

export type Tables = { binding: TableBinding; connector: Connector<TableBinding> };
export type Databases = Record<Exclude<Case['data'], 'desk'>, Tables>;

const VEGA = path.join(ROOT, 'node_modules/vega-datasets/data');
const CSVS = { weather: ['weather', 'seattle-weather'], iowa: ['iowa_electricity', 'iowa-electricity'], gap: ['gapminder', 'gapminder-health-income'], birds: ['birdstrikes', 'birdstrikes'] } as const;

export async function openDatabases(today: Date): Promise<Databases> {
  const chinook = await openDuckdb({ name: 'chinook', title: 'Chinook', load: async (connection) => void (await connection.run(CHINOOK)) });
  const csvs = await Promise.all(Object.entries(CSVS).map(async ([name, [table, file]]) => [name, await described(await openCsvs(name, [{ table, file: path.join(VEGA, `${file}.csv`) }]))] as const));
  return { shop: await described(await openShop(today)), chinook: await described(chinook), ...Object.fromEntries(csvs) } as Databases;
}

/** Each file as a table, its columns as they are named in it. */
export function openCsvs(name: string, files: readonly { table: string; file: string }[]): Promise<Connector<TableBinding>> {
  return openDuckdb({
    name,
    title: name,
    load: async (connection) => {
      for (const { table, file } of files) await connection.run(`create table "${table.replaceAll('"', '""')}" as select * from read_csv('${file.replaceAll("'", "''")}', sample_size = -1)`);
    },
  });
}

async function described(connector: Connector<TableBinding>): Promise<Tables> {
  return { binding: await connector.describe(), connector };
}

/** An API that tickets and customers are written with. */
export function deskBinding(): ApiBinding {
  return readOpenApi(JSON.stringify(DESK), { name: 'desk' }).binding;
}
