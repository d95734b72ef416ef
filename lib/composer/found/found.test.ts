import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../../connector/contract';
import { openDuckdb } from '../../connector/duckdb';
import { openShop } from '../../connector/shop/shop';
import { createCatalogue } from '../catalogue/catalogue';
import { createComposer } from '../composer';
import { editPlan } from '../edit/edit';
import type { Plan } from '../plan';
import { readPrompt } from '../read/read';
import { type AskData, findNames, withFound } from './found';
import { soughtIn } from './sought';

const TODAY = new Date('2026-11-23T12:00:00Z');
const PEOPLE = `
create table Singer (SingerId integer primary key, FirstName varchar not null, LastName varchar not null, Town varchar not null);
create table Song (SongId integer primary key, Title varchar not null, SingerId integer not null references Singer (SingerId), Released date not null);
insert into Singer select i, 'First' || i, 'Last' || i, 'Town ' || (i % 40) from range(1, 61) t(i);
insert into Singer values (61, 'Leonie', 'Köhler', 'Gdańsk');
insert into Song select i, 'Blue Song No. ' || i, 1 + i % 61, date '2025-01-01' + to_days(i::integer) from range(1, 301) t(i);
insert into Song values (301, 'Green Door', 61, date '2025-03-01'), (302, 'The Green Hill', 61, date '2025-03-02'), (303, 'Evergreen', 61, date '2025-03-03');`;

type Opened = { connector: Connector<TableBinding>; binding: TableBinding };
let shop: Opened;
let songs: Opened;
beforeAll(async () => {
  const [a, b] = [await openShop(TODAY), await openDuckdb({ name: 'songs', title: 'Songs', load: async (connection) => void (await connection.run(PEOPLE)) })];
  shop = { connector: a, binding: await a.describe() };
  songs = { connector: b, binding: await b.describe() };
}, 60_000);
afterAll(async () => {
  await shop.connector.close();
  await songs.connector.close();
});

const asking = ({ connector }: Opened): AskData => async (_at, query, signal) => (await connector.call('sql', query, signal)).value;
const found = (prompt: string, opened: Opened) => findNames(prompt, [opened.binding], TODAY, asking(opened), AbortSignal.timeout(10_000));
const read = async (prompt: string, opened: Opened) => readPrompt(prompt, withFound(createCatalogue([opened.binding]), await found(prompt, opened)), TODAY);
const titles = (plan: Plan | null) => (plan?.blocks ?? []).filter((b) => b.asked !== false).map((b) => b.title);

test.each([
  ['tickets in Leeds', 'Tickets in Leeds'],
  ['tickets from leeds per month', 'Tickets in Leeds per month'],
  ['orders of Ruby Roy', 'Orders of Ruby Roy'],
  ['revenue of Halden task chair per month', 'Revenue of Halden task chair per month'],
  ['Meeting table for 12: revenue per month', 'Revenue of Meeting table for 12 per month'],
  ['revenue in Leeds and Gdańsk by month', 'Revenue of orders in Leeds and Gdańsk per month'],
])('of the shop: %s', async (prompt, title) => {
  const { plan, unread, problems } = await read(prompt, shop);
  expect(titles(plan)).toEqual([title]);
  expect([...unread, ...problems]).toEqual([]);
});

describe('of songs', () => {
  test('a name in two columns', async () => {
    const { plan } = await read('songs of Leonie Köhler', songs);
    expect(titles(plan)).toEqual(['Songs of Leonie Köhler']);
  });

  test('a word that one name has is that name, and it is said', async () => {
    const { plan, assumptions } = await read('number of songs about Door', songs);
    expect(plan?.blocks.find((b) => b.asked !== false)?.where).toMatchObject([{ op: 'is', values: ['Green Door'] }]);
    expect(assumptions).toContain('Read “door” as the title Green Door.');
  });

  test('a word that several names have is looked for in them as a word, and it is said', async () => {
    const { plan, assumptions } = await read('number of songs with Green', songs);
    expect(plan?.blocks.find((b) => b.asked !== false)?.where).toMatchObject([{ op: 'contains', text: 'green', field: { column: 'Title' } }]);
    expect(assumptions).toContain('“green” is looked for in the title of songs.');
  });

  test('what is in most of them is no name', async () => {
    expect(await found('number of songs with Blue', songs)).toEqual([]);
  });

  test('a word in small letters is no part of a name where nothing says so', async () => {
    expect(await found('green songs', songs)).toMatchObject([{ phrase: 'green' }]);
    expect(await found('songs and their green', songs)).toEqual([]);
  });
});

test('a follow-up too', async () => {
  const plan = readPrompt('revenue per month', createCatalogue([shop.binding]), TODAY).plan as Plan;
  const edit = editPlan(plan, 'only Leeds', withFound(createCatalogue([shop.binding]), await found('only Leeds', shop)), TODAY);
  expect(titles(edit.plan)).toEqual(['Revenue of orders in Leeds per month']);
});

test('what everything is called needs no look into the data', () => {
  const catalogue = createCatalogue([shop.binding]);
  for (const prompt of ['open orders by region with a month filter', 'please show me revenue per month this year', 'top 10 products by revenue']) expect(soughtIn(prompt, catalogue, TODAY)).toEqual([]);
});

test('what stands in the prompt is a value of the query and no part of its text', async () => {
  const asked: { text: string[]; values: string[] }[] = [];
  await findNames("tickets of O'Brien';drop table customers --", [shop.binding], TODAY, async (_at, query) => void asked.push(query), AbortSignal.timeout(10_000));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.flatMap(({ text }) => text).join('')).not.toMatch(/drop|brien/i);
});

test('where the data may not be asked, the prompt is read without', async () => {
  const composer = createComposer({ bindings: [shop.binding], pace: 0, today: TODAY, ask: () => Promise.reject(new Error('Nobody has let it.')) });
  const { content } = await composer.doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'tickets in Leeds' }] }] });
  const [answer] = content;
  expect(answer?.type === 'text' && answer.text).toContain('Leeds');
});
