import { afterAll } from 'vitest';
import { FIREWALL_TOKEN, type Firewall, startFirewall } from '../../e2e/fakes/firewall.ts';
import type { Binding } from '../binding/binding';
import type { Connector } from '../connector/contract';
import { openDuckdb } from '../connector/duckdb';
import type { Store } from '../store';
import { type Added, openAdded } from './added';
import type { Connections } from './connections';

const kept = globalThis as { vitrineConnections?: Map<string, Connections> };

/** Tests only: what is connected in the local team, closed when the tests of the file are over. */
export function setConnections(connections: Partial<Connections>): void {
  kept.vitrineConnections = new Map([['local', connections as Connections]]);
  afterAll(() => connections.close?.());
}

/** Tests only: the town library, connected alone. `load` is the SQL of its tables; `through` may stand before it. */
export async function connectLibrary(load: string, through: (library: Connector) => Connector = (library) => library): Promise<void> {
  const library = await openDuckdb({ name: 'library', title: 'Town library', load: async (connection) => void (await connection.run(load)) });
  const asked = through(library);
  const bindings: Binding[] = [await library.describe()];
  setConnections({ connector: async (name) => (name === 'library' ? asked : null), bindings: async () => bindings, close: () => library.close() });
}

/** Tests only: a real firewall over HTTP, connected alone as `edgeFirewall` with its token. */
export async function connectFirewall(store: Store): Promise<{ firewall: Firewall; added: Added; id: string }> {
  const firewall = await startFirewall();
  afterAll(() => firewall.close());
  const added = openAdded({ store: async () => ({ ...store.team('local'), secrets: store.secrets }) });
  setConnections({ connector: (name) => added.connector(name), bindings: () => added.bindings(), close: () => added.close() });
  const { id } = await added.add({ kind: 'openapi', address: `${firewall.url}/openapi.json`, allowPrivate: true });
  await added.change(id, { credentials: { token: { kind: 'token', value: FIREWALL_TOKEN } } });
  return { firewall, added, id };
}
