import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { toColumns } from './columns';
import { DataTable, type DataTableProps } from './data-table';
import { setLocale } from './fmt';
import { nextSort, pageOf, searchRows, sortRows } from './table-rows';

beforeEach(() => setLocale('en-US'));

const orders = [
  { id: 3, customer: 'Zoë', total: '20.50', ordered_at: '2026-02-01', status: 'open' },
  { id: 1, customer: 'ada', total: '100.00', ordered_at: '2026-03-01', status: 'paid' },
  { id: 2, customer: null, total: null, ordered_at: '2026-01-01', status: 'open' },
];
const columns = toColumns(undefined, orders);
const ids = (rows: readonly object[]) => rows.map((row) => (row as { id: number }).id);
const text = (props: DataTableProps) => renderToStaticMarkup(<DataTable {...props} />).replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|');

describe('columns', () => {
  it('are found in the rows, with their kind, name and side', () => {
    expect(columns.map(({ key, label, kind, align }) => [key, label, kind, align])).toEqual([
      ['id', 'ID', 'number', 'right'],
      ['customer', 'Customer', 'text', 'left'],
      ['total', 'Total', 'number', 'right'],
      ['ordered_at', 'Ordered at', 'date', 'left'],
      ['status', 'Status', 'state', 'left'],
    ]);
    expect(columns.map((column) => column.cell(orders[0]!))).toEqual(['3', 'Zoë', '20.50', 'Feb 1, 2026', 'open']);
  });

  it('may be called anything, as in a CSV file', () => {
    const rows = [JSON.parse('{"__proto__": 1, "constructor": "a", "": "b", "a.b": "007", "Größe (m²)": 2}')];
    expect(toColumns(undefined, rows).map((column) => [column.key, column.kind, column.cell(rows[0])])).toEqual([
      ['__proto__', 'number', '1'], ['constructor', 'text', 'a'], ['', 'text', 'b'], ['a.b', 'text', '007'], ['Größe (m²)', 'number', '2'],
    ]);
    expect(toColumns(['toString'], [{}])[0]!.cell({})).toBe('–');
  });

  it('write the few words of a column as a badge does, and leave names alone', () => {
    const rows = ['web', 'store', 'web', 'web'].map((channel, at) => ({ channel, user: ['ada', 'bob', 'cem', 'dee'][at] }));
    expect(toColumns(['channel', { key: 'user', format: 'text' }], rows).map((column) => column.cell(rows[0]!))).toEqual(['Web', 'ada']);
  });

  it('have the same decimals in all of their rows', () => {
    const rows = [{ revenue: 321_064, margin: 0.55 }, { revenue: 18_392, margin: 0.551 }];
    const [revenue, margin] = toColumns([{ key: 'revenue', format: 'money' }, { key: 'margin', format: 'percent' }], rows);
    expect(rows.map((row) => [revenue!.cell(row), margin!.cell(row)])).toEqual([['$321,064', '55.0%'], ['$18,392', '55.1%']]);
    const [open] = toColumns([{ key: 'open', unit: 'days' }], [{ open: 2.23 }, { open: 3 }]);
    expect([open!.cell({ open: 2.23 }), open!.cell({ open: 3 }), open!.cell({ open: null })]).toEqual(['2.2 days', '3.0 days', '–']);
  });

  it('don’t number what is a name', () => {
    const cell = (row: Record<string, unknown>) => toColumns(undefined, [row])[0]!.cell(row);
    expect([cell({ year: 2026 }), cell({ customer_id: 12345 }), cell({ people: 12345 })]).toEqual(['2026', '12345', '12,345']);
  });
});

describe('sorting', () => {
  it.each([
    ['total', 'desc', [1, 3, 2]],
    ['total', 'asc', [3, 1, 2]],
    ['customer', 'asc', [1, 3, 2]],
    ['ordered_at', 'desc', [1, 3, 2]],
    ['nowhere', 'asc', [3, 1, 2]],
  ] as const)('by %s %s', (key, direction, expected) => {
    expect(ids(sortRows(orders, { key, direction }, columns))).toEqual(expected);
  });

  it('goes from most to least to as it was; texts begin with A', () => {
    const [id, customer] = columns;
    const first = nextSort(null, id!);
    expect([first, nextSort(first, id!), nextSort(nextSort(first, id!), id!)]).toEqual([{ key: 'id', direction: 'desc' }, { key: 'id', direction: 'asc' }, null]);
    expect(nextSort(first, customer!)).toEqual({ key: 'customer', direction: 'asc' });
  });
});

