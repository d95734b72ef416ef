/** Changes that people ask for through a link, against a real firewall over HTTP: none of them is made without a yes of the team. */
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LOCAL, type Viewer } from '../auth/viewer';
import { connectFirewall } from '../connection/test-connections';
import { decide } from '../grant/decide';
import type { Program } from '../program/program';
import { closeIsolates } from '../sandbox/isolate/of-process';
import { addPerson, addProgram, openTestStore } from '../store/test-store';
import { askersOf } from './askers';
import { MAX_ASKING_OF_LINK, MAX_CHANGES_OF_RUN } from './limits';
import { type LinkChoices, type ListedLink, changeLink, createLink } from './links';
import type { AnswerLine } from './messages';
import { type TestSite, openingIn, startTestSite, tokenIn } from './test-site';

vi.mock('./built', () => import('./test-built'));

/** Who a request is of, by its cookie: what signs people in isn't what is tried here. */
const signedIn: Record<string, Viewer> = {};
vi.mock('../auth/who', async (original) => ({ ...(await original<typeof import('../auth/who')>()), viewerOf: async (headers: Headers) => signedIn[headers.get('cookie') ?? ''] ?? null }));

const SOURCE = {
  'ui.tsx': 'export default function Wall() {\n  const shut = useData(data.shut, {});\n  const { run } = useAction(data.block);\n  return <button onClick={() => run({ ips: [] })}>{shut.data?.length}</button>;\n}\n',
  'data.ts':
    'export async function shut() {\n  return (await edgeFirewall.blocksList({})).addresses;\n}\n' +
    'export async function block({ ips }: { ips: string[] }) {\n  return edgeFirewall.blocksAdd({ body: { addresses: ips } });\n}\n' +
    'export async function each({ ips }: { ips: string[] }) {\n  return Promise.all(ips.map((ip) => edgeFirewall.blocksAdd({ body: { addresses: [ip] } })));\n}\n' +
    'export async function hides({ ips }: { ips: string[] }) {\n  try {\n    await edgeFirewall.blocksAdd({ body: { addresses: ips } });\n  } catch {\n    return "nothing happened";\n  }\n  return "done";\n}\n',
};

const { store } = await openTestStore();
const { firewall } = await connectFirewall(store);
afterAll(closeIsolates);
let program: Program;
let origin: string;
let close: TestSite['close'];

beforeEach(async () => {
  program = await addProgram(store, { title: 'Wall', source: SOURCE });
  await store.team('local').grants.add({ effect: 'read', programId: program.id, binding: 'edgeFirewall', names: ['blocksList'], maxRows: null, seconds: null });
  firewall.blocked.length = 0;
  // Its own, so that one test's asking isn't another's.
  ({ origin, close } = await startTestSite(store));
});
afterEach(() => close());

const create = async (choices: LinkChoices = {}) => (await createLink(LOCAL, program, { mode: 'live', mayAsk: true, ...choices }, [])).link;
const change = async ({ id }: ListedLink, choices: LinkChoices & { paused?: boolean }) => changeLink(LOCAL, (await store.shares.get(id))!, choices);

async function ticketOf(link: ListedLink, cookie = ''): Promise<string> {
  return openingIn(await (await fetch(`${origin}/s/${tokenIn(link)}`, { headers: { cookie } })).text()).ticket;
}

