import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeConnections, getConnections } from '../connection/connections';
import type { Program } from '../program/program';
import { addProgram, openTestStore } from '../store/test-store';
import { closeChecker } from './checker';
import { recheck } from './recheck';
import { acceptRepair, discardRepair, healthOf } from './repair';

const { store, folder } = await openTestStore();
afterAll(async () => {
  await closeChecker();
  await closeConnections();
});

const UI = 'export default function App() {\n  const { data: rows } = useData(data.all, {});\n  return <Page title="All">{rows?.length}</Page>;\n}\n';

async function addCsv(text: string): Promise<string> {
  const file = path.join(folder, 'sales.csv');
  writeFileSync(file, text);
  return (await getConnections('local').addFile({ path: file, name: 'sales.csv' }, {}, false)).id;
}

async function program(query: string, isTeams: boolean): Promise<Program> {
  const made = await addProgram(store, { title: query, source: { 'ui.tsx': UI, 'data.ts': `export async function all({}: {}) {\n  return ${query};\n}\n` } });
  if (isTeams) await store.programs.setVisibility(made.id, 'team');
  return (await store.programs.get(made.id))!;
}

test('a table that comes back with other columns flags what others see of it, and no more once it fits again; a repair waits for a yes', async () => {
  const first = await addCsv('shop,amount\nKöln,1\nLyon,2\n');
  const seen = await program('files.sql`select shop, amount from sales`', true);
  const own = await program('files.sql`select shop from sales`', false);
  const elsewhere = await program('shop.sql`select id from orders limit 1`', true);
  await recheck('local', 'files');
  expect(await healthOf(seen.id)).toBeNull();

  await getConnections('local').removeFile(first);
  const second = await addCsv('place,amount\nKöln,1\n');
  await recheck('local', 'files');
  expect(await healthOf(seen.id)).toMatchObject({ binding: 'files', draftVersionId: null, diagnostics: [{ file: 'data.ts', severity: 'error', message: expect.stringContaining('shop') }] });
  expect([await healthOf(own.id), await healthOf(elsewhere.id)]).toEqual([null, null]);
  // What is current is what it was: the last good version goes on.
  expect((await store.programs.get(seen.id))!.currentVersionId).toBe(seen.currentVersionId);

  await expect(acceptRepair(seen)).rejects.toMatchObject({ status: 409 });
  const draft = await store.versions.add({ programId: seen.id, source: { 'ui.tsx': UI, 'data.ts': 'export async function all({}: {}) {\n  return files.sql`select place from sales`;\n}\n' }, diagnostics: [], label: 'Repair', origin: null });
  await store.health.setDraft(seen.id, draft.id);
  expect(await healthOf(seen.id)).toMatchObject({ draftVersionId: draft.id });
  await discardRepair(seen);
  await expect(acceptRepair(seen)).rejects.toMatchObject({ status: 409 });
  await store.health.setDraft(seen.id, draft.id);
  expect(await acceptRepair(seen)).toMatchObject({ id: draft.id });
  expect((await store.programs.get(seen.id))!.currentVersionId).toBe(draft.id);
  expect(await healthOf(seen.id)).toBeNull();

  await getConnections('local').removeFile(second);
  await recheck('local', 'files');
  expect(await healthOf(seen.id)).not.toBeNull();
  await addCsv('place,amount\nKöln,1\n');
  await recheck('local', 'files');
  expect(await healthOf(seen.id)).toBeNull();
}, 120_000);
