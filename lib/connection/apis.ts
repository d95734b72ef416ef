import type { ApiBinding, Effect } from '../binding/binding';
import type { Connector } from '../connector/contract';
import { type ApiPlan, type Credential, fetchText, openApiConnector, readOpenApi } from '../connector/openapi';
import type { ConnectionRecord, Store } from '../store';
import { ApiProblem, wordsOf } from './api-problem';
import { type Kept, keep } from './kept';
import { type ListedFunction, listFunctions } from './list-functions';
import { nameFrom } from './name-from';

/** What is given to connect an API: its specification, or where that is. */
export type NewApi = { spec: { text: string; fileName: string } | { address: string }; allowPrivate: boolean };

/**
 * What a person may change about an API. A secret or an effect that isn't mentioned stays; null forgets it, and then the effect is the
 * specification's.
 */
export type ApiChange = {
  title?: string;
  server?: string;
  allowPrivate?: boolean;
  credentials?: Record<string, Credential | null>;
  effects?: Record<string, Effect | null>;
};

/** An API as its card in settings shows it. Nothing secret is in it. */
export type ListedApi = {
  id: string;
  name: string;
  title: string;
  server: string | null;
  /** Base addresses that the specification offers. */
  servers: string[];
  specAddress: string | null;
  allowPrivate: boolean;
  describedAt: string;
  reads: number;
  writes: number;
  /** Whether some of its functions want to know who asks. */
  needsKey: boolean;
  /** How it can be told who asks. */
  schemes: { name: string; kind: ApiPlan['security'][string]['kind']; description: string; isSet: boolean }[];
  /** What could not be read of the specification. */
  notes: string[];
  /** Programs that have used it. */
  programs: { id: string; title: string }[];
  /** Why it can't be used, where it can't. */
  failure?: string;
};

export type TestResult = { ok: boolean; message: string };

export type Apis = {
  bindings(): Promise<ApiBinding[]>;
  connector(name: string): Promise<Connector<ApiBinding> | null>;
  list(): Promise<ListedApi[]>;
  /** @throws ApiProblem in words for a person */
  add(api: NewApi): Promise<{ id: string }>;
  /** Its functions that fit some words, at most MAX_LISTED. Null where there is no such API. */
  functions(id: string, query: string): Promise<ListedFunction[] | null>;
  /** False where there is none of that id. @throws ApiProblem */
  change(id: string, change: ApiChange): Promise<boolean>;
  /** Reads the specification anew from where it came from. @throws ApiProblem */
  refresh(id: string): Promise<boolean>;
  /** Calls the first function that reads and needs nothing; says in words how it went. */
  test(id: string, signal: AbortSignal): Promise<TestResult | null>;
  remove(id: string): Promise<ConnectionRecord | null>;
  close(): Promise<void>;
};

export type ApisOptions = {
  store(): Promise<Pick<Store, 'connections' | 'secrets' | 'ledger'>>;
};

type ReadApi = { binding: ApiBinding; plan: ApiPlan };
type Opened = Kept<ApiBinding> & { version: string; read(): Promise<ReadApi> };

