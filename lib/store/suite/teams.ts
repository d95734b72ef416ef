import { describe, expect, it, vi } from 'vitest';
import { EMPTY_SOURCE } from '../../program/program';
import type { Store } from '../index';
import { addPerson } from '../test-store';

export function teamsSuite(store: Store): void {
  describe('teams', () => {
    it('keep what is theirs apart', async () => {
      const { id } = await store.teams.create({ name: 'Elsewhere', ownerId: (await addPerson(store, 'Ann')).id });
      const [here, there] = [store.team('local'), store.team(id)];
      expect(store.team(id)).toBe(there);
      const settings = { title: 'Both', effects: {} };
      const mine = await here.connections.add({ name: 'both', kind: 'openapi', settings, described: '{}' });
      const theirs = await there.connections.add({ name: 'both', kind: 'openapi', settings, described: '{}' });
      expect(await there.connections.list()).toEqual([theirs]);
      expect([await there.connections.get(mine.id), await there.connections.described(mine.id), await there.connections.remove(mine.id)]).toEqual([null, null, null]);
      const file = await there.files.add({ name: 'a.csv', path: 'files/a', bytes: 1, tables: [] });
      expect((await here.files.list()).map((one) => one.id)).not.toContain(file.id);
      expect(await here.files.remove(file.id)).toBeNull();
      await there.settings.set('models', [1]);
      await here.settings.set('models', [2]);
      expect([await there.settings.get('models'), await here.settings.get('models'), await store.settings.get('models')]).toEqual([[1], [2], null]);
      const program = await store.programs.create({ title: 'There', teamId: id });
      await there.grants.add({ effect: 'read', programId: program.id, binding: 'both', names: ['a'], maxRows: null, seconds: null });
      await here.grants.forget('both');
      expect(await there.grants.list(program.id)).toHaveLength(1);
      const line = { programId: program.id, viewer: 'ann', binding: 'only-there', operation: 'sql', effect: 'read', at: new Date().toISOString(), outcome: 'ok' } as const;
      await there.ledger.add([line]);
      expect(await here.ledger.page({ programId: program.id }, { limit: 9 })).toEqual([]);
      expect((await here.ledger.values()).bindings).not.toContain('only-there');
      expect(await there.ledger.page({ viewer: 'bob' }, { limit: 9 })).toEqual([]);
      await store.teams.remove(id);
      expect(await store.programs.get(program.id)).toBeNull();
      expect(await there.ledger.page({}, { limit: 9 })).toEqual([]);
      expect(await here.connections.get(mine.id)).toEqual(mine);
      await here.connections.remove(mine.id);
    });

    it('show a person what is open to them', async () => {
      const [ann, bob] = [await addPerson(store, 'Ann'), await addPerson(store, 'Bob')];
      const { id } = await store.teams.create({ name: 'Town', ownerId: ann.id });
      const hers = await store.programs.create({ title: 'Hers', teamId: id, ownerId: ann.id });
      const ours = await store.programs.create({ title: 'Ours', teamId: id, ownerId: ann.id });
      await store.programs.setVisibility(ours.id, 'team');
      const seen = async (who: string) => (await store.programs.list({ id: who, team: { id } }, { limit: 9 })).map(({ title }) => title).toSorted();
      expect([await seen(ann.id), await seen(bob.id)]).toEqual([['Hers', 'Ours'].toSorted(), ['Ours']]);
      expect(hers.visibility).toBe('private');
    });

    it('always have an owner', async () => {
      const [ann, bob] = [await addPerson(store, 'Ann'), await addPerson(store, 'Bob')];
      const { id } = await store.teams.create({ name: 'Town', ownerId: ann.id });
      await store.teams.join(id, bob.id, 'member');
      await store.teams.join(id, bob.id, 'admin');
      expect(await store.teams.role(id, bob.id)).toBe('member');
      await expect(store.teams.leave(id, ann.id)).rejects.toMatchObject({ status: 409 });
      await expect(store.teams.setRole(id, ann.id, 'viewer')).rejects.toMatchObject({ status: 409 });
      expect(await store.teams.role(id, ann.id)).toBe('owner');
      await store.teams.transfer(id, ann.id, bob.id);
      expect((await store.teams.members(id)).map(({ name, role }) => [name, role])).toEqual([['Ann', 'admin'], ['Bob', 'owner']]);
      await store.teams.leave(id, ann.id);
      expect(await store.teams.of(ann.id)).toEqual([]);
      await expect(store.teams.transfer(id, bob.id, ann.id)).rejects.toMatchObject({ status: 404 });
      await expect(Promise.all([store.teams.leave(id, bob.id), store.teams.setRole(id, bob.id, 'admin')])).rejects.toMatchObject({ status: 409 });
    });

    it('end the links and tokens of who leaves, of what is theirs', async () => {
      const [ann, bob] = [await addPerson(store, 'Ann'), await addPerson(store, 'Bob')];
      const [town, other] = [await store.teams.create({ name: 'Town', ownerId: ann.id }), await store.teams.create({ name: 'Other', ownerId: bob.id })];
      await store.teams.join(town.id, bob.id, 'member');
      const linkOf = async (teamId: string, ownerId: string) => {
        const program = await store.programs.create({ title: 'Orders', teamId, ownerId });
        const version = await store.versions.add({ programId: program.id, source: EMPTY_SOURCE, diagnostics: [], label: 'v', origin: null });
        const { token, share } = await store.shares.create({ programId: program.id, ownerId, versionId: null, mode: 'live', refresh: 'never', password: null, expiresAt: null, maxViews: null, embedOrigins: [], title: null, by: null, hasPicture: false, mayRemix: false, mayAsk: false });
        await store.dataTokens.add({ programId: program.id, versionId: version.id, hash: share.id, createdBy: ownerId });
        return { token, id: share.id, isThere: async () => [await store.shares.byToken(token), await store.dataTokens.byHash(share.id)].map((found) => found !== null) };
      };
      const [hers, his, elsewhere] = [await linkOf(town.id, ann.id), await linkOf(town.id, bob.id), await linkOf(other.id, bob.id)];
      const heard = vi.fn();
      const off = store.shares.onChange(his.id, heard);
      await store.teams.leave(town.id, bob.id);
      await vi.waitFor(() => expect(heard).toHaveBeenCalled());
      off();
      expect([await hers.isThere(), await his.isThere(), await elsewhere.isThere()]).toEqual([[true, true], [false, false], [true, true]]);
    });

    it('end the invitations of who leaves or invites nobody any more', async () => {
      const [ann, bob, cid] = [await addPerson(store, 'Ann'), await addPerson(store, 'Bob'), await addPerson(store, 'Cid')];
      const { id: teamId } = await store.teams.create({ name: 'Town', ownerId: ann.id });
      for (const { id } of [bob, cid]) await store.teams.join(teamId, id, 'admin');
      const byWhom = async (invitedBy: string) => (await store.invitations.add({ teamId, role: 'admin', email: null, invitedBy, seconds: 60 })).token;
      const [hers, his, cids, again] = [await byWhom(ann.id), await byWhom(bob.id), await byWhom(cid.id), await byWhom(bob.id)];
      await store.invitations.use(again, await addPerson(store, 'Dan'));
      await store.teams.leave(teamId, bob.id);
      await store.teams.setRole(teamId, cid.id, 'admin');
      expect(await store.invitations.find(cids)).not.toBeNull();
      await store.teams.setRole(teamId, cid.id, 'member');
      for (const token of [his, cids]) expect(await store.invitations.find(token)).toBeNull();
      expect(await store.invitations.find(hers)).not.toBeNull();
    });

    it('invite somebody once', async () => {
      const [ann, bob, cid] = [await addPerson(store, 'Ann'), await addPerson(store, 'Bob'), await addPerson(store, 'Cid')];
      const { id: teamId } = await store.teams.create({ name: 'Town', ownerId: ann.id });
      const invite = (email: string | null, seconds = 60) => store.invitations.add({ teamId, role: 'member', email, invitedBy: ann.id, seconds });
      const open = await invite(null);
      expect(await store.invitations.find(open.token)).toMatchObject({ id: open.id, team: 'Town' });
      expect((await Promise.all([store.invitations.use(open.token, bob), store.invitations.use(open.token, cid)])).filter(Boolean)).toHaveLength(1);
      expect([await store.invitations.find(open.token), await store.invitations.use(open.token, cid)]).toEqual([null, null]);
      const late = await invite(null, -1);
      const revoked = await invite(null);
      expect(await store.invitations.revoke('another team', revoked.id)).toBeNull();
      await store.invitations.revoke(teamId, revoked.id);
      for (const { token } of [late, revoked, { token: 'never' }]) expect(await store.invitations.find(token)).toBeNull();
      const named = await invite(cid.email.toUpperCase());
      expect(await store.invitations.use(named.token, bob)).toBeNull();
      expect((await store.invitations.list(teamId)).map(({ id }) => id)).toEqual([named.id]);
      expect(await store.invitations.use(named.token, cid)).toMatchObject({ role: 'member' });
      expect(JSON.stringify(await store.invitations.list(teamId))).not.toContain(named.token);
    });
  });
}
