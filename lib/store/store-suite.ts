import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReplyChunk, ReplyMessage } from '../model/messages';
import { EMPTY_SOURCE, type Source } from '../program/program';
import type { Store } from './index';
import type { LogEntry } from './reply-log';

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
        const [one, two] = await store.programs.list({ limit: 2 });
        expect(one).toMatchObject({ id: first.id, title: 'Renamed', picture: false, pictureAt: null, streaming: false });
        expect(two).toMatchObject({ id: second.id, picture: true, streaming: true });
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
        await store.replies.finish(reply.id, 'stopped'); // As its writer does when it notices.
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
  });
}
