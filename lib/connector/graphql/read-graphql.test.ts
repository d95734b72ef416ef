import { buildSchema, introspectionFromSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { printShape, EVERYTHING } from '../../binding/print-shape';
import { MAX_DEFAULT_FIELDS } from './limits';
import { readGraphQl } from './read-graphql';

const OPTIONS = { name: 'things', title: 'Things' };
const read = (sdl: string) => readGraphQl(sdl, OPTIONS);
const introspected = (sdl: string) => JSON.stringify(introspectionFromSchema(buildSchema(sdl)));
const selectionOf = (sdl: string, name: string) => read(sdl).plan.operations.get(name)!.selection;
const typeOf = (sdl: string, name: string) => printShape(read(sdl).binding.types[name]!, { ...EVERYTHING, comments: false });

test('queries read, mutations write, and subscriptions are left out with a note', () => {
  const { binding, notes } = read('type Query { a: Int "Old" old: Int @deprecated } type Mutation { a(x: Int!): Int } type Subscription { b: Int }');
  expect(binding.operations).toMatchObject([{ name: 'a', effect: 'read', deprecated: false }, { name: 'old', deprecated: true, summary: 'Old' }, { name: 'a2', effect: 'write' }]);
  expect(notes).toEqual([expect.stringContaining('1 subscription is left out')]);
});

test('what introspection answers and the schema language are read alike', () => {
  const sdl = 'enum E { A B } input I { e: E = A, list: [I!] } interface N { id: ID! } type T implements N { id: ID! n(first: Int!): [T] } type Query { t(i: I!): N }';
  expect(readGraphQl(introspected(sdl), OPTIONS).binding).toEqual(read(sdl).binding);
});

describe('arguments', () => {
  test('are typed by the schema, what is needed first', () => {
    const sdl = 'scalar DateTime scalar JSON scalar Odd enum State { OPEN CLOSED } input F { state: State! by: F n: Int! = 3 } type Query { q(after: String, f: F!, at: DateTime, any: JSON, odd: Odd, ids: [ID!], x: Float = 1): Int }';
    const { operations, types } = read(sdl).binding;
    expect(printShape(operations[0]!.input, { ...EVERYTHING, comments: false })).toBe(
      '{ f: F; after?: string | null; at?: string | null; any?: unknown; odd?: unknown; ids?: string[] | null; x?: number | null }',
    );
    expect(printShape(types.F!, { ...EVERYTHING, comments: false })).toBe('{ state: "OPEN" | "CLOSED"; by?: F | null; n?: number }');
  });

  test('one that is called select leaves its name', () => {
    const { plan } = read('type T { id: ID } type Query { q(select: Int): T }');
    expect(plan.operations.get('q')).toMatchObject({ selectArgument: 'selectFields' });
  });
});

describe('what is asked for where nothing is selected', () => {
  test('scalars, values, and the scalars of what is referred to; nothing that wants arguments, is deprecated or leads back', () => {
    const sdl = `type Query { a: A } type Money { amount: Float currency: String }
      type A { id: ID price: Money b: B arg(x: Int!): Int optional(x: Int): Int gone: Int @deprecated self: A list(first: Int): [B] }
      type B { id: ID a: A cost: Money far: C } type C { id: ID }`;
    expect(selectionOf(sdl, 'a')).toBe('{ id optional price { amount currency } b { id cost { amount currency } } }');
    expect(typeOf(sdl, 'A')).toBe('{ id: string | null; price: Money | null; b: B | null; arg?: number | null; optional: number | null; gone?: number | null; self?: A | null; list?: (B | null)[] | null }');
    expect(typeOf(sdl, 'B')).toBe('{ id: string | null; a?: A | null; cost: Money | null; far?: C | null }');
    expect(typeOf(sdl, 'C')).toBe('{ id?: string | null }');
  });

  test('of a connection its page; where there are only edges, through them', () => {
    const page = 'type P { hasNextPage: Boolean! endCursor: String }';
    const nodes = `type Query { all(first: Int, after: String): C! } ${page} type C { totalCount: Int pageInfo: P! nodes: [T] edges: [E] } type E { cursor: String node: T } type T { id: ID more: C }`;
    expect(selectionOf(nodes, 'all')).toBe('{ totalCount pageInfo { hasNextPage endCursor } nodes { id } }');
    expect(read(nodes).binding.operations[0]!.paging).toBe('after from pageInfo.endCursor, first');
    const edges = `type Query { all(first: Int, after: String): C! } ${page} type C { pageInfo: P! edges: [E!]! } type E { cursor: String! node: T! } type T { id: ID! }`;
    expect(selectionOf(edges, 'all')).toBe('{ pageInfo { hasNextPage endCursor } edges { cursor node { id } } }');
    expect(typeOf(edges, 'E')).toBe('{ cursor: string; node: T }');
  });

  test('unions and interfaces are told apart, without fields that can’t stand together', () => {
    const sdl = 'union U = A | B interface I { id: ID! } type A implements I { id: ID! n: Int only: String } type B implements I { id: ID! n: String! } type Query { u: [U] i: I }';
    expect(selectionOf(sdl, 'u')).toBe('{ __typename ... on A { id n only } ... on B { id } }');
    expect(selectionOf(sdl, 'i')).toBe('{ __typename id ... on A { n only } }');
    expect(typeOf(sdl, 'U')).toBe('A | B');
    expect(typeOf(sdl, 'B')).toBe('{ __typename: "B"; id: string; n?: string }');
  });

  test('of an interface that many types have, only what all have', () => {
    const types = Array.from({ length: 30 }, (_, i) => `type T${i} implements I { id: ID! x${i}: Int }`).join(' ');
    const sdl = `interface I { id: ID! } ${types} type Query { i: I }`;
    expect(selectionOf(sdl, 'i')).toBe('{ __typename id }');
    expect(typeOf(sdl, 'I')).toBe('{ __typename: string; id: string; [key: string]: unknown }');
  });

  test('something has to be selected where there is nothing usual', () => {
    const { operations } = read('type T { a(x: Int!): Int } type Query { t: T }').binding;
    expect(operations[0]!.input.fields).toMatchObject([{ name: 'select', required: true }]);
  });

  test('is limited, and valid whatever the schema', () => {
    const wide = Array.from({ length: 90 }, (_, i) => `f${i}: Int`).join(' ');
    const sdl = `type Query { a: A } type A { ${wide} b: B c: B2 } type B { ${wide} } type B2 { id: ID }`;
    const selection = selectionOf(sdl, 'a')!;
    expect(selection.match(/\bf\d+/g)!.length).toBeLessThanOrEqual(MAX_DEFAULT_FIELDS);
    expect(selection).toContain('c { id }');
    expect(selection).not.toContain('b {');
    for (const [name, { plan }] of Object.entries({ wide: read(sdl) })) for (const { field, selection } of plan.operations.values()) expect(validate(plan.schema, parse(`{ ${field.name} ${selection ?? ''} }`)), name).toEqual([]);
  });
});

describe('hostile schemas', () => {
  test('names of prototypes are names like others, and what is reserved is left out', () => {
    const sdl = 'type constructor { toString: Int hasOwnProperty: constructor valueOf(constructor: Int): Int } type Query { constructor: constructor then: Int }';
    const { binding } = read(sdl);
    expect(binding.operations.map(({ name }) => name)).toEqual(['constructor_', 'then_']);
    expect(Object.keys(binding.types)).toEqual(['Constructor']);
    const introspection = introspectionFromSchema(buildSchema('type T { id: ID proto(x: Int, y: Int): Int } type Query { t: T proto: Int }'));
    const evil = JSON.stringify(introspection).replaceAll('"proto"', '"__proto__"').replaceAll('"y"', '"__y"');
    const evilRead = readGraphQl(evil, OPTIONS);
    expect(evilRead.binding.operations.map(({ name }) => name)).toEqual(['t']);
    expect(evilRead.binding.types.T).toMatchObject({ fields: [{ name: 'id' }] });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test.each([
    ['', /can’t be read/], ['{"a": 1}', /no GraphQL schema/], ['{"__schema": {"types": 5}}', /nothing to call/], ['<html></html>', /can’t be read/],
    ['[1]', /can’t be read/], ['type Query', /nothing to call/], [`{"__schema": ${'['.repeat(100_000)}`, /nested deeper/],
    [JSON.stringify({ __schema: { types: Array.from({ length: 20_001 }, () => ({})) } }), /more than 20,000 types/],
    [JSON.stringify({ __schema: { queryType: { name: 'Query' }, types: [{ kind: 'OBJECT', name: 'Query', interfaces: [], fields: [{ name: 'a b', args: [], type: { kind: 'SCALAR', name: 'Int' } }] }] } }), /can’t be read/],
  ])('a text that is no schema: %#', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('a comment can’t be left', () => {
    const { binding } = read('"""*/ evil()\n/*""" type T { "*/ evil" id: ID } type Query { "*/ evil()" t: T }');
    expect(printShape(binding.types.T!, EVERYTHING)).not.toContain('*/ evil');
  });
});
