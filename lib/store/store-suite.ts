import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReplyChunk, ReplyMessage } from '../model/messages';
import { EMPTY_SOURCE, type Source } from '../program/program';
import type { Store } from './index';
import { newId } from './new-id';
import type { LogEntry } from './reply-log';
import { addPerson } from './test-store';

/** Text that databases like to refuse or to change: NUL, a lone surrogate, quotes, a number in quotes. */
const AWKWARD = 'a\0b \ud800 \'"\\ ${x} 123 ü 🎈';
const SOURCE: Source = { 'ui.tsx': AWKWARD, 'data.ts': '123' };

const delta = (text: string): ReplyChunk => ({ type: 'text-delta', id: 't', delta: text });
const texts = (entries: LogEntry[]) => entries.map(({ chunk }) => (chunk.type === 'text-delta' ? chunk.delta : chunk.type));

/** What every store does, whatever database is beneath it. */
export function storeSuite(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    }, 60_000);
    afterAll(() => store?.close());

    const newProgram = () => store.programs.create({ title: 'Orders' });
    const newReply = async (programId?: string) => {
      const id = programId ?? (await newProgram()).id;
      return (await store.replies.start({ programId: id, messageId: crypto.randomUUID(), modelId: 'composer:1', base: EMPTY_SOURCE }))!;
    };
    const addVersion = (programId: string) =>
      store.versions.add({ programId, source: SOURCE, diagnostics: [], label: AWKWARD, origin: { modelId: 'm', state: '123' } });

    describe('programs', () => {
      it('lists the latest changed first, with what a card shows', async () => {
        const first = await newProgram();
        const second = await newProgram();
        await store.programs.rename(first.id, 'Renamed\0');
        await store.programs.setPicture(second.id, { type: 'image/png', bytes: new Uint8Array([0, 255, 7]) });
        await newReply(second.id).then((reply) => store.replies.finish(reply.id, 'done'));
        await newReply(second.id);
        const [one, two] = await store.programs.list({ id: 'local', team: { id: 'local' } }, { limit: 2 });
        expect(one).toMatchObject({ id: first.id, title: 'Renamed', pictureAt: null, streaming: false });
        expect(two).toMatchObject({ id: second.id, pictureAt: expect.any(String), streaming: true });
        const picture = await store.programs.picture(second.id);
        expect(picture).toMatchObject({ type: 'image/png', at: two!.pictureAt });
        expect([...picture!.bytes]).toEqual([0, 255, 7]);
        expect(new Date(one!.updatedAt).toISOString()).toBe(one!.updatedAt);
      });

      it('removes a program with all that hangs on it', async () => {
        const { id } = await newProgram();
        const version = await addVersion(id);
        const reply = await newReply(id);
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
        const { id } = await newProgram();
        await Promise.all(Array.from({ length: 12 }, () => addVersion(id)));
        const versions = await store.versions.list(id);
        expect(versions.map((version) => version.ordinal)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
        expect(versions[0]).not.toHaveProperty('source');
      });

      it('keeps a source to the letter', async () => {
        const { id } = await newProgram();
        const added = await addVersion(id);
        const version = await store.versions.get(added.id);
        expect(version).toEqual(added);
        expect(version).toMatchObject({ programId: id, source: SOURCE, origin: { modelId: 'm', state: '123' } });
      });

      it('shows only a version of the program itself', async () => {
        const [mine, other] = [await newProgram(), await newProgram()];
        const version = await addVersion(mine.id);
        await store.programs.setCurrent(mine.id, version.id);
        expect((await store.programs.get(mine.id))!.currentVersionId).toBe(version.id);
        await expect(store.programs.setCurrent(other.id, version.id)).rejects.toThrow(/no version/);
      });
    });

    describe('messages', () => {
      const message = (role: 'user' | 'assistant', text: string): ReplyMessage => ({ id: crypto.randomUUID(), role, parts: [{ type: 'text', text }] });

      it('lists them in order, and a second add replaces in place', async () => {
        const { id } = await newProgram();
        const [asked, answered] = [message('user', AWKWARD), { ...message('assistant', 'b'), metadata: { state: 'done' as const } }];
        await store.messages.add(id, asked);
        await store.messages.add(id, answered);
        await store.messages.add(id, { ...asked, metadata: { kind: 'prompt' } });
        await store.messages.update(answered.id, { parts: [{ type: 'text', text: 'c' }], metadata: { ms: 1 } });
        expect(await store.messages.list(id)).toEqual([
          { ...asked, metadata: { kind: 'prompt' } },
          { ...answered, parts: [{ type: 'text', text: 'c' }], metadata: { ms: 1 } },
        ]);
      });
    });

    describe('replies', () => {
      it('lets a program have one in writing', async () => {
        const { id } = await newProgram();
        const started = await Promise.all([1, 2, 3].map(() => newReply(id)));
        const [reply] = started.filter((one) => one !== null);
        expect(started.filter((one) => one === null)).toHaveLength(2);
        expect(await store.replies.active(id)).toEqual(reply);
        await store.replies.finish(reply!.id, 'done');
        await store.replies.finish(reply!.id, 'failed');
        expect(await store.replies.get(reply!.id)).toMatchObject({ state: 'done', endedAt: expect.any(String) });
        expect(await store.replies.active(id)).toBeNull();
        expect(await newReply(id)).not.toBeNull();
      });

      it('counts the log’s places across concurrent appends and keeps chunks to the letter', async () => {
        const reply = await newReply();
        const lasts = await Promise.all(Array.from({ length: 10 }, (_, i) => store.replies.append(reply.id, [delta(`${i}a`), delta(AWKWARD)])));
        expect(lasts.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, i) => 2 * i + 2));
        const entries = await store.replies.read(reply.id, 0);
        expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
        expect(entries[1]!.chunk).toEqual(delta(AWKWARD));
        expect(await store.replies.read(reply.id, 19)).toHaveLength(1);
        await store.replies.finish(reply.id, 'done');
        await expect(store.replies.append(reply.id, [delta('late')])).rejects.toThrow(/ended/);
      });

      it('is followed live by two readers, one of them from the middle, to the end', async () => {
        const reply = await newReply();
        await store.replies.append(reply.id, [delta('a'), delta('b')]);
        const all = Array.fromAsync(store.replies.follow(reply.id, 0));
        const rest = Array.fromAsync(store.replies.follow(reply.id, 1));
        await store.replies.append(reply.id, [delta('c')]);
        await store.replies.append(reply.id, [delta('d'), delta('e')]);
        await store.replies.finish(reply.id, 'done');
        expect(texts((await all).flat())).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(texts((await rest).flat())).toEqual(['b', 'c', 'd', 'e']);
        expect(await Array.fromAsync(store.replies.follow(reply.id, 5))).toEqual([]);
      });

      it('hands a reader each group as it is appended, and lets it leave', async () => {
        const reply = await newReply();
        const leave = new AbortController();
        const log = store.replies.follow(reply.id, 0, leave.signal)[Symbol.asyncIterator]();
        for (const text of ['a', 'b', 'c']) {
          const next = log.next();
          await store.replies.append(reply.id, [delta(text)]);
          expect(texts((await next).value ?? [])).toEqual([text]);
        }
        const waiting = log.next();
        leave.abort();
        expect(await waiting).toMatchObject({ done: true });
      });

      it('tells its writer to stop, once, early or late', async () => {
        const reply = await newReply();
        let told = 0;
        const first = new Promise<void>((resolve) => store.replies.onStop(reply.id, () => (told++, resolve())));
        store.replies.onStop(reply.id, () => (told += 100))(); // Turned off again at once.
        await store.replies.requestStop(reply.id);
        await store.replies.requestStop(reply.id);
        await first;
        await new Promise<void>((resolve) => store.replies.onStop(reply.id, resolve)); // Asked for before it listened.
        expect(told).toBe(1);
        expect((await store.replies.get(reply.id))!.stopRequested).toBe(true);
      });

      it('leaves what it writes itself alone when it recovers', async () => {
        const reply = await newReply();
        expect((await store.replies.recoverInterrupted()).map((one) => one.id)).not.toContain(reply.id);
        expect((await store.replies.get(reply.id))!.state).toBe('streaming');
      });
    });

    describe('settings', () => {
      it.each([['a list', [{ id: '1' }]], ['a number in quotes', '123'], ['null', null], ['awkward text', AWKWARD]])('keeps %s as it was set', async (key, value) => {
        await store.settings.set(key, 'before');
        await store.settings.set(key, value);
        expect(await store.settings.get(key)).toEqual(value);
        await store.settings.remove(key);
        expect(await store.settings.get(key)).toBeNull();
      });
    });

    describe('secrets', () => {
      it('gives back what was set, under its name', async () => {
        await store.secrets.set('b', 'old');
        await store.secrets.set('b', 'kéy');
        await store.secrets.set('a', '');
        expect(await store.secrets.names()).toEqual(['a', 'b']);
        expect(await store.secrets.get('b')).toBe('kéy');
        expect(await store.secrets.get('a')).toBe('');
        await store.secrets.remove('b');
        expect(await store.secrets.get('b')).toBeNull();
      });
    });

    describe('files', () => {
      it('lists in the order added, and gives a removed one back once', async () => {
        const file = { name: 'Größe.csv', path: '/tmp/a', bytes: 5_000_000_000, tables: [{ name: 'a', rows: 3 }] };
        const first = await store.team('local').files.add(file);
        const second = await store.team('local').files.add({ ...file, name: 'b.csv' });
        expect(first).toMatchObject(file);
        expect((await store.team('local').files.list()).map((one) => one.id)).toEqual([first.id, second.id]);
        expect(await store.team('local').files.remove(first.id)).toEqual(first);
        expect(await store.team('local').files.remove(first.id)).toBeNull();
      });
    });

    describe('connections', () => {
      it('keeps what a person chose and what the system said of itself', async () => {
        const settings = { title: 'Größe\u0000', server: 'https://a.example', nothing: null, effects: { a: 'read' as const } };
        const first = await store.team('local').connections.add({ name: 'first', kind: 'openapi', settings, described: AWKWARD.replace('\ud800', '') });
        const second = await store.team('local').connections.add({ name: 'second', kind: 'openapi', settings, described: '{}' });
        await expect(store.team('local').connections.add({ name: 'first', kind: 'openapi', settings, described: '' })).rejects.toThrow();
        expect((await store.team('local').connections.list()).map(({ name }) => name)).toEqual(['first', 'second']);
        expect(await store.team('local').connections.get(first.id)).toEqual(first);
        expect(await store.team('local').connections.described(first.id)).toBe(AWKWARD.replace('\ud800', ''));

        await store.team('local').connections.change(second.id, { settings: { ...settings, title: 'Other' } });
        await store.team('local').connections.change(second.id, {});
        expect(await store.team('local').connections.get(second.id)).toEqual({ ...second, settings: { ...settings, title: 'Other' } });
        await store.team('local').connections.change(second.id, { described: '[]' });
        expect(await store.team('local').connections.described(second.id)).toBe('[]');
        expect((await store.team('local').connections.get(second.id))!.describedAt > second.describedAt).toBe(true);

        expect(await store.team('local').connections.remove(first.id)).toEqual(first);
        expect(await store.team('local').connections.remove(first.id)).toBeNull();
        expect(await store.team('local').connections.described(first.id)).toBeNull();
      });
    });

    describe('teams', () => {
      const person = (name: string) => addPerson(store, name);

      it('keep what is theirs apart', async () => {
        const { id } = await store.teams.create({ name: 'Elsewhere', ownerId: (await person('Ann')).id });
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
        const [ann, bob] = [await person('Ann'), await person('Bob')];
        const { id } = await store.teams.create({ name: 'Town', ownerId: ann.id });
        const hers = await store.programs.create({ title: 'Hers', teamId: id, ownerId: ann.id });
        const ours = await store.programs.create({ title: 'Ours', teamId: id, ownerId: ann.id });
        await store.programs.setVisibility(ours.id, 'team');
        const seen = async (who: string) => (await store.programs.list({ id: who, team: { id } }, { limit: 9 })).map(({ title }) => title).toSorted();
        expect([await seen(ann.id), await seen(bob.id)]).toEqual([['Hers', 'Ours'].toSorted(), ['Ours']]);
        expect(hers.visibility).toBe('private');
      });

      it('always have an owner', async () => {
        const [ann, bob] = [await person('Ann'), await person('Bob')];
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
        const [ann, bob] = [await person('Ann'), await person('Bob')];
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
        const [ann, bob, cid] = [await person('Ann'), await person('Bob'), await person('Cid')];
        const { id: teamId } = await store.teams.create({ name: 'Town', ownerId: ann.id });
        for (const { id } of [bob, cid]) await store.teams.join(teamId, id, 'admin');
        const byWhom = async (invitedBy: string) => (await store.invitations.add({ teamId, role: 'admin', email: null, invitedBy, seconds: 60 })).token;
        const [hers, his, cids, again] = [await byWhom(ann.id), await byWhom(bob.id), await byWhom(cid.id), await byWhom(bob.id)];
        await store.invitations.use(again, await person('Dan'));
        await store.teams.leave(teamId, bob.id);
        await store.teams.setRole(teamId, cid.id, 'admin');
        expect(await store.invitations.find(cids)).not.toBeNull();
        await store.teams.setRole(teamId, cid.id, 'member');
        for (const token of [his, cids]) expect(await store.invitations.find(token)).toBeNull();
        expect(await store.invitations.find(hers)).not.toBeNull();
      });

      it('invite somebody once', async () => {
        const [ann, bob, cid] = [await person('Ann'), await person('Bob'), await person('Cid')];
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

    describe('spending', () => {
      const MONTH = '2026-11';
      const used = { inputTokens: 1_000, outputTokens: 500, unpricedTokens: 0, micros: 9_000 };

      it('is added up by person and month, and limited for everybody or one', async () => {
        const { spending } = store.team(newId());
        const other = store.team(newId()).spending;
        await Promise.all(Array.from({ length: 5 }, () => spending.add('ann', MONTH, used)));
        await spending.add('ann', '2026-10', used);
        await spending.add('bob', MONTH, { ...used, micros: 0, unpricedTokens: 1_500 });
        expect(await spending.months()).toEqual(['2026-11', '2026-10']);
        expect((await spending.list(MONTH)).map(({ personId, micros, inputTokens, unpricedTokens, isMember }) => ({ personId, micros, inputTokens, unpricedTokens, isMember }))).toEqual([
          { personId: 'ann', micros: 45_000, inputTokens: 5_000, unpricedTokens: 0, isMember: false },
          { personId: 'bob', micros: 0, inputTokens: 1_000, unpricedTokens: 1_500, isMember: false },
        ]);
        expect([await other.months(), await other.list(MONTH)]).toEqual([[], []]);
        await spending.setLimit(null, { micros: 45_000, tokens: 1_500 });
        expect(await spending.hold('ann', MONTH, 'micros', 1, 60)).toEqual({ refused: { limit: 45_000, used: 45_000, heldByOthers: 0 } });
        expect(await spending.hold('bob', MONTH, 'tokens', 1, 60)).toHaveProperty('refused');
        expect(await spending.hold('bob', MONTH, 'micros', 1, 60)).toHaveProperty('id');
        expect(await spending.hold('ann', '2026-12', 'micros', 1, 60)).toHaveProperty('id');
        expect(await other.hold('ann', MONTH, 'micros', 1, 60)).toHaveProperty('id');
        await spending.setLimit('ann', { micros: null, tokens: 0 });
        expect(await spending.hold('ann', MONTH, 'micros', 1, 60)).toHaveProperty('id');
        expect(await spending.limits()).toEqual({ everybody: { micros: 45_000, tokens: 1_500 }, people: { ann: { micros: null, tokens: 0 } } });
        await spending.removeLimit('ann');
        expect(await spending.hold('ann', MONTH, 'micros', 1, 60)).toHaveProperty('refused');
      });

      it('lets no more begin at once than fit what is left', async () => {
        const { spending } = store.team(newId());
        await spending.setLimit(null, { micros: 100, tokens: null });
        const begun = await Promise.all(Array.from({ length: 8 }, () => spending.hold('ann', MONTH, 'micros', 40, 60)));
        const ids = begun.flatMap((one) => ('id' in one ? [one.id] : []));
        expect(ids).toHaveLength(3);
        // Between two turns its own hold isn't in the way of a reply; what was really used is.
        expect(await spending.renew(ids[0]!, 'ann', MONTH, 'micros', 60)).toEqual({ refused: null });
        await spending.add('ann', MONTH, { ...used, micros: 20 });
        expect((await spending.renew(ids[0]!, 'ann', MONTH, 'micros', 60)).refused).toEqual({ limit: 100, used: 20, heldByOthers: 80 });
        await spending.release(ids[1]!);
        expect(await spending.renew(ids[0]!, 'ann', MONTH, 'micros', 60)).toEqual({ refused: null });
        // Whoever held it and is gone holds nothing for long.
        await spending.renew(ids[2]!, 'ann', MONTH, 'micros', -1);
        expect(await spending.hold('ann', MONTH, 'micros', 10, 60)).toHaveProperty('id');
      });
    });

    describe('approvals and grants', () => {
      const asked = { effect: 'write' as const, binding: 'wall', operation: 'block', args: { text: AWKWARD }, from: null, about: { title: 'Wall', summary: null } };

      it('move on once each, and run out', async () => {
        const { id: programId } = await newProgram();
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
        const [one, two] = [await newProgram(), await newProgram()];
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
        const { id: programId } = await newProgram();
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

    describe('the ledger', () => {
      const line = { viewer: 'local', from: null, binding: 'shop', operation: 'sql', effect: 'read' as const, args: { text: AWKWARD }, at: '2026-01-02T03:04:05.678Z' };
      const unsaid = { id: expect.any(String), versionId: null, masked: null, rows: null, bytes: null, ms: null, message: null, allowedBy: null, allowedAs: null };

      it('lists the newest first, and keeps lines of programs that are gone', async () => {
        const { id: programId } = await newProgram();
        const version = await addVersion(programId);
        await store.team('local').ledger.add([
          { ...line, programId, versionId: version.id, outcome: 'ok', rows: 2, bytes: 10, ms: 1.5, masked: ['text'] },
          { ...line, programId: 'gone', outcome: 'ok' },
        ]);
        const id = newId();
        await store.team('local').ledger.add([{ ...line, id, programId, args: undefined, operation: 'a\0b', outcome: 'timeout', message: 'Too slow.' }]);
        await store.team('local').ledger.add([]);
        expect(await store.team('local').ledger.list(programId, { limit: 5 })).toEqual([
          { ...line, ...unsaid, id, programId, operation: 'ab', args: null, outcome: 'timeout', message: 'Too slow.' },
          { ...line, ...unsaid, programId, versionId: version.id, rows: 2, bytes: 10, ms: 1.5, outcome: 'ok', masked: ['text'] },
        ]);
        expect(await store.team('local').ledger.list(programId, { limit: 1 })).toHaveLength(1);
        expect(await store.team('local').ledger.page({ programId }, { limit: 5 })).toMatchObject([{ id, program: 'Orders', version: null }, { program: 'Orders', version: 1 }]);
        expect(await store.team('local').ledger.page({ programId: 'gone' }, { limit: 5 })).toMatchObject([{ program: null, version: null }]);
        await store.programs.remove(programId);
        expect(await store.team('local').ledger.page({ programId }, { limit: 5 })).toMatchObject([{ program: null }, { program: null, version: null }]);
      });

      it('finds lines by each part of a filter, and goes on page by page', async () => {
        const { id: programId } = await newProgram();
        const call = (operation: string, more: object = {}) => ({ ...line, programId, args: {}, operation, outcome: 'ok', ...more });
        await store.team('local').ledger.add([
          call('first', { binding: 'wall', at: '2026-01-01T00:00:00.000Z' }),
          call('second', { effect: 'write', allowedBy: 'a', allowedAs: 'approval', args: { body: { note: 'Über openOrders' } } }),
          call('third', { effect: 'write', allowedBy: 'g', allowedAs: 'grant', outcome: 'begun' }),
          call('fourth', { outcome: 'limit-time', message: 'It took too long.', from: 'ordersByRegion' }),
        ]);
        const found = async (filter: object) => (await store.team('local').ledger.page({ programId, ...filter }, { limit: 9 })).map(({ operation }) => operation);
        expect(await found({})).toEqual(['fourth', 'third', 'second', 'first']);
        expect(await found({ binding: 'wall' })).toEqual(['first']);
        expect(await found({ effect: 'write' })).toEqual(['third', 'second']);
        expect(await found({ outcome: 'failed' })).toEqual(['fourth']);
        expect(await found({ outcome: 'begun' })).toEqual(['third']);
        expect(await found({ allowed: 'approval' })).toEqual(['second']);
        expect(await found({ allowed: 'grant' })).toEqual(['third']);
        expect(await found({ allowed: 'nobody' })).toEqual(['fourth', 'first']);
        expect(await found({ until: line.at })).toEqual(['first']);
        expect(await found({ since: line.at, words: 'order' })).toEqual(['fourth', 'second']);
        expect(await found({ words: 'über open' })).toEqual(['second']);
        expect(await found({ words: "took' too:*" })).toEqual(['fourth']);
        expect(await found({ words: 'nothing like it' })).toEqual([]);
        expect(await found({ words: '…' })).toHaveLength(4);
        const [third, second] = (await store.team('local').ledger.page({ programId }, { limit: 3 })).slice(1);
        expect(await store.team('local').ledger.page({ programId }, { limit: 1, before: third!.position })).toEqual([second]);
        expect(await store.team('local').ledger.page({ ids: [second!.id, 'nothing'] }, { limit: 2 })).toEqual([second]);
        const { bindings, outcomes } = await store.team('local').ledger.values();
        expect(bindings).toEqual([...new Set([...bindings, 'shop', 'wall'])].sort());
        expect(outcomes).toEqual(expect.arrayContaining(['begun', 'limit-time', 'ok']));
      });

      it('removes what is old, in pieces, and nothing else', async () => {
        const { id: programId } = await newProgram();
        const old = Array.from({ length: 4_500 }, () => ({ ...line, programId, args: {}, outcome: 'ok', at: '2001-01-01T00:00:00.000Z' }));
        for (let at = 0; at < old.length; at += 500) await store.team('local').ledger.add(old.slice(at, at + 500));
        await store.team('local').ledger.add([{ ...line, programId, outcome: 'ok', at: '2002-01-01T00:00:00.000Z' }]);
        expect(await store.team('local').ledger.prune('2002-01-01T00:00:00.000Z', AbortSignal.abort())).toBe(0);
        expect(await store.team('local').ledger.prune('2002-01-01T00:00:00.000Z')).toBe(4_500);
        expect(await store.team('local').ledger.list(programId, { limit: 9 })).toHaveLength(1);
        await store.team('local').ledger.tidy();
      });

      it('has a write on record before it is made, and what came of it after', async () => {
        const { id: programId } = await newProgram();
        const id = 'a-write';
        await store.team('local').ledger.begin({ id, ...line, programId, effect: 'write', allowedBy: 'somebody', allowedAs: 'grant' });
        expect(await store.team('local').ledger.list(programId, { limit: 5 })).toMatchObject([{ id, outcome: 'begun', allowedBy: 'somebody', allowedAs: 'grant', ms: null }]);
        await store.team('local').ledger.end(id, { outcome: 'ok', rows: 1, bytes: 2, ms: 3 });
        expect(await store.team('local').ledger.list(programId, { limit: 5 })).toMatchObject([{ id, outcome: 'ok', rows: 1, bytes: 2, ms: 3, allowedBy: 'somebody' }]);
        await store.team('local').ledger.end(id, { outcome: 'http-error', message: 'Pomegranates are out.' });
        expect((await store.team('local').ledger.page({ words: 'pomegran' }, { limit: 5 })).map((found) => found.id)).toEqual([id]);
      });

      it('tells which programs have called a binding, the latest first', async () => {
        const [one, two] = [await newProgram(), await newProgram()];
        const calls = [one.id, two.id, one.id].map((programId) => ({ ...line, programId, binding: 'weather', outcome: 'ok' }));
        for (const call of calls) await store.team('local').ledger.add([call]);
        expect(await store.team('local').ledger.programsUsing('weather')).toEqual([{ id: one.id, title: 'Orders' }, { id: two.id, title: 'Orders' }]);
        expect(await store.team('local').ledger.programsUsing('nothing')).toEqual([]);
      });
    });

    describe('pins', () => {
      const viewer = { id: 'local' };
      const board = async (team: string) =>
        (await store.team(team).pins.board(viewer)).map(({ title, pins }) => [title, ...pins.map(({ title: name, size }) => `${name} ${size}`)]);

      it('stand in sections as they were arranged', async () => {
        const team = newId();
        const { pins } = store.team(team);
        const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((title) => store.programs.create({ title, teamId: team })));
        for (const { id } of [a!, b!, c!, a!]) await pins.pin(id, 'local');
        expect(await board(team)).toEqual([['', 'a small', 'b small', 'c small']]);
        const sales = await pins.addSection('Sales');
        const stock = await pins.addSection('Stock\0');
        expect((await board(team)).map(([title]) => title)).toEqual(['', 'Sales', 'Stock']);
        await pins.arrange([
          { id: stock.id, pins: [{ programId: c!.id, size: 'large' }] },
          { id: 'of nobody', pins: [{ programId: b!.id, size: 'large' }] },
          { id: sales.id, pins: [{ programId: a!.id, size: 'wide' }, { programId: 'gone', size: 'small' }] },
        ]);
        expect(await board(team)).toEqual([['', 'b small'], ['Stock', 'c large'], ['Sales', 'a wide']]);
        expect(await pins.renameSection(stock.id, 'Goods')).toBe(true);
        expect(await pins.removeSection(sales.id)).toBe(true);
        expect([await pins.removeSection(sales.id), await pins.renameSection(sales.id, 'x')]).toEqual([false, false]);
        expect((await board(team)).map(([title, ...its]) => [title, its.length])).toEqual([['', 2], ['Goods', 1]]);
        expect([await pins.has(a!.id), await pins.unpin(a!.id), await pins.unpin(a!.id), await pins.has(a!.id)]).toEqual([true, true, false, false]);
        await store.programs.remove(c!.id);
        expect(await board(team)).toEqual([['', 'b small'], ['Goods']]);
      });

      it('are another team’s as little as its sections are', async () => {
        const [ours, theirs] = [newId(), newId()];
        const program = await store.programs.create({ title: 'ours', teamId: ours });
        await store.team(ours).pins.pin(program.id, 'local');
        const section = await store.team(ours).pins.addSection('Ours');
        const others = store.team(theirs).pins;
        expect([await others.unpin(program.id), await others.removeSection(section.id), await others.has(program.id)]).toEqual([false, false, false]);
        await others.arrange([{ id: section.id, pins: [{ programId: program.id, size: 'large' }] }]);
        expect(await board(ours)).toEqual([['', 'ours small'], ['Ours']]);
        await store.teams.remove(ours);
        expect(await board(ours)).toEqual([['']]);
      });

      it('aren’t there for who may not open them', async () => {
        const team = newId();
        const program = await store.programs.create({ title: 'mine', teamId: team, ownerId: 'somebody' });
        await store.team(team).pins.pin(program.id, 'somebody');
        expect(await board(team)).toEqual([['']]);
        await store.programs.setVisibility(program.id, 'team');
        expect(await board(team)).toEqual([['', 'mine small']]);
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

    describe('data tokens', () => {
      it('are found by their hash with the version they read, and open nothing once they are revoked', async () => {
        const one = await newProgram();
        const two = await newProgram();
        const version = await addVersion(one.id);
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

    describe('shared state', () => {
      it('counts every change and gives what changed since', async () => {
        const { id } = await newProgram();
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
  });
}
