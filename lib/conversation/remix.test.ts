import { afterAll, describe, expect, test } from 'vitest';
import { LOCAL } from '../auth/viewer';
import { leaveFor } from '../auth/leave';
import { closeConnections } from '../connection/connections';
import type { Program, Source } from '../program/program';
import { addProgram, openTestStore } from '../store/test-store';
import { closeChecker } from './checker';
import { lineageOf, planRemix, remixProgram } from './remix';

const { store } = await openTestStore();
afterAll(async () => {
  await closeChecker();
  await closeConnections();
});

const UI = 'export default function App() {\n  const { data: rows } = useData(data.orders, {});\n  return <Page title="Orders">{rows?.length}</Page>;\n}\n';
const sourceOver = (binding: string): Source => ({ 'ui.tsx': UI, 'data.ts': `export async function orders({}: {}) {\n  return ${binding}.sql\`select id from orders limit 3\`;\n}\n` });

async function original(binding: string): Promise<Program> {
  const program = await addProgram(store, { title: 'Orders of ours', source: sourceOver(binding), label: 'a prompt nobody else reads', origin: { modelId: 'composer:1', state: { title: 'x', unread: ['nobody', 'else'], history: ['earlier'] } } });
  const { id } = program;
  await store.messages.add(id, { id: crypto.randomUUID(), role: 'user', parts: [{ type: 'text', text: 'a prompt nobody else reads' }] });
  await store.team('local').grants.add({ programId: id, effect: 'read', binding, names: ['orders'], columns: {}, maxRows: null, seconds: null });
  await store.shared.set(id, 'note', 'kept');
  return (await store.programs.get(id))!;
}

const mayOpen = (program: Program) => leaveFor(LOCAL, program) !== null;

describe('a remix', () => {
  test('has the code, and nothing else of the original', async () => {
    const program = await original('shop');
    expect(await planRemix(LOCAL, program)).toMatchObject({ missing: [] });
    const { programId, good } = await remixProgram(LOCAL, program, {});
    expect(good).toBe(true);
    const made = (await store.programs.get(programId))!;
    expect(made).toMatchObject({ title: 'Orders of ours', visibility: 'private', ownerId: 'local' });
    const version = (await store.versions.get(made.currentVersionId!))!;
    expect(version).toMatchObject({ ordinal: 1, source: sourceOver('shop'), label: 'Remix of “Orders of ours”', origin: { modelId: 'composer:1', state: { title: 'x', unread: [] } } });
    expect(JSON.stringify(version)).not.toContain('earlier');
    expect(await store.messages.list(programId)).toEqual([]);
    expect(await store.team('local').grants.list(programId)).toEqual([]);
    expect((await store.shared.all(programId)).values).toEqual({});
  }, 60_000);

  test('asks for a connection that the team doesn’t have, and is written for the one that is chosen', async () => {
    const program = await original('warehouse');
    const { missing, offered } = await planRemix(LOCAL, program);
    expect(missing).toEqual([{ name: 'warehouse', operations: ['sql'] }]);
    expect(offered.map(({ name }) => name)).toContain('shop');
    const unsettled = await remixProgram(LOCAL, program, {});
    expect(unsettled.good).toBe(false);
    expect(unsettled.diagnostics[0]).toMatchObject({ file: 'data.ts', severity: 'error' });
    expect((await store.programs.get(unsettled.programId))!.currentVersionId).toBeNull();
    const settled = await remixProgram(LOCAL, program, { warehouse: 'shop' });
    expect(settled).toMatchObject({ good: true, diagnostics: [] });
    const made = (await store.programs.get(settled.programId))!;
    expect((await store.versions.get(made.currentVersionId!))!.source).toEqual(sourceOver('shop'));
    await expect(remixProgram(LOCAL, program, { warehouse: 'gone' })).rejects.toMatchObject({ status: 409 });
  }, 60_000);

  test('offers and takes only connections that its maker may use', async () => {
    const member = { ...LOCAL, id: 'member', team: { id: 'local', role: 'member' as const } };
    const { grants } = store.team('local');
    await grants.setUsers('shop', { role: 'admin', people: [] });
    try {
      const [theirs, other] = [await original('shop'), await original('warehouse')];
      expect(await planRemix(LOCAL, theirs)).toMatchObject({ missing: [] });
      const plan = await planRemix(member, theirs);
      expect(plan.missing).toEqual([{ name: 'shop', operations: ['sql'] }]);
      expect(plan.offered.map(({ name }) => name)).not.toContain('shop');
      await expect(remixProgram(member, other, { warehouse: 'shop' })).rejects.toMatchObject({ status: 409 });
      // One that keeps the name is there to be repaired, and tells nothing of what the connection has.
      const made = await remixProgram(member, theirs, {});
      expect(made.good).toBe(false);
      expect(JSON.stringify(made.diagnostics)).not.toMatch(/customers|amount/);
    } finally {
      await grants.setUsers('shop', null);
    }
  }, 60_000);

  test('made in another team, or through a link, tells that team nothing of the original’s title once it is gone', async () => {
    const program = { ...(await original('shop')), visibility: 'team' as const };
    const elsewhere = { ...LOCAL, team: { id: 'elsewhere', role: 'owner' as const } };
    const { programId } = await remixProgram(elsewhere, program, {});
    const through = await remixProgram(LOCAL, program, {}, { versionId: program.currentVersionId, title: 'As the link says', shareId: 'a-link' });
    expect(await store.lineage.of(programId)).toMatchObject({ visibility: 'private', viaShareId: null });
    expect(await store.lineage.of(through.programId)).toMatchObject({ visibility: 'private', title: 'As the link says', viaShareId: 'a-link' });
    expect(await store.programs.get(through.programId)).toMatchObject({ title: 'As the link says', visibility: 'private' });
    expect(await store.versions.list(through.programId)).toMatchObject([{ label: 'Remix of “As the link says”' }]);
  }, 60_000);

  test('knows where it comes from, and the original what became of it', async () => {
    const program = await original('shop');
    const { programId } = await remixProgram(LOCAL, program, {});
    const remix = (await store.programs.get(programId))!;
    expect(await lineageOf(LOCAL, remix, mayOpen)).toEqual({ origin: { id: program.id, title: program.title }, remixes: [] });
    expect(await lineageOf(LOCAL, program, mayOpen)).toEqual({ origin: null, remixes: [{ id: programId, title: program.title }] });
    await store.programs.remove(program.id);
    expect(await lineageOf(LOCAL, remix, mayOpen)).toEqual({ origin: { id: null, title: program.title }, remixes: [] });
    // Somebody who never had the original open learns nothing of it.
    const other = { ...LOCAL, id: 'somebody' };
    expect((await lineageOf(other, remix, mayOpen)).origin).toEqual({ id: null, title: null });
  }, 60_000);

  test('of nothing there is none', async () => {
    const program = await store.programs.create({ title: 'Nothing yet' });
    await expect(remixProgram(LOCAL, program, {})).rejects.toMatchObject({ status: 409 });
  });
});
