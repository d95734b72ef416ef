import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../contract';
import { filesConnector, importFile } from './index';

let folder: string;
let connector: Connector<TableBinding>;

async function add(name: string, content: string) {
  const from = path.join(folder, name);
  writeFileSync(from, content);
  const out = path.join(folder, `${name}.duckdb`);
  const { tables } = await importFile(from, name, {}, { emptyInvalid: false }, out);
  return { path: out, tables };
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'join-'));
  const customers = await add('customers.csv', 'Customer ID;Ort\n1;Köln\n2;Bonn\n');
  const orders = await add('orders.csv', 'order,customer_id,total,ordered\n7,1,10.50,2026-01-01\n8,2,1.25,2026-01-02\n9,1,2.00,2026-01-03\n');
  connector = await filesConnector([customers, { path: path.join(folder, 'lost.duckdb'), tables: [{ name: 'lost' }] }, orders]);
});
afterAll(async () => {
  await connector.close();
  rmSync(folder, { recursive: true, force: true });
});

const sql = (text: string) => connector.call('sql', { text: [text], values: [] }, new AbortController().signal);

test('files are joined; one that is lost does not take the others with it', async () => {
  const { value } = await sql('select ort, sum(total)::double as total from orders join customers using (customer_id) group by 1 order by 1');
  expect(value).toEqual([{ ort: 'Bonn', total: 1.25 }, { ort: 'Köln', total: 12.5 }]);
  expect(existsSync(path.join(folder, 'lost.duckdb'))).toBe(false);
});

test('it is described with keys between files, and with what the files called their columns', async () => {
  const { name, tables } = await connector.describe();
  expect(name).toBe('files');
  expect(tables.map((table) => [table.name, table.rows])).toEqual([['customers', 2], ['orders', 3]]);
  expect(tables[0]!.columns[0]).toMatchObject({ name: 'customer_id', comment: 'Customer ID', type: 'number' });
  expect(tables[1]!.foreignKeys).toMatchObject([{ columns: ['customer_id'], references: { table: 'customers' } }]);
});

test.each([
  ['insert into orders values (1)'],
  ['drop view orders'],
  ["select * from read_csv('/etc/passwd')"],
  ["attach '/tmp/other.duckdb'"],
])('%s is refused', async (text) => {
  await expect(sql(text)).rejects.toThrow();
});
