import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complete, survey } from './complete';
import { fault, lostBetween } from './corpus/streams';
import { DraftScanner } from './draft-scanner';

const lower = fc.constantFrom('a', 'b', 'row', 'größe', '$x', '_y');
const text = fc.constantFrom('Total', "it's", 'a & b', '&lt;b&gt; &nbsp;', '5 > 3', '“x” 🎉', 'http://x.y/z', '/* no */', '"', ' ', '\n  ', ') ] ;');
const string = fc.constantFrom('"x"', "'it\\'s'", '`t`', '"</p>"', "'{'", '"//"');
const comment = fc.constantFrom('', '', '', ' /* } */ ', ' // "\n', '\n');

const type: fc.Arbitrary<string> = fc.letrec<{ type: string }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('string', 'number[]', 'null', '"x"', 'React.ReactNode', 'keyof T', '1 | -1'),
    fc.tuple(tie('type'), tie('type')).map(([a, b]) => `Record<${a}, ${b}>`),
    fc.tuple(tie('type'), tie('type')).map(([a, b]) => `${a} | ${b}`),
    tie('type').map((a) => `{ a: ${a}; b?(x: ${a}): void }`),
    tie('type').map((a) => `((x: ${a}) => ${a})`),
    tie('type').map((a) => `(${a})[]`),
    tie('type').map((a) => `[${a}, ...${a}[]]`),
  ),
})).type;

const { expression, element } = fc.letrec<{ expression: string; element: string; child: string; attribute: string; body: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    lower,
    string,
    fc.constantFrom('1', '.5', '0xff', 'null', '/[/}]"/g', 'x.y?.z', 'a!.b', 'new Map<string, number[]>()', 'f<T>(1)', '{ ...a }.b'),
    fc.tuple(tie('expression'), fc.constantFrom('+', '<', '>', '/', '&&', '||', '??', '===', ' in ', ' instanceof ', '<<', '%'), tie('expression')).map(([a, by, b]) => `(${a}) ${by} (${b})`),
    fc.tuple(tie('expression'), comment, tie('expression'), tie('expression')).map(([a, about, b, c]) => `(${a}) ?${about} (${b}) : ${c}`),
    fc.tuple(lower, tie('body')).map(([a, body]) => `${a}.map((${a}, i) => ${body})`),
    fc.tuple(lower, type, tie('expression')).map(([a, as, b]) => `(({ ${a} = ${b} }: ${as}): ${as} => (${b}))`),
    tie('expression').map((a) => `f(${a}, [${a}], { k: ${a}, m() { return ${a}; } })`),
    tie('expression').map((a) => `\`a ${'$'}{${a}} \\\` b\``),
    fc.tuple(tie('expression'), type).map(([a, as]) => `(${a} as ${as})`),
    fc.tuple(tie('expression'), type).map(([a, as]) => `(${a} satisfies ${as})`),
    fc.tuple(lower, type).map(([a, of]) => `(<T extends ${of}>(${a}: T) => ${a})`),
    tie('expression').map((a) => `(function () { for (const x of [${a}]) if (x) break; return ${a}; })`),
    tie('element'),
  ),
  body: fc.oneof(tie('expression').map((a) => `(${a})`), tie('element'), fc.tuple(lower, tie('expression'), tie('element')).map(([a, b, c]) => `{ const ${a} = ${b}; if (${a}) return null; return (${c}); }`)),
  element: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('<br />', '<p></p>', '<></>', '<A.B c />'),
    fc.tuple(fc.constantFrom('p', 'div', 'Card', 'a.b.C', 'my-tag'), fc.array(tie('attribute'), { maxLength: 3 }), fc.array(tie('child'), { maxLength: 4 })).map(([name, attributes, children]) => `<${name}${attributes.map((a) => ` ${a}`).join('')}>${children.join('')}</${name}>`),
    fc.tuple(type, tie('attribute')).map(([of, attribute]) => `<List<${of}> ${attribute} />`),
    fc.array(tie('child'), { maxLength: 3 }).map((children) => `<>${children.join('')}</>`),
  ),
  attribute: fc.oneof(fc.constantFrom('a', 'b="x > y"', "c='\"'", '{...d}', 'e-f={`g`}'), tie('expression').map((a) => `on={() => { ${lowerCall(a)} }}`), tie('expression').map((a) => `is={${a}}`)),
  child: fc.oneof(text, fc.constantFrom('{/* } */}', '{" "}'), tie('element'), tie('expression').map((a) => `{${a}}`), fc.tuple(comment, tie('element')).map(([about, a]) => `{x &&${about} (${a})}`)),
}));

