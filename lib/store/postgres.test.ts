import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReplyChunk } from '../model/messages';
import { EMPTY_SOURCE } from '../program/program';
import { type Place, type Store, openStore } from './index';
import { spawnWriter } from './killed-writer';
import { findPostgres, startPostgres } from './postgres-server';
import { storeSuite } from './suite';

const programs = findPostgres();
if (!programs) console.warn('No Postgres server is installed here: the store is not tested on Postgres.');

const delta = (text: string): ReplyChunk => ({ type: 'text-delta', id: 't', delta: text });

const server = programs === null ? null : await startPostgres(programs);
afterAll(() => server?.stop());
const url = server?.url ?? '';
const place: Place = { databaseUrl: url, secret: 'for this test' };
const store = server && (await openStore(place).catch((error: unknown) => server.stop().then(() => Promise.reject(error))));

describe.skipIf(!server)('with a Postgres server', () => {
  storeSuite('the store on Postgres', store!);

  describe('two processes on one database', () => {
    let here: Store;
    let there: Store;
    beforeAll(async () => {
      [here, there] = await Promise.all([openStore(place), openStore(place)]);
    });
    afterAll(() => Promise.all([here?.close(), there?.close()]));

    const newReply = async () => {
      const { id } = await here.programs.create({ title: 'Orders' });
      return (await here.replies.start({ programId: id, messageId: crypto.randomUUID(), modelId: 'm', base: EMPTY_SOURCE }))!;
    };
    const expireLease = (id: string) => query(url, `update replies set lease_until = now() - interval '1 second' where id = '${id}'`);

    it('follow in one what the other writes', async () => {
      const reply = await newReply();
      const log = there.replies.follow(reply.id, 0);
      for (const text of ['a', 'b']) {
        await here.replies.append(reply.id, [delta(text)]);
        expect((await log.next()).value).toMatchObject([{ chunk: { delta: text } }]);
      }
      await here.replies.finish(reply.id, 'done');
      expect(await log.next()).toMatchObject({ done: true });
    });

    it('stop from one what the other writes', async () => {
      const reply = await newReply();
      const stopped = new Promise<void>((resolve) => here.replies.onStop(reply.id, resolve));
      await there.replies.requestStop(reply.id);
      await stopped;
      await here.replies.finish(reply.id, 'stopped');
    });

    it('go on telling each other after the database dropped their connections', async () => {
      await query(url, 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()');
      const reply = await untilDone(newReply);
      const following = Array.fromAsync(there.replies.follow(reply.id, 0));
      await here.replies.append(reply.id, [delta('a')]);
      await here.replies.finish(reply.id, 'done');
      expect((await following).flat()).toHaveLength(1);
    });

    it('take over only what nobody gives signs of life for, and only one of them does', async () => {
      const [alive, abandoned] = [await newReply(), await newReply()];
      await expireLease(abandoned.id);
      const [taken, again] = await Promise.all([there.replies.recoverInterrupted(), there.replies.recoverInterrupted()]);
      expect([...taken, ...again].map((reply) => reply.id)).toEqual([abandoned.id]);
      await expect(here.replies.append(abandoned.id, [delta('late')])).rejects.toThrow(/another process/);
      await here.replies.finish(abandoned.id, 'failed'); // It is no longer its to end.
      expect((await here.replies.get(abandoned.id))!.state).toBe('streaming');
      await there.replies.finish(abandoned.id, 'interrupted');
      expect((await here.replies.get(abandoned.id))!.state).toBe('interrupted');
      await here.replies.append(alive.id, [delta('still here')]);
      await here.replies.finish(alive.id, 'done');
    });

    it('give signs of life, and notice a stop whose signal was lost', async () => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      const store = await openStore(place);
      try {
        const { id: programId } = await store.programs.create({ title: 'Orders' });
        const reply = (await store.replies.start({ programId, messageId: crypto.randomUUID(), modelId: 'm', base: EMPTY_SOURCE }))!;
        let told = false;
        const stopped = new Promise<void>((resolve) => store.replies.onStop(reply.id, () => ((told = true), resolve())));
        await store.replies.get(reply.id); // By now onStop has looked for an earlier wish.
        await query(url, `update replies set stop_requested = true, lease_until = now() - interval '1 second' where id = '${reply.id}'`);
        expect(told).toBe(false);
        vi.advanceTimersByTime(10_000);
        await stopped;
        expect(await there.replies.recoverInterrupted()).toEqual([]);
        await store.replies.finish(reply.id, 'stopped');
      } finally {
        await store.close();
        vi.useRealTimers();
      }
    });

    it('lose nothing that a killed one had acknowledged', async () => {
      const writer = await spawnWriter(place, 150);
      await writer.kill();
      await expireLease(writer.replyId);
      const left = (await here.replies.recoverInterrupted()).find((reply) => reply.id === writer.replyId)!;
      expect(left.chunks.length).toBeGreaterThanOrEqual(writer.acknowledged());
      expect(left.chunks).toEqual(left.chunks.map((_, index) => delta(String(index + 1))));
      await here.replies.finish(left.id, 'interrupted');
    }, 60_000);
  });

  it('says what can’t be opened', async () => {
    await expect(openStore({ databaseUrl: 'postgres://test@127.0.0.1:1/none' })).rejects.toThrow(/DATABASE_URL can’t be opened/);
  });
});

async function query(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

/** Right after a lost connection the pool may still hand out a dead one. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
