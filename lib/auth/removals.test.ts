import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { EMPTY_SOURCE } from '../program/program';
import { type Store, newId, openStore } from '../store';
import { type Database, rowsOf } from '../store/database';
import { deleteAccount, deleteMember, deleteTeam, previewOfMember } from './removals';
import type { Viewer } from './viewer';

const folder = mkdtempSync(path.join(tmpdir(), 'removals-'));
const kept = globalThis as { vitrineStore?: Promise<Store> };
let store: Store;
let database: Database;

// Every row is looked at, beside what the store's own functions tell.
vi.mock('../store/embedded', async (original) => {
  const real = await original<typeof import('../store/embedded')>();
  return { ...real, openEmbedded: async (folder: string) => (database = await real.openEmbedded(folder)) };
});

beforeAll(async () => {
  store = await openStore({ dataDir: folder, secret: 'a secret of some length for tests' });
  kept.vitrineStore = Promise.resolve(store);
}, 240_000); // An empty database is made first, and others may be at work.
afterAll(async () => {
  await store.close().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
}, 240_000); // An empty database is made first, and others may be at work.

/** Somebody with an account, a way to sign in, a session, and something that is on its way to them by mail. */
async function somebody(name: string) {
  const adapter = (await store.adapter())({});
  const at = { createdAt: new Date(), updatedAt: new Date() };
  const email = `${name.toLowerCase()}@example.com`;
  const { id } = await adapter.create<Record<string, unknown>, { id: string }>({ model: 'user', data: { name, email, emailVerified: true, ...at } });
  await adapter.create({ model: 'account', data: { userId: id, accountId: id, providerId: 'credential', password: 'hashed', ...at } });
  await adapter.create({ model: 'session', data: { userId: id, token: newId(), expiresAt: new Date(Date.now() + 60_000), userAgent: 'test', ...at } });
  await adapter.create({ model: 'verification', data: { identifier: newId(), value: JSON.stringify({ email, name }), expiresAt: new Date(Date.now() + 60_000), ...at } });
  return { id, name, email };
}

/** Everything that somebody can leave behind in a team. */
async function livesIn(teamId: string, person: { id: string; name: string; email: string }) {
  const team = store.team(teamId);
  const made = {} as Record<'private' | 'team', string>;
  for (const visibility of ['private', 'team'] as const) {
    const { id } = await store.programs.create({ title: `A ${visibility} one`, teamId, ownerId: person.id });
    made[visibility] = id;
    await store.programs.setVisibility(id, visibility);
    const version = await store.versions.add({ programId: id, source: EMPTY_SOURCE, diagnostics: [], label: 'first', origin: null });
    await store.shares.create({ programId: id, ownerId: person.id, versionId: null, mode: 'live', refresh: 'never', password: null, expiresAt: null, maxViews: null, embedOrigins: [], title: null, by: person.name, hasPicture: false, mayRemix: false, mayAsk: false });
    await store.dataTokens.add({ programId: id, versionId: version.id, hash: newId(), createdBy: person.id });
    await team.grants.add({ effect: 'read', programId: id, binding: 'shop', names: ['orders'], maxRows: null, seconds: null });
    await store.approvals.add({ programId: id, effect: 'write', binding: 'wall', operation: 'block', args: {}, from: null, about: { title: 'Wall', summary: null }, askedBy: person.id }, 60);
    await team.ledger.add([{ programId: id, viewer: person.id, at: new Date().toISOString(), binding: 'shop', operation: 'sql', effect: 'read', outcome: 'ok' }]);
  }
  await team.spending.add(person.id, '2026-11', { inputTokens: 1, outputTokens: 1, unpricedTokens: 0, micros: 1 });
  await team.spending.hold(person.id, '2026-11', 'micros', 1, 60);
  await team.spending.setLimit(person.id, { micros: 5, tokens: null });
  await team.grants.setUsers('shop', { role: null, people: [person.id] });
  await store.invitations.add({ teamId, role: 'member', email: null, invitedBy: person.id, seconds: 60 });
  await store.invitations.add({ teamId, role: 'member', email: person.email, invitedBy: 'somebody', seconds: 60 });
  await store.audit.add({ teamId, personId: person.id, action: 'signed-in' });
  await store.audit.add({ teamId, personId: 'somebody', aboutId: person.id, action: 'role-changed', subject: 'A name they had before' });
  await store.audit.add({ teamId, personId: 'somebody', action: 'invited', subject: person.email });
  return made;
}

const viewerIn = (teamId: string, { id, name }: { id: string; name: string }): Viewer => ({ id, name, team: { id: teamId, role: 'owner' } });

/** Every row of every table in which one of these texts stands. */
async function tracesOf(texts: string[]): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(database.db, sql`select table_name as name from information_schema.tables where table_schema = 'public'`);
  expect(tables.length).toBeGreaterThan(25);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await rowsOf<{ row: string }>(database.db, sql`select row_to_json(t)::text as row from ${sql.identifier(name)} t`);
    found.push(...rows.filter(({ row }) => texts.some((text) => row.includes(text))).map(({ row }) => `${name}: ${row}`));
  }
  return found;
}

