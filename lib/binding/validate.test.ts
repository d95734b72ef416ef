import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, Shape } from './binding';
import { MAX_VALUE_DEPTH, MAX_VALUE_UNITS, MAX_VALUES } from './plain-json';
import { validate } from './validate';
import { problemText } from './value-problem';

const string: Shape = { kind: 'string' };
const integer: Shape = { kind: 'integer' };
const unknown: Shape = { kind: 'unknown' };

function object(fields: Record<string, Shape>, rest?: Shape): Extract<Shape, { kind: 'object' }> {
  const list: Field[] = Object.entries(fields).map(([name, shape]) => ({ name: name.replace(/\?$/, ''), shape, required: !name.endsWith('?') }));
  return rest ? { kind: 'object', fields: list, rest } : { kind: 'object', fields: list };
}

function list(of: Shape): Shape {
  return { kind: 'list', of };
}

function literal(...values: (string | number | boolean | null)[]): Shape {
  return { kind: 'literal', values };
}

function union(...of: Shape[]): Shape {
  return { kind: 'union', of };
}

function all(...of: Shape[]): Shape {
  return { kind: 'all', of };
}

function named(name: string): Shape {
  return { kind: 'named', name };
}

/** The problem with its hint in one line; empty where there is none. */
function said(shape: Shape, value: unknown, types: Record<string, Shape> = {}): string {
  const problem = validate(shape, value, types);
  return problem ? [problemText(problem), problem.hint].filter(Boolean).join(' ') : '';
}

describe('single values', () => {
  test.each<[Shape, unknown[], unknown[]]>([
    [unknown, [1, 'a', null, [1], { a: { b: 1 } }], []],
    [{ kind: 'null' }, [null], [0, '', false, []]],
    [string, ['', 'a'], [1, null, true, [], {}]],
    [{ kind: 'string', format: 'date-time' }, ['2026-01-01T00:00:00Z', 'soon'], [1]],
    [{ kind: 'number' }, [1, 1.5, -0], ['1', null]],
    [integer, [1, -3, 2 ** 53], [1.5, '1', null]],
    [{ kind: 'boolean' }, [true, false], ['true', 0, null]],
    [{ kind: 'bytes' }, ['', 'aGk=', 'AA=='], ['hi', 'aGk', 'a-_=', '====', 1]],
    [literal('open', 1, null, true), ['open', 1, null, true], ['Open', '1', false, undefined]],
    [list(integer), [[], [1, 2]], [[1, 'a'], { 0: 1, length: 1 }, 'ab', null]],
  ])('%j', (shape, good, bad) => {
    for (const value of good) expect(said(shape, value)).toBe('');
    for (const value of bad) expect(said(shape, value)).not.toBe('');
  });

  test.each([
    [integer, 1.5, 'expected integer, got a fraction'],
    [{ kind: 'bytes' } as Shape, 'hi!', 'expected base64 text, got other text'],
    [literal('open', 'closed'), 'opne', "expected 'open' | 'closed', got 'opne' Did you mean 'open'?"],
    [literal('open', 'closed'), 3, "expected 'open' | 'closed', got 3"],
    [string, Number.NaN, 'NaN is no JSON'],
    [unknown, () => 1, 'function is no JSON'],
    [unknown, { at: new Date(0) }, 'at: Date is no JSON'],
    [unknown, [1n], '[0]: bigint is no JSON'],
  ])('says what was expected and what came: %j', (shape, value, text) => {
    expect(said(shape, value)).toBe(text);
  });
});

