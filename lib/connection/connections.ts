import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Binding } from '../binding/binding';
import { readConfig } from '../config/config';
import type { Connector } from '../connector/contract';
import { type Corrections, type FilePreview, filesConnector, importFile, inspectFile } from '../connector/files';
import { openShop } from '../connector/shop/shop';
import { type FileRecord, type TeamStore, getStore } from '../store';
import { type Added, openAdded } from './added';
import { type Kept, keep } from './kept';
import { makeTurns } from './turn';

/** A file on the disk, and what the person calls it. */
export type NamedFile = { path: string; name: string };

/** What is connected in a team: the sample shop, its files where there are any, and what else its people connected. */
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
const kept = globalThis as { vitrineShop?: Shop; vitrineConnections?: Map<string, Connections> };

/** A team's list of files, from the store once it's open: the shop doesn't wait for that. */
function filesOfTeam(teamId: string): TeamStore['files'] {
  const team = async () => (await getStore()).team(teamId);
  return {
    add: async (file) => (await team()).files.add(file),
    list: async () => (await team()).files.list(),
    async remove(id) {
      const { files, grants } = await team();
      const file = await files.remove(id);
      // Another file whose table gets the same name is another table.
      if (file) await grants.forgetTables('files', file.tables.map(({ name }) => name));
      return file;
    },
  };
}

/** A team's connections, as the process has them open. The sample is one for all teams: nobody changes it. */
export function getConnections(teamId: string): Connections {
  const teams = (kept.vitrineConnections ??= new Map());
  const known = teams.get(teamId);
  if (known) return known;
  const shop = (kept.vitrineShop ??= keepShop(openShop, () => new Date()));
  const added = openAdded({ store: async () => ({ ...(await getStore()).team(teamId), secrets: (await getStore()).secrets }) });
  const opened = openConnections({ files: filesOfTeam(teamId), dataDir: readConfig().dataDir, shop, added });
  teams.set(teamId, opened);
  return opened;
}

/** Closes what any team has open. */
export async function closeConnections(): Promise<void> {
  const { vitrineShop: shop, vitrineConnections: teams } = kept;
  await Promise.all([shop?.().close(), ...[...(teams?.values() ?? [])].map((connections) => connections.close())]);
}

/** The sample as of today: its dates follow the calendar, so on another day it is another shop. */
export type Shop = () => Kept;

export function keepShop(open: (today: Date) => Promise<Connector>, today: () => Date): Shop {
  const keepToday = () => {
    const day = today();
    return { day: day.toDateString(), ...keep(() => open(day)) };
  };
  let shop = keepToday();
  return () => {
    if (shop.day === today().toDateString()) return shop;
    shop.retire();
    return (shop = keepToday());
  };
}

export type ConnectionsOptions = {
  files: TeamStore['files'];
  dataDir: string;
  shop: Shop;
  added: Added;
};

export function openConnections({ files, dataDir, shop, added }: ConnectionsOptions): Connections {
  const inTurn = makeTurns();
  // Kept relative to the data's folder, so that the folder can be moved.
  const resolved = (file: string) => path.resolve(dataDir, file);

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
      const [sample, files, others] = await Promise.all([shop().binding(), own.binding(), added.bindings()]);
      return [...[sample, files].filter((binding) => binding !== null), ...others];
    },
    async connector(name) {
      if (name === 'shop') return shop().connector();
      return name === 'files' ? own.connector() : added.connector(name);
    },
    added,
    files: () => files.list(),
    inspectFile: (file) => inTurn(async () => inspectFile(file.path, file.name, await taken())),
    addFile: (file, corrections, emptyInvalid) => inTurn(() => add(file, corrections, emptyInvalid)),
    removeFile: (id) => inTurn(() => remove(id)),
    async close() {
      await Promise.all([own.close(), added.close()]);
    },
  };
}
