import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'sucrase';
import { describe, expect, test } from 'vitest';
import { type Draft, complete, completeData, survey } from './complete';

const REPLIES = path.join(import.meta.dirname, '../../e2e/fakes/replies');

/** Odd, so that prefixes end at every kind of place; every length was tried once and takes a minute. */
const STEP = 11;

/** JavaScript that an engine accepts, or what it says against it. */
function fault(code: string): string | null {
  try {
    // The engine is asked because sucrase lets much pass that is no JavaScript.
    const js = transform(code, { transforms: ['typescript', 'jsx', 'imports'], production: true, disableESTransforms: true }).code;
    const parsed = new Function('exports', 'require', js);
    return parsed.length === 2 ? null : 'odd';
  } catch (error) {
    return String(error);
  }
}

/** Every prefix that gives another program than the one before, with what must hold for all of them. */
function stream(text: string, scan: (text: string) => Draft | null, step: number) {
  const faults: string[] = [];
  const lost: string[] = [];
  let before: Draft | null = null;
  for (let length = 1; length <= text.length; length += step) {
    const draft = scan(text.slice(0, length));
    if (before && !draft) lost.push(`all at ${length}`);
    if (!draft) continue;
    if (before && draft.cut < before.cut) lost.push(`${before.cut - draft.cut} characters at ${length}`);
    for (const { name, hasJsx } of before?.components ?? []) {
      if (hasJsx && !draft.components.some((other) => other.name === name && other.hasJsx)) lost.push(`${name} at ${length}`);
    }
    const said = draft.code === before?.code ? null : fault(draft.code);
    if (said) faults.push(`${length}: ${said} … ${draft.code.slice(-60)}`);
    before = draft;
  }
  return { faults, lost, last: before };
}

function filesOf(name: string): { ui: string; data: string } {
  const reply = readFileSync(path.join(REPLIES, name), 'utf8');
  const file = (fence: string) => reply.split(`${fence}\n`)[1]?.split('\n```')[0] ?? '';
  return { ui: file('```tsx ui.tsx'), data: file('```ts data.ts') };
}

const replies = readdirSync(REPLIES).filter((name) => name.endsWith('.md'));

describe('whole replies', () => {
  test.each(replies)('prefixes of %s parse, and nothing shown is lost', (name) => {
    const { ui, data } = filesOf(name);
    const result = stream(ui, complete, STEP);
    expect(result.faults).toEqual([]);
    expect(result.lost).toEqual([]);
    expect(survey(ui, 'ui.tsx')).toMatchObject({ whole: true, defaultExport: result.last?.components.find((c) => c.hasJsx)?.name });
    const calls = stream(data, completeData, STEP);
    expect([...calls.faults, ...calls.lost]).toEqual([]);
  });
});

/** Small files with something nasty in them; every prefix of them must parse. */
const NASTY: Record<string, string> = {
  'generics and comparisons': 'export default function A() {\n  const [m, setM] = useState<Map<string, { a: number; b?: (x: string) => void }[]>>(new Map());\n  const ok = m.size < 3 && m.size > (1);\n  return <List<Row> items={m} ok={a < b} />;\n}\n',
  'generic arrows': 'const id = <T,>(x: T) => x;\nconst pick = <T extends object>(x: T): x is T => !!x;\nexport default function A() { return <b>{id<string>("x")}</b>; }\n',
  'regexes beside tags and divisions': 'export default function A() {\n  const n = total / count / 2;\n  const re = /<div>[/"\'`]\\/(a|b)/gi.test(x) ? a / b : /}/;\n  return <p title={s.replace(/[}"]/g, "")}>{n / 2}</p>;\n}\n',
  'templates in templates': 'export default function A() {\n  return <p className={`a ${b ? `c-${d}` : "}"} e`}>{`x${`${y}`}`}</p>;\n}\n',
  'comments everywhere': '/* a */ // <b>\nexport default function A(/* no */) {\n  // it\'s {\n  return (\n    // here\n    <p /* in */ // line\n      id="x">{/* child */}http://x.y/* no comment */</p>\n  );\n}\n// end',
  'entities and quotes in text': 'export default function A() {\n  return <p>Don\'t &amp; won\'t &nbsp;"x" – a & b; {"it\'s"}</p>;\n}\n',
  'ternaries of tags and arrows': 'export default function A({ a, b }: { a?: string; b(x: number): void }) {\n  return a ? (b ? <i>1</i> : <b>2</b>) : rows.map((r, i): ReactNode => i ? <u key={i}>{r ? (x) : y}</u> : null);\n}\n',
  'ternary with an arrow behind a parenthesis': 'export default function A() {\n  const f = a ? (b) : (c) => c;\n  return <X on={a ? (b) : (c) => c}>{a ? (<i>x</i>) : list.map((c) => <b>{c}</b>)}</X>;\n}\n',
  'blocks that return tags': 'export default function A() {\n  if (a) {\n    return <i>a</i>;\n  } else if (b) return <b>b</b>;\n  switch (c) { case "it\'s": return <u>Don\'t</u>; default: break }\n  try { x(); } catch { y(); } finally { z(); }\n  return <p>{list.map((x) => { const y = x; if (!y) return null; return <b key={y}>{y}</b>; })}</p>;\n}\n',
  'wrapped components': 'const Row = memo(function Row({ a }: { a: string }) {\n  const x = useMemo(() => a, [a]);\n  return <tr><td>{x}</td></tr>;\n}, (a, b) => a.a === b.a);\nconst In = React.forwardRef<HTMLInputElement, P>((props, ref) => <input ref={ref} {...props} />);\nexport default memo(() => <Row a="x" />);\n',
  'no semicolons': 'const a = 1\nconst b = [1, 2]\n  .map((x) => x + 1)\nlet c = a\n  ? b : a\nexport default function A() {\n  const x = useState(0)\n  const f = () => { go() }\n  return <p>{a}</p>\n}\n',
  'classes, enums, labels': 'enum E { A = "a" }\nconst enum F { B }\nclass Q<T> extends R { x = /}/; m(): void {} }\nexport default function A() {\n  out: for (const x of y) { if (x) continue out; else break }\n  do x++; while (x < 3)\n  return <E.P x={<i />} y=\'"\' {...z} data-a />;\n}\n',
  'types of every kind': 'type A<T> = T extends (infer U)[] ? U : never;\ntype B = { [K in keyof A]?: A[K] } & ({ a: 1 } | { b: `x${string}` });\ninterface C<T = {}> extends D<T> { (x: number): string; new (): C<T>; readonly y: [a: string, b?: number] }\ndeclare function f(x: unknown): asserts x is string;\nexport const g = (x: typeof import("./data")["a"] | -1 | (() => void), y = (1 as const) satisfies number) => x!;\nexport default function X() { return <p>{(x as unknown as { a: string }).a}</p>; }\n',
};

