import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDuckdb } from '../connector/duckdb';
import { FileProblem } from '../connector/files';
import { tableBindings } from '../binding/tables';
import type { FileRecord, Store, TeamStore } from '../store';
import { openAdded } from './added';
import { type Connections, type Shop, keepShop, openConnections } from './connections';
import { type Uploads, uploadsIn } from './uploads';

let dataDir: string;
let connections: Connections;
let shop: Shop;
let uploads: Uploads;
let today: Date;
let opened: string[];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'connections-'));
  today = new Date(2026, 2, 1);
  opened = [];
  shop = keepShop((day) => {
    opened.push(day.toDateString());
    return openDuckdb({ name: 'shop', title: 'Sample shop', load: async (connection) => void (await connection.run('create table orders as select 1 as id')) });
  }, () => today);
  connections = openConnections({
    dataDir,
    files: filesInMemory(),
    added: openAdded({ store: async () => ({ connections: { list: async () => [] } }) as unknown as TeamStore & Store }),
    shop,
  });
  uploads = uploadsIn(dataDir, connections);
});
afterEach(async () => {
  await Promise.all([connections.close(), shop().close()]);
  rmSync(dataDir, { recursive: true, force: true });
});

async function* bytes(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield Buffer.from(part);
}
async function add(name: string, content: string): Promise<FileRecord> {
  const { uploadId } = await uploads.stage(name, bytes(content));
  return (await uploads.add(uploadId, {}, false))!;
}
const names = async () => tableBindings(await connections.bindings()).map((binding) => [binding.name, ...binding.tables.map((table) => table.name)]);
const ask = async (text: string) => (await connections.connector('files'))!.call('sql', { text: [text], values: [] }, new AbortController().signal);

test('files come and go; without any there is no such connection', async () => {
  expect(await names()).toEqual([['shop', 'orders']]);
  expect(await connections.connector('files')).toBeNull();
  const sales = await add('sales.csv', 'id,n\n1,2\n');
  const [again] = await Promise.all([add('../sales.csv', 'id,n\n1,5\n'), add('Sales.CSV', 'id,n\n1,7\n')]);
  expect(again.name).toBe('sales.csv');
  expect(await names()).toEqual([['shop', 'orders'], ['files', 'sales', 'sales_2', 'sales_3']]);
  // Which of the two that came at once is the second is left open.
  expect((await ask('select a.n + b.n + c.n as n from sales a join sales_2 b using (id) join sales_3 c using (id)')).value).toEqual([{ n: 14 }]);
  expect(await connections.removeFile(sales.id)).toMatchObject({ id: sales.id });
  expect(await connections.removeFile(sales.id)).toBeNull();
  expect(await names()).toEqual([['shop', 'orders'], ['files', 'sales_2', 'sales_3']]);
  expect(readdirSync(path.join(dataDir, 'files'))).toHaveLength(2);
  expect(readdirSync(path.join(dataDir, 'uploads'))).toEqual([]);
  expect(await connections.connector('other')).toBeNull();
});

test('the shop is opened and described once, and again on another day', async () => {
  const [first, second] = [await connections.bindings(), await connections.bindings()];
  expect(first[0]).toBe(second[0]);
  expect(await connections.connector('shop')).toBe(await connections.connector('shop'));
  today = new Date(2026, 2, 2);
  expect((await connections.bindings())[0]).not.toBe(first[0]);
  expect(opened).toEqual(['Sun Mar 01 2026', 'Mon Mar 02 2026']);
});

test('what is refused leaves nothing behind; a refused correction leaves the upload', async () => {
  await expect(uploads.stage('a.csv', bytes('a,b\n'))).rejects.toThrow(FileProblem);
  expect(readdirSync(path.join(dataDir, 'uploads'))).toEqual([]);
  const { uploadId, preview } = await uploads.stage('a.csv', bytes('a,b\nx,1\n'));
  const wrong = { [preview.tables[0]!.key]: { a: 'date' as const } };
  await expect(uploads.add(uploadId, wrong, false)).rejects.toThrow('row 2: “x”');
  expect(readdirSync(path.join(dataDir, 'files'))).toEqual([]);
  expect(await uploads.add(uploadId, wrong, true)).toMatchObject({ name: 'a.csv', tables: [{ name: 'a', rows: 1 }] });
  expect(await uploads.add(uploadId, {}, false)).toBeNull();
});

test('a file over the limit is refused while it comes, with what it may be', async () => {
  const megabyte = new Uint8Array(1024 * 1024);
  async function* endless() {
    for (let count = 0; count <= 201; count++) yield megabyte;
  }
  await expect(uploads.stage('big.csv', endless())).rejects.toMatchObject({ status: 413, message: expect.stringContaining('200 MB') });
  expect(readdirSync(path.join(dataDir, 'uploads'))).toEqual([]);
});

test('an upload nobody added is removed after a day; ids are not paths', async () => {
  const { uploadId } = await uploads.stage('a.csv', bytes('a,b\nx,1\n'));
  const folder = path.join(dataDir, 'uploads', uploadId);
  const longAgo = Date.now() / 1000 - 25 * 60 * 60;
  utimesSync(folder, longAgo, longAgo);
  writeFileSync(path.join(dataDir, 'name'), 'x');
  await uploads.discard('../uploads');
  expect(await uploads.add('..', {}, false)).toBeNull();
  const next = await uploads.stage('b.csv', bytes('a,b\nx,1\n'));
  expect(readdirSync(path.join(dataDir, 'uploads'))).toEqual([next.uploadId]);
});

function filesInMemory() {
  const list: FileRecord[] = [];
  return {
    async add(file: Omit<FileRecord, 'id' | 'createdAt'>) {
      const record = { ...file, id: `file-${list.length + 1}`, createdAt: new Date().toISOString() };
      list.push(record);
      return record;
    },
    async list() {
      return [...list];
    },
    async remove(id: string) {
      const index = list.findIndex((file) => file.id === id);
      return index < 0 ? null : list.splice(index, 1)[0]!;
    },
  };
}
