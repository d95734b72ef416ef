import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Program, Source, Version } from '../program/program';
import { type Person, type Store, newId, openStore } from './index';

const kept = globalThis as { vitrineStore?: Promise<Store> };

/** Tests only: a store in a folder of its own, the process's until the tests of the file are over. What uses it is to be closed in hooks that come later: they run before its own. */
export async function openTestStore(): Promise<{ store: Store; folder: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'store-'));
  process.env.VITRINE_DATA = folder;
  kept.vitrineStore = openStore({ dataDir: folder });
  const store = await kept.vitrineStore;
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
  return { store, folder };
}

/** Tests only: the local person's program whose current version is this one. */
export async function addProgram(store: Store, { title, source, label = 'v', origin = null }: { title: string; source: Source } & Partial<Pick<Version, 'label' | 'origin'>>): Promise<Program> {
  const { id } = await store.programs.create({ title });
  const version = await store.versions.add({ programId: id, source, diagnostics: [], label, origin });
  await store.programs.setCurrent(id, version.id);
  return (await store.programs.get(id))!;
}

/** Tests only: somebody as better-auth makes one, without a way to sign in. */
export async function addPerson(store: Store, name: string): Promise<Person> {
  const adapter = (await store.adapter())({});
  const made = await adapter.create<Record<string, unknown>, { id: string }>({ model: 'user', data: { name, email: `${newId()}@example.com`, emailVerified: false, createdAt: new Date(), updatedAt: new Date() } });
  return (await store.people.get(made.id))!;
}
