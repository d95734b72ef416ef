import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { LOCAL } from '../auth/viewer';
import { connectLibrary } from '../connection/test-connections';
import type { Connector } from '../connector/contract';
import { letRead } from '../grant/decide';
import type { Program } from '../program/program';
import { closeIsolates } from '../sandbox/isolate/of-process';
import { addProgram, openTestStore } from '../store/test-store';
import { createLink, changeLink, listLinks, renewSnapshot } from './links';
import type { FunctionAnswer, Opening } from './messages';
import { refreshDue } from './refresh';
import { openingIn, startTestSite, tokenIn } from './test-site';

vi.mock('./built', () => import('./test-built'));

const SOURCE = {
  'ui.tsx': 'export default function Books() {\n  const [from, setFrom] = useState(0);\n  const books = useData(data.books, { from });\n  return <button onClick={() => setFrom(from + 1)}>{books.data?.length}</button>;\n}\n',
  'data.ts':
    'export async function books({ from }: { from: number }) {\n  return library.sql`select id from books where id >= ${from} order by id`;\n}\n' +
    'export async function members() {\n  return library.sql`select name from members`;\n}\n' +
      'export async function broken() {\n  throw new Error("the password of the library is sesame");\n}\n',
};

/** How often the library was asked. */
let asked = 0;
const counting = (library: Connector) =>
  new Proxy(library, {
    get: (target, key) => {
      if (key === 'call') return (...args: Parameters<Connector['call']>) => ((asked += 1), target.call(...args));
      const value: unknown = target[key as keyof Connector];
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

const { store } = await openTestStore();
await connectLibrary("create table books as select i as id from range(3) t(i); create table members as select 'Ada' as name", counting);
const { site, origin, close } = await startTestSite(store);
afterAll(async () => {
  await close();
  await closeIsolates();
});
let program: Program;

beforeEach(async () => {
  program = await addProgram(store, { title: 'Books', source: SOURCE, label: 'my secret prompt' });
  await letRead(LOCAL, program.id, { binding: 'library', names: ['books'], maxRows: null, seconds: null });
  asked = 0;
});

const BOOKS = { name: 'books', args: { from: 1 } };
const create = async (choices: Parameters<typeof createLink>[2] = {}, those: { name: string; args: unknown }[] = [BOOKS]) => (await createLink(LOCAL, program, choices, those)).link;
const shareOf = async (id: string) => (await store.shares.get(id))!;

async function get(path: string): Promise<{ status: number; body: string; headers: Record<string, string> }> {
  const response = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } });
  return { status: response.status, body: await response.text(), headers: Object.fromEntries([...response.headers].filter(([name]) => name !== 'date')) };
}

async function open(token: string): Promise<Opening> {
  return openingIn((await get(`/s/${token}`)).body);
}

async function ask(token: string, ticket: string, ...questions: { name: string; args?: unknown }[]): Promise<FunctionAnswer[]> {
  const response = await fetch(`${origin}/s/${token}/calls`, { method: 'POST', body: JSON.stringify({ ticket, calls: questions.map((question, id) => ({ id, ...question })) }) });
  if (response.status !== 200) throw new Error(String(response.status));
  const answers = (await response.text()).trim().split('\n').filter(Boolean).map((line) => JSON.parse(line) as FunctionAnswer);
  return answers.sort((a, b) => a.id - b.id);
}

test('a snapshot answers what its owner saw, asks nobody, and nothing else', async () => {
  const link = await create({}, [BOOKS, { name: 'members', args: {} }, { name: 'nothing', args: {} }, { name: 'constructor', args: {} }]);
  expect(link).toMatchObject({ state: 'open', mode: 'snapshot', results: 1, hasPassword: false });
  expect(asked).toBe(1);
  const token = tokenIn(link);
  const { ticket, takenAt, swap } = await open(token);
  const answers = await ask(token, ticket, BOOKS, { name: 'books', args: { from: 2 } }, { name: 'members' });
  expect(answers[0]).toEqual({ id: 0, ok: true, at: takenAt, value: [{ id: 1 }, { id: 2 }] });
  expect(answers.slice(1).map((answer) => !answer.ok && answer.error.code)).toEqual(['not-in-snapshot', 'not-in-snapshot']);
  expect(asked).toBe(1);
  // Functions have their names in the page, and not their text.
  expect(swap.data!.functions.map(({ name }) => name)).toEqual(['books', 'members', 'broken']);
  expect(swap.data!.js).not.toMatch(/library|select|sesame/);
});

