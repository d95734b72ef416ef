/** Remixes of what a link shows, by people of its team, of others, and by who has no account. */
import { afterAll, expect, test, vi } from 'vitest';
import { POST } from '@/app/api/remixes/route';
import { makePeople } from '../auth/test-people';
import { LOCAL } from '../auth/viewer';
import { closeChecker } from '../conversation/checker';
import { closeConnections } from '../connection/connections';
import { addProgram, openTestStore } from '../store/test-store';
import { type LinkChoices, type ListedLink, changeLink, createLink, listLinks } from './links';
import type { Opening } from './messages';
import { openingIn, startTestSite, tokenIn } from './test-site';

vi.mock('./built', () => import('./test-built'));

const SOURCE = { 'ui.tsx': 'export default function Orders() {\n  return <b>{useData(data.orders).data?.length}</b>;\n}\n', 'data.ts': 'export async function orders() {\n  return shop.sql`select id from orders limit 3`;\n}\n' };

const { store } = await openTestStore();
const people = await makePeople(store, { Owner: 'owner', Ada: 'viewer', Bob: 'member', Alien: 'elsewhere', Guest: 'nowhere' });
type Who = keyof typeof people;
const program = await addProgram(store, { title: 'Secret title', source: SOURCE, label: 'a prompt nobody else reads' });
await store.team('local').grants.add({ programId: program.id, effect: 'read', binding: 'shop', names: ['orders'], columns: {}, maxRows: null, seconds: null });
await store.shared.set(program.id, 'note', 'kept');
const { origin, close } = await startTestSite(store);
afterAll(async () => {
  await close();
  await closeChecker();
  await closeConnections();
});

const create = async (choices: LinkChoices = {}) => (await createLink(LOCAL, program, { mode: 'live', ...choices }, [])).link;
const change = async ({ id }: ListedLink, choices: LinkChoices & { paused?: boolean }) => changeLink(LOCAL, (await store.shares.get(id))!, choices);

async function open(link: ListedLink, who?: Who, password?: string): Promise<Opening> {
  const headers = who ? { cookie: people[who].cookie } : undefined;
  if (password !== undefined) return (await fetch(`${origin}/s/${tokenIn(link)}/open`, { method: 'POST', headers, body: JSON.stringify({ password }) })).json() as Promise<Opening>;
  return openingIn(await (await fetch(`${origin}/s/${tokenIn(link)}`, { headers })).text());
}

async function remix(link: ListedLink, who: Who | undefined, ticket: string): Promise<{ status: number; programId: string; message: string }> {
  const request = new Request('http://localhost:3000/api/remixes', { method: 'POST', headers: who ? { cookie: people[who].cookie } : {}, body: JSON.stringify({ token: tokenIn(link), ticket }) });
  const response = await POST(request, {});
  return { status: response.status, ...((await response.json()) as { programId: string; message: string }) };
}

test('it is offered where the link’s owner lets it, to who may make an interface with it, and to nobody else', async () => {
  const [closed, open_] = [await create(), await create({ mayRemix: true })];
  const offered = async (link: ListedLink) => Object.fromEntries(await Promise.all(([undefined, 'Owner', 'Ada', 'Bob', 'Alien', 'Guest'] as const).map(async (who) => [who ?? 'nobody', (await open(link, who)).mayRemix])));
  // Its owner opens it in the team as well. Ada looks only, Guest is in no team, and the program is private to the others.
  expect(await offered(closed)).toEqual({ nobody: false, Owner: true, Ada: false, Bob: false, Alien: false, Guest: false });
  expect(await offered(open_)).toEqual({ nobody: false, Owner: true, Ada: false, Bob: true, Alien: true, Guest: false });
  // What is kept of one page is nobody else’s.
  expect((await open(open_)).mayRemix).toBe(false);
  const embedded = await create({ mayRemix: true, embedOrigins: ['https://intranet.example.com'] });
  const within = await (await fetch(`${origin}/embed/${tokenIn(embedded)}`, { headers: { cookie: people.Alien.cookie } })).text();
  expect(within).toContain('"mayRemix":false');
});

