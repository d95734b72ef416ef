import { describe, expect, test } from 'vitest';
import { complete, completeData, survey } from './complete';
import { CORPUS, RECORDINGS, completeFile, fault, stream } from './corpus/streams';

/** Odd, so that prefixes end at every kind of place; every length was tried once and takes a minute. */
const STEP = 97;

describe('whole replies', () => {
  test.each(RECORDINGS)('prefixes of $name parse, and nothing shown is lost', (recording) => {
    const { faults, lost, last } = stream(recording, STEP);
    expect([...faults, ...lost]).toEqual([]);
    const whole = survey(recording.text, recording.file);
    expect(whole).toMatchObject({ whole: true, code: recording.text, refused: null });
    if (recording.file === 'ui.tsx') expect(whole.defaultExport).toBe(last?.components.find((c) => c.hasJsx)?.name);
  });
});

describe('nasty files', () => {
  test.each(CORPUS)('$name', ({ name, file, text }) => {
    const { faults, lost } = stream({ name, file, text }, 1);
    expect([...faults, ...lost]).toEqual([]);
    expect(survey(text, file).whole).toBe(true);
    expect(fault(survey(text, file).code, file)).toBeNull();
    // What ends with the text may go on in what follows; a semicolon ends it.
    expect(completeFile(file, `${text}\n;`)).toMatchObject({ code: survey(`${text}\n;`, file).code, cut: text.length + 2 });
  });

  const A = 'export default function A() { return <p>x</p>; }\n';
  test.each([
    ['a byte order mark', `\ufeff${A}`],
    ['CRLF', `const a = 1\r\n${A.replaceAll(' ', '\r\n ')}// end\r\n`],
    ['separators of lines and paragraphs', `const a = "x\u2028y";\u2028${A}// c\u2029const z = 1;`],
    ['a hashbang', `#!/usr/bin/env node\n${A}`],
    ['null bytes and half surrogates', `const a = "\0", b = "\ud800", c = \`\udc00\0\`;\n${A}`],
    ['declarations with using', `function f() { using x = g(); { x; } }\nasync function h() { await using y = g(); }\n${A}`],
  ])('%s', (name, text) => {
    const { faults, lost, last } = stream({ name, file: 'ui.tsx', text }, 1);
    expect([...faults, ...lost]).toEqual([]);
    expect(last?.components).toMatchObject([{ name: 'A', hasJsx: true }]);
    expect(fault(survey(text, 'ui.tsx').code)).toBeNull();
  });

  test.each([
    ['decorator', '@it class B {}\n'],
    ['decorator', 'class B { a = 1; @it() m() {} }\n'],
    ['accessor', 'class B { static accessor a = 1 }\n'],
  ])('a %s ends what can be shown: %s', (what, code) => {
    const text = `${A}${code}const z = 1;\n`;
    const { faults, lost, last } = stream({ name: what, file: 'ui.tsx', text }, 1);
    expect([...faults, ...lost]).toEqual([]);
    expect(last?.code).toBe(A.trimEnd());
    expect(survey(text, 'ui.tsx')).toMatchObject({ code: text, whole: false, refused: { what, at: text.search(/@it|accessor/) } });
  });

  test('names with a namespace are written as React knows them, in as many characters', () => {
    const text = 'export default function A() { return <svg:g xlink:href="a"><b:c /></svg:g>; }\n';
    expect(survey(text, 'ui.tsx').code).toBe('export default function A() { return <g     xlinkHref ="a"><c   /></g    >; }\n');
    expect(complete(text.slice(0, 62))?.code).toBe('export default function A() { return <g     xlinkHref ="a"></g>}');
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