test('nothing of the owner’s is in the page, its headers or its answers', async () => {
  const link = await create({ mode: 'live' });
  const { body, headers } = await get(`/s/${tokenIn(link)}`);
  const { ticket } = await open(tokenIn(link));
  const answers = await ask(tokenIn(link), ticket, BOOKS, { name: 'members' }, { name: 'broken' });
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.message))).toEqual(['ok', 'This can’t be shown here.', 'This can’t be shown here.']);
  const all = body + JSON.stringify(headers) + JSON.stringify(answers);
  for (const secret of ['library', 'select', 'sesame', 'my secret prompt', '"local"', LOCAL.name]) expect([secret, all.includes(secret)]).toEqual([secret, false]);
});

test('live, many who ask the same are one question, and each run is on record as the link’s', async () => {
  const link = await create({ mode: 'live' });
  const { ticket } = await open(tokenIn(link));
  const all = await Promise.all(Array.from({ length: 50 }, () => ask(tokenIn(link), ticket, BOOKS)));
  expect(new Set(all.map((answers) => JSON.stringify(answers))).size).toBe(1);
  // The order of the fields makes no other question.
  await ask(tokenIn(link), ticket, { name: 'books', args: { from: 1 } });
  expect(asked).toBe(1);
  await vi.waitFor(async () => expect(await store.team('local').ledger.list(program.id, { limit: 9 })).toMatchObject([{ viewer: `link:${link.id}`, from: 'books', binding: 'library', outcome: 'ok' }]));
});

test('what was read with a leave isn’t given any more once that is taken back', async () => {
  const link = await create({ mode: 'live' });
  const { ticket } = await open(tokenIn(link));
  expect(await ask(tokenIn(link), ticket, BOOKS)).toMatchObject([{ ok: true }]);
  const [grant] = await store.team('local').grants.list(program.id);
  await store.team('local').grants.revoke(program.id, grant!.id);
  expect(await ask(tokenIn(link), ticket, BOOKS)).toMatchObject([{ ok: false }]);
});

test.each<[string, unknown]>([
  ['a name of the language', { name: 'constructor', args: {} }],
  ['a binding', { name: 'library', args: {} }],
  ['a list', { name: 'books', args: [1] }],
  ['a text', { name: 'books', args: 'x' }],
  ['too much', { name: 'books', args: { from: 'x'.repeat(5_000) } }],
  ['too deep', { name: 'books', args: JSON.parse('{"a":'.repeat(9) + '1' + '}'.repeat(9)) }],
])('%s is no question', async (_, question) => {
  const link = await create({ mode: 'live' });
  const { ticket } = await open(tokenIn(link));
  expect(await ask(tokenIn(link), ticket, question as { name: string })).toMatchObject([{ ok: false, error: { code: 'bad-arguments' } }]);
  expect(asked).toBe(0);
});

test('what is over looks like what never was, to the letter', async () => {
  const never = await get(`/s/${'x'.repeat(43)}`);
  expect(never).toMatchObject({ status: 404, headers: { 'cache-control': 'private, no-store' } });
  for (const path of ['/s/short', `/s/${'x'.repeat(43)}/stream`, '/embed/x', '/s/x/picture.png']) expect(await get(path)).toEqual(never);

  const revoked = await create();
  await store.shares.revoke(revoked.id);
  const paused = await create();
  await changeLink(LOCAL, await shareOf(paused.id), { paused: true });
  const expired = await create();
  await store.shares.change(expired.id, { expiresAt: new Date(Date.now() - 1_000).toISOString() });
  const used = await create({ maxViews: 1 });
  expect((await fetch(`${origin}/s/${tokenIn(used)}/open`, { method: 'POST', body: '{}' })).status).toBe(200);
  for (const { address } of [revoked, paused, expired, used]) {
    for (const below of ['', '/picture.png', '/stream?ticket=x']) expect(await get(`/s/${tokenIn({ address })}${below}`)).toEqual(never);
    const opened = await fetch(`${origin}/s/${tokenIn({ address })}/open`, { method: 'POST', body: '{}', headers: { 'accept-encoding': 'identity' } });
    expect([opened.status, await opened.text()]).toEqual([404, never.body]);
  }
});

test('only so many may open it, however many try at a time', async () => {
  const link = await create({ maxViews: 3 });
  const tries = await Promise.all(Array.from({ length: 10 }, () => fetch(`${origin}/s/${tokenIn(link)}/open`, { method: 'POST', body: '{}' })));
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(3);
  // Who only looks what the address is doesn't use it up.
  expect((await shareOf(link.id)).views).toBe(3);
});

