import { type Isolates, createIsolates } from './isolates';

// Next bundles routes apart from each other; the one pool of the process is found through globalThis.
const shared = globalThis as { vitrineIsolates?: Isolates };

/** The process's isolates. Their threads are started when the first is needed. */
export async function isolates(): Promise<Isolates> {
  return (shared.vitrineIsolates ??= createIsolates());
}

export async function closeIsolates(): Promise<void> {
  await shared.vitrineIsolates?.close();
  shared.vitrineIsolates = undefined;
}
