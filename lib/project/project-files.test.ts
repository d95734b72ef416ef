import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Binding } from '../binding/binding';
import { AMBIENT_NAMES, MODULES, PROGRAM_HOOKS, REACT_NAMES } from '../program/ambient';
import { readKitSources } from './kit-sources';
import { oneFile } from './one-file';
import { packageName } from './package-json';
import { projectFiles } from './project-files';
import type { Snapshot } from './snapshot';
import { exportedNames } from './template/vitrine/names';
import { usedNames } from './used-names';
import { zipProject } from './zip';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const AT = '2026-11-29T01:00:00.000Z';

const UI = `export default function Orders() {
  const orders = useData(data.openOrders, {});
  return <Page title="Open orders"><BarChart data={orders} x="region" y="orders" /><StarIcon /><Legendary /></Page>;
}
function Legendary() { return <Badge>{fmt.number(3)}</Badge>; }
`;
const DATA = 'export async function openOrders() {\n  return shop.sql`select region, count(*) as orders from orders group by 1`;\n}\n';
const SHOP: Binding = { kind: 'tables', name: 'shop', title: 'Sample shop', dialect: 'DuckDB', tables: [] };
const SNAPSHOT: Snapshot = { takenAt: AT, clock: AT, shared: {}, left: [], calls: [] };

function filesOf(ui: string, data = DATA, title = 'Open orders') {
  const manifest = { format: 1, title, programId: 'p', versionId: 'v', version: 3, exportedAt: AT } as const;
  return projectFiles({ root: ROOT, manifest, source: { 'ui.tsx': ui, 'data.ts': data }, bindings: [SHOP, { ...SHOP, name: 'files' }], snapshot: SNAPSHOT });
}

const oneFileOf = (ui: string, data = DATA) => oneFile('Open <orders>', filesOf(ui, data), usedNames({ 'ui.tsx': ui, 'data.ts': data }, ['shop']), ROOT);

