import { describe, expect, test } from 'vitest';
import type { Column, TableBinding } from '../../binding/binding';
import { createCatalogue } from '../catalogue/catalogue';
import { SHOP } from '../fixtures/shop';
import { readPrompt } from '../read/read';
import { summaryOf } from '../summary';
import { partsOf } from './parts';
import { readRequest } from './request';

const TODAY = new Date('2026-11-23T12:00:00Z');

function col(name: string, sqlType: string, extra: Partial<Column> = {}): Column {
  const type = /INT|DOUBLE/.test(sqlType) ? 'number' : sqlType === 'DATE' ? 'date' : 'string';
  return { name, sqlType, type, nullable: false, samples: extra.values?.slice(0, 5) ?? [], distinct: extra.values?.length, ...extra };
}

/** Two files as they come out of a database: no keys, names with underscores. */
const CLUB: TableBinding = {
  kind: 'tables', name: 'club', title: 'Club', dialect: 'DuckDB',
  tables: [
    {
      name: 'rowers', rows: 80, primaryKey: [], foreignKeys: [],
      columns: [
        col('rower_id', 'BIGINT', { distinct: 80, min: 1, max: 80 }),
        col('family_name', 'VARCHAR', { distinct: 76, samples: ['Moss', 'Berg'] }),
        col('boat_code', 'VARCHAR', { distinct: 3, values: ['R1', 'S8', 'T2'] }),
        col('home_town', 'VARCHAR', { distinct: 9, values: ['Bergen', 'Oslo', 'Turku', 'Umea', 'Lund', 'Visby', 'Vaasa', 'Moss', 'Narvik'] }),
        col('age', 'BIGINT', { distinct: 40, min: 15, max: 71 }),
        col('best_500', 'DOUBLE', { distinct: 80, min: 88, max: 140 }),
        col('joined_on', 'DATE', { distinct: 71, min: '2014-01-05', max: '2026-06-01' }),
      ],
    },
    {
      name: 'boats', rows: 3, primaryKey: [], foreignKeys: [],
      columns: [col('boat_code', 'VARCHAR', { distinct: 3, values: ['R1', 'S8', 'T2'] }), col('boat_name', 'VARCHAR', { distinct: 3, values: ['Ran', 'Skadi', 'Tyr'] }), col('built', 'BIGINT', { distinct: 3, min: 1990, max: 2020 })],
    },
  ],
};

const club = createCatalogue([CLUB]);
const shop = createCatalogue([SHOP]);

/** What stands where, in one line: `bar home_town × avg age, label-desc`. */
function chart(prompt: string, catalogue = club): string {
  const { plan } = readPrompt(prompt, catalogue, TODAY);
  const block = plan && summaryOf(plan).find((b) => b.asked);
  if (!block) return 'nothing';
  const up = block.y.map(({ aggregate, of }) => `${aggregate}${of ? ` ${of.split('.')[1]}` : ''}`).join(' and ');
  return `${block.kind} ${block.x?.split('.')[1]} × ${up}${block.series ? ` by ${block.series.split('.')[1]}` : ''}${block.bucket ? ` per ${block.bucket}` : ''}, ${block.sort}`;
}

function unreadOf(prompt: string): string[] {
  const { unread, problems } = readPrompt(prompt, club, TODAY);
  return [...unread, ...problems];
}

