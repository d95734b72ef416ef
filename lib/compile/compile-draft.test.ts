import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CompiledFile } from '../bridge/messages';
import { EMPTY_SOURCE } from '../program/program';
import { DraftCompiler, compileDraft } from './compile-draft';

const REPLIES = path.join(import.meta.dirname, '../../e2e/fakes/replies');

const ui = (text: string, ended = true) => compileDraft({ ...EMPTY_SOURCE, 'ui.tsx': text }, ended).ui!;
const data = (text: string, ended = true) => compileDraft({ ...EMPTY_SOURCE, 'data.ts': text }, ended).data!;

/** Runs compiled code as the guest does. A free name is given as its own text, or as a function that answers what it got. */
function run(compiled: CompiledFile) {
  const seen = { components: {} as Record<string, unknown>, memos: [] as string[], ticks: [] as number[], required: [] as string[] };
  const $ = {
    jsx: (type: unknown, props: unknown, ...children: unknown[]) => ({ type, props, children }),
    Fragment: 'fragment',
    component: (name: string, value: unknown) => void (seen.components[name] = value),
    memo: (key: string | undefined, make: () => unknown) => (key !== undefined && seen.memos.push(key), make()),
    tick: (line: number) => void seen.ticks.push(line),
    call: () => {},
  };
  const exports: Record<string, Function> = {};
  const require = (name: string) => (seen.required.push(name), { default: { name }, a: `${name}.a` });
  const given = compiled.free.map((name) => (/^[a-z]/.test(name) ? (...got: unknown[]) => got : name));
  new Function('exports', 'require', '$', ...compiled.free, compiled.js)(exports, require, $, ...given);
  return { exports, ...seen };
}

describe('what a file compiles to', () => {
  test('tags, components and free names', () => {
    const compiled = ui('export default function App({ n }: { n?: number }) {\n  return <><Card key="a" {...n}>Hi &amp; {n}</Card><Later /></>;\n}\nconst Row = memo(() => <tr />);\n');
    expect(compiled.free).toEqual(['Card', 'Later', 'memo']);
    expect(compiled.defaultExport).toBe('App');
    expect(compiled.components).toMatchObject([{ name: 'App', hooks: [], hasJsx: true, needs: ['Card', 'Later'] }, { name: 'Row', hooks: [], hasJsx: true, needs: ['memo'] }]);
    const { exports, components } = run(compiled);
    expect(components.App).toBe(exports.default);
    expect(exports.default!({ n: 1 })).toMatchObject({ type: 'fragment', children: [{ type: 'Card', props: { key: 'a' }, children: ['Hi & ', 1] }, { type: 'Later', props: null }] });
  });

  test('a name declared in one function is still free in another', () => {
    const { free } = ui('export default function A() { const x = useData(data.f); return <Chart data={x} />; }\nfunction Chart({ data }: { data: Row[] }) { return <p>{data.length + Math.max(1)}</p>; }');
    expect(free).toEqual(['useData', 'data']);
  });

  test('a global is free only as a tag', () => {
    expect(ui('export default function A() { return <Map>{new Map().size}</Map>; }').free).toEqual(['Map']);
    expect(ui('export default function A() { return <p>{new Map().size}</p>; }').free).toEqual([]);
  });

  test('imports are asked for, whichever way they are written', () => {
    const compiled = ui('import React, { a } from "react";\nimport * as icons from "lucide-react";\nimport type { X } from "y";\nimport { a as b } from "lodash";\nexport default function A() { return [React, icons.a, a, b]; }');
    expect(compiled.free).toEqual([]);
    const { exports, required } = run(compiled);
    expect(required).toEqual(['react', 'lucide-react', 'lodash']);
    expect(exports.default!()).toEqual([{ name: 'react' }, 'lucide-react.a', 'react.a', 'lodash.a']);
  });

  test('lines stay where they are, and every loop is watched', () => {
    const compiled = data('type A = {\n  b: string;\n};\nexport async function f() {\n  let n = 0;\n  for (const x of [1, 2]) n += x;\n  while (n > 2) {\n    n--;\n  }\n  do n--; while (n > 1)\n  for (;;) { for (;;) if (n < 9) n++; else throw new Error("x"); }\n}\n');
    const line = compiled.js.split('\n').findIndex((text) => text.includes('throw new Error')) + 1;
    expect(line).toBe(11);
    const { exports, ticks } = run(compiled);
    return expect(exports.f!()).rejects.toThrow('x').then(() => expect([...new Set(ticks)]).toEqual([6, 7, 10, 11]));
  });

  test('a default export without a name of its own', () => {
    expect(ui('export default memo(App);\nfunction App() { return <p />; }')).toMatchObject({ defaultExport: 'default', components: [{ name: 'App' }, { name: 'default', hasJsx: true }] });
    const compiled = ui('export default () => <p />');
    expect(run(compiled).components.default).toBeTypeOf('function');
    expect(compiled.components).toMatchObject([{ name: 'default', hooks: [], hasJsx: true }]);
  });
});

