import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../program/program';
import { type Checker, createChecker } from './checker';
import { describeShop, SHOP, SHOP_DECLARATION } from './fixtures/shop';
import { formatDiagnostics } from './format';

let checker: Checker;
beforeAll(async () => {
  checker = await createChecker({ ambient: [path.join(import.meta.dirname, 'fixtures/ambient.d.ts')] });
});
afterAll(() => checker.close());

const UI = 'export default function App() { return null }';

async function check(ui: string, data = ''): Promise<{ diagnostics: Diagnostic[]; text: string }> {
  const source = { 'ui.tsx': ui, 'data.ts': data };
  const diagnostics = await checker.check({ source, bindings: [SHOP], describe: describeShop, declarations: SHOP_DECLARATION });
  return { diagnostics, text: formatDiagnostics(diagnostics, source) };
}

/** `ui` and `data` hold the findings' lines in short: `error ts2339 3:7`. */
async function brief(ui: string, data = ''): Promise<string[]> {
  const { diagnostics } = await check(ui, data);
  return diagnostics.map((d) => `${d.file} ${d.start.line}:${d.start.column} ${d.severity} ${d.code}`);
}

describe('a program without mistakes', () => {
  test('gives no diagnostics', async () => {
    const ui = `
      import * as React from 'react';
      import { Card } from '@/components/ui/card';
      type Order = Awaited<ReturnType<typeof data.orders>>[number];
      export default function App() {
        const [status, setStatus] = useState('open');
        const orders = useData(data.orders, { status });
        const first: data.Wanted = { status };
        if (!orders.data) return <p>Loading {first.status}</p>;
        return <Card>{orders.data.map((o) => <Line key={o.region} order={o} />)}<button onClick={() => setStatus('paid')} /></Card>;
      }
      function Line({ order }: { order: Order }) { return <p>{order.region} {fmt.number(order.total)}</p> }`;
    const data = `
      export type Wanted = { status: string };
      /** All of them. */
      export async function orders({ status }: Wanted) {
        return shop.sql\`select region, total from orders where status = \${status}\`;
      }`;
    expect((await check(ui, data)).text).toBe('');
  });

  test('may leave data.ts empty', async () => {
    expect(await brief(UI)).toEqual([]);
  });
});