test('its owner sees what viewers see without being counted, and nobody else can', async () => {
  const [free, limited] = [await create(), await create({ maxViews: 1 })];
  const pathOf = (address: string) => address.slice(address.indexOf('/s/'));
  const { body } = await get(pathOf(free.look!));
  expect(body.replace(/"ticket":"[^"]*"/, '')).toBe((await get(pathOf(free.address!))).body.replace(/"ticket":"[^"]*"/, ''));
  const openAt = (address: string) => fetch(`${origin}${pathOf(address).replace(/(\?|$)/, '/open$1')}`, { method: 'POST', body: '{}' });
  for (let i = 0; i < 3; i++) expect((await openAt(limited.look!)).status).toBe(200);
  expect((await openAt(`${limited.address}?look=${free.look!.split('=')[1]}`)).status).toBe(200);
  expect((await openAt(limited.address!)).status).toBe(404);
  expect((await shareOf(limited.id)).views).toBe(1);
  await vi.waitFor(async () => expect((await shareOf(free.id)).views).toBe(1), 3_000);
  expect((await listLinks({ ...LOCAL, id: 'somebody' }, program.id)).map(({ look }) => look)).toEqual([null, null]);
});

test.each<[string, (id: string) => Promise<unknown>]>([
  ['paused', (id) => store.shares.change(id, { paused: true })],
  ['revoked', (id) => store.shares.revoke(id)],
  ['over', (id) => store.shares.change(id, { expiresAt: new Date(Date.now() + 300).toISOString() })],
  ['deleted with its program', () => store.programs.remove(program.id)],
])('an open page ends when its link is %s', async (_, end) => {
  const link = await create();
  const { ticket } = await open(tokenIn(link));
  const stream = await fetch(`${origin}/s/${tokenIn(link)}/stream?ticket=${ticket}`);
  await end(link.id);
  // It ends by itself: what is read is all that it said.
  expect(await stream.text()).toMatch(/event: end/);
  await expect(ask(tokenIn(link), ticket, BOOKS)).rejects.toThrow('404');
});

test('a new snapshot is told to open pages, and has what was asked before', async () => {
  const link = await create();
  const { ticket } = await open(tokenIn(link));
  const stream = (await fetch(`${origin}/s/${tokenIn(link)}/stream?ticket=${ticket}`)).body!.pipeThrough(new TextDecoderStream()).getReader();
  const { link: renewed } = await renewSnapshot(LOCAL, await shareOf(link.id), [{ name: 'books', args: { from: 2 } }]);
  expect(renewed.results).toBe(2);
  let said = '';
  while (!said.includes('event: newer')) said += (await stream.read()).value;
  await stream.cancel();
  const after = await open(tokenIn(link));
  expect(await ask(tokenIn(link), after.ticket, BOOKS, { name: 'books', args: { from: 2 } })).toMatchObject([{ ok: true }, { ok: true, value: [{ id: 2 }] }]);
});

test('a snapshot that is due is taken by one of those who look, with the version of now', async () => {
  const link = await create({ refresh: 'hourly' });
  const { takenAt, takenVersionId } = await shareOf(link.id);
  const never = new AbortController().signal;
  await refreshDue(never);
  expect(await shareOf(link.id)).toMatchObject({ takenAt, takenVersionId });
  const next = await store.versions.add({ programId: program.id, source: SOURCE, diagnostics: [], label: 'next', origin: null });
  await store.programs.setCurrent(program.id, next.id);
  await Promise.all([refreshDue(never, 3_600), refreshDue(never, 3_600)]);
  expect((await shareOf(link.id)).takenVersionId).toBe(next.id);
  // Once when it was made, and once when it was due.
  expect(asked).toBe(2);
});

test('a preview’s picture is of what its viewers see: it goes with a password, follows a live program, and is nobody’s where each sees their own', async () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);
  const [live, fixed] = [await create({ mode: 'live' }), await create()];
  await store.shares.setPicture(live.id, png);
  await store.shares.setPicture(fixed.id, png);
  const pictureOf = async ({ address }: { address: string | null }) => {
    const response = await fetch(`${origin}/s/${tokenIn({ address })}/picture.png`);
    return response.status === 200 ? [...new Uint8Array(await response.arrayBuffer())].at(-1) : response.status;
  };
  expect((await get(`/s/${tokenIn(live)}`)).body).toContain(`/s/${tokenIn(live)}/picture.png`);
  await store.shares.setPictures(program.id, Uint8Array.from([...png, 2]));
  expect([await pictureOf(live), await pictureOf(fixed)]).toEqual([2, 0x47]);
  await store.shares.change(live.id, { mode: 'viewer' });
  await changeLink(LOCAL, await shareOf(fixed.id), { password: 'open sesame' });
  await vi.waitFor(async () => expect([await pictureOf(live), await pictureOf(fixed)]).toEqual([404, 404]));
});

