import { beforeEach, describe, expect, test } from 'vitest';
import { LOCAL, type Viewer } from '../auth/viewer';
import { connectFirewall } from '../connection/test-connections';
import { ROLES, type Role } from '../program/role';
import { addPerson, openTestStore } from '../store/test-store';
import { decide, letRead } from './decide';
import { bindingsFor } from './may-use';
import { needsAdmin, setUsers, setWritesNeedAdmin } from './rules';
import { runCall } from './run-call';

const WALL = { name: 'edgeFirewall', title: 'Edge Firewall API' };

const { store } = await openTestStore();
const { firewall } = await connectFirewall(store);
const people = {} as Record<Role, Viewer>;
for (const role of ROLES) {
  const { id } = await addPerson(store, role);
  await store.teams.join('local', id, role);
  people[role] = { id, name: role, team: { id: 'local', role } };
}
let programId: string;

beforeEach(async () => {
  programId = (await store.programs.create({ title: 'Wall', ownerId: people.member.id })).id;
  firewall.blocked.length = 0;
  await setWritesNeedAdmin(people.owner, false);
  await setUsers(store, people.owner, WALL, null);
});

const block = (viewer: Viewer, from = 'block') =>
  runCall(viewer, programId, { id: 1, binding: WALL.name, operation: 'blocksAdd', args: { body: { addresses: ['203.0.113.7'] } }, from }, AbortSignal.timeout(10_000), { onWait: () => () => {} });
const read = (viewer: Viewer) => runCall(viewer, programId, { id: 1, binding: WALL.name, operation: 'blocksList', args: {} }, AbortSignal.timeout(10_000));
const waiting = async () => {
  await expect.poll(async () => (await store.approvals.pending(programId)).length, { timeout: 5_000 }).toBe(1);
  return (await store.approvals.pending(programId)).map(({ id }) => id);
};
const LIMITS = { 'body.addresses': { any: true as const } };

describe('where admins allow changes', () => {
  beforeEach(() => setWritesNeedAdmin(people.admin, true).then(() => undefined));

  test.each(['block', 'execute'])('a member’s %s waits for one, and a member can only take it back', async (from) => {
    const answer = block(people.member, from);
    const ids = await waiting();
    await expect(decide(people.member, programId, ids, 'once')).rejects.toMatchObject({ status: 403 });
    await expect(decide(people.member, programId, ids, { limits: { 'body.addresses': { atMost: 9 } }, seconds: 60 })).rejects.toMatchObject({ status: 403 });
    expect(firewall.blocked).toEqual([]);
    expect(await store.team('local').approvals.pending()).toMatchObject([{ programId, program: 'Wall', askedBy: people.member.id, args: { body: { addresses: ['203.0.113.7'] } } }]);
    expect(await store.team('elsewhere').approvals.pending()).toEqual([]);
    expect(await decide(people.admin, programId, ids, 'once')).toEqual({ answered: 1 });
    expect(await answer).toMatchObject({ ok: true });
    expect(firewall.blocked).toEqual(['203.0.113.7']);

    const again = block(people.member, from);
    expect(await decide(people.member, programId, await waiting(), 'deny')).toEqual({ answered: 1 });
    expect(await again).toMatchObject({ ok: false, error: { code: 'denied' } });
  });

  test('what members granted before counts no more, what admins grant does', async () => {
    await setWritesNeedAdmin(people.admin, false);
    const { grants } = store.team('local');
    await grants.add({ effect: 'write', programId, binding: WALL.name, operation: 'blocksAdd', limits: LIMITS, seconds: 60 });
    expect(await setWritesNeedAdmin(people.admin, true)).toBe(1);
    const answer = block(people.member);
    await decide(people.admin, programId, await waiting(), { limits: { 'body.addresses': { atMost: 1 } }, seconds: 60 });
    expect(await answer).toMatchObject({ ok: true });
    expect(await block(people.member)).toMatchObject({ ok: true });
    expect(await Promise.all([people.admin, people.owner, people.member].map(needsAdmin))).toEqual([false, false, true]);
  });
});

describe('a connection that isn’t everybody’s', () => {
  const letThemRead = () => letRead(people.owner, programId, { binding: WALL.name, names: ['blocksList'], maxRows: null, seconds: null });

  test.each<[string, { role: Role | null; named: ('member' | 'viewer')[] }, string[]]>([
    ['a role', { role: 'admin', named: [] }, ['owner', 'admin']],
    ['a role and somebody', { role: 'admin', named: ['viewer'] }, ['owner', 'admin', 'viewer']],
    ['named people, and admins only where they are named', { role: null, named: ['member'] }, ['member']],
    ['people who are all gone: nobody', { role: null, named: [] }, []],
  ])('is used by %s, told of to them, and refused to others with a reason', async (_, { role, named }, who) => {
    await setUsers(store, people.owner, WALL, { role, people: named.map((one) => people[one].id) });
    await store.team('local').grants.add({ effect: 'read', programId, binding: WALL.name, names: ['blocksList'], maxRows: null, seconds: null });
    for (const viewer of Object.values(people)) {
      const may = who.includes(viewer.team.role);
      expect([viewer.name, (await bindingsFor(viewer)).map(({ name }) => name)]).toEqual([viewer.name, may ? [WALL.name] : []]);
      const answer = await read(viewer);
      expect([viewer.name, answer.ok]).toEqual([viewer.name, may]);
      if (!answer.ok) expect(answer.error).toMatchObject({ code: 'not-allowed', message: expect.stringContaining('An admin of your team') });
    }
  });

  test('is refused to writes, executes and grants of others', async () => {
    await setUsers(store, people.owner, WALL, { role: 'admin', people: [] });
    expect(await block(people.member)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await block(people.member, 'execute')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    await expect(letRead(people.member, programId, { binding: WALL.name, names: ['blocksList'], maxRows: null, seconds: null })).rejects.toMatchObject({ status: 403 });
    expect(await store.approvals.pending(programId)).toEqual([]);
    expect(firewall.blocked).toEqual([]);
  });

  test('is read through a link or a token by whoever made it, as long as they may', async () => {
    await letThemRead();
    await setUsers(store, people.owner, WALL, { role: null, people: [people.member.id] });
    const link = (madeBy: string): Viewer => ({ id: 'link:l', name: 'A link', team: { id: 'local', role: 'viewer' }, looksOnly: true, madeBy });
    expect(await read(link(people.member.id))).toMatchObject({ ok: true });
    expect(await read(link(people.admin.id))).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await read(link('somebody who left'))).toMatchObject({ ok: false });
    expect(await read(link(LOCAL.id))).toMatchObject({ ok: false });
    await setUsers(store, people.owner, WALL, null);
    expect(await read(link(people.admin.id))).toMatchObject({ ok: true });
  });

  test('ends what waits when somebody may use it no more', async () => {
    const answer = block(people.member);
    const ids = await waiting();
    await setUsers(store, people.owner, WALL, { role: 'admin', people: [] });
    await decide(people.owner, programId, ids, 'once');
    expect(await answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(firewall.blocked).toEqual([]);
  });
});
