import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete, completeData, survey } from './complete';
import { RECORDINGS } from './corpus/streams';
import { DraftScanner } from './draft-scanner';
import { ProgramScanner } from './program-scanner';

const SHOWN = 'export default function A() { return <p>x</p>; }\n';
const BEFORE = ['const x = ', 'function B() { return <p>{'];

/** Looks at each character, at most, in a text of nothing but one thing: two or three attempts at each place. */
const LOOKS = 40;

function steps(text: string, hasTags = true): number {
  const scanner = new ProgramScanner(text, hasTags);
  scanner.scan();
  return scanner.steps;
}

const DEEP = [
  '(', '[', '{', '()=>', '(a=', '({a=', '({a:(', '({a:', '(a,', '(a:', '<a>', '<a b={', '<a>{', '<a b=<c d=', '`${', 'a<', 'f<', '<T,>(', 'a?', 'a?(b)', 'a?b:',
  'if(a)', 'if(a){', 'if(a)b;else ', 'function f(){', 'x(function(){', 'class A{x=', 'class A{static{', 'class A extends ', 'namespace A{', 'f(a=>', '!', 'new ', 'async ',
  'async (', 'x.map((a)=>', 'memo(', 'for(', 'do ', 'a:', 'switch(a){case ', 'try{', '...', '@', '/*', '/[', '{[', 'x as ', 'declare ', 'export ', 'throw ', 'return ', 'get ', '* ',
  'let x: (', 'let x: {a:', 'let x: A<', 'let x: T extends ', 'type A=',
];

const LONG = [
  'a<b;', 'a<b&&', 'a<b|', 'a,', 'a:1,', 'a?b:', '.a', 'f()', 'a&', '<b/>', '{a}', 'a="b" ', ';', '\0', '\ud800', '/', '\\', '&', '+', '!', '?', '.', '#', ':', ',', '=>', ' ', '\n', '"', "'",
  'function f(){}', 'import a from "b"\n', 'class A{}', 'B|', '[a]', 'a=b\n', 'if(a){}else{}', '${a}', '//', '*/', '</', '</a>', '<!--', 'x', '1_0', 'case a:', 'get ', 'static ',
];

describe('what never ends', () => {
  test.each(DEEP)('ten thousand of %s are cut before they are too deep', (piece) => {
    for (const before of BEFORE) {
      const text = SHOWN + before + piece.repeat(10_000);
      expect(complete(text)?.code.startsWith(SHOWN.trimEnd())).toBe(true);
      expect(survey(text, 'ui.tsx').code).toBe(text);
    }
    completeData(SHOWN + piece.repeat(10_000));
  });

  test.each(LONG)('a long line of %j costs as much as it is long', (piece) => {
    for (const before of BEFORE) {
      for (const hasTags of [true, false]) {
        const text = SHOWN + before + piece.repeat(Math.ceil(4_000 / piece.length));
        expect(steps(text, hasTags)).toBeLessThan(LOOKS * text.length);
      }
    }
  });

  test('a line of a megabyte is read', () => {
    const line = `const x = "${'x'.repeat(1_000_000)}";\n`;
    expect(complete(SHOWN + line)?.constants).toEqual([{ name: 'x', start: SHOWN.length + 10, end: SHOWN.length + 1_000_012 }]);
    expect(steps(SHOWN + line)).toBeLessThan(LOOKS * line.length);
  });
});

describe('recordings with faults in them', () => {
  const texts = RECORDINGS.filter(({ text }) => text !== '').map(({ text }) => text);
  const TOKENS = ['{', '}', '(', ')', '[', ']', '<', '>', '</', '/>', '=>', '`', '${', '"', "'", '/', '/*', '*/', '//', '\0', '\ud800', '\udc00', '\u2028', '@', '#', '?', ':', ';', ',', '...', 'function ', 'class ', 'return ', 'async ', 'export default ', 'case '];
  const mutation = fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat(200) }),
    fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), text: fc.constantFrom(...TOKENS) }),
    fc.record({ kind: fc.constant('double' as const), at: fc.nat(), length: fc.nat(400) }),
    fc.record({ kind: fc.constant('swap lines' as const), at: fc.nat(), other: fc.nat() }),
    fc.record({ kind: fc.constant('swap braces' as const), at: fc.nat(), text: fc.constantFrom('}', '{', ')', '>') }),
  );

  function mutated(text: string, how: typeof mutation extends fc.Arbitrary<infer M> ? M : never): string {
    const at = how.at % (text.length + 1);
    if (how.kind === 'cut') return text.slice(0, at) + text.slice(at + how.length);
    if (how.kind === 'insert') return text.slice(0, at) + how.text + text.slice(at);
    if (how.kind === 'double') return text.slice(0, at + how.length) + text.slice(at);
    if (how.kind === 'swap lines') {
      const lines = text.split('\n');
      const [one, other] = [how.at % lines.length, how.other % lines.length];
      return lines.with(one, lines[other]!).with(other, lines[one]!).join('\n');
    }
    const brace = text.slice(at).search(/[{}()<>]/);
    return brace < 0 ? text : text.slice(0, at + brace) + how.text + text.slice(at + brace + 1);
  }

  test('nothing is thrown, and nothing is looked at without end', () => {
    const scanner = new DraftScanner('ui.tsx');
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 6 }), fc.nat(), (text, mutations, end) => {
        const faulty = mutations.reduce(mutated, text);
        const prefix = faulty.slice(0, end % (faulty.length + 1));
        for (const each of [faulty, prefix]) {
          expect(JSON.stringify(scanner.complete(each))).toBe(JSON.stringify(complete(each)));
          completeData(each);
          survey(each, 'ui.tsx');
          survey(each, 'data.ts');
          expect(steps(each)).toBeLessThanOrEqual(LOOKS * (each.length + 1));
        }
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test('nor by any text at all', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.constantFrom(...TOKENS, ' ', '\n', 'a', '1'), { maxLength: 120 }).map((tokens) => tokens.join('')));
    fc.assert(
      fc.property(text, (any) => {
        complete(any);
        completeData(any);
        expect(survey(any, 'ui.tsx').code.length).toBe(any.length);
        expect(steps(SHOWN + any)).toBeLessThan(LOOKS * (SHOWN.length + any.length));
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});