test('a password is checked, not too often, and its change ends what it let in', async () => {
  const link = await create({ password: 'open sesame' });
  const token = tokenIn(link);
  const enter = (password: string) => fetch(`${origin}/s/${token}/open`, { method: 'POST', body: JSON.stringify({ password }) });
  expect((await get(`/s/${token}`)).body).not.toMatch(/Books|og:/);
  expect((await enter('sesame')).status).toBe(403);
  const { ticket } = (await (await enter('open sesame')).json()) as Opening;
  expect(await ask(token, ticket, BOOKS)).toMatchObject([{ ok: true }]);
  await changeLink(LOCAL, await shareOf(link.id), { password: 'another' });
  await expect(ask(token, ticket, BOOKS)).rejects.toThrow('404');
  const tries = [];
  for (let i = 0; i < 6; i++) tries.push((await enter('no')).status);
  expect(tries).toContain(429);
  expect(JSON.stringify(await listLinks(LOCAL, program.id))).not.toMatch(/scrypt/);
});

test('only its owner gets the address again, and what is kept of it opens nothing', async () => {
  const link = await create();
  expect((await listLinks({ ...LOCAL, id: 'somebody' }, program.id))[0]!.address).toBeNull();
  expect((await listLinks(LOCAL, program.id))[0]!.address).toBe(link.address);
  const token = tokenIn(link);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(await shareOf(link.id))).not.toContain(token);
});

test('a site is named as browsers name it, and what is none is refused', async () => {
  const link = await create({ embedOrigins: ['https://intranet.example.com/wiki', 'portal.example.com'] });
  expect(link.embedOrigins).toEqual(['https://intranet.example.com', 'https://portal.example.com']);
  const { headers } = await get(`/embed/${tokenIn(link)}`);
  expect(headers['content-security-policy']).toContain('frame-ancestors https://intranet.example.com https://portal.example.com');
  expect((await get(`/s/${tokenIn(link)}`)).headers['content-security-policy']).toContain("frame-ancestors 'none'");
  // A site that isn't named, where the browser says which it is, shows why, and nothing of the interface.
  const within = async (referer: string) => {
    const response = await fetch(`${origin}/embed/${tokenIn(link)}`, { headers: { referer } });
    return { status: response.status, body: await response.text(), policy: response.headers.get('content-security-policy') };
  };
  expect((await within('https://intranet.example.com/wiki')).status).toBe(200);
  const elsewhere = await within('https://elsewhere.example.com/');
  expect(elsewhere).toMatchObject({ status: 403, body: expect.stringContaining('This site may not show it'), policy: expect.stringMatching(/script-src 'none'.*frame-ancestors \*/) });
  expect(elsewhere.body).not.toMatch(/Books|shell|og:/);
  expect(await site.embedOrigins(link.id)).toEqual(link.embedOrigins);
  for (const wrong of ['*', 'https://*.example.com', "https://a.example;script-src 'unsafe-inline'", 'javascript:alert(1)']) await expect(create({ embedOrigins: [wrong] })).rejects.toThrow(/is no site/);
});

test('a crowd behind one address opens a link at once', async () => {
  const link = await create();
  const { shares } = store;
  const { byToken } = shares;
  const slow = vi.spyOn(shares, 'byToken').mockImplementation(async (token) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return byToken(token);
  });
  const opened = await Promise.all(Array.from({ length: 100 }, () => fetch(`${origin}/s/${tokenIn(link)}`)));
  expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([200]));
  expect(slow).toHaveBeenCalledTimes(1);
  slow.mockRestore();
});

// The last: from then on this address has to wait.
test('who tries tokens has to wait, and an open link is open all the same', async () => {
  const link = await create();
  const token = tokenIn(link);
  await open(token);
  const statuses: number[] = [];
  for (let i = 0; i < 60; i++) statuses.push((await fetch(`${origin}/s/${String(i).padStart(43, 'y')}`)).status);
  expect(statuses).toContain(429);
  expect(statuses[0]).toBe(404);
  expect((await get(`/s/${token}`)).status).toBe(200);
});
