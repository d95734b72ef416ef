import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../../../binding/binding';
import type { Connector } from '../../../connector/contract';
import { describeMysql, mysqlConnector } from '../../../connector/mysql';
import { findMariaDb, startMariaDb } from '../../../connector/mysql/mariadb-server';
import { describePostgres, postgresConnector } from '../../../connector/postgres';
import { openShop } from '../../../connector/shop/shop';
import { describeSqlite, sqliteConnector } from '../../../connector/sqlite';
import { findPostgres, startPostgres } from '../../../store/postgres-server';
import { createCatalogue } from '../../catalogue/catalogue';
import { findNames } from '../../found/found';
import { shopStatements } from '../../../connector/shop/shop-copy';
import { outlineOf } from '../outline';
import { readPrompt } from '../../read/read';

const TODAY = new Date();

/** Prompts that together use every piece that differs from dialect to dialect. */
const PROMPTS = [
  'open orders by region with a month filter',
  'sales overview with revenue per month, top 10 products and open tickets',
  'overview of tickets with a date range and a priority filter',
  'customers who have not ordered this year',
  'orders per month in the last 6 months, with a search by customer',
  'orders in the last 3 weeks by channel',
  'discount as a percentage of total by channel',
  'percentage of orders over 1000 by region',
  'difference between price and cost by category',
  'revenue this year vs last year',
  'revenue per quarter this year vs last year',
  'return rate by channel this quarter vs last quarter, orders by status this month compared with the same month last year',
  'orders per week by status, stacked area',
  'orders per day last 30 days as a table',
  'orders per quarter, tickets per year',
  'customers by country as a donut',
  'KPI tiles for revenue, orders and average order value this month',
  'return rate by channel per quarter',
  'return rate this month',
  'average days to close by priority for urgent and high tickets since March',
  'customers without company, orders over 500 not returned',
  'profit per month by category as a line chart',
  'heatmap of orders by weekday and hour, revenue by month of year and year as a line',
  'orders per hour last 3 days as a table, histogram of order totals',
  'running total of revenue this year by channel, top 5 cities by revenue and status',
  'products never ordered, products whose name contains desk, customers starting with B',
  'customers with more than 10 orders, average orders per customer by segment, profit margin by category',
  'orders per week except August 2025 and last week, orders by channel on weekends, tickets per month not closed in December',
  'revenue per day this year excluding weekends, orders by hour of day after 18:00, orders by region between 10 pm and 2 am except in July and August',
  'products by price band: under 100, 100 to 500, over 500, orders by total: small (50-100), medium (200-1000), large (above), by channel',
  'top 2 categories per price band by revenue: under 100, 100 to 500, over 500',
  'average satisfaction by satisfaction band: 1-2, 3 and over, revenue per month by total band under 500, 500-2000, over 2000',
  'orders with a total slider and a search, tickets older than 30 days',
  'top 3 products in each category by revenue with a region filter, most popular channel in each country, best selling product of each month',
  'last three orders of each customer, the cheapest product of each category, oldest open ticket per topic, worst rated ticket topic per region',
  'last order date, revenue and orders per country, first order date of each product, when was the last order this year',
  'growth of revenue per month by channel, monthly orders this year with growth in percent',
  'absolute change of orders per week with a date range, yoy growth of revenue per month, table of quarterly revenue with growth',
  'daily tickets with 7 day moving average in the last 60 days, 3 month rolling average of revenue by channel',
  'moving average of orders per week with a month filter, 2 year moving average of tickets, moving average of revenue per quarter',
  'average order value by region compared with the overall average',
  'orders per week with the average as a line',
  'average time to close tickets in hours by priority',
  'how many customers ordered more than once',
  'top 5 products by revenue and average price as a table with a total row',
  'customers with more than 10 orders, with a total row, and orders per week as a table with totals at the bottom',
  'per segment in a table: customers, orders and average satisfaction, with a total row',
  'what share of revenue comes from enterprise customers, scatter of price and cost by category, kanban of tickets',
];

type Opened = { connector: Connector<TableBinding>; binding: TableBinding; close(): Promise<void> };

