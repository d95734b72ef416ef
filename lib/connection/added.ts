import type { Binding, Effect } from '../binding/binding';
import type { Connector } from '../connector/contract';
import type { ConnectionRecord, Store, TeamStore } from '../store';
import { type Kept, keep } from './kept';
import type { CommonCard, ConnectionKind, Read, Settings, TestResult } from './kind';
import { type KindCard, type KindChange, type KindName, KINDS, type NewConnection } from './kinds';
import { type ListedFunction, listFunctions } from './list-functions';
import { nameFrom } from './name-from';
import { ConnectionProblem, wordsOf } from './problem';
import { hostOf } from './web-address';

export type { KindName, NewConnection, TestResult };

/** What a person may change. An effect that isn't mentioned stays; null forgets it, and then it is what the outside system says. */
export type ConnectionChange = KindChange & { effects?: Record<string, Effect | null> };

/** A connection as its card in settings shows it. Nothing secret is in it. */
export type ListedConnection = KindCard &
  CommonCard & {
    id: string;
    /** The identifier in generated code. */
    name: string;
    title: string;
    describedAt: string;
    /** What can be asked of it: functions by what they do, or tables. */
    offers: { reads: number; writes: number } | { tables: number };
    notes: readonly string[];
    /** Programs that have used it. */
    programs: { id: string; title: string }[];
    /** Why it can't be used, where it can't. */
    failure?: string;
  };

/** The connections that a team's people added, beside the sample and their files. */
export type Added = {
  bindings(): Promise<Binding[]>;
  connector(name: string): Promise<Connector | null>;
  list(): Promise<ListedConnection[]>;
  /** @throws ConnectionProblem in words for a person */
  add(connection: NewConnection): Promise<{ id: string }>;
  /** Of what kind it is. Null where there is none of that id. */
  kindOf(id: string): Promise<KindName | null>;
  /** Its functions that fit some words, at most MAX_LISTED. Null where there is no such connection. */
  functions(id: string, query: string): Promise<ListedFunction[] | null>;
  /** False where there is none of that id. @throws ConnectionProblem */
  change(id: string, change: ConnectionChange): Promise<boolean>;
  /** Asks the outside system anew what it is. @throws ConnectionProblem */
  refresh(id: string): Promise<boolean>;
  /** Does something harmless outside; says in words how it went. */
  test(id: string, signal: AbortSignal): Promise<TestResult | null>;
  remove(id: string): Promise<ConnectionRecord | null>;
  close(): Promise<void>;
};

export type AddedOptions = {
  /** What a team has, and where all secrets are. */
  store(): Promise<Pick<TeamStore, 'connections' | 'ledger' | 'grants'> & Pick<Store, 'secrets'>>;
};

type AnyKind = ConnectionKind<Settings, unknown, unknown, unknown, Read, KindCard>;
type Opened = Kept & { version: string; read(): Promise<Read> };

