import { beforeEach, expect, test } from 'vitest';
import { LOCAL } from '../auth/viewer';
import { connectFirewall } from '../connection/test-connections';
import { openTestStore } from '../store/test-store';
import { decide } from './decide';
import { runCall } from './run-call';

const { store } = await openTestStore();
const { firewall, added, id: connectionId } = await connectFirewall(store);
let programId: string;

beforeEach(async () => {
  programId = (await store.programs.create({ title: 'Wall' })).id;
  firewall.blocked.length = 0;
});

const block = (addresses: unknown, signal = new AbortController().signal) => {
  const waits = { asked: 0, answered: 0 };
  const onWait = () => (waits.asked++, () => void waits.answered++);
  const answer = runCall(LOCAL, programId, { id: 1, binding: 'edgeFirewall', operation: 'blocksAdd', args: { body: { addresses } }, from: 'block' }, signal, { onWait });
  return { answer, waits };
};
const waiting = async (count: number) => {
  await expect.poll(async () => (await store.approvals.pending(programId)).length, { timeout: 5_000 }).toBe(count);
  return store.approvals.pending(programId);
};
const lines = () => store.team('local').ledger.list(programId, { limit: 10 });

test('who may only look changes nothing, granted or not', async () => {
  const looking = { ...LOCAL, id: 'looking', team: { id: 'local', role: 'viewer' as const } };
  await store.team('local').grants.add({ effect: 'write', programId, binding: 'edgeFirewall', operation: 'blocksAdd', limits: { 'body.addresses': { any: true } }, seconds: 60 });
  const answer = await runCall(looking, programId, { id: 1, binding: 'edgeFirewall', operation: 'blocksAdd', args: { body: { addresses: ['10.0.0.1'] } } }, new AbortController().signal);
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(firewall.blocked).toEqual([]);
});

test('a write waits with its actual arguments, and is made once it is allowed, once', async () => {
  const { answer, waits } = block(['203.0.113.7']);
  const [asked] = await waiting(1);
  expect(asked).toMatchObject({
    binding: 'edgeFirewall',
    operation: 'blocksAdd',
    args: { body: { addresses: ['203.0.113.7'] } },
    from: 'block',
    about: { title: 'Edge Firewall API', summary: 'Shut addresses out' },
  });
  expect(firewall.blocked).toEqual([]);
  expect(waits).toEqual({ asked: 1, answered: 0 });

  const answered = await Promise.all([1, 2, 3].map(() => decide(LOCAL, programId, [asked!.id], 'once')));
  expect(answered.map((one) => one.answered).sort()).toEqual([0, 0, 1]);
  expect(await answer).toMatchObject({ ok: true, value: { addresses: ['203.0.113.7'] } });
  expect(waits).toEqual({ asked: 1, answered: 1 });
  expect(firewall.blocked).toEqual(['203.0.113.7']);
  expect(await store.approvals.take(asked!.id)).toBe(false);
  expect(await lines()).toMatchObject([{ operation: 'blocksAdd', effect: 'write', outcome: 'ok', allowedBy: asked!.id }]);
});

test('declined or given up, nothing is done; both are on record but for what was given up', async () => {
  const { answer } = block(['203.0.113.7']);
  const [asked] = await waiting(1);
  await decide(LOCAL, programId, [asked!.id], 'deny');
  expect(await answer).toMatchObject({ ok: false, error: { code: 'denied', retryable: false } });

  const controller = new AbortController();
  const given = block(['203.0.113.8'], controller.signal);
  const [other] = await waiting(1);
  controller.abort();
  expect(await given.answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await decide(LOCAL, programId, [other!.id], 'once')).toEqual({ answered: 0 });
  expect(firewall.blocked).toEqual([]);
  expect(await lines()).toMatchObject([{ outcome: 'denied', allowedBy: null }]);
});

test('arguments that are wrong reach neither the person nor the outside', async () => {
  const { answer, waits } = block('203.0.113.7');
  expect(await answer).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
  expect(waits.asked).toBe(0);
});

