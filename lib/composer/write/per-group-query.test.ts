import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../../connector/contract';
import { openDuckdb } from '../../connector/duckdb';
import { createCatalogue } from '../catalogue/catalogue';
import { TODAY } from '../fixtures/talk';
import { readPrompt } from '../read/read';
import { outlineOf } from './outline';

let music: Connector<TableBinding>;
let binding: TableBinding;
beforeAll(async () => {
  music = await openDuckdb({
    name: 'music',
    title: 'Music',
    load: async (connection) => {
      await connection.run(`create table singers (id int primary key, name text)`);
      await connection.run(`insert into singers values (1, 'Ada'), (2, 'Ada'), (3, 'Bo'), (4, 'Cy')`);
      await connection.run(`create table songs (id int primary key, title text, singer_id int references singers(id), style text, released date, plays int, stars int)`);
      await connection.run(`insert into songs values
        (1, 'Moon', 1, 'jazz', '2020-01-01', 10, 5), (2, 'Sun', 1, 'rock', '2022-05-01', 30, null), (3, 'Tide', 2, 'jazz', '2021-03-01', 10, 4),
        (4, 'Wind', 3, 'rock', null, 30, 3), (5, 'Rain', 3, null, '2019-07-01', 99, 2), (6, 'Fog', 2, 'rock', '2021-03-01', 5, null)`);
    },
  });
  binding = await music.describe();
});
afterAll(() => music.close());

async function rowsOf(prompt: string): Promise<unknown[][]> {
  const { plan } = readPrompt(prompt, createCatalogue([binding]), TODAY);
  const at = plan?.blocks.findIndex((b) => b.asked !== false) ?? -1;
  const { parts } = outlineOf(plan!);
  const part = parts.find((p) => (p.kind === 'chart' && p.chart === plan?.blocks[at]) || (p.kind === 'table' && p.table === plan?.blocks[at]))!;
  const { value } = await music.call('sql', { text: [part.read.lines.join('\n')], values: [] }, AbortSignal.timeout(10_000));
  return (value as Record<string, unknown>[]).map((row) => Object.values(row).map((field) => (typeof field === 'string' ? field.slice(0, 10) : field)));
}

test('things that come to the same are in the order of their names; those without any are a group', async () => {
  expect(await rowsOf('top 2 songs of each style by plays')).toEqual(await rowsOf('top 2 songs of each style by plays'));
  expect((await rowsOf('top singer of each style by plays')).map((row) => row.slice(0, 3))).toEqual([['None', 'Bo', 99], ['jazz', 'Ada', 10], ['rock', 'Ada', 30]]);
});

test('rows: people of one name are two, rows without a date are none, and of equals the first by name is taken', async () => {
  const latest = await rowsOf('latest song of each singer');
  expect(latest.map(([singer, , title]) => [singer, title])).toEqual([['Ada', 'Sun'], ['Ada', 'Fog'], ['Bo', 'Rain']]);
});

test('a number that is missing is neither the highest nor the lowest', async () => {
  const best = await rowsOf('highest rated song of each singer');
  expect(best.map(([singer, , title]) => [singer, title])).toEqual([['Ada', 'Moon'], ['Ada', 'Tide'], ['Bo', 'Wind']]);
  const worst = await rowsOf('lowest rated song of each singer');
  expect(worst.map(([singer, , title]) => [singer, title])).toEqual([['Ada', 'Moon'], ['Ada', 'Tide'], ['Bo', 'Rain']]);
});

test('the dates of the last of each', async () => {
  expect(await rowsOf('last song date per style')).toEqual([['rock', '2022-05-01'], ['jazz', '2021-03-01'], ['None', '2019-07-01']]);
});
