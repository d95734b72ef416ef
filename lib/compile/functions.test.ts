import { expect, test } from 'vitest';
import { FileCompiler } from './compile-file';
import { survey } from '../draft/complete';

/** Runs a module and answers with what `f` gave, and the lines in which functions were begun. */
function run(code: string): { value: unknown; lines: number[] } {
  const { js } = new FileCompiler('data.ts').compile(survey(code, 'data.ts')).file;
  const exports: { f?: () => unknown } = {};
  const lines: number[] = [];
  new Function('exports', 'require', '$', js)(exports, () => ({}), { call: (line: number) => lines.push(line), tick: () => {}, memo: (_: unknown, make: () => unknown) => make() });
  return { value: exports.f!(), lines };
}

const FUNCTIONS: [what: string, code: string, lines: number[], value: unknown][] = [
  ['a declaration', 'export function f() {\n  return 1; }', [1], 1],
  ['an arrow with an expression', 'export const f = () => 2;', [1], 2],
  ['an arrow that gives an object', 'export const f = () => ({ a: 1 });', [1], { a: 1 }],
  ['an arrow in an arrow', 'export const f = () => [1].map((a) =>\n  ((b: number) => b + a)(2))[0];', [1, 2, 2], 3],
  ['defaults that are functions', 'export const f = (a = () => 1, { b } = { b: () => 2 }) => a() + b();', [1, 1, 1], 3],
  ['types with arrows', 'type G = (a: number) => () => void;\nexport const f = (g?: (a: { b: () => void }) => void): (() => number) | number => 4 as number;', [2], 4],
  ['a generic arrow', 'const g = <T,>(a: T): T => a;\nexport const f = () => g<number>(5);', [2, 1], 5],
  ['methods, getters and setters', 'const o = { get a() { return this.m(); },\n  m() { return 6; } };\nexport const f = () => o.a;', [3, 1, 2], 6],
  ['a class', 'class A { constructor(private n: number) { }\n  get = () => this.n;\n  static make() { return new A(7); } }\nclass B extends A { constructor() { super(8); } }\nexport const f = () => A.make().get() + new B().get();', [5, 3, 1, 2, 4, 1, 2], 15],
  ['a generator', 'function* g() { yield* [1, 2]; }\nexport const f = () => [...g()];', [2, 1], [1, 2]],
  ['an overload', 'function g(a: string): string;\nfunction g(a: number): number;\nfunction g(a: unknown) { return a; }\nexport const f = () => g(9);', [4, 3], 9],
  ['a function that has a name of its own', 'export const f = function fact(n = 3): number { return n < 2 ? 1 : n * fact(n - 1); };', [1, 1, 1], 6],
  ['a body without a semicolon at its end', 'const g = (a: number) => a\nexport const f = () => g(1)', [2, 1], 1],
];

test.each(FUNCTIONS)('%s is watched where it begins', (_, code, lines, value) => {
  expect(run(code)).toEqual({ value, lines });
});
