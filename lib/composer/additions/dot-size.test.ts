import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../../connector/contract';
import { openDuckdb } from '../../connector/duckdb';
import { createCatalogue } from '../catalogue/catalogue';
import { FILES } from '../fixtures/shop';
import { after, shop, talk, TODAY } from '../fixtures/talk';
import type { Plan } from '../plan';
import { readPrompt } from '../read/read';
import { outlineOf } from '../write/outline';
import { write } from '../write/write';

const dotsOf = (plan: Plan | null) => (plan?.blocks ?? []).filter((b) => b.asked !== false).map((b) => (b.type === 'scatter' ? `${b.title} (${b.size?.label ?? 'one size'})` : b.type === 'chart' ? `${b.view}: ${b.title} (${b.sized ? b.measures[2]?.label : 'one size'})` : b.title));

describe('how large dots are is read', () => {
  test.each([
    ['scatter of price and stock, dot size by cost', 'Stock and price (cost)'],
    ['plot price against stock, bubbles sized by cost, coloured by category', 'Stock and price by category (cost)'],
    ['price against stock with a dot for each product, the dots as large as the cost', 'Stock and price (cost)'],
    ['bubble chart of price, stock and cost', 'Stock and price (cost)'],
    ['scatter chart: x = price, y = stock, size = cost, color = category', 'Stock and price by category (cost)'],
    ['average price vs average stock by category as a scatter, bubbles sized by number of products', 'scatter: Average price and average stock by category (products)'],
  ])('%s', (prompt, expected) => {
    const { plan, unread, problems } = readPrompt(prompt, shop, TODAY);
    expect([...dotsOf(plan), ...unread, ...problems]).toEqual([expected]);
  });

  test('also of a spreadsheet', () => {
    const { plan, unread, problems } = readPrompt('scatter of unit price and 2025, dots sized by qty', createCatalogue([FILES]), TODAY);
    expect([dotsOf(plan).map((dots) => dots.endsWith('(quantity)')), unread, problems]).toEqual([[true], [], []]);
  });

  test.each([
    ['scatter of price and stock', 'Stock and price (one size)'],
    ['scatter plot of price and stock by category', 'Stock and price by category (one size)'],
  ])('and else they are all of one: %s', (prompt, expected) => {
    expect(dotsOf(readPrompt(prompt, shop, TODAY).plan)).toEqual([expected]);
  });

  test('a column that is called size is that', () => {
    const sizes: TableBinding = { ...FILES, tables: FILES.tables.map((table) => ({ ...table, columns: table.columns.map((c) => (c.name === 'group' ? { ...c, name: 'Size' } : c)) })) };
    const { plan, unread } = readPrompt('qty by size', createCatalogue([sizes]), TODAY);
    expect([plan?.blocks.find((b) => b.asked !== false)?.title, unread]).toEqual(['Quantity by size', []]);
  });
});

describe('a follow-up sizes them', () => {
  test.each<[string[], string]>([
    [['size the dots by cost'], 'Stock and price (cost)'],
    [['make the bubbles as big as the cost'], 'Stock and price (cost)'],
    [['cost as the dot size'], 'Stock and price (cost)'],
    [['size the dots by cost', 'all dots the same size'], 'Stock and price (one size)'],
    [['size the dots by cost', 'by category'], 'Stock and price by category (cost)'],
  ])('%j', (prompts, expected) => {
    const { plan, said } = talk('scatter of price and stock', ...prompts);
    expect([...dotsOf(plan), ...said]).toEqual([expected]);
  });

  test.each([
    ['orders by region', 'size the dots by discount', /^Only the dots of a scatter chart/],
    ['scatter of price and stock', 'size the dots by category', /no number|is no number/],
    ['scatter of price and stock', 'size the dots by wingspan', /^I don’t know “wingspan”/],
    ['scatter of price and stock', 'all dots the same size', /^The dots are all of one size/],
  ])('%s → %s: that it can’t be is said', (first, prompt, expected) => {
    expect(after(first, prompt)[1]).toMatch(expected);
  });
});

test('the program tells what the size means, and draws the small upon the large', async () => {
  const { 'ui.tsx': ui, 'data.ts': data } = write(readPrompt('scatter of price and stock, dot size by cost', shop, TODAY).plan as Plan);
  expect(ui).toContain('<ZAxis dataKey="cost" name="Cost" />');
  expect(ui).toContain('note="Dots are sized by cost."');
  expect(ui).toContain('{note && <CardDescription>{note}</CardDescription>}');
  expect(data).toMatch(/and cost is not null\n {4}order by cost desc/);
  expect(write(readPrompt('scatter of price and stock', shop, TODAY).plan as Plan)['ui.tsx']).not.toContain('note');
});

describe('the rows', () => {
  let files: Connector<TableBinding>;
  beforeAll(async () => {
    files = await openDuckdb({ name: 'files', title: 'Files', load: async (connection) => void (await connection.run(`create table towns as select * from (values ('A', 1.5, 20, 300), ('B', 2.5, 10, 900), ('C', 3.5, 30, null)) as t(town, income, health, people)`)) });
  });
  afterAll(() => files.close());

  test('are those that have a size, the largest first', async () => {
    const { plan, unread, assumptions } = readPrompt('plot income against health, bubbles sized by people', createCatalogue([await files.describe()]), TODAY);
    expect([unread, assumptions]).toEqual([[], ['Rows without people aren’t drawn.']]);
    const { value } = await files.call('sql', { text: [(outlineOf(plan as Plan).functions[0]?.lines ?? []).join('\n')], values: [] }, AbortSignal.timeout(10_000));
    expect((value as { town: string; people: number }[]).map(({ town, people }) => [town, people])).toEqual([['B', 900], ['A', 300]]);
  });
});