describe('a chart is asked for by what stands where', () => {
  test.each([
    ['Draw a bar chart about the distribution of home_town and the average of age, and group by attribute home_town, list the X-axis in descending order.', 'bar home_town × avg age, label-desc'],
    ['What are the home towns and their average ages of rowers? Visualize by bar chart, and rank y axis from low to high.', 'bar home_town × avg age, value-asc'],
    ['Compare the number of rowers from each home town with a bar graph, could you display by the total number in desc?', 'bar home_town × rows, value-desc'],
    ['How many rowers are there for each home town? Plot them as pie chart.', 'pie home_town × rows, value-desc'],
    ['A bar chart for the number of the home towns of all the rowers, sort by the x-axis from high to low please.', 'bar home_town × rows, label-desc'],
    ['Find family_name and best_500, and visualize them by a bar chart, order by the Y in asc.', 'bar family_name × none best_500, value-asc'],
    ['Bar chart x axis home town y axis how many home town', 'bar home_town × rows, value-desc'],
    ['Draw a bar chart of home town versus the maximum age', 'bar home_town × max age, value-desc'],
    ['What is the relationship between age and best 500?', 'scatter age × none best_500, null'],
    ['Give me the comparison about the sum of age over the home_town by a bar chart.', 'bar home_town × sum age, value-desc'],
    ['Bin the joining date by month and count them in a line chart', 'line joined_on × rows per month, label'],
    ['Show the joined on dates and bin by year in a line chart, order in descending by the x axis.', 'line joined_on × rows per year, label-desc'],
    ['Visualize a bar chart about the distribution of joined_on and the sum of age, and group by attribute boat_code and bin joined_on by weekday.', 'bar joined_on × sum age by boat_code per weekday, label'],
    ['Stacked bar chart of the number of home town for with each boat_code in each home town', 'bar home_town × rows by boat_code, value-desc'],
    ['Return a line chart about the change of best_500 over joined_on.', 'line joined_on × none best_500, label'],
    ['For each home town, show the average age in a bar chart', 'bar home_town × avg age, value-desc'],
    ['For those rowers in Oslo, bin the joined_on date into Year interval and compute the total age as the Y-axis.', 'bar joined_on × sum age per year, label'],
    ['Report the joined on date and bin the date into the week day interval and compute the total number of each day with a bar chart.', 'bar joined_on × rows per weekday, label'],
    ['Just show the average and minimum age of the rowers in different home towns using a scatter.', 'scatter home_town × avg age and min age, value-desc'],
    ['What is the relationship between the average age and the maximum best_500 of the rowers for each home town?', 'scatter home_town × avg age and max best_500, value-desc'],
    ['What is the proportion of home towns of rowers?', 'pie home_town × rows, value-desc'],
    ['For those rowers whose age is over 20, for best_500, joined_on, visualize the trend.', 'line joined_on × none best_500, label'],
    ['List the number of rowers in each home town and group by boat code in a line chart.', 'line home_town × rows by boat_code, value-desc'],
    ['Create a pie chart showing total number of age across boat_code.', 'pie boat_code × sum age, value-desc'],
    ['A bar chart for how many total ages are offered by each home town', 'bar home_town × sum age, value-desc'],
    ['Count the number of rowers that have each boat code by a bar chart, list the total number from high to low order.', 'bar boat_code × rows, value-desc'],
    ['Show me a bar chart comparing the total number of rowers in each home town, sort by the home town in descending please.', 'bar home_town × rows, label-desc'],
    ['Show the total number from each home town', 'bar home_town × rows, value-desc'],
    ['Plot a bar chart, sum(age) by home_town.', 'bar home_town × sum age, value-desc'],
    // A column that is called so in full, though the other table has one that ends so.
    ['A bar chart for the number of the boat name of rowers with an age over 20', 'bar boat_name × rows, value-desc'],
    ['Create a bar chart showing sum count(*) across home town, and rank in asc by the x-axis.', 'bar home_town × rows, label'],
    ['Visualize the home town and and the average age of the rowers using a bar chart, sort by the the y axis in asc.', 'bar home_town × avg age, value-asc'],
    ['Compare the average age by each joined on date (bin it by year) of rowers using a bar chart.', 'bar joined_on × avg age per year, label'],
    ['Show me a scatter plot of best 500 and age for .', 'scatter best_500 × none age, null'],
    ['What are average ages for rowers living in each home town? Return a bar chart, list in ascending by the home_town.', 'bar home_town × avg age, label'],
    ['You can give me a bar chart, that groups and counts the home town, and could you list from low to high by the bars please?', 'bar home_town × rows, label'],
    ['A visualization to show the family name and age of all rowers sorted by their age in the descending order.', 'bar family_name × none age, value-desc'],
    ['What is the proportion of the different home towns?', 'pie home_town × rows, value-desc'],
    ['How many rowers are there for each weekday? Show a bar chart, order by the y axis in asc.', 'bar joined_on × rows per weekday, value-asc'],
  ])('%s', (prompt, wanted) => {
    expect(chart(prompt)).toBe(wanted);
  });
});

test('a key that is named by itself isn’t shown by what it points at', () => {
  expect(chart('a bar chart of the number of rowers by boat_code')).toBe('bar boat_code × rows, value-desc');
  expect(chart('a bar chart of the number of rowers for each boat')).toBe('bar boat_name × rows, value-desc');
});

test('a number of the boat that each rows in is averaged over the rowers, and said; it isn’t added up once for each', () => {
  const prompt = 'For those records from the rowers and each boat, draw a bar chart about the distribution of home_town and the average of built';
  expect(chart(prompt)).toBe('bar home_town × avg built, value-desc');
  expect(readPrompt(prompt, club, TODAY).assumptions).toContain('The built is that of the rowers: each of the boats counts as often as it has rowers.');
  expect(chart(prompt.replace('average', 'minimum'))).toBe('bar home_town × min built, value-desc');
  expect(chart(prompt.replace('average', 'sum'))).toBe('nothing');
  expect(unreadOf(prompt.replace('average', 'sum')).join(' ')).toContain('it would count again for each of the rowers');
});

