import { expect, test } from 'vitest';
import { LOCAL } from '../auth/viewer';
import { connectLibrary } from '../connection/test-connections';
import { letRead } from '../grant/decide';
import { openTestStore } from '../store/test-store';
import { askAs } from './ask-data';

const { store } = await openTestStore();
await connectLibrary("create table books as select i as id, 'b' || i as title from range(3) t(i)");

const query = { text: ['select title from books where title = ', ''], values: ['b1'] };
const at = { binding: 'library', table: 'books', columns: ['title'] };

test('the data is asked within what the program may read, and then it is on record', async () => {
  const { id } = await store.programs.create({ title: 'Books' });
  const ask = askAs(LOCAL, id);
  const lines = () => store.team('local').ledger.list(id, { limit: 9 });
  await expect(ask(at, query, new AbortController().signal)).rejects.toThrow('may not read');
  expect(await lines()).toEqual([]);

  await letRead(LOCAL, id, { binding: 'library', names: ['books'], maxRows: null, seconds: null });
  expect(await ask(at, query, new AbortController().signal)).toEqual([{ title: 'b1' }]);
  expect(await lines()).toMatchObject([{ from: 'composer', outcome: 'ok', rows: 1 }]);
});

test('a query that doesn’t run is none that has something in it', async () => {
  const { id } = await store.programs.create({ title: 'Books' });
  await letRead(LOCAL, id, { binding: 'library', names: ['books'], maxRows: null, seconds: null });
  await expect(askAs(LOCAL, id)(at, { text: ['select shelf from books'], values: [] }, new AbortController().signal)).rejects.toThrow('shelf');
});
