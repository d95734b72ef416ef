import { describe, expect, it } from 'vitest';
import type { ReplyChunk } from '../../model/messages';
import type { Store } from '../index';
import { newId } from '../new-id';
import { AWKWARD, SOURCE, addVersion, newProgram, newReply } from './made';

const delta = (text: string): ReplyChunk => ({ type: 'text-delta', id: 't', delta: text });

export function programsSuite(store: Store): void {
  describe('programs', () => {
    it('lists the latest changed first, with what a card shows', async () => {
      const first = await newProgram(store);
      const second = await newProgram(store);
      await store.programs.rename(first.id, 'Renamed\0');
      await store.programs.setPicture(second.id, { type: 'image/png', bytes: new Uint8Array([0, 255, 7]) });
      await newReply(store, second.id).then((reply) => store.replies.finish(reply.id, 'done'));
      await newReply(store, second.id);
      const [one, two] = await store.programs.list({ id: 'local', team: { id: 'local' } }, { limit: 2 });
      expect(one).toMatchObject({ id: first.id, title: 'Renamed', pictureAt: null, streaming: false });
      expect(two).toMatchObject({ id: second.id, pictureAt: expect.any(String), streaming: true });
      const picture = await store.programs.picture(second.id);
      expect(picture).toMatchObject({ type: 'image/png', at: two!.pictureAt });
      expect([...picture!.bytes]).toEqual([0, 255, 7]);
      expect(new Date(one!.updatedAt).toISOString()).toBe(one!.updatedAt);
    });

    it('removes a program with all that hangs on it', async () => {
      const { id } = await newProgram(store);
      const version = await addVersion(store, id);
      const reply = await newReply(store, id);
      await store.replies.append(reply.id, [delta('a')]);
      const following = Array.fromAsync(store.replies.follow(reply.id, 0));
      await store.programs.remove(id);
      expect(await store.programs.get(id)).toBeNull();
      expect(await store.versions.get(version.id)).toBeNull();
      expect(await store.replies.get(reply.id)).toBeNull();
      await expect(store.replies.append(reply.id, [delta('b')])).rejects.toThrow(/ended/);
      await following;
    });
  });

  describe('versions', () => {
    it('counts ordinals without gap or double when many are added at once', async () => {
      const { id } = await newProgram(store);
      await Promise.all(Array.from({ length: 12 }, () => addVersion(store, id)));
      const versions = await store.versions.list(id);
      expect(versions.map((version) => version.ordinal)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
      expect(versions[0]).not.toHaveProperty('source');
    });

    it('keeps a source to the letter', async () => {
      const { id } = await newProgram(store);
      const added = await addVersion(store, id);
      const version = await store.versions.get(added.id);
      expect(version).toEqual(added);
      expect(version).toMatchObject({ programId: id, source: SOURCE, origin: { modelId: 'm', state: '123' } });
    });

    it('shows only a version of the program itself', async () => {
      const [mine, other] = [await newProgram(store), await newProgram(store)];
      const version = await addVersion(store, mine.id);
      await store.programs.setCurrent(mine.id, version.id);
      expect((await store.programs.get(mine.id))!.currentVersionId).toBe(version.id);
      await expect(store.programs.setCurrent(other.id, version.id)).rejects.toThrow(/no version/);
    });
  });

  describe('the list of programs', () => {
    it('is narrowed, ordered and searched by title, prompt, table and author', async () => {
      const viewer = { id: newId(), team: { id: newId() } };
      const make = async (title: string, ownerId: string, data: string, label: string) => {
        const program = await store.programs.create({ title, teamId: viewer.team.id, ownerId });
        const version = await store.versions.add({ programId: program.id, source: { 'ui.tsx': AWKWARD, 'data.ts': data }, diagnostics: [], label, origin: null });
        await store.programs.setCurrent(program.id, version.id);
        return { ...program, version };
      };
      const mine = await make('Überfällige Rechnungen', viewer.id, 'crm.sql`select * from "billing"."invoices" join customers using (id)`', 'everything that is late');
      const ours = await make('Open orders', 'other', 'wall.listBlocks({})', 'which are blocked?');
      const hidden = await make('Open secrets', 'other', '', '');
      await store.programs.setVisibility(ours.id, 'team');
      const titles = async (question: object) => (await store.programs.list(viewer, { limit: 9, ...question })).map(({ title }) => title);

      expect(await titles({})).toEqual([ours.title, mine.title]);
      expect(await titles({ sort: 'title' })).toEqual([ours.title, mine.title]);
      expect(await titles({ sort: 'made' })).toEqual([ours.title, mine.title]);
      expect(await titles({ which: 'mine' })).toEqual([mine.title]);
      expect(await titles({ which: 'team' })).toEqual([ours.title]);
      expect(await titles({ which: 'shared' })).toEqual([ours.title]);
      for (const [words, found] of [['über rech', mine], ['ÜBER', mine], ['invoi', mine], ['customers', mine], ['late', mine], ['listblocks', ours], ['OPEN', ours], ['block', ours]] as const) {
        expect([words, ...(await titles({ words }))]).toEqual([words, found.title]);
      }
      for (const words of ['secrets', "'); drop table programs", '…', 'open invoices']) expect([words, ...(await titles({ words }))]).toEqual([words]);
      await store.programs.rename(mine.id, 'Settled');
      expect([await titles({ words: 'settled' }), await titles({ words: 'rechnungen' })]).toEqual([['Settled'], []]);

      await store.favourites.add(viewer.id, ours.id);
      await store.favourites.add(viewer.id, ours.id);
      expect([await titles({ which: 'favourites' }), await store.favourites.has(viewer.id, ours.id), await store.favourites.has('other', ours.id)]).toEqual([[ours.title], true, false]);
      expect((await store.programs.list(viewer, { limit: 9, which: 'favourites' }))[0]).toMatchObject({ isFavourite: true, isPinned: false, isLinked: false, isBroken: false });
      await store.favourites.remove(viewer.id, ours.id);
      expect(await titles({ which: 'favourites' })).toEqual([]);

      const broken = { programId: ours.id, versionId: ours.version.id, binding: 'wall', diagnostics: [] };
      await store.health.setBroken(broken);
      expect(await titles({ which: 'broken' })).toEqual([ours.title]);
      await store.health.setDraft(ours.id, ours.version.id);
      await store.health.setBroken(broken);
      expect(await store.health.get(ours.id)).toMatchObject({ ...broken, draftVersionId: ours.version.id });
      expect((await store.health.watched(viewer.team.id)).map(({ programId }) => programId)).toEqual([ours.id]);
      // Of another version nothing is said any more.
      const next = await store.versions.add({ programId: ours.id, source: SOURCE, diagnostics: [], label: '', origin: null });
      await store.programs.setCurrent(ours.id, next.id);
      expect([await store.health.get(ours.id), await titles({ which: 'broken' })]).toEqual([null, []]);
      await store.health.setBroken({ ...broken, versionId: next.id });
      expect(await store.health.get(ours.id)).toMatchObject({ versionId: next.id, draftVersionId: null });
      await store.health.setWhole(ours.id);
      expect(await store.health.get(ours.id)).toBeNull();
      expect((await store.health.watched(viewer.team.id)).some(({ programId }) => programId === hidden.id)).toBe(false);
    });

    it('knows what was made from what, as far as one may open it', async () => {
      const viewer = { id: newId(), team: { id: newId() } };
      const [origin, open, hidden] = await Promise.all([viewer.id, viewer.id, 'other'].map((ownerId) => store.programs.create({ title: 'one', teamId: viewer.team.id, ownerId })));
      for (const remix of [open!, hidden!]) await store.lineage.add({ programId: remix.id, originId: origin!.id, title: 'one', visibility: 'private', createdBy: viewer.id, viaShareId: remix === open ? 'link' : null });
      expect(await store.lineage.remixes(origin!.id, viewer)).toEqual([{ id: open!.id, title: 'one' }]);
      await store.programs.remove(origin!.id);
      expect(await store.lineage.of(open!.id)).toMatchObject({ originId: origin!.id, title: 'one', visibility: 'private' });
      expect(await store.lineage.of(origin!.id)).toBeNull();
      expect([await store.lineage.countVia(origin!.id, 'link'), await store.lineage.countVia(open!.id, 'link')]).toEqual([1, 0]);
    });
  });

  describe('shared state', () => {
    it('counts every change and gives what changed since', async () => {
      const { id } = await newProgram(store);
      expect(await store.shared.all(id)).toEqual({ revision: 0, values: {} });
      const revisions = await Promise.all(Array.from({ length: 8 }, (_, index) => store.shared.set(id, `k${index % 2}`, `${index}`)));
      expect(revisions.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      const revision = await store.shared.set(id, 'votes', null);
      expect(await store.shared.since(id, 8)).toEqual({ revision, values: { votes: null } });
      expect(Object.keys((await store.shared.all(id)).values).sort()).toEqual(['k0', 'k1', 'votes']);
      expect(await store.shared.since(id, revision)).toEqual({ revision, values: {} });
      await expect(store.shared.set('gone', 'k', 1)).rejects.toMatchObject({ status: 404 });
    });
  });
}