/** Calls a function as a page does. `lines` fills as they come; `ended` has all of them, or null where the connection was cut. */
async function call(link: ListedLink, name: string, args: unknown, { ticket, place = 's', cookie = '' }: { ticket?: string; place?: 's' | 'embed'; cookie?: string } = {}) {
  const page = new AbortController();
  const lines: AnswerLine[] = [];
  const body = JSON.stringify({ ticket: ticket ?? (await ticketOf(link, cookie)), calls: [{ id: 7, name, args }] });
  const ended = (async () => {
    const response = await fetch(`${origin}/${place}/${tokenIn(link)}/calls`, { method: 'POST', body, signal: page.signal, headers: { cookie } });
    let rest = '';
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + piece).split('\n');
      rest = parts.pop()!;
      lines.push(...parts.filter(Boolean).map((line) => JSON.parse(line) as AnswerLine));
    }
    return lines.at(-1);
  })().catch(() => null);
  return { lines, ended, leave: () => page.abort() };
}
const waiting = async (count: number) => {
  await expect.poll(async () => (await store.approvals.pending(program.id)).length, { timeout: 10_000 }).toBe(count);
  return store.approvals.pending(program.id);
};
const say = (ids: readonly { id: string }[], answer: 'once' | 'deny' = 'once') => decide(LOCAL, program.id, ids.map(({ id }) => id), answer);
const linesOf = () => store.team('local').ledger.list(program.id, { limit: 20 });
const refused = (code: string) => ({ id: 7, ok: false, error: expect.objectContaining({ code }) });
const IPS = { ips: ['203.0.113.7'] };

test('it waits with what would be sent and who asks, is made after the yes in the link’s name, and what was read before is read anew', async () => {
  const link = await create({ title: 'The wall' });
  expect((await (await call(link, 'shut', {})).ended)).toMatchObject({ ok: true, value: [] });
  const asked = await call(link, 'block', IPS);
  const [one] = await waiting(1);
  expect(one).toMatchObject({ effect: 'write', binding: 'edgeFirewall', operation: 'blocksAdd', args: { body: { addresses: ['203.0.113.7'] } }, from: 'block', askedBy: `link:${link.id}`, viaShareId: link.id });
  expect(await askersOf([one!])).toEqual({ [one!.id]: 'somebody with the link “The wall”' });
  await expect.poll(() => asked.lines).toEqual([{ id: 7, waits: true }]);
  expect(firewall.blocked).toEqual([]);
  await say([one!]);
  expect(await asked.ended).toMatchObject({ id: 7, ok: true, value: { addresses: ['203.0.113.7'] } });
  expect(firewall.blocked).toEqual(['203.0.113.7']);
  expect(await linesOf()).toMatchObject([{ viewer: `link:${link.id}`, operation: 'blocksAdd', effect: 'write', outcome: 'ok', allowedBy: one!.id, allowedAs: 'approval' }, { operation: 'blocksList' }]);
  expect((await (await call(link, 'shut', {})).ended)).toMatchObject({ ok: true, value: ['203.0.113.7'] });
});

test('declined, nothing is done, and who asked is told so in words of theirs', async () => {
  const link = await create();
  const asked = await call(link, 'block', IPS);
  await say(await waiting(1), 'deny');
  expect(await asked.ended).toEqual({ id: 7, ok: false, error: { code: 'denied', message: 'It was declined. Nothing was done.', retryable: false } });
  expect(firewall.blocked).toEqual([]);
});

test('a link that doesn’t say so, a snapshot, and a page within another site change nothing and ask nobody', async () => {
  const [closed, asking] = [await create({ mayAsk: false }), await create({ embedOrigins: ['https://intranet.example.com'] })];
  expect(await (await call(closed, 'block', IPS)).ended).toMatchObject({ ok: false });
  expect(await (await call(asking, 'block', IPS, { place: 'embed' })).ended).toEqual(refused('writes'));
  await expect(change(closed, { mode: 'snapshot' })).rejects.toMatchObject({ status: 409 });
  await expect(createLink(LOCAL, program, { mode: 'snapshot', mayAsk: true }, [{ name: 'shut', args: {} }])).rejects.toMatchObject({ status: 400 });
  const { link: snapshot } = await createLink(LOCAL, program, {}, [{ name: 'shut', args: {} }]);
  await expect(change(snapshot, { mayAsk: true })).rejects.toMatchObject({ status: 400 });
  // Whatever the row says.
  await store.shares.change(snapshot.id, { mayAsk: true });
  expect(await (await call(snapshot, 'block', IPS)).ended).toEqual(refused('not-in-snapshot'));
  // One that becomes a snapshot lets nobody ask afterwards either.
  await store.shares.change(snapshot.id, { mode: 'live' });
  expect(await change(snapshot, { mode: 'snapshot' })).toMatchObject({ mayAsk: false });
  expect(await store.approvals.pending(program.id)).toEqual([]);
  expect(firewall.blocked).toEqual([]);
});