describe('queries', () => {
  test('a wrong column is found where it is written, with the nearest name', async () => {
    const data = `export async function orders({ s }: { s: string }) {
  return shop.sql\`
    select total, \${s}, regoin
    from orders\`;
}`.replace('${s}, ', '');
    expect((await check(UI, data)).text).toMatchInlineSnapshot(`
      "data.ts:3:19 error sql-unknown-column: No column 'regoin'.
        select total, regoin
                      ^^^^^^
        Did you mean 'region'?"
    `);
  });

  test('a column found after values, escapes and Windows line ends keeps its place', async () => {
    const data = 'export async function f({ s }: { s: string }) {\r\n  return shop.sql`/* ${s}\\n\\u{1F600} ${s} */\r\n  select regoin from orders`;\r\n}';
    const { diagnostics } = await check(UI, data);
    expect(diagnostics[0]).toMatchObject({ start: { line: 3, column: 10 }, end: { line: 3, column: 16 }, excerpt: '  select regoin from orders`;' });
  });

  test('rows without a written type are typed by the query, in both files and at the right place', async () => {
    const ui = `export default function App() {
  const orders = useData(data.orders, {});
  return <p>{orders.data?.map((row) => row.regoin + fmt.number(row.status))}</p>;
}`;
    const data = 'export async function orders(_: {}) {\n  const rows = await shop.sql`select region, status from orders`; return rows.map((row) => ({ ...row, x: row.totl }));\n}';
    expect((await check(ui, data)).text).toMatchInlineSnapshot(`
      "ui.tsx:3:44 error ts2551: Property 'regoin' does not exist on type '{ region: string; status: string; x: any; }'.
        return <p>{orders.data?.map((row) => row.regoin + fmt.number(row.status))}</p>;
                                                 ^^^^^^
        Did you mean 'region'?
      ui.tsx:3:64 error ts2345: Argument of type 'string' is not assignable to parameter of type 'number'.
        return <p>{orders.data?.map((row) => row.regoin + fmt.number(row.status))}</p>;
                                                                     ^^^^^^^^^^
      data.ts:2:110 error ts2339: Property 'totl' does not exist on type '{ region: string; status: string; }'.
        const rows = await shop.sql\`select region, status from orders\`; return rows.map((row) => ({ ...row, x: row.totl }));
                                                                                                                   ^^^^
        It has: region, status."
    `);
  });

  test('a written row type is held against the columns', async () => {
    const data = `
type Row = { region: 'north' | 'south'; totals: number; ordered_at: Date };
export async function orders(_: {}) {
  return shop.sql<Row>\`select region, total, ordered_at from orders\`;
}
export async function more(_: {}) {
  return shop.sql<{ total: string; returned_at: string; status?: number }>\`select total, returned_at from orders\`;
}`;
    expect((await check(UI, data)).text).toMatchInlineSnapshot(`
      "data.ts:2:41 error sql-row-column: The query returns no column 'totals'.
        type Row = { region: 'north' | 'south'; totals: number; ordered_at: Date };
                                                ^^^^^^
        Did you mean 'total'?
      data.ts:2:57 error sql-row-type: The query returns 'ordered_at' as string, not as Date.
        type Row = { region: 'north' | 'south'; totals: number; ordered_at: Date };
                                                                ^^^^^^^^^^
        Dates arrive as ISO strings, decimals and big integers as numbers.
      data.ts:7:21 error sql-row-type: The query returns 'total' as number, not as string.
        return shop.sql<{ total: string; returned_at: string; status?: number }>\`select total, returned_at from orders\`;
                          ^^^^^
      data.ts:7:57 warning sql-row-column: The query returns no column 'status'.
        return shop.sql<{ total: string; returned_at: string; status?: number }>\`select total, returned_at from orders\`;
                                                              ^^^^^^
        It returns: total, returned_at."
    `);
  });

  test('a variable of the binding’s name is no binding', async () => {
    const data = `export async function f({ shop }: { shop: { sql(s: TemplateStringsArray): string } }) { return shop.sql\`nonsense\` }`;
    expect(await brief(UI, data)).toEqual([]);
  });

  test('a database that does not answer is no mistake of the program', async () => {
    const source = { 'ui.tsx': UI, 'data.ts': 'export async function f() { return shop.sql`select region from orders` }' };
    const unreachable = () => Promise.reject(new Error('closed'));
    const found = await checker.check({ source, bindings: [SHOP], describe: unreachable, declarations: SHOP_DECLARATION });
    expect(found.map((d) => [d.severity, d.code])).toEqual([['warning', 'sql-not-checked']]);
  });
});

describe('rules', () => {
  test.each([
    ['no default export', 'function App() { return null }', '', ['ui.tsx 1:1 error no-default-export']],
    ['an empty file', '', '', ['ui.tsx 1:1 error no-default-export']],
    ['two default exports', `${UI}\nexport default 1`, '', ['ui.tsx 2:1 error second-default-export']],
    ['a default export by name', 'function A() { return null }\nexport { A as default }', '', []],
    ['a foreign import', `import x from 'lodash';\n${UI}`, '', ['ui.tsx 1:15 error import-not-allowed']],
    ['a dynamic import', 'export default function App() { void import("react"); return null }', '', ['ui.tsx 1:45 error import-not-allowed']],
    ['an import in data.ts', UI, 'import x from "react";', ['data.ts 1:15 error import-not-allowed']],
    ['a default export in data.ts', UI, 'export default async function f() {}', ['data.ts 1:1 error data-export']],
    ['an exported constant', UI, 'export const LIMIT = 3;', ['data.ts 1:14 error data-export']],
    ['an exported arrow function', UI, 'export const f = async ({ id }: { id: number }) => id;', []],
    ['two parameters', UI, 'export async function f(a: {}, b: {}) {}', ['data.ts 1:32 error data-parameters']],
    ['a parameter that is no object', UI, 'export async function f(id: number) {}', ['data.ts 1:25 error data-parameters']],
    ['a function that is not async', UI, 'export function f() {}', ['data.ts 1:17 warning data-not-async']],
    ['no network in ui.tsx', 'export default function App() { fetch("/x"); window.alert(1); return null }', '', ['ui.tsx 1:33 error not-in-ui', 'ui.tsx 1:53 error not-in-ui']],
    ['a state named like a dialog', 'export default function App() { const [prompt] = useState(""); return <p>{prompt}</p> }', '', []],
    ['no browser in data.ts', UI, 'export async function f() { console.log(1); }', ['data.ts 1:29 error ts2584']],
    ['no Intl in data.ts', UI, 'export async function f() { return [new Intl.NumberFormat("en"), (1).toLocaleString("en")] }', ['data.ts 1:41 error not-in-data', 'data.ts 1:70 warning data-locale']],
    ['bindings only in data.ts', 'export default function App() { void shop; return null }', '', ['ui.tsx 1:38 error ts2304']],
    ['a switched-off check', '// @ts-nocheck\nexport default function App() { return <p>{nothing}</p> }', '', ['ui.tsx 2:44 error ts2304']],
  ])('%s', async (_name, ui, data, expected) => {
    expect(await brief(ui, data)).toEqual(expected);
  });
});

