/** Links that read in the name of each person who opens them, asked for over HTTP by people who signed in. */
import http from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makePerson, openAccounts, signIn } from '../auth/accounts';
import { LOCAL } from '../auth/viewer';
import { openDuckdb } from '../connector/duckdb';
import { letRead } from '../grant/decide';
import type { Program } from '../program/program';
import { closeIsolates } from '../sandbox/isolate/of-process';
import { type Store, openStore } from '../store';
import { createLink } from './links';
import type { FunctionAnswer, Opening, Shell } from './messages';
import { ShareSite } from './site';

vi.mock('./built', () => ({
  built: () => ({ assets: { framePath: '/frame/f.html', workerPath: '/w.js', sharePath: '/_vitrine/share.js', latePaths: {}, scriptHashes: [] }, texts: { theme: '', preflight: '', utilities: '', look: '' }, kit: [], page: 'body{}' }),
}));

const folder = mkdtempSync(path.join(tmpdir(), 'viewer-links-'));
const kept = globalThis as { vitrineStore?: Promise<Store>; vitrineConnections?: unknown };
const people: Record<string, { id: string; cookie: string }> = {};
let store: Store;
let program: Program;
let site: ShareSite;
let server: http.Server;
let origin: string;
let token: string;

beforeAll(async () => {
  process.env.VITRINE_DATA = folder;
  kept.vitrineStore = openStore({ dataDir: folder });
  store = await kept.vitrineStore;
  const library = await openDuckdb({ name: 'library', title: 'Town library', load: async (connection) => void (await connection.run('create table books as select i as id from range(3) t(i)')) });
  const binding = await library.describe();
  kept.vitrineConnections = new Map([['local', { connector: async (name: string) => (name === 'library' ? library : null), bindings: async () => [binding], close: () => library.close() }]]);
  program = await store.programs.create({ title: 'Books', ownerId: 'local', teamId: 'local' });
  const source = { 'ui.tsx': 'export default function Books() {\n  return <b>{useData(data.books).data?.length}</b>;\n}\n', 'data.ts': 'export async function books() {\n  return library.sql`select id from books order by id`;\n}\n' };
  const version = await store.versions.add({ programId: program.id, source, diagnostics: [], label: 'v', origin: null });
  await store.programs.setCurrent(program.id, version.id);
  program = (await store.programs.get(program.id))!;
  await letRead(LOCAL, program.id, { binding: 'library', names: ['books'], maxRows: null, seconds: null });

  await expect(createLink(LOCAL, program, { mode: 'viewer' }, [])).rejects.toThrow('Nobody signs in here');
  const one = (name: string) => ({ name, email: `${name.toLowerCase()}@example.com`, password: 'a long password' });
  const cookieOf = async (name: string) => (await signIn(one(name).email, 'a long password', new Headers())).getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  people.Owner = { id: (await openAccounts({ ...one('Owner'), teamName: 'Town' }, false)).id, cookie: await cookieOf('Owner') };
  for (const name of ['Ada', 'Bob', 'Alien']) {
    const { id } = await makePerson({ ...one(name), isProven: false });
    if (name === 'Alien') await store.teams.create({ name: 'Elsewhere', ownerId: id });
    else await store.teams.join('local', id, name === 'Ada' ? 'viewer' : 'admin');
    people[name] = { id, cookie: await cookieOf(name) };
  }
  token = (await createLink(LOCAL, program, { mode: 'viewer', embedOrigins: ['https://intranet.example.com'] }, [])).link.address!.split('/').at(-1)!;
  site = new ShareSite(store);
  server = http.createServer((request, response) => void site.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);

afterAll(async () => {
  await site.close();
  server.closeAllConnections();
  server.close();
  await closeIsolates();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, who?: string) => fetch(origin + path, { redirect: 'manual', headers: who ? { cookie: people[who]!.cookie } : {} });

async function open(who: string): Promise<Opening> {
  const body = await (await get(`/s/${token}`, who)).text();
  return (JSON.parse(/id="shell">(.*?)<\/script>/.exec(body)![1]!) as Extract<Shell, { opening: Opening }>).opening;
}

const ask = (who: string | undefined, ticket: string) =>
  fetch(`${origin}/s/${token}/calls`, { method: 'POST', body: JSON.stringify({ ticket, calls: [{ id: 0, name: 'books' }] }), headers: who ? { cookie: people[who]!.cookie } : {} });

test('who isn’t signed in is sent to sign in, and comes back here', async () => {
  const response = await get(`/s/${token}?look=x`);
  expect([response.status, new URL(response.headers.get('location')!).pathname]).toEqual([302, '/sign-in']);
  expect(new URL(response.headers.get('location')!).searchParams.get('to')).toBe(`/s/${token}?look=x`);
  expect(await response.text()).toBe('');
  // Nobody is told anything by what is below it.
  for (const below of ['/picture.png', '/stream?ticket=x']) expect((await get(`/s/${token}${below}`)).status).toBe(404);
  expect((await ask(undefined, 'x')).status).toBe(404);
});

test('for people of other teams, and within other sites, it is as if it had never been', async () => {
  const never = await (await get(`/s/${'x'.repeat(43)}`, 'Alien')).text();
  for (const path of [`/s/${token}`, `/s/${token}/picture.png`]) {
    const response = await get(path, 'Alien');
    expect([response.status, await response.text()]).toEqual([404, never]);
  }
  expect((await get(`/embed/${token}`, 'Ada')).status).toBe(404);
});

test('each reads in their own name, on record as theirs, and one’s ticket is nothing to another', async () => {
  const before = await store.team('local').ledger.list(program.id, { limit: 99 });
  for (const who of ['Ada', 'Bob', 'Ada']) {
    const { ticket, shownTo } = await open(who);
    expect(shownTo).toBe(who);
    const [line] = (await (await ask(who, ticket)).text()).trim().split('\n');
    expect(JSON.parse(line!) as FunctionAnswer).toMatchObject({ ok: true, value: [{ id: 0 }, { id: 1 }, { id: 2 }] });
    expect((await ask(who === 'Ada' ? 'Bob' : 'Ada', ticket)).status).toBe(404);
  }
  // Three openings are three readings: nobody is given what was read for somebody else, nor what was read before.
  await vi.waitFor(async () => {
    const lines = await store.team('local').ledger.list(program.id, { limit: 99 });
    expect(lines.slice(0, lines.length - before.length).map(({ viewer }) => viewer)).toEqual([people.Ada!.id, people.Bob!.id, people.Ada!.id]);
  });
});

test('who leaves the team sees nothing more, and their open page ends', async () => {
  const { ticket } = await open('Bob');
  const others = await open('Ada');
  const stream = await get(`/s/${token}/stream?ticket=${ticket}`, 'Bob');
  const stays = await get(`/s/${token}/stream?ticket=${others.ticket}`, 'Ada');
  await store.teams.leave('local', people.Bob!.id);
  // It ends by itself: what is read is all that it said.
  expect(await stream.text()).toContain('event: end');
  expect((await get(`/s/${token}`, 'Bob')).status).toBe(404);
  expect((await ask('Bob', ticket)).status).toBe(404);
  const first = await stays.body!.pipeThrough(new TextDecoderStream()).getReader().read();
  expect(first.value).not.toContain('event: end');
  expect((await get(`/s/${token}`, 'Ada')).status).toBe(200);
});