describe('nasty files', () => {
  test.each(Object.entries(NASTY))('%s', (_, text) => {
    const { faults, lost } = stream(text, complete, 1);
    expect([...faults, ...lost]).toEqual([]);
    expect(survey(text, 'ui.tsx').whole).toBe(true);
    expect(fault(text)).toBeNull();
  });
});

describe('what is shown', () => {
  const code = (text: string) => complete(text)?.code;

  test('an element appears with its opening tag, children as they arrive', () => {
    const head = 'function A() { return (';
    expect(complete('function A({ a }')).toBeNull();
    expect(code(`${head}<p cla`)).toBe('function A() {}');
    expect(code(`${head}<p id="a"> Hel`)).toBe(`${head}<p id="a"> Hel</p>)}`);
    expect(code(`${head}<p>a &am`)).toBe(`${head}<p>a</p>)}`);
    expect(code(`${head}<p>{x ? <b>y</b`)).toBe(`${head}<p>{x ? <b>y</b> : null}</p>)}`);
    expect(code(`${head}<p>{xs.filter((x) => x).map((x) => (<li>{x.na`)).toBe(`${head}<p>{xs.filter((x) => x).map((x) => (<li></li>))}</p>)}`);
  });

  test('hooks, handlers, loops and objects count when whole', () => {
    const head = 'function A() {';
    for (const half of ['const [a, b] = useState(1', 'useEffect(() => { x();', 'for (const x of y) { x();', 'const f = () => { x();', 'const o = { a: 1,']) {
      expect(code(`${head} ${half}`)).toBe(`${head}}`);
    }
    expect(code('function A() { return <p>{a}</p>; }\nconst T = { a: 1,')).toBe('function A() { return <p>{a}</p>; }');
    expect(code('function A() {}\nconst T = [{ a: 1 }, { b:')).toBe('function A() {}\nconst T = [{ a: 1 }]');
  });

  test('a component shows its skeleton until its last return has begun', () => {
    const shown = (text: string) => complete(text)?.components.map(({ hooks, hasJsx }) => [hooks.join(), hasJsx]);
    expect(shown('function A() { const a = useData(x); if (a.error) return <p>No</p>;')).toEqual([['useData', false]]);
    expect(shown('function A() { const a = useData(x); const b = React.useMemo(')).toEqual([['useData', false]]);
    expect(shown('function A() { const f = () => useNot(); return <p>')).toEqual([['', true]]);
    expect(shown('const A = () => <p>')).toEqual([['', true]]);
    expect(shown('function A() { return null; }')).toEqual([['', true]]);
  });

  test("a hook of the file's own counts with what is in it", () => {
    const text = 'function A() { const x = useMine(); return <p>{x}</p>; }\n';
    expect(complete(text)?.components[0]?.hooks).toEqual(['useMine']);
    expect(complete(`${text}function useMine() { return useState(0)[0]; }\n`)?.components[0]?.hooks).toEqual(['useMine', 'useState']);
  });

  test('finds the default export, constants and loops', () => {
    expect(complete('export default function App() {')).toMatchObject({ defaultExport: 'App' });
    expect(complete('const App = () => <p>a</p>;\nexport default App;')).toMatchObject({ defaultExport: 'App' });
    expect(complete('export default () => <p>')).toMatchObject({ defaultExport: 'default', components: [{ name: 'default', hasJsx: true }] });
    const text = 'const LIST = [1, 2], CTX = createContext<string | null>(null);\nfunction f() { for (;;) if (a) while (b) b--; }\nfunction A() {';
    const draft = complete(text)!;
    expect(draft.constants.map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([['LIST', '[1, 2]'], ['CTX', 'createContext<string | null>(null)']]);
    expect(draft.loops.map(({ start, end }) => text.slice(start, end))).toEqual(['b--;', 'if (a) while (b) b--;']);
  });
});

test('data functions count when their brace has arrived', () => {
  const helper = 'const LIMIT = 3;\nfunction help() { return LIMIT; }\n';
  const first = 'export async function first({ a }: { a: string }) { return shop.sql<{ n: number; s: string }>`select ${a}`; }\n';
  expect(completeData(`${helper}export async function first() { return 1;`)).toBeNull();
  expect(completeData(`${helper}${first}export async function sec`)).toMatchObject({ code: `${helper}${first.trimEnd()}`, functions: ['first'] });
  expect(completeData('export const f = async () => 1;\n')?.functions).toEqual(['f']);
});
