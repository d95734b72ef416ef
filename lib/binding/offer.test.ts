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

test('a large database is told by the names of its fullest tables', () => {
  const tables = Array.from({ length: 61 }, (_, i) => ({ name: i === 60 ? 'sales.Big one' : `t${i}`, rows: i, primaryKey: [], foreignKeys: [], columns: [{ name: 'secret_column', sqlType: 'int4', type: 'number' as const, nullable: false, samples: [] }] }));
  const { declarations, searched } = offer([{ kind: 'tables', name: 'crm', title: 'CRM', dialect: 'PostgreSQL', tables }]);
  expect(declarations).toContain("CRM. It has 61 tables: find them and their columns with search before you write a query. Runs one SELECT in PostgreSQL's dialect");
  expect(declarations).toContain('Among them: sales."Big one", t59, ');
  expect(declarations).toContain("21 more aren't named here.");
  expect(declarations).not.toContain('secret_column');
  expect(searched.map(({ name }) => name)).toEqual(['crm']);
});

test('a database of few tables with very many columns is told so too', () => {
  const columns = Array.from({ length: 600 }, (_, i) => ({ name: `measured_value_${i}`, sqlType: 'int4', type: 'number' as const, nullable: false, samples: [] }));
  const tables = ['a', 'b', 'c', 'd'].map((name) => ({ name, rows: 1, primaryKey: [], foreignKeys: [], columns }));
  const { declarations, searched } = offer([{ kind: 'tables', name: 'lab', title: 'Lab', dialect: 'SQLite', tables }]);
  expect(declarations.length).toBeLessThan(1_000);
  expect(declarations).toContain('Among them: a, b, c, d.\n');
  expect(searched).toHaveLength(1);
});

test('a title can’t leave its comment', () => {
  expect(offer([api('large', 61, 'A */ evil() /*\n * x')]).declarations.split('\n')[0]).toBe('/** A * / evil() /* * x: 61 async functions, `large.function({ … })`. Find them with search. */');
});

test('without any there is nothing', () => {
  expect(offer([])).toEqual({ declarations: '', searched: [] });
});
