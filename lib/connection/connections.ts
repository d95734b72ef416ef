import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Binding } from '../binding/binding';
import { readConfig } from '../config/config';
import type { Connector } from '../connector/contract';
import { type Corrections, type FilePreview, filesConnector, importFile, inspectFile } from '../connector/files';
import { openShop } from '../connector/shop/shop';
import { type FileRecord, type Store, getStore } from '../store';
import { type Added, openAdded } from './added';
import { keep } from './kept';
import { makeTurns } from './turn';

/** A file on the disk, and what the person calls it. */
export type NamedFile = { path: string; name: string };

/** What is connected: the sample shop, the person's files where there are any, and what else they connected. */
export type Connections = {
  /** Described once and kept until it changes. */
  bindings(): Promise<Binding[]>;
  connector(name: string): Promise<Connector | null>;
  files(): Promise<FileRecord[]>;
  /** Looks at a file without keeping anything. @throws FileProblem */
  inspectFile(file: NamedFile): Promise<FilePreview>;
  /** Imports a file; it can be asked about from then on. @throws FileProblem */
  addFile(file: NamedFile, corrections: Corrections, emptyInvalid: boolean): Promise<FileRecord>;
  /** Forgets a file and deletes what was imported of it. Null where there is none. */
  removeFile(id: string): Promise<FileRecord | null>;
  /** What else a person connected. */
  readonly added: Added;
  close(): Promise<void>;
};

/** Next bundles each route by itself, so a module's variable would open the shop once per route. */
const kept = globalThis as { vitrineConnections?: Connections };

/** The list of files, from the store once it's open: the shop doesn't wait for that. */
const FILES: Store['files'] = {
  add: async (file) => (await getStore()).files.add(file),
  list: async () => (await getStore()).files.list(),
  async remove(id) {
    const store = await getStore();
    const file = await store.files.remove(id);
    // Another file whose table gets the same name is another table.
    if (file) await store.grants.forgetTables('files', file.tables.map(({ name }) => name));
    return file;
  },
};

/** The process's connections. */
export function getConnections(): Connections {
  return (kept.vitrineConnections ??= openConnections({ files: FILES, dataDir: readConfig().dataDir, openShop, added: openAdded({ store: getStore }), today: () => new Date() }));
}

export type ConnectionsOptions = {
  files: Store['files'];
  dataDir: string;
  openShop(today: Date): Promise<Connector>;
  added: Added;
  today(): Date;
};

export function openConnections({ files, dataDir, openShop: open, added, today }: ConnectionsOptions): Connections {
  const inTurn = makeTurns();
  // Kept relative to the data's folder, so that the folder can be moved.
  const resolved = (file: string) => path.resolve(dataDir, file);

  const keepShop = () => {
    const day = today();
    return { day: day.toDateString(), ...keep(() => open(day)) };
  };
  let shop = keepShop();
  /** The sample's dates follow the calendar: on another day it is another shop. */
  const currentShop = () => {
    if (shop.day === today().toDateString()) return shop;
    shop.retire();
    return (shop = keepShop());
  };

  const keepOwn = () =>
    keep(async () => {
      const list = await files.list();
      return list.length === 0 ? null : filesConnector(list.map((file) => ({ ...file, path: resolved(file.path) })));
    });
  let own = keepOwn();
  const ownChanged = () => {
    own.retire();
    own = keepOwn();
  };

  const taken = async () => (await files.list()).flatMap((file) => file.tables.map((table) => table.name));

  const add = async (file: NamedFile, corrections: Corrections, emptyInvalid: boolean): Promise<FileRecord> => {
    const target = path.join('files', `${randomUUID()}.duckdb`);
    await mkdir(resolved('files'), { recursive: true });
    const { tables } = await importFile(file.path, file.name, corrections, { emptyInvalid, taken: await taken() }, resolved(target));
    const { size } = await stat(file.path);
    const record = await files.add({ name: file.name, path: target, bytes: size, tables }).catch(async (error: unknown) => {
      await rm(resolved(target), { force: true });
      throw error;
    });
    ownChanged();
    return record;
  };

  const remove = async (id: string): Promise<FileRecord | null> => {
    const record = await files.remove(id);
    if (!record) return null;
    ownChanged();
    // Whoever still reads it goes on reading where the system allows that; where not, it is said in the log.
    await rm(resolved(record.path), { force: true }).catch((error: unknown) => console.error(`${record.path} was not deleted.`, error));
    return record;
  };

  return {
    async bindings() {
      const [shop, files, others] = await Promise.all([currentShop().binding(), own.binding(), added.bindings()]);
      return [...[shop, files].filter((binding) => binding !== null), ...others];
    },
    async connector(name) {
      if (name === 'shop') return currentShop().connector();
      return name === 'files' ? own.connector() : added.connector(name);
    },
    added,
    files: () => files.list(),
    inspectFile: (file) => inTurn(async () => inspectFile(file.path, file.name, await taken())),
    addFile: (file, corrections, emptyInvalid) => inTurn(() => add(file, corrections, emptyInvalid)),
    removeFile: (id) => inTurn(() => remove(id)),
    async close() {
      await Promise.all([shop.close(), own.close(), added.close()]);
    },
  };
}