describe('objects', () => {
  const input = object({ owner: string, repo: string, 'per_page?': integer, 'body?': object({ title: string, 'labels?': list(union(string, object({ name: string }))) }) });

  test('passes what fits, with undefined for what is left out', () => {
    expect(said(input, { owner: 'a', repo: 'b', per_page: undefined, body: { title: 't', labels: ['x', { name: 'y' }] } })).toBe('');
  });

  test.each([
    [{ owner: 'a', repo: 'b', perPage: 3 }, "there is no field 'perPage' Did you mean 'per_page'?"],
    [{ owner: 'a', repo: 'b', body: { titel: 't' } }, "body: there is no field 'titel' Did you mean 'title'?"],
    [{ owner: 'a', repo: 'b', body: { title: 't', labels: ['a', 'b', 3] } }, 'body.labels[2]: expected string | object, got number'],
    [{ owner: 'a', repo: 'b', body: { title: 't', labels: [{ nam: 'b' }] } }, "body.labels[0]: 'name' is missing (string)"],
    [{ owner: 'a' }, "'repo' is missing (string)"],
    [{ owner: 'a', repo: undefined }, "'repo' is missing (string)"],
    [{ owner: 'a', repo: null }, 'repo: expected string, got null'],
    [{ owner: 'a', repo: 'b', zzzzzz: 1 }, "there is no field 'zzzzzz' Known are 'owner', 'repo', 'per_page', 'body'."],
    [undefined, 'undefined is no JSON'],
    [['a'], 'expected object, got list'],
  ])('%j', (value, text) => {
    expect(said(input, value)).toBe(text);
  });

  test('a rest has a type of its own', () => {
    const shape = object({ id: integer }, string);
    expect(said(shape, { id: 1, a: 'x' })).toBe('');
    expect(said(shape, { id: 1, 'a b': 2 })).toBe('["a b"]: expected string, got number');
  });

  test('only own properties count', () => {
    expect(said(object({ toString: string }), {})).toBe("'toString' is missing (string)");
    expect(said(object({ a: string }), Object.create({ a: 'inherited' }))).not.toBe('');
    expect(said(object({ a: string }), Object.assign(Object.create(null), { a: 'x' }))).toBe('');
    expect(said(object({}), JSON.parse('{"__proto__": {"a": 1}}'))).toBe("there is no field '__proto__'");
    expect(said(object({}), { constructor: 1 })).toBe("there is no field 'constructor'");
    expect(said(named('constructor'), 1, {})).toBe('');
  });
});

describe('unions, all, and names', () => {
  const cat = object({ type: literal('cat'), lives: integer, 'owner?': object({ name: string }) });
  const dog = object({ type: literal('dog'), 'tricks?': list(string) });

  test.each([
    [{ type: 'cat', lives: 9 }, ''],
    [{ type: 'dog', tricks: ['sit'] }, ''],
    [{ tricks: [1], type: 'dog' }, 'tricks[0]: expected string, got number'],
    [{ type: 'cat' }, "'lives' is missing (integer)"],
    [{ lives: 9, type: 'cat', owner: { name: 1 } }, 'owner.name: expected string, got number'],
    [{ type: 'dog', trick: [] }, "there is no field 'trick' Did you mean 'tricks'?"],
    [3, 'expected object, got number'],
  ])('tells the problem of the member that was meant: %j', (value, text) => {
    expect(said(union(cat, dog), value)).toBe(text);
  });

  test('names all members where none is of the kind, and the nearest literal', () => {
    expect(said(union(literal('asc', 'desc'), integer), 'acs')).toBe("expected 'asc' | 'desc' | integer, got 'acs' Did you mean 'asc'?");
    expect(said(union(named('Order'), { kind: 'null' }), 'decs', { Order: literal('asc', 'desc') })).toBe("expected Order | null, got 'decs' Did you mean 'desc'?");
  });

  test('all: every part, and fields known to any of them', () => {
    const both = all(named('Base'), object({ extra: integer }));
    const types = { Base: object({ id: integer }) };
    expect(said(both, { id: 1, extra: 2 }, types)).toBe('');
    expect(said(both, { id: 1 }, types)).toBe("'extra' is missing (integer)");
    expect(said(both, { id: 1, extra: 2, extr: 3 }, types)).toBe("there is no field 'extr' Known are 'id', 'extra'.");
    expect(said(all(both, union(object({ a: string }), object({ b: string }))), { id: 1, extra: 2, b: 'x' }, types)).toBe('');
    expect(said(all(object({ a: string }), object({}, unknown)), { a: 'x', other: 1 })).toBe('');
  });

  test('recursive types', () => {
    const types = { Tree: object({ value: integer, 'children?': list(named('Tree')) }) };
    expect(said(named('Tree'), { value: 1, children: [{ value: 2, children: [] }] }, types)).toBe('');
    expect(said(named('Tree'), { value: 1, children: [{ value: 2, children: [{ value: 'x' }] }] }, types)).toBe('children[0].children[0].value: expected integer, got string');
  });

  test('types that are only themselves end', () => {
    expect(said(named('A'), 1, { A: named('A') })).toBe('expected A, got number');
    expect(said(named('A'), 'x', { A: union(named('A'), named('A'), string) })).toBe('');
    expect(said(named('A'), { x: 1 }, { A: all(named('A'), object({})) })).not.toBe('');
  });
});