test('each row has its own bar where it was asked for as it is, though two share a name', () => {
  const { plan } = readPrompt('Show family_name and age in a bar chart', club, TODAY);
  expect(plan?.blocks.find((b) => b.asked !== false)).toMatchObject({ title: 'Top 15 family names by age', by: { field: { column: 'family_name' }, key: { column: 'rower_id' } } });
});

describe('which rows it is about', () => {
  const where = (prompt: string) => summaryOf(readPrompt(prompt, club, TODAY).plan as never).find((b) => b.asked)?.where;
  test.each([
    ['For those rowers whose age is in the range of 20 and 40, draw a bar chart about the distribution of home_town and the average of age.', ['rowers.age at-least 20', 'rowers.age at-most 40']],
    ['A bar chart of the number of rowers by boat_code for home towns in which the age is between 20 and 40', ['rowers.age at-least 20', 'rowers.age at-most 40']],
    ['Find the number of rowers of each home town whose age is lower than 30. Visualize by bar chart.', ['rowers.age under 30']],
    ['For all rowers who have the letters M or B in their family name, return a bar chart about the distribution of home_town and the sum of age.', ['rowers.family_name contains M | B']],
    ['A bar chart of the number of rowers by boat_code whose home town does not equal to Oslo', ['rowers.home_town is-not Oslo']],
    ['Show the number of rowers not in Oslo by boat_code in a bar chart', ['rowers.home_town is-not Oslo']],
    ['A bar chart of the number of rowers by boat_code whose age is not equal to 30', ['rowers.age is-not 30']],
    ['For those rowers whose age is over 40 or home town is Oslo, draw a bar chart about the distribution of boat_code and the average of age.', ['rowers.age over 40 or rowers.home_town is Oslo']],
    ['A bar chart of the number of rowers by boat_code whose age is above 50 or below 20', ['rowers.age over 50 or rowers.age under 20']],
    ['What are the family names of rowers born between 2015 and 2017, and count them by a bar chart', ['rowers.joined_on in {"kind":"range","from":"2015-01-01","to":"2018-01-01","label":"2015 to 2017"}']],
    ['For those rowers who do not row in boats with built over 2000, draw a bar chart about the distribution of home_town and the average of age.', ['boats.built at-most 2000']],
    ['A bar chart of home town versus the average age of rowers whose id is between 10 and 20', ['rowers.rower_id at-least 10', 'rowers.rower_id at-most 20']],
  ])('%s', (prompt, wanted) => {
    expect(where(prompt)).toEqual(wanted);
  });

  test('what isn’t known narrows nothing, and is said', () => {
    const prompt = 'For those rowers whose shoe size is between 40 and 44, draw a bar chart about the distribution of home_town and the average of age.';
    expect(where(prompt)).toEqual([]);
    expect(unreadOf(prompt).join(' ')).toContain('shoe');
  });
});

test('a word that stands for nothing on the chart stays unread', () => {
  expect(unreadOf('Draw a bar chart about the distribution of home_town and the average of stamina age')).toEqual(expect.arrayContaining(['stamina']));
});

test('a page of several things is read clause by clause as before', () => {
  expect(readPrompt('orders by region as a bar chart with a month filter', shop, TODAY).plan?.filters).toHaveLength(1);
  expect(chart('stacked bars of tickets by priority and topic', shop)).toBe('bar priority × rows by topic, value-desc');
  expect(chart('orders by region as a bar chart', shop)).toBe('bar region × rows, value-desc');
});

test('names that every object has are names like any other', () => {
  const table = CLUB.tables[0] as (typeof CLUB.tables)[number];
  const races = createCatalogue([{ ...CLUB, tables: [{ ...table, name: 'constructors', columns: [...table.columns, col('constructor', 'VARCHAR', { distinct: 3, values: ['valueOf', 'toString', 'hasOwnProperty'] })] }] }]);
  expect(chart('the average age by constructor as a bar chart', races)).toBe('bar constructor × avg age, value-desc');
  expect(chart('constructors where constructor is valueOf by home town', races)).toContain('home_town');
});

test('what is longer than any request for a chart is read clause by clause, and however it is written in no time', () => {
  for (const word of ['total and ', 'by ', 'orders of each ', 'group ']) {
    const prompt = `show ${word.repeat(60)} in a bar chart`;
    expect([...partsOf(prompt)].length).toBeLessThan(100);
  }
  expect(readRequest(`a bar chart of the average age by home_town${' '.repeat(600)}`, club, TODAY)).toBeNull();
});
