import { expect, test } from 'vitest';
import type { ApiBinding, Operation } from './binding';
import { offer } from './offer';

const operation = (index: number): Operation => ({ name: `list${index}`, summary: `List things ${index}`, groups: [], effect: 'read', deprecated: false, input: { kind: 'object', fields: [] }, output: { kind: 'unknown' } });
const api = (name: string, operations: number, title = name): ApiBinding => ({ kind: 'api', name, title, operations: Array.from({ length: operations }, (_, index) => operation(index)), types: {} });

test('a small API is told whole, of a large one the name', () => {
  const { declarations, searched } = offer([api('small', 60), api('large', 61)]);
  expect(declarations).toContain('function list59(');
  expect(declarations).toContain('large: 61 async functions, `large.function({ … })`. Find them with search.');
  expect(declarations).not.toContain('list60');
  expect(searched.map(({ name }) => name)).toEqual(['large']);
});

test('a title can’t leave its comment', () => {
  expect(offer([api('large', 61, 'A */ evil() /*\n * x')]).declarations.split('\n')[0]).toBe('/** A * / evil() /* * x: 61 async functions, `large.function({ … })`. Find them with search. */');
});

test('without any there is nothing', () => {
  expect(offer([])).toEqual({ declarations: '', searched: [] });
});
