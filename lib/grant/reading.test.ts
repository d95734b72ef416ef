import { beforeEach, expect, test } from 'vitest';
import { LOCAL } from '../auth/viewer';
import type { Columns } from '../binding/binding';
import type { CallAnswer } from '../bridge/messages';
import { connectLibrary } from '../connection/test-connections';
import { EMPTY_SOURCE } from '../program/program';
import type { ReadGrant } from '../store';
import { openTestStore } from '../store/test-store';
import { decide, letRead, type Reading } from './decide';
import { type Leave, leaveOf, type Wanted } from './may-read';
import { runCall } from './run-call';
import { usesOf } from './uses';

const { store } = await openTestStore();
await connectLibrary("create table books as select i as id, 'b' || i as title, 'p' || i as place from range(3) t(i); create table members (name text)");
let programId: string;

beforeEach(async () => {
  programId = (await store.programs.create({ title: 'Books' })).id;
});

const ask = (query: string, waits?: Parameters<typeof runCall>[4]): Promise<CallAnswer> =>
  runCall(LOCAL, programId, { id: 1, binding: 'library', operation: 'sql', args: { text: [query], values: [] }, from: 'books' }, new AbortController().signal, waits);
const allow = (names: string[], more: Partial<Reading> = {}) => letRead(LOCAL, programId, { binding: 'library', names, maxRows: null, seconds: null, ...more });
const notGranted = (names: string[], more: { columns?: Columns; partly?: string[] } = {}) => ({ ok: false, error: { code: 'not-granted', needs: { binding: 'library', title: 'Town library', names, ...more } } });

test('a program begins with nothing, is told what it needs, and reads what it was let read, nothing beside it', async () => {
  expect(await ask('select count(*) as n from books')).toMatchObject(notGranted(['books']));
  const grant = await allow(['books']);
  expect(await ask('select count(*) as n from books')).toMatchObject({ ok: true, value: [{ n: 3 }] });
  expect(await ask('select * from books, members')).toMatchObject(notGranted(['members']));
  expect(await ask('select 1 as one')).toMatchObject({ ok: true });
  expect((await store.team('local').ledger.list(programId, { limit: 9 })).map(({ outcome, allowedBy }) => [outcome, allowedBy])).toEqual([
    ['ok', null],
    ['not-granted', null],
    ['ok', grant.id],
    ['not-granted', null],
  ]);

  await store.team('local').grants.revoke(programId, grant.id);
  expect(await ask('select count(*) as n from books')).toMatchObject(notGranted(['books']));
});

test('nobody is asked about a query that would not run', async () => {
  expect(await ask('select * from shelves')).toMatchObject({ ok: false, error: { code: 'sql-error', message: expect.stringContaining('shelves') } });
  expect(await ask('delete from books')).toMatchObject({ ok: false, error: { code: 'not-read-only' } });
});

test('what another program may read isn’t this one’s', async () => {
  const other = await store.programs.create({ title: 'Another' });
  await letRead(LOCAL, other.id, { binding: 'library', names: ['books'], maxRows: null, seconds: null });
  expect(await ask('from books')).toMatchObject(notGranted(['books']));
});

test('a grant runs out, and counts rows where it says how many', async () => {
  await allow(['members'], { seconds: -1 });
  expect(await ask('from members')).toMatchObject(notGranted(['members']));
  await allow(['books'], { maxRows: 2 });
  expect(await ask('from books')).toMatchObject({ ok: false, error: { code: 'limit-rows', message: expect.stringContaining('2 rows') } });
  expect(await ask('from books limit 2')).toMatchObject({ ok: true, rows: 2 });
});