/** The connections that a person added. Each is read once for as long as nothing about it changes, also in another process. */
export function openAdded({ store }: AddedOptions): Added {
  const opened = new Map<string, Opened>();

  const secretOf = async (id: string): Promise<unknown> => {
    const stored = await (await store()).secrets.get(secretName(id));
    return stored === null ? null : JSON.parse(stored);
  };

  const open = (record: ConnectionRecord): Opened => {
    const { id, name, settings } = record;
    const kind = kindOf(record);
    const version = JSON.stringify([settings, record.describedAt]);
    const there = opened.get(id);
    if (there?.version === version) return there;
    there?.retire();
    const read = onceUnlessFailed(async () => {
      const described = await (await store()).connections.described(id);
      if (described === null) throw new ConnectionProblem('It was removed meanwhile.');
      return kind.read(described, name, settings);
    });
    const kept = keep(async () => {
      const problem = kind.problem(settings);
      if (problem) throw new ConnectionProblem(problem);
      return kind.open(await read(), settings, await secretOf(id));
    });
    const made = { ...kept, version, read };
    opened.set(id, made);
    return made;
  };

  const records = async () => (await store()).connections.list();

  const list = async (record: ConnectionRecord, secretNames: readonly string[]): Promise<ListedConnection> => {
    const { id, name, describedAt, settings } = record;
    const kind = kindOf(record);
    const programs = await (await store()).ledger.programsUsing(name);
    const hasSecret = secretNames.includes(secretName(id));
    const common = { id, name, title: settings.title, describedAt, programs };
    try {
      const read = await open(record).read();
      return { ...kind.card(settings, hasSecret, read), ...common, offers: offersOf(read.binding), notes: read.notes };
    } catch (error) {
      return { ...kind.card(settings, hasSecret, null), ...common, offers: { reads: 0, writes: 0 }, notes: [], failure: wordsOf(error) };
    }
  };

  /** Keeps what is secret apart, encrypted, and says when it was changed, so that who has it open opens it anew. */
  const keepSecret = async (id: string, secret: unknown): Promise<string> => {
    const { secrets } = await store();
    if (secret === null) await secrets.remove(secretName(id));
    else await secrets.set(secretName(id), JSON.stringify(secret));
    return new Date().toISOString();
  };

  return {
    async bindings() {
      const usable = (await records()).filter((record) => kindOf(record).problem(record.settings) === null);
      // One that can't be read is said on its card; the others stay usable.
      const read = await Promise.all(usable.map((record) => open(record).read().catch(() => null)));
      return read.flatMap((one) => (one ? [one.binding] : []));
    },

    async connector(name) {
      const record = (await records()).find((one) => one.name === name);
      return record ? open(record).connector() : null;
    },

    async list() {
      const [all, names] = await Promise.all([records(), (await store()).secrets.names()]);
      return Promise.all(all.map((record) => list(record, names)));
    },

    async add({ kind, ...given }) {
      const { settings, secret, title, described } = await kindNamed(kind).make(given);
      const taken = (await records()).map(({ name }) => name);
      const { connections } = await store();
      const { id } = await connections.add({ name: nameFrom(title, taken), kind, settings, described });
      if (secret !== null) await connections.change(id, { settings: { ...settings, secretChangedAt: await keepSecret(id, secret) } });
      return { id };
    },

    async kindOf(id) {
      const record = await (await store()).connections.get(id);
      return record && (record.kind as KindName);
    },

    async functions(id, query) {
      const record = await (await store()).connections.get(id);
      if (!record) return null;
      const read = await open(record).read();
      const { requestOf } = kindOf(record);
      return read.binding.kind === 'api' ? listFunctions(read.binding, (name) => requestOf?.(read, name) ?? name, query) : [];
    },

    async change(id, { effects, ...change }) {
      const { connections, grants } = await store();
      const record = await connections.get(id);
      if (!record) return false;
      const before = await secretOf(id);
      const kind = kindOf(record);
      const { settings, secret } = keepToOrigin(kind, change, record.settings, before);
      const described = kind.isOther({ settings: record.settings, secret: before }, { settings, secret }) ? await asked(kind, record.name, settings, secret) : undefined;
      const changed = { ...settings, ...(effects && { effects: withoutNull({ ...settings.effects, ...effects }) }) };
      if (JSON.stringify(secret) !== JSON.stringify(before)) changed.secretChangedAt = await keepSecret(id, secret);
      if (kind.origin(changed) !== kind.origin(record.settings)) await grants.forget(record.name);
      await connections.change(id, { settings: changed, ...(described !== undefined && { described }) });
      return true;
    },

    async refresh(id) {
      const { connections } = await store();
      const record = await connections.get(id);
      if (!record) return false;
      const kind = kindOf(record);
      await connections.change(id, { described: await asked(kind, record.name, record.settings, await secretOf(id)) });
      return true;
    },

    async test(id, signal) {
      const record = await (await store()).connections.get(id);
      if (!record) return null;
      try {
        const { connector, read } = open(record);
        return { ok: true, message: await kindOf(record).test((await connector())!, await read(), signal, record.settings, await secretOf(id)) };
      } catch (error) {
        return { ok: false, message: wordsOf(error) };
      }
    },

    async remove(id) {
      const { connections, secrets, grants } = await store();
      const record = await connections.remove(id);
      if (record) await grants.forget(record.name);
      await secrets.remove(secretName(id));
      opened.get(id)?.retire();
      opened.delete(id);
      // Whoever still reads it goes on reading where the system allows that; where not, it is said in the log.
      if (record) await kindOf(record).forget?.(record.settings).catch((error: unknown) => console.error(`A file of ${record.name} was not deleted.`, error));
      return record;
    },

    async close() {
      await Promise.all([...opened.values()].map((one) => one.close()));
    },
  };
}

function kindOf({ kind }: ConnectionRecord): AnyKind {
  return kindNamed(kind as KindName);
}

/** Which settings, secrets and descriptions go with a kind is known to its own file alone. */
function kindNamed(name: KindName): AnyKind {
  return KINDS[name] as unknown as AnyKind;
}

/** What the outside system says of itself now. One that can't be read doesn't take the place of one that can. */
async function asked(kind: AnyKind, name: string, settings: Settings, secret: unknown): Promise<string> {
  const described = await kind.describe(settings, secret);
  await kind.read(described, name, settings);
  return described;
}

/** A change applied. Where it leads to another server, nothing that was secret before goes along. @throws ConnectionProblem */
function keepToOrigin(kind: AnyKind, change: unknown, before: Settings, secret: unknown) {
  const after = kind.apply(change, before, secret);
  const origin = kind.origin(before);
  if (secret === null || after.secret === null || origin === null || origin === kind.origin(after.settings)) return after;
  const alone = kind.apply(change, before, null);
  if (alone.secret === null) throw new ConnectionProblem(`Its key was given for ${hostOf(origin)}. Give it anew for another server.`);
  return alone;
}

function offersOf(binding: Binding): ListedConnection['offers'] {
  if (binding.kind === 'tables') return { tables: binding.tables.length };
  const reads = binding.operations.filter(({ effect }) => effect === 'read').length;
  return { reads, writes: binding.operations.length - reads };
}

/** What failed is tried again by the next who asks. */
function onceUnlessFailed<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () =>
    (done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    }));
}

function withoutNull<T>(values: Record<string, T | null>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== null));
}

function secretName(id: string): string {
  return `connection:${id}`;
}