const open: Record<string, (statements: string[]) => Promise<Opened>> = {
  async PostgreSQL(statements) {
    const postgres = await startPostgres(findPostgres()!);
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    for (const statement of [...statements, 'create role reader login', 'grant select on all tables in schema public to reader', 'analyze']) await client.query(statement);
    await client.end();
    const server = {
      host: '127.0.0.1', port: Number(new URL(postgres.url).port), database: 'postgres', user: 'reader', password: '', tls: { use: false as const }, allowPrivate: true, schemas: [],
    };
    const { tables } = await describePostgres(server);
    const connector = postgresConnector({ name: 'shop', title: 'Shop', server, tables });
    return { connector, binding: { kind: 'tables', name: 'shop', title: 'Shop', dialect: 'PostgreSQL', tables }, close: () => connector.close().then(postgres.stop) };
  },

  async MySQL(statements) {
    const mariaDb = await startMariaDb(findMariaDb()!);
    await mariaDb.run(['create database shop', 'use shop', ...statements, 'create user reader', 'grant select on shop.* to reader']);
    const server = { host: '127.0.0.1', port: mariaDb.port, database: 'shop', user: 'reader', password: '', tls: { use: false as const }, allowPrivate: true, schemas: [] };
    const { tables } = await describeMysql(server);
    const connector = mysqlConnector({ name: 'shop', title: 'Shop', server, tables });
    return { connector, binding: { kind: 'tables', name: 'shop', title: 'Shop', dialect: 'MySQL', tables }, close: () => connector.close().then(mariaDb.stop) };
  },

  async SQLite(statements) {
    const folder = mkdtempSync(path.join(tmpdir(), 'shop-'));
    const file = path.join(folder, 'shop.sqlite');
    const database = new DatabaseSync(file);
    for (const statement of statements) database.exec(statement);
    database.close();
    const { tables } = await describeSqlite(file);
    const connector = sqliteConnector({ name: 'shop', title: 'Shop', file, tables });
    const close = () => connector.close().then(() => rmSync(folder, { recursive: true, force: true }));
    return { connector, binding: { kind: 'tables', name: 'shop', title: 'Shop', dialect: 'SQLite', tables }, close };
  },
};

const there = { PostgreSQL: findPostgres() !== null, SQLite: true, MySQL: findMariaDb() !== null };

let shop: Connector<TableBinding>;
let duckdb: TableBinding;
beforeAll(async () => {
  shop = await openShop(TODAY);
  duckdb = await shop.describe();
}, 60_000);
afterAll(() => shop?.close());

const queriesOf = (prompt: string, binding: TableBinding) => outlineOf(readPrompt(prompt, createCatalogue([binding]), TODAY).plan!).functions;

/** What DuckDB returns, which is asked once for all dialects. */
const returned = new Map<string, Promise<string[]>>();
function rightRows(lines: string[], month: string): Promise<string[]> {
  const key = JSON.stringify([lines, month]);
  const known = returned.get(key) ?? rows(shop, lines, month);
  returned.set(key, known);
  return known;
}

describe.each(['PostgreSQL', 'SQLite', 'MySQL'] as const)('what is written in %s', (dialect) => {
  let other: Opened;
  beforeAll(async () => {
    if (!there[dialect]) return console.warn(`${dialect} is not installed here: what the composer writes for it is not run.`);
    other = await open[dialect]!(await shopStatements(shop, dialect));
  }, 60_000);
  afterAll(() => other?.close());

  test.skipIf(!there[dialect]).each(PROMPTS)('%s: returns what DuckDB does', async (prompt) => {
    const [written, right] = [queriesOf(prompt, other.binding), queriesOf(prompt, duckdb)];
    expect(written.map(({ name }) => name)).toEqual(right.map(({ name }) => name));
    for (const [i, query] of right.entries()) {
      for (const month of ['', TODAY.toISOString().slice(0, 7)]) {
        const [expected, own] = await Promise.all([rightRows(query.lines, month), rows(other.connector, written[i]!.lines, month)]);
        expect(own, written[i]!.lines.join('\n')).toEqual(expected);
        if (query.params.length === 0) break;
      }
    }
  });

  test.skipIf(!there[dialect]).each(['orders of Ruby Roy in Leeds', 'sales of the Halden task chair', 'customers from Gdańsk'])('%s: finds the names that DuckDB does', async (prompt) => {
    const found = ({ connector, binding }: Pick<Opened, 'connector' | 'binding'>) => findNames(prompt, [binding], TODAY, async (_at, query, signal) => (await connector.call('sql', query, signal)).value, AbortSignal.timeout(10_000));
    const right = await found({ connector: shop, binding: duckdb });
    expect(right.length).toBeGreaterThan(0);
    expect((await found(other)).map(({ phrase, column, value }) => [phrase, column, value])).toEqual(right.map(({ phrase, column, value }) => [phrase, column, value]));
  });
});

/** Times to the day and numbers to four digits, those on the edge upwards: databases round otherwise. In a fixed order, since equals may come in any. */
async function rows(connector: Connector, lines: string[], month: string): Promise<string[]> {
  const names = [...lines.join('\n').matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]!);
  const text = lines.join('\n').split(/\$\{\w+\}/).map((piece) => piece.replaceAll('\\`', '`').replaceAll('\\\\', '\\'));
  const values = names.map((name) => (month && (name === 'from' || name === 'to') ? `${month}-01` : name === 'month' ? month : ''));
  const { value } = await connector.call('sql', { text, values }, AbortSignal.timeout(10_000)).catch((error: { data: object }) => Promise.reject(new Error(JSON.stringify(error.data) + text.join('$'))));
  return (value as object[]).map((row) => JSON.stringify(row, (_, field: unknown) => (typeof field === 'number' ? Number((field * (1 + 1e-7)).toPrecision(4)) : typeof field === 'string' ? field.slice(0, 10) : field))).sort();
}