describe('constants', () => {
  const text = (label: string) => `const ROWS = [{ label: ${label} }] as const;\nconst N = 3;\nconst CTX = createContext(ROWS);\nconst LATER = [Missing];\nconst f = () => 1;\nfunction label() { return "x"; }\nexport default function A() { return <p /> }`;

  test('are kept under a key of all they are made of', () => {
    const { memos } = run(ui(text('label()')));
    expect(memos.map((key) => key.split(':')[0])).toEqual(['ROWS', 'CTX']);
    expect(run(ui(`type X = 1;\n${text('label()')}`)).memos).toEqual(memos);
    const other = run(ui(text('label()').replace('"x"', '"y"'))).memos;
    expect(other[0]).not.toBe(memos[0]);
    // A context is what it is by its name: another one would mount everything below its provider anew.
    expect(other[1]).toBe(memos[1]);
  });

  test('are not kept while they grow', () => {
    expect(run(ui('function A() { return <p /> }\nconst ROWS = [{ a: 1 }, {', false)).memos).toEqual([]);
  });
});

describe('a component’s hash', () => {
  const hashes = (text: string) => Object.fromEntries(ui(text).components.map(({ name, hash }) => [name, hash]));

  test('tells its text and all it is made of', () => {
    const text = (a: string, limit: number) => `const LIMIT = ${limit};\nfunction A() { return <p>${a}</p>; }\nexport default function B() { return <b>{LIMIT}</b>; }`;
    const first = hashes(text('x', 1));
    expect(hashes(`// begins lower\n\n${text('x', 1)}`)).toEqual(first);
    expect(hashes(text('y', 1))).toEqual({ A: expect.not.stringMatching(`^${first.A}$`), B: first.B });
    expect(hashes(text('x', 2))).toEqual({ A: first.A, B: expect.not.stringMatching(`^${first.B}$`) });
  });

  test('isn’t that of what stands in it as a tag, unless it is used as a value', () => {
    const text = (inner: string, use: string) => `function Inner() { return <i>${inner}</i>; }\nfunction Outer() { return <p>${use}</p>; }`;
    expect(hashes(text('x', '<Inner />')).Outer).toBe(hashes(text('y', '<Inner />')).Outer);
    expect(hashes(text('x', '{Inner()}')).Outer).not.toBe(hashes(text('y', '{Inner()}')).Outer);
  });

  test('is none where a variable that is set anew is among it', () => {
    expect(hashes('let n = 0;\nfunction A() { n += 1; return <p>{n}</p>; }\nfunction B() { return <p />; }')).toEqual({ A: null, B: expect.any(String) });
  });
});

test('a file that grows gives the same as one that came at once', () => {
  const text = 'import { useState as state } from "react";\n/* a */ const A1 = [1,\n2]; function A() {\n  for (;;) break;\n  return <p>{state(1)}</p>;\n}\nexport { A as default };\nenum E { X }\nimport type { T } from "t";\n';
  const compiler = new DraftCompiler();
  let last = null;
  for (let length = 1; length <= text.length; length++) last = compiler.compile({ ...EMPTY_SOURCE, 'ui.tsx': text.slice(0, length) }, length === text.length);
  expect(last!.ui).toEqual(ui(text));
  const { exports, components } = run(last!.ui!);
  expect(exports.default).toBe(components.A);
  expect(last!.ui!.js.split('\n')[3]).toContain('$.tick(4)');
});