test('a run without a screen waits until it is let, once for all that is asked', async () => {
  const waits = { asked: 0, answered: 0 };
  const held = ask('from books', { forReading: true, onWait: () => (waits.asked++, () => void waits.answered++) });
  await expect.poll(async () => (await store.approvals.pending(programId)).length).toBe(1);
  const [asked] = await store.approvals.pending(programId);
  expect(asked).toMatchObject({ effect: 'read', args: { needs: { binding: 'library', names: ['books'] }, args: null }, about: { title: 'Town library' } });
  await expect(decide(LOCAL, programId, [asked!.id], 'once')).rejects.toThrow('granted');
  await allow(['books']);
  expect(await held).toMatchObject({ ok: true, rows: 3 });
  expect(waits).toEqual({ asked: 1, answered: 1 });

  const both = ask('select count(*) as n from books, members', { forReading: true, onWait: () => () => {} });
  await expect.poll(async () => (await store.approvals.pending(programId)).length).toBe(1);
  await store.team('local').grants.setReadFreely('library', true);
  expect(await both).toMatchObject({ ok: true });
  expect(await store.approvals.pending(programId)).toEqual([]);
  await store.team('local').grants.setReadFreely('library', false);

  const refused = ask('from members', { forReading: true, onWait: () => () => {} });
  await expect.poll(async () => (await store.approvals.pending(programId)).length).toBe(1);
  await decide(LOCAL, programId, (await store.approvals.pending(programId)).map(({ id }) => id), 'deny');
  expect(await refused).toMatchObject({ ok: false, error: { code: 'denied', message: expect.stringContaining('read') } });
});

test('what is taken back ends what runs', async () => {
  const grant = await allow(['books']);
  const long = ask('select count(*) as n from books b, range(1000000000000) a where a.range % 7 = b.id');
  await expect.poll(async () => (await store.team('local').grants.list(programId)).length).toBe(1);
  setTimeout(() => void store.team('local').grants.revoke(programId, grant.id), 100);
  expect(await long).toMatchObject({ ok: false, error: { code: 'denied', message: expect.stringContaining('taken back') } });
});

test('what is taken back ends what runs, also when others have asked meanwhile', async () => {
  const grant = await allow(['books']);
  const long = ask('select count(*) as n from books b, range(1000000000000) a where a.range % 7 = b.id');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await ask('from books')).toMatchObject({ ok: true });
  await store.team('local').grants.revoke(programId, grant.id);
  expect(await long).toMatchObject({ ok: false, error: { code: 'denied' } });
});

test('every program may read what somebody opened to all, until that is closed again', async () => {
  await store.team('local').grants.setReadFreely('library', true);
  expect(await ask('from books')).toMatchObject({ ok: true });
  await store.team('local').grants.setReadFreely('library', false);
  expect(await ask('from books')).toMatchObject(notGranted(['books']));
});

test('what a program uses is known before it is called, and what of that is not granted', async () => {
  const source = { ...EMPTY_SOURCE, 'data.ts': 'export async function a({ n }: { n: number }) { return library.sql<{ id: number }>`select id from books where id = ${n} and exists (from members)`; }' };
  const use = { binding: 'library', title: 'Town library', effect: 'read', names: ['books', 'members'] };
  expect(await usesOf({ id: programId, teamId: 'local' }, source)).toEqual([{ ...use, needs: { binding: 'library', title: 'Town library', names: ['books', 'members'], columns: { books: ['id'] }, partly: [] } }]);
  await allow(['members']);
  expect(await usesOf({ id: programId, teamId: 'local' }, source)).toMatchObject([{ needs: { names: ['books'] } }]);
  expect(await usesOf({ id: programId, teamId: 'local' }, EMPTY_SOURCE)).toEqual([]);
});

const held = (id: string, names: string[], maxRows: number | null, more: Partial<ReadGrant> = {}): ReadGrant => ({ id, programId: 'p', binding: 'b', effect: 'read', names, columns: {}, limits: null, maxRows, createdAt: '', expiresAt: null, ...more });

test('a table may be granted by its columns, and then only what is new of it is asked for', async () => {
  expect(await ask('select id, title from books')).toMatchObject(notGranted(['books'], { columns: { books: ['id', 'title'] }, partly: [] }));
  const grant = await allow(['books'], { columns: { books: ['id', 'title'] } });
  expect(await ask('select title from books where id = 1')).toMatchObject({ ok: true, value: [{ title: 'b1' }] });
  expect(await ask('select count(*) as n from books')).toMatchObject({ ok: true });
  expect(await ask('select title, place from books')).toMatchObject(notGranted(['books'], { columns: { books: ['place'] }, partly: ['books'] }));
  // A filter tells as much as a value.
  expect(await ask("select id from books where place = 'p1'")).toMatchObject(notGranted(['books'], { columns: { books: ['place'] } }));
  expect(await ask('from books')).toMatchObject(notGranted(['books'], { columns: {}, partly: ['books'] }));
  const others = await allow(['books'], { columns: { books: ['place'] }, maxRows: 2 });
  expect(await ask('select title, place from books')).toMatchObject({ ok: false, error: { code: 'limit-rows' } });
  expect(await ask('select title, place from books limit 1')).toMatchObject({ ok: true });
  expect(await ask('select title from books')).toMatchObject({ ok: true, rows: 3 });
  expect(await ask('from books')).toMatchObject(notGranted(['books']));
  await store.team('local').grants.revoke(programId, grant.id);
  expect(await ask('select title, place from books limit 1')).toMatchObject(notGranted(['books'], { columns: { books: ['title'] }, partly: ['books'] }));
  await store.team('local').grants.revoke(programId, others.id);
  await expect(allow(['books'], { columns: { members: ['name'] } })).rejects.toThrow('named');
});