test('nothing of somebody is left in any table after their account is deleted, and what was the team’s goes on', async () => {
  const [ann, zoe] = [await somebody('Annwyn'), await somebody('Zoelle')];
  const town = await store.teams.create({ name: 'Town', ownerId: ann.id });
  const own = await store.teams.create({ name: 'Of one', ownerId: zoe.id });
  await store.teams.join(town.id, zoe.id, 'member');
  const made = await livesIn(town.id, zoe);
  const alone = await livesIn(own.id, zoe);
  expect((await tracesOf([zoe.id, zoe.name, zoe.email])).length).toBeGreaterThan(25);

  await expect(deleteAccount({ id: 's', person: zoe, teamId: null }, 'zoe')).rejects.toMatchObject({ status: 400 });
  await deleteAccount({ id: 's', person: zoe, teamId: null }, ` ${zoe.email.toUpperCase()} `);

  expect(await tracesOf([zoe.id, zoe.name, zoe.email, 'A name they had before'])).toEqual([]);
  expect(await store.teams.get(own.id)).toBeNull();
  expect([await store.programs.get(made.private), await store.programs.get(alone.team)]).toEqual([null, null]);
  expect(await store.programs.get(made.team)).toMatchObject({ ownerId: ann.id, visibility: 'team' });
  expect(await store.team(town.id).grants.list(made.team)).toEqual([]);
  // On record it stays, by nobody in particular.
  expect(await store.team(town.id).ledger.list(made.team, { limit: 5 })).toMatchObject([{ viewer: 'deleted-person', binding: 'shop' }]);
  expect((await store.audit.page(town.id, { limit: 9 })).map(({ action, person, subject }) => [action, person, subject])).toEqual([
    ['person-deleted', null, null],
    ['invited', null, 'Deleted person'],
    ['role-changed', null, 'Deleted person'],
    ['signed-in', null, null],
  ]);
  // Where they alone might use a connection, nobody may: it isn't opened by that.
  expect(await store.team(town.id).grants.users('shop')).toEqual({ role: null, people: [] });
}, 240_000);

test('an admin deletes what somebody has in the team, and no more', async () => {
  const [ann, bob] = [await somebody('Annabel'), await somebody('Bobrick')];
  const town = await store.teams.create({ name: 'Town', ownerId: ann.id });
  const other = await store.teams.create({ name: 'Elsewhere', ownerId: bob.id });
  await store.teams.join(town.id, bob.id, 'member');
  const here = await livesIn(town.id, bob);
  const there = await livesIn(other.id, bob);
  const viewer = viewerIn(town.id, ann);
  expect(await previewOfMember(viewer, bob.id)).toMatchObject({ private: 1, team: 1, links: 2, tokens: 2, account: false, teamsToo: [] });
  await expect(deleteMember(viewer, ann.id, { typed: ann.email, handOver: false })).rejects.toMatchObject({ status: 409 });
  await expect(deleteMember(viewer, bob.id, { typed: 'Bob', handOver: true })).rejects.toMatchObject({ status: 400 });
  await expect(deleteMember({ ...viewer, team: { id: other.id, role: 'admin' } }, bob.id, { typed: bob.email, handOver: true })).rejects.toMatchObject({ status: 403 });
  expect(await deleteMember(viewer, bob.id, { typed: bob.email, handOver: true })).toEqual({ account: false });

  expect(await store.programs.get(here.private)).toMatchObject({ ownerId: ann.id, visibility: 'private' });
  expect(await store.programs.get(here.team)).toMatchObject({ ownerId: ann.id });
  expect(await store.people.get(bob.id)).not.toBeNull();
  expect(await store.programs.get(there.private)).toMatchObject({ ownerId: bob.id });
  expect(await store.dataTokens.list(there.team)).toHaveLength(1);
  expect(await store.team(other.id).spending.list('2026-11')).toMatchObject([{ personId: bob.id, micros: 1 }]);
  const left = await tracesOf([bob.id, bob.email]);
  expect(left.filter((row) => row.includes(town.id))).toEqual([]);
  expect(left.length).toBeGreaterThan(10);
}, 240_000);

test('a team with others in it needs an owner first, and nothing is deleted before it has one', async () => {
  const [ann, cid] = [await somebody('Annika'), await somebody('Cidney')];
  const town = await store.teams.create({ name: 'Town', ownerId: ann.id });
  await store.teams.join(town.id, cid.id, 'admin');
  const made = await livesIn(town.id, ann);
  await expect(deleteAccount({ id: 's', person: ann, teamId: null }, ann.email)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('“Town” needs an owner') });
  expect(await store.programs.get(made.private)).not.toBeNull();
  expect(await store.dataTokens.list(made.team)).toHaveLength(1);
  await store.teams.transfer(town.id, ann.id, cid.id);
  await deleteAccount({ id: 's', person: ann, teamId: null }, ann.email);
  expect(await store.programs.get(made.team)).toMatchObject({ ownerId: cid.id });
}, 240_000);

test('a team is deleted by who is alone in it and has another one', async () => {
  const [ann, dan] = [await somebody('Annette'), await somebody('Danforth')];
  const [town, spare] = [await store.teams.create({ name: 'Town', ownerId: ann.id }), await store.teams.create({ name: 'Spare', ownerId: ann.id })];
  await store.teams.join(town.id, dan.id, 'member');
  const [kept, gone] = [await livesIn(town.id, ann), await livesIn(spare.id, ann)];
  const session = { id: 's', person: ann, teamId: spare.id };
  await expect(deleteTeam(session, viewerIn(spare.id, ann), 'Spare')).rejects.toMatchObject({ status: 400 });
  await expect(deleteTeam(session, viewerIn(town.id, ann), ann.email)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('Others are in') });
  await deleteTeam(session, viewerIn(spare.id, ann), ann.email);
  expect([await store.teams.get(spare.id), await store.programs.get(gone.team)]).toEqual([null, null]);
  expect(await store.programs.get(kept.private)).toMatchObject({ ownerId: ann.id });
  expect((await tracesOf([spare.id])).filter((row) => !row.startsWith('audit'))).toEqual([]);
  await store.teams.leave(town.id, dan.id);
  await expect(deleteTeam(session, viewerIn(town.id, ann), ann.email)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('only team') });
}, 240_000);
