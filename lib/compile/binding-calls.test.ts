import { expect, test } from 'vitest';
import { bindingCalls } from './binding-calls';

const BINDINGS = new Set(['shop', 'wall']);

test('finds queries with their pieces and functions with their names, each once', () => {
  const data = `
    type Row = { region: string };
    export async function orders({ month }: { month: string }) {
      const rows = await shop.sql<Row>\`select region from orders where m = \${month} limit 5\`;
      return month ? rows : shop.sql<Row>\`select region from orders where m = \${month} limit 5\`;
    }
    export const block = async ({ list }: { list: string[] }) => Promise.all(list.map((one) => wall.blocksAdd({ body: { one } } as const)));
    export async function odd() { return wall['zonesList']!({}); }`;
  expect(bindingCalls(data, BINDINGS).toSorted((a, b) => a.operation.localeCompare(b.operation))).toEqual([
    { binding: 'wall', operation: 'blocksAdd' },
    { binding: 'shop', operation: 'sql', text: ['select region from orders where m = ', ' limit 5'] },
    { binding: 'wall', operation: 'zonesList' },
  ]);
});

test('other names, what is not called, and a text that stops in the middle have none', () => {
  expect(bindingCalls('const a = shop.sql; other.sql`select 1`; wall(); wall[name]({});', BINDINGS)).toEqual([]);
  expect(bindingCalls('export async function orders() { return shop.sql`select', BINDINGS)).toEqual([]);
  expect(bindingCalls('', BINDINGS)).toEqual([]);
});