test.each<[string, Partial<ReadGrant>[], Wanted, unknown, Partial<Leave>]>([
  ['columns that are granted', [{ columns: { t: ['a', 'b'] } }], { name: 't', columns: ['a'] }, null, { missing: [], by: '0' }],
  ['columns of two grants', [{ columns: { t: ['a'] } }, { columns: { t: ['b'] } }], { name: 't', columns: ['a', 'b'] }, null, { missing: [], by: null }],
  ['a column that isn’t', [{ columns: { t: ['a'] } }], { name: 't', columns: ['a', 'c'] }, null, { missing: [{ name: 't', columns: ['c'] }], partly: ['t'] }],
  ['all of a table that is granted by columns', [{ columns: { t: ['a'] } }], { name: 't', columns: null }, null, { missing: [{ name: 't', columns: null }], partly: ['t'] }],
  ['how many rows there are', [{ columns: { t: [] } }], { name: 't', columns: [] }, null, { missing: [] }],
  ['a column where only their number is granted', [{ columns: { t: [] } }], { name: 't', columns: ['a'] }, null, { missing: [{ name: 't', columns: ['a'] }], partly: ['t'] }],
  ['a column of a table whose like is granted', [{ columns: { toString: ['a'] } }], { name: 't', columns: ['toString'] }, null, { missing: [] }],
  ['a function within its limits', [{ limits: { zone: { is: 'x' }, ids: { atMost: 2 } } }], { name: 't', columns: [] }, { zone: 'x', ids: [1, 2] }, { missing: [], by: '0' }],
  ['a function with another value', [{ limits: { zone: { is: 'x' } } }], { name: 't', columns: [] }, { zone: 'y' }, { missing: [{ name: 't', columns: [] }], partly: ['t'] }],
  ['a function with another argument', [{ limits: { zone: { is: 'x' } } }], { name: 't', columns: [] }, { zone: 'x', all: true }, { missing: [{ name: 't', columns: [] }] }],
  ['a function by any of its grants', [{ limits: { zone: { is: 'x' } } }, { limits: { zone: { is: 'y' } }, maxRows: 5 }], { name: 't', columns: [] }, { zone: 'y' }, { missing: [], by: '1', maxRows: 5 }],
  ['a function that nobody knows the arguments of', [{ limits: { zone: { is: 'x' } } }], { name: 't', columns: [] }, undefined, { missing: [] }],
])('%s', (_, grants, wanted, args, leave) => {
  const all = grants.map((grant, i) => held(String(i), ['t'], null, grant));
  expect(leaveOf(all, [wanted], args === undefined ? null : { args })).toMatchObject(leave);
});

test('of grants for one thing the widest counts, of several things the narrowest', () => {
  const grants = [held('1', ['a', 'b'], 5), held('2', ['a'], null), held('3', ['c'], 9)];
  const leave = (...names: string[]) => leaveOf(grants, names.map((name) => ({ name, columns: null })), null);
  expect(leave('a')).toEqual({ missing: [], partly: [], isGranted: true, by: null, maxRows: null });
  expect(leave('a', 'b')).toEqual({ missing: [], partly: [], isGranted: true, by: null, maxRows: 5 });
  expect(leave('c')).toEqual({ missing: [], partly: [], isGranted: true, by: '3', maxRows: 9 });
  expect(leave('c', 'd').missing).toEqual([{ name: 'd', columns: null }]);
});