test("a data function's hash tells what it uses apart", () => {
  const hashes = (limit: number, other: string) => data(`const LIMIT = ${limit};\nconst half = (n: number) => n / 2;\nexport async function a() { return shop.sql\`\${half(LIMIT)}\`; }\nexport async function b() { return ${other}; }\n`).functions;
  const [a, b] = hashes(1, '1');
  expect(hashes(1, '2')).toEqual([a, { name: 'b', hash: expect.not.stringMatching(`^${b!.hash}$`) }]);
  expect(hashes(2, '1')).toEqual([{ name: 'a', hash: expect.not.stringMatching(`^${a!.hash}$`) }, b]);
  expect(data('export async function a() { return shop.x(); }\nexport async function b() { re', false)).toMatchObject({ functions: [{ name: 'a' }], free: ['shop'], components: [] });
});

test('data.ts has no tags, so types may stand where they would', () => {
  const compiled = data('const first = <T>(rows: T[]): T => <T>rows[0];\nexport async function f() { return first<number>([1]); }\n', false);
  expect(compiled.functions.map(({ name }) => name)).toEqual(['f']);
  return expect(run(compiled).exports.f!()).resolves.toBe(1);
});

describe('a whole text', () => {
  test('that does not parse says where, and is shown as far as it goes', () => {
    const { ui: shown, diagnostics } = compileDraft({ 'ui.tsx': 'export default function A() {\n  return <p>Hi</p>;\n}\nconst a = ;\n', 'data.ts': 'export async function f() {' }, true);
    expect(diagnostics).toMatchObject([
      { file: 'ui.tsx', code: 'syntax', start: { line: 4, column: 11 }, excerpt: 'const a = ;', message: 'Unexpected token.' },
      { file: 'data.ts', code: 'syntax', hint: 'The file may have ended before it was whole.' },
    ]);
    expect(shown).toMatchObject({ defaultExport: 'A', components: [{ name: 'A', hasJsx: true }] });
  });

  test('with a decorator says so, and shows what is before it', () => {
    const { ui: shown, diagnostics } = compileDraft({ ...EMPTY_SOURCE, 'ui.tsx': 'export default function A() { return <p>Hi</p>; }\nclass B {\n  @bound m() {}\n}\n' }, true);
    expect(diagnostics).toMatchObject([{ code: 'syntax', start: { line: 3, column: 3 }, message: expect.stringContaining('Decorators'), excerpt: '  @bound m() {}' }]);
    expect(shown).toMatchObject({ defaultExport: 'A' });
  });

  test('of nothing is nothing', () => {
    expect(compileDraft(EMPTY_SOURCE, true)).toEqual({ ui: null, data: null, candidates: [], diagnostics: [] });
  });
});

test('words in quotes are candidates for classes, text of elements is not', () => {
  const text = 'export default function A() { return <p className="flex hover:bg-card" title=\'Nope\'>don\'t grid<b className={cn(`p-2 ${a ? "m-[3px]" : "x"}`)}>it\'s</b></p>; }';
  expect(compileDraft({ ...EMPTY_SOURCE, 'ui.tsx': text }, true).candidates).toEqual(['flex', 'hover:bg-card', 'p-2', 'm-[3px]', 'x']);
});

test('the same program is the same object', () => {
  const compiler = new DraftCompiler();
  const at = (text: string) => compiler.compile({ ...EMPTY_SOURCE, 'ui.tsx': text }, false).ui;
  const first = at('function A() { return <p>');
  expect(at('function A() { return <p>\n   {x')).toBe(first);
  expect(at('function A() { return <p>\n   {x}')).not.toBe(first);
});

test.each(readdirSync(REPLIES).filter((name) => name.endsWith('.md')))('%s compiles at every stage', (name) => {
  const reply = readFileSync(path.join(REPLIES, name), 'utf8');
  const file = (fence: string) => reply.split(`${fence}\n`)[1]?.split('\n```')[0] ?? '';
  const text = file('```tsx ui.tsx');
  const compiler = new DraftCompiler();
  for (let length = 50; length < text.length; length += 53) {
    const { ui: part } = compiler.compile({ ...EMPTY_SOURCE, 'ui.tsx': text.slice(0, length) }, false);
    if (part) expect(() => new Function('exports', 'require', '$', ...part.free, part.js)).not.toThrow();
  }
  const whole = compileDraft({ 'ui.tsx': text, 'data.ts': file('```ts data.ts') }, true);
  expect(whole.diagnostics).toEqual([]);
  expect(whole.ui!.free.filter((free) => !/^[A-Z]|^use|^(fmt|cn|data|memo)$/.test(free))).toEqual([]);
  expect(whole.data?.free ?? []).toEqual(whole.data ? [expect.stringMatching(/^(shop|edge)$/)] : []);
});
