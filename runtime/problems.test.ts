import { beforeEach, expect, test } from 'vitest';
import type { Problem } from '../lib/bridge/messages';
import { createProblems, type Problems } from './problems';
import { EndlessPart, Stopped } from './guard/stopped';
import { compileFunction } from './source-position';

let said: Problem[];
let ms: number;
let problems: Problems;

beforeEach(() => {
  said = [];
  ms = 0;
  problems = createProblems((problem) => said.push(problem), () => ms);
  problems.setSeq(3);
  problems.setPlaced(3);
});

test('an error is placed in the line of the source it was thrown in', () => {
  const run = compileFunction(['$'], 'const a = 1;\n\nnull.x;', 'ui.tsx');
  try {
    run({});
  } catch (error) {
    problems.report('render', error, 'App');
  }
  expect(said).toEqual([{ phase: 'render', message: expect.stringContaining('null'), file: 'ui.tsx', line: 3, component: 'App', seq: 3 }]);
});

test('a stopped loop is its own phase, wherever it was', () => {
  problems.report('effect', new Stopped('loop', 'It loops.', { file: 'data.ts', line: 7 }));
  expect(said[0]).toMatchObject({ phase: 'loop', file: 'data.ts', line: 7 });
});

test('the same problem is said once in a swap, and again in the next', () => {
  problems.report('render', new Error('a'));
  problems.report('render', new Error('a'));
  expect(said).toHaveLength(1);
  problems.setSeq(4);
  problems.report('render', new Error('a'));
  expect(said.map(({ seq }) => seq)).toEqual([3, 4]);
});

test('a flood is cut, and what comes later is heard', () => {
  for (let i = 0; i < 100; i++) problems.report('handler', new Error(`e${i}`));
  expect(said).toHaveLength(10);
  ms += 1_000;
  problems.report('handler', new Error('later'));
  expect(said).toHaveLength(11);
});

test('anything can be thrown', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  for (const thrown of [undefined, null, 'text', { code: 1 }, cycle, Object.create(null), Symbol('s')]) problems.report('promise', thrown);
  expect(said.map(({ message }) => message)).toEqual([
    'undefined', 'null', 'text', '{"code":1}', 'Something was thrown that has no text.', '{}', 'Symbol(s)',
  ]);
});

test('the numbers of React become words', () => {
  problems.report('render', new Error('Minified React error #31; visit https://react.dev/errors/31?args[]=object'));
  expect(said[0]?.message).toMatch(/^An object was used as a child/);
});

test('what has no place of its own is where its component stands, or where the browser saw it thrown', () => {
  problems = createProblems((problem) => said.push(problem), () => ms, (component) => (component === 'Row' ? { file: 'ui.tsx', line: 9 } : undefined));
  problems.report('render', 'just a text', 'Row');
  problems.report('render', null, 'Other');
  problems.report('handler', { no: 'error' }, undefined, { file: 'ui.tsx', line: 4 });
  problems.report('render', new EndlessPart('Row', 'It has no end.'), 'Other');
  expect(said.map(({ message, line, component }) => [message, line, component])).toEqual([
    ['just a text', 9, 'Row'],
    ['null', undefined, 'Other'],
    ['{"no":"error"}', 4, undefined],
    ['It has no end.', 9, 'Row'],
  ]);
});

test('recursion is said in plain words, in the line of the function', () => {
  const run = compileFunction(['$'], '\nconst deep = (n) => deep(n + 1) + 1;\ndeep(0);', 'ui.tsx');
  try {
    run({});
  } catch (error) {
    problems.report('render', error);
  }
  expect(said[0]).toMatchObject({ message: 'A function calls itself without an end.', line: 2 });
});

test('what runs on the screen while a newer swap is being made ready is of the one before', () => {
  problems.setSeq(4);
  problems.report('effect', new Error('a'));
  problems.report('handler', new Error('b'));
  problems.report('render', new Error('c'));
  problems.setPlaced(4);
  problems.report('effect', new Error('a'));
  problems.report('effect', new Error('a'));
  expect(said.map(({ message, seq }) => `${message} ${seq}`)).toEqual(['a 3', 'b 3', 'c 4', 'a 4']);
});
