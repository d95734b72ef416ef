import { expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { FILES, SHOP } from '../fixtures/shop';
import type { Plan } from '../plan';
import { readPrompt } from '../read/read';
import { write } from './write';
import { cardOf } from './write-board';

const TODAY = new Date('2026-11-23T12:00:00Z');
const planOf = (prompt: string, binding = SHOP) => readPrompt(prompt, createCatalogue([binding]), TODAY).plan as Plan;

test('open orders by region with a month filter', () => {
  const source = write(planOf('open orders by region with a month filter'));
  expect(source['ui.tsx']).toMatchSnapshot();
  expect(source['data.ts']).toMatchSnapshot();
});

test('series, a comparison with the period before, dates, a select', () => {
  const source = write(planOf('orders per week by status as an area chart, KPI tiles for revenue this month, with a date range and a region filter'));
  expect(source['ui.tsx']).toMatchSnapshot();
  expect(source['data.ts']).toMatchSnapshot();
});

test('the same Plan gives the same bytes, also after a way through JSON', () => {
  const plan = planOf('sales overview with a region filter');
  expect(write(JSON.parse(JSON.stringify(plan)) as Plan)).toEqual(write(plan));
});

test('names and values of strangers stay inside of their quotes', () => {
  const { 'data.ts': data } = write(planOf('sales in "Val d\'Oise" per month by group', FILES));
  expect(data).toContain(`from "Sales 2025 (final)"`);
  expect(data).toContain(`where "Région" = 'Val d''Oise'`);
  expect(write(planOf('sales in "Sud ``"', FILES))['data.ts']).toContain("'Sud \\`\\`'");
});

test('a title of any words stays text', () => {
  const plan = { ...planOf('orders by region'), title: 'Sales </Page> {alert(1)} "quoted" */' };
  expect(write(plan)['ui.tsx']).toContain('title={"Sales </Page> {alert(1)} \\"quoted\\" */"}');
});

test('two numbers of one card are told apart by their names, one needs none', () => {
  const [name, price, stock] = [{ name: 'name', label: 'name', format: 'text' as const }, { name: 'price', label: 'price', format: 'money' as const }, { name: 'in_stock', label: 'in {stock}', format: 'number' as const }];
  const both = cardOf(name, [price, stock]).join('\n');
  expect(both).toContain('<span>Price {fmt.money(row.price)}</span>');
  expect(both).toContain('<span>{"In {stock}"} {fmt.number(row.in_stock)}</span>');
  expect(cardOf(name, [{ name: 'priority', label: 'priority', format: 'status' }]).join('\n')).toContain('<Badge state={row.priority} />');
  expect(cardOf(name, [price]).join('\n')).toContain('<span>{fmt.money(row.price)}</span>');
});

test('a heatmap says its unit, and each cell what it is', () => {
  const ui = write(planOf('heatmap of revenue by category and month'))['ui.tsx'];
  expect(ui).toContain('measure="Revenue"');
  expect(ui).toContain('{line}, {column}: {amount == null ? "none" : write(amount)}');
  expect(ui).toContain('scroll-edges');
});

test('each number of a scatter is written as its own kind', () => {
  expect(write(planOf('scatter of price against stock of products'))['ui.tsx']).toContain('[name === "Price" ? fmt.money(value) : fmt.number(value), name]');
});

test('a table of groups calls them as a chart does, and is told the unit of its numbers', () => {
  const ui = write(planOf('average days to close by topic as a table'))['ui.tsx'];
  expect(ui).toContain('label: "Topic", format: fmt.word }');
  expect(ui).toContain('format: "number", unit: "days" }');
});

test('an opened row is headed by what it is, and says more than its table does', () => {
  const { 'ui.tsx': orders } = write(planOf('orders, click a row to see the details'));
  expect(orders).toContain('<SheetTitle>{shown && "Order " + shown.id}</SheetTitle>');
  expect(orders).toContain('<SheetDescription>{shown?.customer}</SheetDescription>');
  expect([...orders.matchAll(/<Detail label="(.+?)"/g)].map(([, label]) => label)).toEqual(['Status', 'Channel', 'Discount', 'Total', 'Ordered', 'Customer ID', 'Customer segment', 'Customer country', 'Customer region', 'Customer city']);
  const { 'ui.tsx': customers } = write(planOf('customers, click a row to see the details'));
  expect(customers).toContain('<SheetTitle>{shown?.name}</SheetTitle>');
  expect(customers).toContain('<SheetDescription>{shown && "Customer " + shown.id}</SheetDescription>');
});

test('a filter says what it is of, also once something is chosen, and where it is the wrong way round', () => {
  const { 'ui.tsx': ui } = write(planOf('orders with a status filter and a date range'));
  expect(ui).toContain('<Choice label="Status" lead="Status: " options');
  expect(ui).toContain('{value ? lead + (chosen?.label ?? value) : all}');
  expect(ui).toContain('aria-label="Ordered from"');
  expect(ui).toContain('{turned && <p role="alert" className="text-xs text-destructive">The first day is after the last.</p>}');
});

test('a slider goes in steps of about a hundredth between even ends, and its numbers can be typed', () => {
  const plan = planOf('products with a price slider');
  const between = (low: number, high: number) => write({ ...plan, filters: plan.filters.map((filter) => ({ ...filter, bounds: { low, high } })) })['ui.tsx'];
  expect(between(7, 3899)).toMatch(/min=\{0\}\s+max=\{3900\}\s+step=\{20\}/);
  expect(between(1, 5)).toMatch(/min=\{1\}\s+max=\{5\}\s+step=\{0.02\}/);
  expect(between(0, 100)).toMatch(/min=\{0\}\s+max=\{100\}\s+step=\{1\}/);
  expect(between(7, 3899)).toMatch(/<Input\s+type="number"\s+aria-label="Price from"/);
  // A slider tells of its value after it tells that it's settled, so what was dragged is only forgotten for what is typed.
  expect(between(7, 3899).split('onValueCommit')[1]).not.toContain('setDragged(null)');
});
