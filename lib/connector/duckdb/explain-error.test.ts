import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '../contract';
import { openDuckdb } from '../duckdb';

let connector: Connector;
beforeAll(async () => {
  connector = await openDuckdb({
    name: 'db',
    title: 'Two tables',
    load: async (connection) => void (await connection.run('create table orders (id int, customer_id int, ordered_at timestamp, "Net total" int); create table customers (id int, region varchar)')),
  });
});
afterAll(() => connector.close());

const wide = '東京都渋谷区'.repeat(20);
const long = Array.from({ length: 30 }, (_, i) => `id as column_${i}`).join(', ');

/** The marked part is where the finding must point. */
test.each([
  ['a column', 'select «ordred_at» from orders', 'sql-unknown-column', "Did you mean 'ordered_at'?"],
  ['behind a qualifier', 'select o.«ordred_at» from orders o', 'sql-unknown-column', "Did you mean 'ordered_at'?"],
  ['of another table', 'select «region» from orders', 'sql-unknown-column', "customers has 'region': join it."],
  ['far from all names', 'select «zzz» from customers', 'sql-unknown-column', 'customers has: id, region.'],
  ['in quotes', 'select "«Net totl»" from orders', 'sql-unknown-column', "Did you mean 'Net total'?"],
  ['of a step of WITH', 'with m as (select id as n from orders)\nselect m.«nn» from m', 'sql-unknown-column', undefined],
  ['after tabs on a later line', `select\n\t\tid,\n\t\t«ordred_at»\nfrom orders`, 'sql-unknown-column', "Did you mean 'ordered_at'?"],
  ['after Windows line ends', `select id,\r\n  «ordred_at»\r\nfrom orders`, 'sql-unknown-column', "Did you mean 'ordered_at'?"],
  ['in the middle of a long line', `select ${long}, «ordred_at», ${long} from orders`, 'sql-unknown-column', "Did you mean 'ordered_at'?"],
  ['after wide characters', `select '${wide}' as place, «ordred_at», '${wide}' as other from orders`, 'sql-unknown-column', "Did you mean 'ordered_at'?"],
  ['a table', 'select * from «ordres»', 'sql-unknown-table', "Did you mean 'orders'?"],
  ['an alias', 'select «x».id from orders o', 'sql-unknown-table', undefined],
  ['syntax after other scripts', "select 'Łódź 東京 😀', from «where»", 'sql-syntax', undefined],
  ['a column of two tables', 'select «id» from orders o, customers c', 'sql-ambiguous-column', 'Write o.id or c.id.'],
  ['another dialect', 'select id, «date_format»(ordered_at) from orders', 'sql-unknown-function', "Use strftime(column, '%Y-%m')."],
  ['types', 'select sum(customer_id) + «sum»(region) from orders, customers c', 'sql-type', undefined],
  ['a column outside of its group', 'select «region», count(*) from customers', 'sql-error', 'Add it to GROUP BY, or use any_value(…).'],
])('%s', async (_name, marked, code, hint) => {
  const sql = marked.replace(/[«»]/g, '');
  const answer = await connector.check('sql', { text: [sql], values: [] });
  expect(answer).toMatchObject({ ok: false, code, ...(hint && { hint }) });
  if (answer.ok || answer.offset === undefined) return expect.unreachable('no position');
  const end = answer.offset + (answer.length ?? 0);
  expect(`${sql.slice(0, answer.offset)}«${sql.slice(answer.offset, end)}»${sql.slice(end)}`).toBe(marked);
});