describe('search and pages', () => {
  it('finds rows that have every word, as written or as shown', () => {
    expect(ids(searchRows(orders, 'OPEN feb', columns))).toEqual([3]);
    expect(ids(searchRows(orders, '2026-03', columns))).toEqual([1]);
    expect(searchRows(orders, 'nobody', columns)).toEqual([]);
    expect(searchRows(orders, '  ', columns)).toHaveLength(3);
  });

  it('cuts pages and stays on the last one when there are fewer', () => {
    expect(pageOf(orders, 7, 2)).toMatchObject({ page: 1, pages: 2, from: 3, to: 3, total: 3 });
    expect(pageOf([], 0, 2)).toMatchObject({ page: 0, pages: 1, from: 0, to: 0, total: 0 });
  });
});

describe('the table', () => {
  it('says how it is sorted, and sorts', () => {
    const html = renderToStaticMarkup(<DataTable data={orders} columns={['id', 'customer']} defaultSort={{ key: 'id', direction: 'desc' }} />);
    expect([...html.matchAll(/aria-sort="(\w+)"/g)].map((match) => match[1])).toEqual(['descending', 'none']);
    expect([...html.matchAll(/truncate[^"]*">(\d)</g)].map((match) => match[1])).toEqual(['3', '2', '1']);
  });

  it('keeps the first column where the others scroll', () => {
    const html = renderToStaticMarkup(<DataTable data={orders} columns={['id', 'customer']} />);
    expect([...html.matchAll(/<(th|td) [^>]*sticky left-0/g)].map((match) => match[1])).toEqual(['th', 'td', 'td', 'td']);
  });

  it('pages and offers a search when there is more than a page', () => {
    expect(text({ data: orders, pageSize: 2 })).toContain('1–2 of 3');
    expect(renderToStaticMarkup(<DataTable data={orders} pageSize={2} />)).toContain('type="search"');
    expect(renderToStaticMarkup(<DataTable data={orders} />)).not.toContain('type="search"');
  });

  it('says in its own place that rows are to come, missing or failed', () => {
    expect(renderToStaticMarkup(<DataTable data={undefined} />)).toContain('aria-label="Loading"');
    expect(text({ data: [], empty: 'No open orders' })).toContain('No open orders');
    expect(text({ data: { data: undefined, error: new Error('No such table: odrers') }, title: 'Orders' })).toContain('Could not load orders|No such table: odrers.');
    expect(text({ data: { data: orders, error: new Error('late') } })).toContain('Zoë');
  });

  it('has what all rows come to below them, on every page and whatever they are sorted by', () => {
    const html = renderToStaticMarkup(<DataTable data={orders} columns={['customer', 'id', { key: 'total', format: 'money' }]} totals={{ data: [{ total: 120.5 }] }} pageSize={1} defaultSort={{ key: 'total' }} />);
    expect(html).toMatch(/<\/tbody><tfoot[^>]*><tr[^>]*><th scope="row"[^>]*>Total<\/th><td[^>]*><\/td><td[^>]*>.*\$120\.50.*<\/tfoot><\/table>/);
    expect(text({ data: orders, columns: ['id', 'total'], totals: { data: undefined, error: new Error('late') } })).toContain('|Total|Could not be loaded|');
    expect(text({ data: [], totals: [{ total: 0 }] })).not.toContain('Total|');
  });

  it.each([[0], ['text'], [{}], [{ data: 5 }], [[null, undefined, 1, 'a', [2], () => 1]], [[{ a: { b: 1 }, c: [1, 2], d: Symbol.iterator, e: new Date(NaN) }]]])('bears %j', (data) => {
    expect(() => renderToStaticMarkup(<DataTable data={data} columns={undefined} />)).not.toThrow();
  });

  it('leaves a cell empty whose program fails', () => {
    const columns = [{ key: 'id' }, { key: 'x', render: () => (undefined as unknown as { a: string }).a }, { key: 'y', render: () => ({ an: 'object' }) as never }];
    expect(text({ data: orders.slice(0, 1), columns })).toContain('|3|–|{&quot;an&quot;:&quot;object&quot;}|');
  });
});

it('shows of a row that it opens something', () => {
  const html = (props: Partial<DataTableProps>) => renderToStaticMarkup(<DataTable data={orders} {...props} />);
  expect(html({ onRowClick: () => undefined }).match(/<td[^>]*after:rotate-45/g)).toHaveLength(3);
  expect(html({})).not.toContain('after:rotate-45');
});