describe('limits', () => {
  test('depth', () => {
    const nest = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
    expect(said(unknown, nest(MAX_VALUE_DEPTH))).toBe('');
    expect(said(unknown, nest(MAX_VALUE_DEPTH + 1))).toContain('nested more than 64 levels deep');
    expect(said(unknown, nest(100_000))).toContain('nested more than');
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(said(unknown, cycle)).toContain('nested more than');
  });

  test('size', () => {
    expect(said(unknown, Array.from({ length: MAX_VALUES + 1 }, () => 0))).toContain('is too long');
    expect(said(unknown, Array.from({ length: 400 }, () => Array.from({ length: 300 }, () => 0)))).toContain('too long');
    expect(said(string, 'x'.repeat(MAX_VALUE_UNITS + 1))).toBe('larger than 8 MB');
    expect(said(unknown, { ['x'.repeat(MAX_VALUE_UNITS + 1)]: 1 })).toBe('larger than 8 MB');
  });

  test('a union that doubles at every level ends', () => {
    const types = { Node: union(object({ next: named('Node'), a: literal(1) }), object({ next: named('Node'), a: literal(2) })) };
    let value: unknown = 3;
    for (let i = 0; i < 60; i++) value = { next: value, a: 3 };
    expect(said(named('Node'), value, types)).not.toBe('');
    const doubling: Record<string, Shape> = { T40: string };
    for (let i = 0; i < 40; i++) doubling[`T${i}`] = union(named(`T${i + 1}`), named(`T${i + 1}`));
    expect(said(named('T0'), 1, doubling)).toContain('too large for its type');
  });

  test('many values that aren’t the first of many literals', () => {
    const many = literal(...Array.from({ length: 3000 }, (_, i) => `value-${i}`));
    const values = Array.from({ length: 15_000 }, (_, i) => `valeu-${i}`);
    expect(said(list(union(many, string)), values)).toBe('');
    expect(said(list(many), values)).toBe("[0]: expected 'value-0' | 'value-1' | 'value-2' | 'value-3' | 'value-4' | 'value-5' | 'value-6' | 'value-7' | …, got 'valeu-0' Did you mean 'value-0'?");
  });

  test('what a message quotes is short', () => {
    const text = said(object({ a: literal('x') }), { ['n'.repeat(100_000)]: 1, a: 'x' });
    expect(text.length).toBeLessThan(200);
    expect(said(literal('x'), 'y'.repeat(100_000)).length).toBeLessThan(200);
    expect(said(object({}), { '\n*/ evil': 1 })).toBe("there is no field ' */ evil'");
  });
});

test('what is built from a shape passes, whatever the shape', () => {
  const pair = fc.letrec<{ pair: [Shape, unknown] }>((tie) => ({
    pair: fc.oneof(
      { maxDepth: 4 },
      fc.string().map((value): [Shape, unknown] => [string, value]),
      fc.integer().map((value): [Shape, unknown] => [integer, value]),
      fc.boolean().map((value): [Shape, unknown] => [literal(value), value]),
      fc.jsonValue().map((value): [Shape, unknown] => [unknown, value]),
      fc.array(tie('pair'), { maxLength: 3 }).map((pairs): [Shape, unknown] => [list(union(...pairs.map(([shape]) => shape), string)), pairs.map(([, value]) => value)]),
      fc.uniqueArray(fc.tuple(fc.string(), tie('pair')), { maxLength: 4, selector: ([name]) => name }).map((fields): [Shape, unknown] => [
        { kind: 'object', fields: fields.map(([name, [shape]]) => ({ name, shape, required: true })) },
        Object.fromEntries(fields.map(([name, [, value]]) => [name, value])),
      ]),
    ),
  })).pair;
  fc.assert(fc.property(pair, ([shape, value]) => said(shape, value) === ''), { numRuns: 300 });
});