describe('a project', () => {
  const files = filesOf(UI);

  test('has the two files to the letter', () => {
    expect([files['src/ui.tsx'], files['src/data.ts']]).toEqual([UI, DATA]);
  });

  test('has what the program is drawn with, with all that it’s made of, and nothing else of the kit', () => {
    const kit = Object.keys(files).filter((file) => file.startsWith('src/components/'));
    expect(kit).toEqual(expect.arrayContaining(['src/components/ui/badge.tsx', 'src/components/kit/badge.tsx', 'src/components/kit/page.tsx', 'src/components/kit/chart/frames.tsx']));
    expect(kit.filter((file) => /calendar|dialog|data-table/.test(file))).toEqual([]);
    for (const file of kit) expect(files[file], file).not.toMatch(/from '(?:\.\.\/)+/);
  });

  test('exports the names that the program uses, and types of those only', () => {
    const names = exportedNames(files['src/ambient.ts']!);
    expect(names).toEqual(expect.arrayContaining(['useData', 'Page', 'BarChart', 'Badge', 'StarIcon', 'fmt', 'React']));
    expect(names).not.toContain('DataTable');
    expect(files['src/types/ambient.d.ts']).toMatch(/var Page: /);
    expect(files['src/types/ambient.d.ts']).not.toMatch(/var Dialog: /);
  });

  test('declares the connections that it uses', () => {
    expect(files['src/bindings.ts']).toContain("export const shop = binding('shop');");
    expect(files['src/bindings.ts']).not.toContain('files');
    expect(files['src/types/bindings.d.ts']).toMatch(/declare const shop/);
  });

  test('names every package that its files import, each in one version', () => {
    const { dependencies, devDependencies } = JSON.parse(files['package.json']!) as Record<string, Record<string, string>>;
    const imported = Object.entries(files).filter(([file]) => file.startsWith('src/')).flatMap(([, text]) => [...text.matchAll(/from '([a-z@][^'.]*)'/g)].map(([, from]) => from!.split('/').slice(0, from!.startsWith('@') ? 2 : 1).join('/')));
    const packages = new Set(imported.filter((name) => !name.startsWith('@/') && name !== '@'));
    expect(Object.keys(dependencies!)).toEqual(expect.arrayContaining([...packages]));
    expect(packages.has('recharts')).toBe(true);
    for (const version of Object.values({ ...dependencies, ...devDependencies })) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('is the same bytes each time, and small', () => {
    const zip = zipProject('open-orders', files);
    expect(zip).toEqual(zipProject('open-orders', filesOf(UI)));
    expect(zip.length).toBeLessThan(150 * 1024);
    expect(Object.keys(unzipSync(zip)).every((name) => name.startsWith('open-orders/'))).toBe(true);
  });

  test('has the theme’s charts where they are imported by name', () => {
    const own = filesOf(`import { BarChart, Tooltip } from 'recharts';\nimport { ChartContainer } from '@/components/ui/chart';\nimport { Button } from '@/components/ui/button';\nexport default function A() { return <ChartContainer><BarChart><Tooltip /></BarChart><Button /></ChartContainer>; }`);
    expect(own['src/components/kit/recharts.ts']).toContain("export { BarChart } from '@/components/kit/chart/frames';");
    expect(own['src/components/ui/chart.ts']).toContain("export { ChartContainer } from '@/components/kit/chart/container';");
    expect(own).toHaveProperty(['src/components/ui/button.tsx']);
  });

  test.each([['Umsätze (2026)', 'umsatze-2026'], ['../../etc', 'etc'], ['売上', 'interface'], ['x'.repeat(90), 'x'.repeat(60)]])('is called %s by a name that a folder may have', (title, name) => {
    expect(packageName(title)).toBe(name);
  });

  test('can’t be broken out of by a title', () => {
    expect(filesOf(UI, DATA, '</title><script>alert(1)</script>')['index.html']).not.toContain('<script>alert');
  });
});

test('every ambient name has a source', () => {
  const kit = readKitSources(ROOT);
  const own = new Set<string>([...REACT_NAMES, ...PROGRAM_HOOKS, 'data']);
  const missing = [...AMBIENT_NAMES].filter((name) => !own.has(name) && !kit.moduleOf(name));
  expect(missing).toEqual([]);
  const modules = [...AMBIENT_NAMES].flatMap((name) => kit.moduleOf(name)?.from ?? []).filter((from) => from !== 'recharts');
  const families = Object.keys(MODULES).filter((specifier) => specifier.startsWith('@/') && specifier !== '@/components/ui/chart');
  expect(kit.filesOf([...new Set([...modules, ...families])]).length).toBeGreaterThan(60);
});

describe('one HTML file', () => {
  test('has a policy that lets nothing out, and no address of any kind to be fetched', async () => {
    const html = await oneFileOf(UI);
    expect(html).toContain('&lt;orders&gt;');
    const policy = /content="(default-src[^"]+)"/.exec(html)![1]!;
    expect(policy).toMatch(/default-src 'none'.*connect-src 'none'/);
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(html).not.toMatch(/(?:src|href)="/);
    expect(html.length).toBeLessThan(600 * 1024);
  });

  test.each([
    ['a file of this machine', `import text from '/etc/hostname';\nexport default function A() { return text; }`],
    ['a file of the app', `import { LOCAL } from '../lib/auth/viewer';\nexport default function A() { return LOCAL.id; }`],
    ['a package that the project doesn’t have', `import { readFileSync } from 'fs';\nexport default function A() { return readFileSync; }`],
    ['a package of the app', `import pg from 'pg';\nexport default function A() { return pg; }`],
    ['what it would fetch', `import a from 'https://example.com/a.js';\nexport default function A() { return a; }`],
  ])('can’t be made to hold %s', async (_, ui) => {
    await expect(oneFileOf(ui)).rejects.toMatchObject({ status: 422, message: expect.stringContaining('which the project doesn’t have') });
  });

  test('says where a program can’t be read', async () => {
    await expect(oneFileOf('export default function A() {\n  return <p>;\n}')).rejects.toMatchObject({ status: 422, message: expect.stringMatching(/src\/ui\.tsx:\d/) });
  });
});
