/** Links that read in the name of each person who opens them, asked for over HTTP by people who signed in. */
import { afterAll, expect, test, vi } from 'vitest';
import { makePeople } from '../auth/test-people';
import { LOCAL } from '../auth/viewer';
import { connectLibrary } from '../connection/test-connections';
import { letRead } from '../grant/decide';
import { closeIsolates } from '../sandbox/isolate/of-process';
import { addProgram, openTestStore } from '../store/test-store';
import { createLink } from './links';
import type { FunctionAnswer, Opening } from './messages';
import { openingIn, startTestSite, tokenIn } from './test-site';

vi.mock('./built', () => import('./test-built'));

const SOURCE = { 'ui.tsx': 'export default function Books() {\n  return <b>{useData(data.books).data?.length}</b>;\n}\n', 'data.ts': 'export async function books() {\n  return library.sql`select id from books order by id`;\n}\n' };

const { store } = await openTestStore();
await connectLibrary('create table books as select i as id from range(3) t(i)');
const program = await addProgram(store, { title: 'Books', source: SOURCE });
await letRead(LOCAL, program.id, { binding: 'library', names: ['books'], maxRows: null, seconds: null });
const beforeAccounts = await createLink(LOCAL, program, { mode: 'viewer' }, []).catch((error: Error) => error);
const people = await makePeople(store, { Owner: 'owner', Ada: 'viewer', Bob: 'admin', Alien: 'elsewhere' });
type Who = keyof typeof people;
const token = tokenIn((await createLink(LOCAL, program, { mode: 'viewer', embedOrigins: ['https://intranet.example.com'] }, [])).link);
const { origin, close } = await startTestSite(store);
afterAll(async () => {
  await close();
  await closeIsolates();
});

const get = (path: string, who?: Who) => fetch(origin + path, { redirect: 'manual', headers: who ? { cookie: people[who].cookie } : {} });

async function open(who: Who): Promise<Opening> {
  return openingIn(await (await get(`/s/${token}`, who)).text());
}

const ask = (who: Who | undefined, ticket: string) =>
  fetch(`${origin}/s/${token}/calls`, { method: 'POST', body: JSON.stringify({ ticket, calls: [{ id: 0, name: 'books' }] }), headers: who ? { cookie: people[who].cookie } : {} });

test('where nobody signs in there are none', () => {
  expect(beforeAccounts).toMatchObject({ message: expect.stringContaining('Nobody signs in here') });
});

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
  for (const who of ['Ada', 'Bob', 'Ada'] as const) {
    const { ticket, shownTo } = await open(who);
    expect(shownTo).toBe(who);
    const [line] = (await (await ask(who, ticket)).text()).trim().split('\n');
    expect(JSON.parse(line!) as FunctionAnswer).toMatchObject({ ok: true, value: [{ id: 0 }, { id: 1 }, { id: 2 }] });
    expect((await ask(who === 'Ada' ? 'Bob' : 'Ada', ticket)).status).toBe(404);
  }
  // Three openings are three readings: nobody is given what was read for somebody else, nor what was read before.
  await vi.waitFor(async () => {
    const lines = await store.team('local').ledger.list(program.id, { limit: 99 });
    expect(lines.slice(0, lines.length - before.length).map(({ viewer }) => viewer)).toEqual([people.Ada.id, people.Bob.id, people.Ada.id]);
  });
});

test('who leaves the team sees nothing more, and their open page ends', async () => {
  const { ticket } = await open('Bob');
  const others = await open('Ada');
  const stream = await get(`/s/${token}/stream?ticket=${ticket}`, 'Bob');
  const stays = await get(`/s/${token}/stream?ticket=${others.ticket}`, 'Ada');
  await store.teams.leave('local', people.Bob.id);
  // It ends by itself: what is read is all that it said.
  expect(await stream.text()).toContain('event: end');
  expect((await get(`/s/${token}`, 'Bob')).status).toBe(404);
  expect((await ask('Bob', ticket)).status).toBe(404);
  const first = await stays.body!.pipeThrough(new TextDecoderStream()).getReader().read();
  expect(first.value).not.toContain('event: end');
  expect((await get(`/s/${token}`, 'Ada')).status).toBe(200);
});
