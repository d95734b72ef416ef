import { describe, expect, it } from 'vitest';
import type { ReplyChunk, ReplyMessage } from '../../model/messages';
import type { Store } from '../index';
import type { LogEntry } from '../reply-log';
import { AWKWARD, newProgram, newReply } from './made';

const delta = (text: string): ReplyChunk => ({ type: 'text-delta', id: 't', delta: text });
const texts = (entries: LogEntry[]) => entries.map(({ chunk }) => (chunk.type === 'text-delta' ? chunk.delta : chunk.type));

export function conversationsSuite(store: Store): void {
  describe('messages', () => {
    const message = (role: 'user' | 'assistant', text: string): ReplyMessage => ({ id: crypto.randomUUID(), role, parts: [{ type: 'text', text }] });

    it('lists them in order, and a second add replaces in place', async () => {
      const { id } = await newProgram(store);
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
      const { id } = await newProgram(store);
      const started = await Promise.all([1, 2, 3].map(() => newReply(store, id)));
      const [reply] = started.filter((one) => one !== null);
      expect(started.filter((one) => one === null)).toHaveLength(2);
      expect(await store.replies.active(id)).toEqual(reply);
      await store.replies.finish(reply!.id, 'done');
      await store.replies.finish(reply!.id, 'failed');
      expect(await store.replies.get(reply!.id)).toMatchObject({ state: 'done', endedAt: expect.any(String) });
      expect(await store.replies.active(id)).toBeNull();
      expect(await newReply(store, id)).not.toBeNull();
    });

    it('counts the log’s places across concurrent appends and keeps chunks to the letter', async () => {
      const reply = await newReply(store);
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
      const reply = await newReply(store);
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
      const reply = await newReply(store);
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
      const reply = await newReply(store);
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
      const reply = await newReply(store);
      expect((await store.replies.recoverInterrupted()).map((one) => one.id)).not.toContain(reply.id);
      expect((await store.replies.get(reply.id))!.state).toBe('streaming');
    });
  });
}