test('somebody of another team gets the code, by the link’s name, and nothing else', async () => {
  const link = await create({ mayRemix: true, title: 'Orders' });
  const { status, programId } = await remix(link, 'Alien', (await open(link, 'Alien')).ticket);
  expect(status).toBe(201);
  const [team] = await store.teams.of(people.Alien.id);
  const made = (await store.programs.get(programId))!;
  expect(made).toMatchObject({ title: 'Orders', teamId: team!.id, ownerId: people.Alien.id, visibility: 'private' });
  const [version] = await store.versions.list(programId);
  expect((await store.versions.get(version!.id))!.source).toEqual(SOURCE);
  expect(await store.messages.list(programId)).toEqual([]);
  expect(await store.team(team!.id).grants.list(programId)).toEqual([]);
  expect((await store.shared.all(programId)).values).toEqual({});
  expect(await store.lineage.of(programId)).toMatchObject({ originId: program.id, title: 'Orders', visibility: 'private', createdBy: people.Alien.id, viaShareId: link.id });
  const all = JSON.stringify([made, await store.versions.list(programId), await store.lineage.of(programId)]);
  for (const secret of ['Secret title', 'nobody else reads']) expect([secret, all.includes(secret)]).toEqual([secret, false]);
  // Its owner reads that there was one, and not by whom.
  expect((await listLinks(LOCAL, program.id)).find(({ id }) => id === link.id)).toMatchObject({ remixes: 1 });
  const [entry] = await store.audit.page('local', { limit: 1, actions: ['remixed'] });
  expect(entry).toMatchObject({ personId: null, subject: 'Secret title', detail: { by: 'a link, in another team' } });
});

test('what a link shows is what is remixed: a version of its own stays that one', async () => {
  const link = await create({ mayRemix: true, versionId: program.currentVersionId });
  const newer = await store.versions.add({ programId: program.id, source: { ...SOURCE, 'ui.tsx': 'export default function Newer() {\n  return <b />;\n}\n' }, diagnostics: [], label: 'newer', origin: null });
  await store.programs.setCurrent(program.id, newer.id);
  const { programId } = await remix(link, 'Bob', (await open(link, 'Bob')).ticket);
  const [version] = await store.versions.list(programId);
  expect((await store.versions.get(version!.id))!.source).toEqual(SOURCE);
});

test('without the page’s ticket, the owner’s leave, a session or the link itself there is nothing to remix, and all of it is said alike', async () => {
  const link = await create({ mayRemix: true });
  const other = await create({ mayRemix: true });
  const { ticket } = await open(link, 'Alien');
  const nothing = { status: 404, message: 'There is nothing at this address to remix. Open the link that you were sent once more.' };
  expect(await remix(link, undefined, ticket)).toMatchObject({ status: 401 });
  expect(await remix(link, 'Ada', ticket)).toMatchObject({ status: 403 });
  for (const wrong of ['', 'x.y', (await open(other, 'Alien')).ticket]) expect(await remix(link, 'Alien', wrong)).toEqual(nothing);

  const locked = await create({ mayRemix: true, password: 'open sesame' });
  const inside = await open(locked, 'Alien', 'open sesame');
  expect(inside.mayRemix).toBe(true);
  expect(await remix(locked, 'Alien', inside.ticket)).toMatchObject({ status: 201 });
  await change(locked, { password: 'another' });
  expect(await remix(locked, 'Alien', inside.ticket)).toEqual(nothing);

  await change(link, { mayRemix: false });
  expect(await remix(link, 'Alien', ticket)).toEqual(nothing);
  await change(link, { mayRemix: true, paused: true });
  expect(await remix(link, 'Alien', ticket)).toEqual(nothing);
  await change(link, { paused: false });
  expect(await remix(link, 'Alien', ticket)).toMatchObject({ status: 201 });
  await store.shares.revoke(link.id);
  expect(await remix(link, 'Alien', ticket)).toEqual(nothing);
});

test('a link that reads in each viewer’s name is remixed by its team alone, each with their own ticket', async () => {
  const link = await create({ mode: 'viewer', mayRemix: true });
  const [bob, owner] = [await open(link, 'Bob'), await open(link, 'Owner')];
  expect(bob.mayRemix).toBe(true);
  expect(await remix(link, 'Bob', owner.ticket)).toMatchObject({ status: 404 });
  expect(await remix(link, 'Alien', bob.ticket)).toMatchObject({ status: 404 });
  expect(await remix(link, 'Bob', bob.ticket)).toMatchObject({ status: 201 });
  await store.teams.leave('local', people.Bob.id);
  expect(await remix(link, 'Bob', bob.ticket)).toMatchObject({ status: 401 });
});