test('what was granted to the interface isn’t granted to who has a link, and through a link nothing is granted', async () => {
  await store.team('local').grants.add({ effect: 'write', programId: program.id, binding: 'edgeFirewall', operation: 'blocksAdd', limits: { 'body.addresses': { any: true } }, seconds: 600 });
  const link = await create();
  const asked = await call(link, 'block', IPS);
  const [one] = await waiting(1);
  expect(firewall.blocked).toEqual([]);
  await expect(decide(LOCAL, program.id, [one!.id], { limits: { 'body.addresses': { any: true } }, seconds: 600 })).rejects.toMatchObject({ status: 400 });
  await say([one!]);
  expect(await asked.ended).toMatchObject({ ok: true });
  // The next one asks anew.
  const again = await call(link, 'block', IPS);
  await say(await waiting(1), 'deny');
  expect(await again.ended).toEqual(refused('denied'));
  expect(firewall.blocked).toEqual(['203.0.113.7']);
});

test('what is asked after it, with other arguments or by another function, is another question; a yes is good for one', async () => {
  const link = await create();
  const [first, other] = [await call(link, 'block', IPS), await call(link, 'block', { ips: ['198.51.100.23'] })];
  const asked = await waiting(2);
  const mine = asked.find(({ args }) => JSON.stringify(args).includes('203.0.113.7'))!;
  const answers = await Promise.all([say([mine]), say([mine])]);
  expect(answers.reduce((sum, { answered }) => sum + answered, 0)).toBe(1);
  expect(await first.ended).toMatchObject({ ok: true });
  expect(firewall.blocked).toEqual(['203.0.113.7']);
  await say(await waiting(1), 'deny');
  expect(await other.ended).toEqual(refused('denied'));
  for (const name of ['blocksAdd', 'edgeFirewall', 'constructor', '__proto__', 'sql']) expect(await (await call(link, name, { body: { addresses: ['10.0.0.1'] } })).ended).toEqual(refused('bad-arguments'));
  expect(await (await call(link, 'block', { ips: 'everything' })).ended).toMatchObject({ ok: false });
  expect(await (await call(link, 'block', IPS, { ticket: 'x.y' })).ended).toBeUndefined();
  expect(firewall.blocked).toEqual(['203.0.113.7']);
});

test('a function that hides what became of its change is asked about all the same', async () => {
  const link = await create();
  const asked = await call(link, 'hides', IPS);
  await say(await waiting(1));
  expect(await asked.ended).toMatchObject({ ok: true, value: 'done', changed: true });
  const again = await call(link, 'hides', IPS);
  await say(await waiting(1), 'deny');
  expect(await again.ended).toMatchObject({ ok: true, value: 'nothing happened', changed: false });
  expect(firewall.blocked).toEqual(['203.0.113.7']);
});

test.each<[string, (link: ListedLink) => Promise<unknown>]>([
  ['revoked', ({ id }) => store.shares.revoke(id)],
  ['paused', (link) => change(link, { paused: true })],
  ['let nobody ask any more', (link) => change(link, { mayAsk: false })],
  ['made a snapshot', ({ id }) => store.shares.change(id, { mode: 'snapshot' })],
])('a link that is %s while its change waits takes the question with it', async (_, end) => {
  const link = await create();
  const asked = await call(link, 'block', IPS);
  const those = await waiting(1);
  await end(link);
  await waiting(0);
  expect(await say(those)).toEqual({ answered: 0 });
  expect(await asked.ended).toMatchObject({ ok: false });
  expect(firewall.blocked).toEqual([]);
});

