import { describe, expect, it } from 'vitest';
import type { Store } from '../index';
import { newId } from '../new-id';
import { AWKWARD, addVersion, newProgram } from './made';

export function permissionsSuite(store: Store): void {
  describe('approvals and grants', () => {
    const asked = { effect: 'write' as const, binding: 'wall', operation: 'block', args: { text: AWKWARD }, from: null, about: { title: 'Wall', summary: null } };

    it('move on once each, and run out', async () => {
      const { id: programId } = await newProgram(store);
      const first = await store.approvals.add({ ...asked, programId }, 60);
      const second = await store.approvals.add({ ...asked, programId }, 60);
      await store.approvals.add({ ...asked, programId }, -1);
      expect(await store.approvals.pending(programId)).toEqual([first, second]);
      expect(first).toMatchObject({ ...asked, state: 'pending' });
      const heard: string[] = [];
      const off = store.approvals.onChange(first.id, () => heard.push('first'));
      expect(await store.approvals.take(first.id)).toBe(false);
      expect(await store.approvals.decide([first.id, 'nothing'], 'approved')).toEqual([first.id]);
      expect(await store.approvals.decide([first.id], 'denied')).toEqual([]);
      expect(await Promise.all([1, 2, 3].map(() => store.approvals.take(first.id)))).toEqual(expect.arrayContaining([true, false, false]));
      expect(heard).toEqual(['first', 'first']);
      off();
      // Nobody has said for too long that they wait for it; then somebody does.
      await store.approvals.renew(second.id, -1);
      expect(await store.approvals.pending(programId)).toEqual([]);
      expect(await store.approvals.decide([second.id], 'approved')).toEqual([]);
      await store.approvals.renew(second.id, 60);
      expect((await store.approvals.pending(programId)).map(({ id }) => id)).toEqual([second.id]);
      await store.approvals.withdraw(second.id);
      expect(await store.approvals.get(second.id)).toMatchObject({ state: 'withdrawn' });
      // What was asked goes with the lines of its time.
      const third = await store.approvals.add({ ...asked, programId }, 60);
      await store.team('local').approvals.prune(first.createdAt);
      expect(await store.approvals.get(second.id)).not.toBeNull();
      await store.team('local').approvals.prune('2100-01-01T00:00:00.000Z');
      expect(await Promise.all([first, second, third].map(({ id }) => store.approvals.get(id)))).toEqual([null, null, null]);
      expect(await store.approvals.pending(programId)).toEqual([]);
    });

    it('hold for their time and their program', async () => {
      const [one, two] = [await newProgram(store), await newProgram(store)];
      const limits = { 'a.b': { is: AWKWARD }, c: { atMost: 2 }, d: { any: true as const } };
      const held = await store.team('local').grants.add({ effect: 'write', programId: one.id, binding: 'wall', operation: 'block', limits, seconds: 60 });
      await store.team('local').grants.add({ effect: 'write', programId: one.id, binding: 'wall', operation: 'block', limits, seconds: -1 });
      expect(await store.team('local').grants.list(one.id)).toEqual([held]);
      expect(held).toMatchObject({ effect: 'write', limits, expiresAt: expect.any(String) });
      expect(await store.team('local').grants.list(two.id)).toEqual([]);
      expect(await store.team('local').grants.revoke(two.id, held.id)).toBe(false);
      expect(await store.team('local').grants.revoke(one.id, held.id)).toBe(true);
      expect(await store.team('local').grants.list(one.id)).toEqual([]);
    });

    it('to read hold until they are taken back, which is told, or until their connection is gone', async () => {
      const { id: programId } = await newProgram(store);
      const heard: string[] = [];
      const off = store.team('local').grants.onChange(programId, 'library', () => heard.push('changed'));
      const held = await store.team('local').grants.add({ effect: 'read', programId, binding: 'library', names: ['books', AWKWARD], columns: { books: ['title', AWKWARD] }, limits: { zone: { is: AWKWARD } }, maxRows: 50, seconds: null });
      expect(held).toMatchObject({ effect: 'read', names: ['books', AWKWARD], columns: { books: ['title', AWKWARD] }, limits: { zone: { is: AWKWARD } }, maxRows: 50, expiresAt: null });
      expect(await store.team('local').grants.list(programId)).toEqual([held]);
      expect(await store.team('local').grants.readFreely('library')).toBeNull();
      await store.team('local').grants.setReadFreely('library', true);
      await store.team('local').grants.setReadFreely('library', false);
      expect(await store.team('local').grants.readFreely('library')).toBe(false);
      await store.team('local').grants.forgetTables('library', ['shelves']);
      expect(await store.team('local').grants.list(programId)).toEqual([held]);
      await store.team('local').grants.forgetTables('library', ['books']);
      expect(await store.team('local').grants.list(programId)).toEqual([]);
      await store.team('local').grants.add({ effect: 'read', programId, binding: 'library', names: ['books'], maxRows: null, seconds: null });
      await store.team('local').grants.forget('library');
      expect(await store.team('local').grants.list(programId)).toEqual([]);
      expect(await store.team('local').grants.readFreely('library')).toBeNull();
      off();
      await store.team('local').grants.setReadFreely('library', true);
      expect(heard).toHaveLength(7);
    });
  });

  describe('data tokens', () => {
    it('are found by their hash with the version they read, and open nothing once they are revoked', async () => {
      const one = await newProgram(store);
      const two = await newProgram(store);
      const version = await addVersion(store, one.id);
      const token = await store.dataTokens.add({ programId: one.id, versionId: version.id, hash: newId(), createdBy: 'ada' });
      expect(token).toMatchObject({ programId: one.id, version: 1, createdBy: 'ada', lastUsedAt: null });
      const other = await store.dataTokens.add({ programId: one.id, versionId: version.id, hash: 'ab12', createdBy: 'ada' });
      expect(await store.dataTokens.byHash('ab12')).toEqual(other);
      expect(await store.dataTokens.byHash('ab1')).toBeNull();
      await store.dataTokens.used(other.id);
      expect((await store.dataTokens.list(one.id)).map(({ id, lastUsedAt }) => [id, lastUsedAt !== null])).toEqual([[other.id, true], [token.id, false]]);
      const heard: string[] = [];
      const off = store.dataTokens.onRevoke(other.id, () => heard.push('revoked'));
      expect(await store.dataTokens.revoke(two.id, other.id)).toBe(false);
      expect(await store.dataTokens.revoke(one.id, other.id)).toBe(true);
      await expect.poll(() => heard.length).toBeGreaterThan(0);
      off();
      expect(await store.dataTokens.byHash('ab12')).toBeNull();
      await store.programs.remove(one.id);
      expect(await store.dataTokens.byHash(token.id)).toBeNull();
      expect(await store.dataTokens.list(one.id)).toEqual([]);
    });
  });
}