function lowerCall(argument: string): string {
  return `go(${argument});`;
}

const statement = fc.oneof(
  fc.tuple(lower, type, expression).map(([a, of, b]) => `const [${a}, set] = useState<${of}>(${b});`),
  fc.tuple(lower, expression).map(([a, b]) => `const ${a} = useMemo(() => ${b}, []);`),
  expression.map((a) => `useEffect(() => { if (${a}) { go(); } return () => {}; }, []);`),
  fc.tuple(lower, expression, type).map(([a, b, of]) => `const ${a}: ${of} = ${b};`),
  fc.tuple(expression, element).map(([a, b]) => `if (${a}) return ${b};`),
  expression.map((a) => `switch (x) { case 1: go(${a}); break; default: }`),
  expression.map((a) => `try { go(${a}); } catch { } finally { }`),
);

const top = fc.integer({ min: 0, max: 99 }).chain((number) =>
  fc.oneof(
    { withCrossShrink: true, maxDepth: 1 },
    fc.tuple(fc.array(statement, { maxLength: 2 }), comment, element).map(([body, about, a]) => `function C${number}x({ a, b = 1 }: Props) { ${body.map((s) => `{ ${s} }`.replace(/^\{ (const.*use|useE)/s, '$1').replace(/^(const.*use.*|useE.*) \}$/s, '$1')).join('\n')}${about}\n  return (\n    ${a}\n  );\n}`),
    element.map((a) => `const D${number}x = memo(({ a }) => ${a});`),
    fc.array(expression, { maxLength: 3 }).map((list) => `const L${number} = [${list.join(', ')}];`),
    expression.map((a) => `const V${number} = ${a};`),
    type.map((of) => `type T${number}<X = ${of}> = X & (${of});`),
    type.map((of) => `interface I${number} { a: ${of}; (x: ${of}): void }`),
    expression.map((a) => `class K${number} { #p = ${a}; m() { while (true) { break; } } get g() { return ${a}; } }`),
    expression.map((a) => `function useH${number}() { const [s] = useState(${a}); return s; }`),
  ),
);

/** Names are used again and again, which no engine takes at one level: each gets a scope or a number of its own. */
const program = fc.tuple(fc.array(top, { maxLength: 3 }), element, fc.array(top, { maxLength: 2 })).map(([before, shown, after]) => {
  const parts = [...before, `export default function App() {\n  return (\n    ${shown}\n  );\n}`, ...after];
  return `${parts.map((part, index) => part.replace(/\b([CDLVTIK]|useH)(\d+)/, `$1${index}`)).join('\n')}\n`;
});

const RUNS = { numRuns: 30, seed: 11 };
/** Random programs are long; their prefixes are taken at every kind of place by an odd step. */
const STEP = 7;

test('completing a complete program is the identity', () => {
  fc.assert(
    fc.property(program, (whole) => {
      fc.pre(fault(whole) === null);
      expect(survey(whole, 'ui.tsx')).toMatchObject({ code: whole, whole: true, defaultExport: 'App', refused: null });
      expect(complete(`${whole};`)?.code).toBe(`${whole};`);
    }),
    RUNS,
  );
});

test('what one prefix has finished the next one has, it parses, and a scanner that goes on gives the same', () => {
  fc.assert(
    fc.property(program, fc.nat(STEP - 1), (whole, first) => {
      fc.pre(fault(whole) === null);
      const scanner = new DraftScanner('ui.tsx');
      let before = null;
      for (let length = first; length <= whole.length; length += STEP) {
        const prefix = whole.slice(0, length);
        const draft = complete(prefix);
        expect(JSON.stringify(scanner.complete(prefix))).toBe(JSON.stringify(draft));
        if (before && !draft) expect.unreachable(`all lost at ${length}`);
        if (!draft) continue;
        expect(lostBetween(before, draft)).toEqual([]);
        if (draft.code !== (before as typeof draft | null)?.code) expect(`${length} ${fault(draft.code)}`).toBe(`${length} null`);
        before = draft;
      }
    }),
    RUNS,
  );
});