test('a yes that comes to a link that another process ended moments ago does nothing', async () => {
  const link = await create();
  const asked = await call(link, 'block', IPS);
  const those = await waiting(1);
  // Nobody here hears of it: as if the signal were on its way still.
  const inStore = store.shares.those;
  const revoked = vi.spyOn(store.shares, 'those').mockImplementation(async (ids) => (await inStore(ids)).map((share) => ({ ...share, pausedAt: new Date().toISOString() })));
  await say(those);
  expect(await asked.ended).toMatchObject({ ok: false });
  revoked.mockRestore();
  expect(firewall.blocked).toEqual([]);
  expect(await linesOf()).toMatchObject([{ operation: 'blocksAdd', outcome: 'not-allowed' }]);
});

test('who closes the page asks nothing any more', async () => {
  const link = await create();
  const asked = await call(link, 'block', IPS);
  const those = await waiting(1);
  asked.leave();
  await waiting(0);
  expect(await say(those)).toEqual({ answered: 0 });
  expect(firewall.blocked).toEqual([]);
});

test('in the name of who looks it is asked as theirs, looking role or not, and not once they have left the team', async () => {
  const { id } = await addPerson(store, 'Ada');
  await store.teams.join('local', id, 'viewer');
  signedIn['who=ada'] = { id, name: 'Ada', team: { id: 'local', role: 'viewer' } };
  const link = await create({ title: 'The wall' });
  await store.shares.change(link.id, { mode: 'viewer' });
  const asked = await call(link, 'block', IPS, { cookie: 'who=ada' });
  const [one] = await waiting(1);
  expect(one).toMatchObject({ askedBy: id, viaShareId: link.id });
  expect(await askersOf([one!])).toEqual({ [one!.id]: 'Ada with the link “The wall”' });
  await say([one!]);
  expect(await asked.ended).toMatchObject({ ok: true });
  expect(await linesOf()).toMatchObject([{ viewer: id, operation: 'blocksAdd', outcome: 'ok', allowedBy: one!.id }]);
  const again = await call(link, 'block', IPS, { cookie: 'who=ada' });
  const those = await waiting(1);
  await store.teams.join('local', (await addPerson(store, 'Bob')).id, 'owner');
  await store.teams.leave('local', id);
  await say(those);
  expect(await again.ended).toMatchObject({ ok: false });
  expect(firewall.blocked).toEqual(['203.0.113.7']);
});

test('only so many wait at a time, one question of a run after the other, and only so many of one run', async () => {
  const link = await create();
  const ips = Array.from({ length: MAX_CHANGES_OF_RUN + 2 }, (_, i) => `192.0.2.${i}`);
  const many = await call(link, 'each', { ips });
  for (let i = 0; i < MAX_CHANGES_OF_RUN; i++) await say(await waiting(1));
  expect(await many.ended).toMatchObject({ ok: false });
  expect(firewall.blocked).toEqual(ips.slice(0, MAX_CHANGES_OF_RUN));
  const open = [];
  for (let i = 0; i < MAX_ASKING_OF_LINK; i++) open.push(await call(link, 'block', { ips: [`10.0.0.${i}`] }));
  await waiting(MAX_ASKING_OF_LINK);
  expect(await (await call(link, 'block', IPS)).ended).toEqual(refused('asks-full'));
  expect(await store.approvals.pending(program.id)).toHaveLength(MAX_ASKING_OF_LINK);
  await say(await store.approvals.pending(program.id), 'deny');
  await Promise.all(open.map(({ ended }) => ended));
  // Who asked often enough waits a while, whatever was said to them.
  const last = await call(link, 'block', IPS);
  await say(await waiting(1), 'deny');
  expect(await last.ended).toEqual(refused('denied'));
  expect(await (await call(link, 'block', IPS)).ended).toEqual(refused('asks-full'));
}, 30_000);
