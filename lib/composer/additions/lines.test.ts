import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../../connector/contract';
import { openDuckdb } from '../../connector/duckdb';
import { createCatalogue } from '../catalogue/catalogue';
import { editPlan } from '../edit/edit';
import { FILES } from '../fixtures/shop';
import { after, shop, talk, TODAY } from '../fixtures/talk';
import { type Plan, planSchema } from '../plan';
import { readPrompt } from '../read/read';
import { outlineOf } from '../write/outline';
import { write } from '../write/write';

const lineText = (line: { kind: string; value?: number; label?: string }) => (line.kind === 'average' ? 'average' : `${line.label}@${line.value}`);
const chartsOf = (plan: Plan | null) => (plan?.blocks ?? []).flatMap((b) => (b.type === 'chart' && b.asked !== false ? [`${b.view}: ${b.title} [${(b.lines ?? []).map(lineText).join(', ')}]`] : []));

describe('a line across is read', () => {
  test.each([
    ['average total by region compared with the overall average', 'bar: Average total by region [average]'],
    ['revenue per month with the average as a line', 'area: Revenue per month [average]'],
    ['revenue per month as bars, with a target line at 1000', 'bar: Revenue per month [Target@1000]'],
    ['orders per week with a horizontal line at 50', 'area: Orders per week [@50]'],
    ['revenue by region with a goal of $200k', 'bar: Revenue by region [Goal@200000]'],
    ['return rate by channel with a threshold line at 5%', 'bar: Share of returned orders by channel [Threshold@0.05]'],
    ['orders by status against the average', 'bar: Orders by status [average]'],
    ['average days to close by priority with a target line at 48 hours', 'bar: Days to close by priority [Target@2]'],
    ['average time to close tickets in hours by priority, with a line at 2 days', 'bar: Hours to close by priority [@48]'],
  ])('%s', (prompt, expected) => {
    const { plan, unread, problems } = readPrompt(prompt, shop, TODAY);
    expect([...chartsOf(plan), ...unread, ...problems]).toEqual([expected]);
  });

  test.each([
    ['average qty by région with an average line', 'bar: Average quantity by région [average]'],
    ['average unit price per month, target: 40', 'line: Average unit price per month [Target@40]'],
  ])('also of a spreadsheet: %s', (prompt, expected) => {
    const { plan, unread, problems } = readPrompt(prompt, createCatalogue([FILES]), TODAY);
    expect([...chartsOf(plan), ...unread, ...problems]).toEqual([expected]);
  });

  test.each([
    ['revenue per month as a line', 'line: Revenue per month []'],
    ['average total per month as a line chart', 'line: Average total per month []'],
    ['a line for the average total per month', 'line: Average total per month []'],
  ])('and what looks like one is a chart: %s', (prompt, expected) => {
    expect(chartsOf(readPrompt(prompt, shop, TODAY).plan)).toEqual([expected]);
  });

  test('where something is called a target, that is what is meant', () => {
    const goals: TableBinding = { ...FILES, tables: FILES.tables.map((table) => ({ ...table, columns: table.columns.map((c) => (c.name === 'Qty' ? { ...c, name: 'Target' } : c)) })) };
    expect(chartsOf(readPrompt('average unit price by région with a target of 40', createCatalogue([goals]), TODAY).plan)).toEqual([expect.stringContaining('[]')]);
  });
});

describe('a follow-up draws it, moves it and takes it away', () => {
  test.each<[string[], string]>([
    [['add an average line'], 'bar: Orders by region [average]'],
    [['draw a line at 500'], 'bar: Orders by region [@500]'],
    [['draw a line at 500', 'add the average too'], 'bar: Orders by region [@500, average]'],
    [['add a target line at 500', 'move the target to 1,200'], 'bar: Orders by region [Target@1200]'],
    [['add a target line at 500', 'add a target line at 700'], 'bar: Orders by region [Target@700]'],
    [['add an average line', 'remove the line'], 'bar: Orders by region []'],
    [['add an average line', 'draw a line at 500', 'remove the average line'], 'bar: Orders by region [@500]'],
    [['add an average line', 'revenue instead'], 'bar: Revenue by region [average]'],
    [['compare with the average', 'only paid orders'], 'bar: Paid orders by region [average]'],
  ])('%j', (prompts, expected) => {
    const { plan, said } = talk('orders by region', ...prompts);
    expect([...chartsOf(plan), ...said]).toEqual([expected]);
    expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  test('a line chart is still taken away by that name', () => {
    expect(chartsOf(talk('revenue per month as a line and orders by region as bars', 'remove the line').plan)).toEqual(['bar: Orders by region []']);
  });

  test.each([
    ['orders by region', 'add a reference line', /^Say where the line is to be/],
    ['orders by region', 'remove the average line', /^There is no such line/],
    ['orders by region as a pie', 'draw a line at 500', /^Only bars, lines and areas/],
    ['orders per month', 'add a trend line', /^I can’t draw a trend line/],
  ])('%s → %s: that it can’t be is said', (first, prompt, expected) => {
    expect(after(first, prompt)[1]).toMatch(expected);
  });

  test('that it went with the bars is said', () => {
    const { plan } = talk('orders by region', 'add an average line');
    const edit = editPlan(plan, 'as a pie', shop, TODAY);
    expect([...chartsOf(edit.plan), ...edit.assumptions]).toEqual(['pie: Orders by region []', 'The line across it went, which only bars, lines and areas have.']);
  });
});

test('the program draws it by the chart’s own format, and reads an average by a function of its own', () => {
  const { 'ui.tsx': ui, 'data.ts': data } = write(talk('revenue by region with a month filter', 'add an average line', 'add a target line at 1000').plan);
  expect(ui).toContain('lines={[{ label: "Average", value: average.data?.[0]?.average }, { label: "Target", value: 1000 }]}');
  expect(ui).toContain('const average = useData(data.averageOfRevenueByRegion, { month });');
  expect(data).toContain('select avg(value) as average');
});

describe('where the average is', () => {
  let files: Connector<TableBinding>;
  beforeAll(async () => {
    files = await openDuckdb({ name: 'files', title: 'Files', load: async (connection) => void (await connection.run(`create table visits as select * from (values ('A', 10), ('A', 20), ('A', 60), ('B', 100)) as t(ward, minutes)`)) });
  });
  afterAll(() => files.close());

  test.each([
    // Of all rows, and not of the two averages.
    ['average minutes by ward with an average line', 47.5],
    ['number of visits by ward with an average line', 2],
    ['total minutes by ward compared with the average', 95],
    ['highest minutes by ward with an average line', 80],
  ])('%s', async (prompt, expected) => {
    const { plan } = readPrompt(prompt, createCatalogue([await files.describe()]), TODAY);
    const query = outlineOf(plan as Plan).functions.find(({ name }) => name.startsWith('averageOf') && name !== outlineOf(plan as Plan).functions[0]?.name);
    const { value } = await files.call('sql', { text: [(query?.lines ?? []).join('\n')], values: [] }, AbortSignal.timeout(10_000));
    expect(value).toEqual([{ average: expected }]);
  });
});

test('a line goes along where its chart is told in another unit', () => {
  expect(chartsOf(talk('average days to close by priority', 'draw a line at 2', 'in hours instead').plan)).toEqual(['bar: Hours to close by priority [@48]']);
});