test('a grant covers what is within its limits until it is taken back, in its own program', async () => {
  const { answer } = block(['203.0.113.7', '203.0.113.8']);
  const ids = (await waiting(1)).map(({ id }) => id);
  const limits = { 'body.addresses': { atMost: 2 } };
  await expect(decide(LOCAL, programId, ids, { limits: { 'body.addresses': { atMost: 1 } }, seconds: 60 })).rejects.toThrow('beyond these limits');
  await decide(LOCAL, programId, ids, { limits, seconds: 60 });
  expect(await answer).toMatchObject({ ok: true });

  const within = block(['203.0.113.9']);
  expect(await within.answer).toMatchObject({ ok: true });
  expect(within.waits.asked).toBe(0);
  const [grant] = await store.team('local').grants.list(programId);
  expect((await lines())[0]).toMatchObject({ outcome: 'ok', allowedBy: grant!.id });

  const beyond = block(['1.1.1.1', '2.2.2.2', '3.3.3.3']);
  await decide(LOCAL, programId, (await waiting(1)).map(({ id }) => id), 'deny');
  expect(await beyond.answer).toMatchObject({ ok: false, error: { code: 'denied' } });

  const other = await store.programs.create({ title: 'Another' });
  expect(await store.team('local').grants.list(other.id)).toEqual([]);
  expect(await store.team('local').grants.revoke(other.id, grant!.id)).toBe(false);
  expect(await store.team('local').grants.revoke(programId, grant!.id)).toBe(true);
  const again = block(['203.0.113.9']);
  await decide(LOCAL, programId, (await waiting(1)).map(({ id }) => id), 'deny');
  expect(await again.answer).toMatchObject({ ok: false, error: { code: 'denied' } });
});

test('what was allowed for one server isn’t done at another', async () => {
  const { answer } = block(['203.0.113.7']);
  const [asked] = await waiting(1);
  await added.change(connectionId, { title: 'Another wall' });
  await decide(LOCAL, programId, [asked!.id], 'once');
  expect(await answer).toMatchObject({ ok: false, error: { code: 'unavailable', message: expect.stringContaining('was changed while you were asked') } });
  expect(firewall.blocked).toEqual([]);
  await added.change(connectionId, { title: 'Edge Firewall API' });
});

test('a grant that ran out counts no more', async () => {
  await store.team('local').grants.add({ effect: 'write', programId, binding: 'edgeFirewall', operation: 'blocksAdd', limits: { 'body.addresses': { atMost: 9 } }, seconds: -1 });
  expect(await store.team('local').grants.list(programId)).toEqual([]);
});

test('what another program waits for can’t be answered in this one’s name', async () => {
  const { answer } = block(['203.0.113.7']);
  const [asked] = await waiting(1);
  const other = await store.programs.create({ title: 'Another' });
  expect(await decide(LOCAL, other.id, [asked!.id], 'once')).toEqual({ answered: 0 });
  await decide(LOCAL, programId, [asked!.id], 'deny');
  expect(await answer).toMatchObject({ ok: false });
});

test('the ledger says in whose name and by which version, and nothing that is secret in the arguments', async () => {
  const args = { body: { addresses: ['203.0.113.7'], note: 'Bearer abcdefgh1234', apiToken: 'hunter22' } };
  const call = { id: 1, binding: 'edgeFirewall', operation: 'blocksAdd', args, from: 'block' };
  const answer = await runCall(LOCAL, programId, call, new AbortController().signal, undefined, 'v1');
  expect(answer).toMatchObject({ ok: false, line: expect.any(String) });
  const [line] = await lines();
  expect(line).toMatchObject({ id: answer.line, viewer: 'local', versionId: 'v1', outcome: 'bad-arguments', masked: ['body.note', 'body.apiToken'], allowedAs: null });
  expect(line!.args).toEqual({ body: { addresses: ['203.0.113.7'], note: 'Bearer •••', apiToken: '•••' } });
});