describe('types', () => {
  test.each([
    ['imprecision is a warning', 'const f = (x) => x; export default function App() { return f(1) }', ['ui.tsx 1:12 warning ts7006']],
    ['a string for one of a few', 'declare const s: string; export default function App() { return <Badge variant={s} /> }', ['ui.tsx 1:72 warning ts2322']],
    ['a missing type is gone at run time', 'type A = Nowhere; export default function App() { return null as A }', ['ui.tsx 1:10 warning ts2304']],
    ['a missing value is not', 'export default function App() { return nowhere }', ['ui.tsx 1:40 error ts2304']],
    ['broken syntax hides what follows from it', 'export default function App() { return <p>{nowhere</p> }', ['ui.tsx 1:51 error ts1005']],
  ])('%s', async (_name, ui, expected) => {
    expect(await brief(ui)).toEqual(expected);
  });

  test('messages are one sentence without paths, with what is there instead', async () => {
    const ui = `export default function App() {
  const [a] = useState({ region: 'north', list: [{ n: 1 }] });
  const b: { region: string; list: { n: string }[] } = a;
  return <Card classname="x">{a.nothing} {data.missing} {<Bage />}{b.region}</Card>;
}`;
    expect((await check(ui, 'export async function found() { return 1 }')).text).toMatchInlineSnapshot(`
      "ui.tsx:3:9 error ts2322: 'list.n': type 'number' is not assignable to type 'string'.
        const b: { region: string; list: { n: string }[] } = a;
              ^
      ui.tsx:4:16 error ts2322: The component has no prop 'classname'.
        return <Card classname="x">{a.nothing} {data.missing} {<Bage />}{b.region}</Card>;
                     ^^^^^^^^^
        Did you mean 'className'?
      ui.tsx:4:33 error ts2339: Property 'nothing' does not exist on type '{ region: string; list: { n: number; }[]; }'.
        return <Card classname="x">{a.nothing} {data.missing} {<Bage />}{b.region}</Card>;
                                      ^^^^^^^
        It has: region, list.
      ui.tsx:4:48 error ts2339: data.ts exports no 'missing'.
        return <Card classname="x">{a.nothing} {data.missing} {<Bage />}{b.region}</Card>;
                                                     ^^^^^^^
        It has: found.
      ui.tsx:4:59 error ts2552: Cannot find name 'Bage'.
        return <Card classname="x">{a.nothing} {data.missing} {<Bage />}{b.region}</Card>;
                                                                ^^^^
        Did you mean 'Badge'?"
    `);
  });
});

describe('the checker', () => {
  test('answers checks that come at once, each its own', async () => {
    const found = await Promise.all([brief(UI), brief('export const x = 1'), brief(UI), brief(`${UI}; y`)]);
    expect(found).toEqual([[], ['ui.tsx 1:1 error no-default-export'], [], ['ui.tsx 1:48 error ts2304']]);
  });

  test('rejects with the reason of an aborted signal and goes on', async () => {
    const input = { source: { 'ui.tsx': UI, 'data.ts': '' }, bindings: [SHOP], describe: describeShop, declarations: SHOP_DECLARATION };
    const stop = new AbortController();
    const waiting = checker.check(input, stop.signal);
    stop.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
    expect(await brief(UI)).toEqual([]);
  });

  test('refuses what is too long before anything reads it', async () => {
    expect(await brief(`${UI}//${'x'.repeat(200_000)}`)).toEqual(['ui.tsx 1:1 error source-too-long']);
  });

  test('rejects once closed', async () => {
    const other = await createChecker({ ambient: [] });
    await other.close();
    const input = { source: { 'ui.tsx': UI, 'data.ts': '' }, bindings: [], describe: describeShop, declarations: '' };
    await expect(other.check(input)).rejects.toThrow('closed');
  });
});