/** The APIs that a person connected. Each is read once for as long as nothing about it changes, also in another process. */
export function openApis({ store }: ApisOptions): Apis {
  const opened = new Map<string, Opened>();

  const readApi = async ({ id, name, settings }: ConnectionRecord): Promise<ReadApi> => {
    const text = await (await store()).connections.described(id);
    if (text === null) throw new ApiProblem('It was removed meanwhile.');
    const { binding, plan } = readOpenApi(text, { name, title: settings.title, ...(settings.specAddress && { address: settings.specAddress }) });
    const { effects } = settings;
    const operations = binding.operations.map((operation) => (Object.hasOwn(effects, operation.name) ? { ...operation, effect: effects[operation.name]! } : operation));
    // Many that want a token don't say so (GitHub's): then one is sent with all that is asked.
    return { binding: { ...binding, operations }, plan: Object.keys(plan.security).length > 0 ? plan : { ...plan, security: { token: { kind: 'bearer' } } } };
  };

  const open = (record: ConnectionRecord): Opened => {
    const version = JSON.stringify([record.settings, record.describedAt]);
    const there = opened.get(record.id);
    if (there?.version === version) return there;
    there?.retire();
    let reading: Promise<ReadApi> | undefined;
    const read = () =>
      (reading ??= readApi(record).catch((error: unknown) => {
        reading = undefined; // The next one who asks tries again.
        throw error;
      }));
    const kept = keep<ApiBinding>(async () => {
      const { binding, plan } = await read();
      const { server, allowPrivate, keysFor } = record.settings;
      if (!server) throw new ApiProblem('Its specification names no server. Give its address in settings.');
      return openApiConnector({ binding, plan, server, allowPrivate, credentials: await credentialsOf(record.id, keysFor) });
    });
    const made = { ...kept, version, read };
    opened.set(record.id, made);
    return made;
  };

  const credentialsOf = async (id: string, keysFor: readonly string[]): Promise<Record<string, Credential>> => {
    if (keysFor.length === 0) return {};
    const stored = await (await store()).secrets.get(secretName(id));
    return stored ? (JSON.parse(stored) as Record<string, Credential>) : {};
  };

  const records = async () => (await store()).connections.list();

  const list = async (record: ConnectionRecord): Promise<ListedApi> => {
    const { id, name, describedAt, settings } = record;
    const programs = await (await store()).ledger.programsUsing(name);
    const { keysFor, keysChangedAt: _, effects: __, ...shown } = settings;
    const card = { id, name, describedAt, ...shown, programs };
    try {
      const { binding, plan } = await open(record).read();
      const reads = binding.operations.filter(({ effect }) => effect === 'read').length;
      const schemes = Object.entries(plan.security).map(([scheme, how]) => ({
        name: scheme,
        kind: how.kind,
        description: how.kind === 'other' ? how.description : '',
        isSet: keysFor.includes(scheme),
      }));
      const needsKey = Object.values(plan.requests).some(({ security }) => security.length > 0);
      return { ...card, servers: serversOf(plan), reads, writes: binding.operations.length - reads, schemes, needsKey, notes: plan.notes };
    } catch (error) {
      return { ...card, servers: [], reads: 0, writes: 0, schemes: [], needsKey: false, notes: [], failure: wordsOf(error) };
    }
  };

  return {
    async bindings() {
      const usable = (await records()).filter(({ settings }) => settings.server !== null);
      // One that can't be read is said on its card; the others stay usable.
      const read = await Promise.all(usable.map((record) => open(record).read().catch(() => null)));
      return read.flatMap((api) => (api ? [api.binding] : []));
    },

    async connector(name) {
      const record = (await records()).find((one) => one.name === name);
      return record ? open(record).connector() : null;
    },

    list: async () => Promise.all((await records()).map(list)),

    async add({ spec, allowPrivate }) {
      const text = 'address' in spec ? await fetched(spec.address, allowPrivate) : spec.text;
      const address = 'address' in spec ? spec.address : null;
      const { binding, plan } = readSpec(text, address);
      const taken = (await records()).map(({ name }) => name);
      const title = binding.title || ('fileName' in spec ? spec.fileName : new URL(spec.address).host);
      const settings = { title, specAddress: address, server: serversOf(plan)[0] ?? null, allowPrivate, keysFor: [], keysChangedAt: null, effects: {} };
      const { id } = await (await store()).connections.add({ name: nameFrom(title, taken), kind: 'openapi', settings, described: text });
      return { id };
    },

    async functions(id, query) {
      const record = await (await store()).connections.get(id);
      if (!record) return null;
      return listFunctions(await open(record).read(), query);
    },

    async change(id, { credentials, server, effects, ...others }) {
      const { connections, secrets } = await store();
      const record = await connections.get(id);
      if (!record) return false;
      const settings = { ...record.settings, ...others, ...(server !== undefined && { server: baseAddress(server) }) };
      if (effects) settings.effects = withoutNull({ ...settings.effects, ...effects });
      if (credentials) {
        const before = await credentialsOf(id, settings.keysFor);
        const after = withoutNull({ ...before, ...credentials });
        Object.assign(settings, { keysFor: Object.keys(after), keysChangedAt: new Date().toISOString() });
        if (settings.keysFor.length > 0) await secrets.set(secretName(id), JSON.stringify(after));
        else await secrets.remove(secretName(id));
      }
      await connections.change(id, { settings });
      return true;
    },

    async refresh(id) {
      const { connections } = await store();
      const record = await connections.get(id);
      if (!record) return false;
      const { specAddress, allowPrivate } = record.settings;
      if (!specAddress) throw new ApiProblem('It came from a file. Remove it and add the newer file.');
      const text = await fetched(specAddress, allowPrivate);
      readSpec(text, specAddress);
      await connections.change(id, { described: text });
      return true;
    },

    async test(id, signal) {
      const record = await (await store()).connections.get(id);
      if (!record) return null;
      try {
        return await tryOne(await open(record).connector(), signal);
      } catch (error) {
        return { ok: false, message: wordsOf(error) };
      }
    },

    async remove(id) {
      const { connections, secrets } = await store();
      const record = await connections.remove(id);
      await secrets.remove(secretName(id));
      opened.get(id)?.retire();
      opened.delete(id);
      return record;
    },

    async close() {
      await Promise.all([...opened.values()].map((one) => one.close()));
    },
  };
}

function withoutNull<T>(values: Record<string, T | null>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== null));
}

function secretName(id: string): string {
  return `connection:${id}`;
}

/** Base addresses that are named anywhere, the first of them first. */
function serversOf({ requests }: ApiPlan): string[] {
  return [...new Set(Object.values(requests).flatMap(({ servers }) => servers))];
}

/** @throws ApiProblem where it is no specification that can be read */
function readSpec(text: string, address: string | null): ReadApi {
  try {
    return readOpenApi(text, { name: 'api', ...(address && { address }) });
  } catch (error) {
    throw error instanceof Error && error.name === 'SpecProblem' ? new ApiProblem(error.message) : error;
  }
}

async function fetched(address: string, allowPrivate: boolean): Promise<string> {
  try {
    return await fetchText(baseAddress(address), { allowPrivate });
  } catch (error) {
    throw new ApiProblem(`The specification could not be fetched. ${wordsOf(error)}`);
  }
}

/** @throws ApiProblem where it is no address of the web */
function baseAddress(text: string): string {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) throw new ApiProblem(`“${text.trim()}” is no address. It begins with https://.`);
  if (url.username || url.password) throw new ApiProblem('Leave user and password out of the address; they have fields of their own.');
  return url.href;
}

/** Calls the first function that reads and needs nothing. */
async function tryOne(connector: Connector<ApiBinding> | null, signal: AbortSignal): Promise<TestResult> {
  const binding = await connector!.describe();
  const harmless = binding.operations.find(({ effect, input, deprecated }) => effect === 'read' && !deprecated && input.fields.every(({ required }) => !required));
  if (!harmless) return { ok: true, message: 'It was read. Each of its functions needs to be given something, so none was called.' };
  const { ms } = await connector!.call(harmless.name, {}, signal);
  return { ok: true, message: `${harmless.name} answered after ${Math.round(ms)} ms.` };
}
