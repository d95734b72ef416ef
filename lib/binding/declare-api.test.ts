import { describe, expect, it } from 'vitest';
import type { ApiBinding, Operation, Shape } from './binding';
import { commentText } from './comment-text';
import { declareApi, describeOperation, describeType } from './declare-api';
import { EVERYTHING, printShape } from './print-shape';

const string: Shape = { kind: 'string' };
const choice: Shape = { kind: 'literal', values: ['x', 'y'] };
const object = (fields: Record<string, Shape>, rest?: Shape): Extract<Shape, { kind: 'object' }> => ({
  kind: 'object',
  fields: Object.entries(fields).map(([name, shape]) => ({ name, shape, required: true })),
  ...(rest && { rest }),
});

const inline = { ...EVERYTHING, comments: false };

describe('printShape', () => {
  it.each<[Shape, string]>([
    [{ kind: 'list', of: choice }, '("x" | "y")[]'],
    [{ kind: 'list', of: { kind: 'union', of: [string, { kind: 'null' }] } }, '(string | null)[]'],
    [{ kind: 'list', of: { kind: 'all', of: [{ kind: 'named', name: 'A' }, { kind: 'named', name: 'B' }] } }, '(A & B)[]'],
    [{ kind: 'list', of: { kind: 'list', of: string } }, 'string[][]'],
    [{ kind: 'all', of: [{ kind: 'union', of: [{ kind: 'named', name: 'A' }, { kind: 'null' }] }, { kind: 'named', name: 'B' }] }, '(A | null) & B'],
    [{ kind: 'union', of: [{ kind: 'all', of: [{ kind: 'named', name: 'A' }, { kind: 'named', name: 'B' }] }, string] }, '(A & B) | string'],
    [{ kind: 'literal', values: ['a"b', 'new\nline', -1, true, null] }, '"a\\"b" | "new\\nline" | -1 | true | null'],
    [{ kind: 'union', of: [] }, 'never'],
    [object({}, { kind: 'unknown' }), 'Record<string, unknown>'],
    [object({}), 'Record<string, never>'],
    [object({ 'a-b': string, c: { kind: 'integer' } }), '{ "a-b": string; c: number }'],
    [object({ a: string }, string), '{ a: string; [key: string]: string }'],
    [object({ a: string }, { kind: 'number' }), '{ a: string; [key: string]: unknown }'],
    [{ kind: 'bytes' }, 'string /* base64 */'],
  ])('%j', (shape, text) => {
    expect(printShape(shape, inline)).toBe(text);
  });

  it('counts what it leaves out', () => {
    expect(printShape(object({ a: string, b: string, c: string }), { ...inline, maxFields: 2 })).toBe('{ a: string; b: string; /* 1 more */ }');
    expect(printShape({ kind: 'literal', values: ['a', 'b', 'c'] }, { ...inline, maxValues: 2 })).toBe('string /* "a", "b" and 1 more */');
    expect(printShape(object({ a: object({ b: string }) }), { ...inline, maxDepth: 1 })).toBe('{ a: Record<string, unknown> /* b */ }');
  });
});

const operation = (more: Partial<Operation>): Operation => ({
  name: 'run', groups: [], effect: 'read', deprecated: false, input: object({}), output: string, ...more,
});

const api = (operations: Operation[], types: Record<string, Shape> = {}): ApiBinding => ({ kind: 'api', name: 'shop', title: 'Shop', operations, types });

describe('declareApi', () => {
  it('is short', () => {
    const binding = api(
      [
        operation({ name: 'list', summary: 'List orders', paging: 'page, per_page', input: { ...object({}), fields: [{ name: 'page', shape: { kind: 'integer' }, required: false, comment: '1…' }] }, output: { kind: 'list', of: { kind: 'named', name: 'Order' } } }),
        operation({ name: 'cancel', effect: 'write', deprecated: true, summary: 'Cancel an order', input: object({ id: string }), output: { kind: 'null' } }),
        operation({ name: 'ping' }),
      ],
      { Order: { ...object({}), fields: [{ name: 'at', shape: { kind: 'string', format: 'date-time' }, required: true, comment: 'When it came' }] } },
    );
    expect(declareApi(binding)).toMatchInlineSnapshot(`
      "/** Shop */
      declare namespace shop {
        /** read: List orders; pages: page, per_page */
        function list(input?: {
          page?: number; // 1…
        }): Promise<Order[]>;
        /** write: Cancel an order; deprecated */
        function cancel(input: {
          id: string;
        }): Promise<null>;
        /** read */
        function ping(input?: Record<string, never>): Promise<string>;
        type Order = {
          at: string; // When it came; date-time
        };
      }"
    `);
  });

  it('lets nothing out of a comment', () => {
    const evil = 'ends */ export const a = 1; /*\n\u2028// next\r\nline';
    const text = declareApi({
      ...api([operation({ summary: evil, paging: evil, input: { ...object({}), fields: [{ name: evil, shape: { kind: 'literal', values: [evil] }, required: true, comment: evil }] } })]),
      title: evil,
      description: evil,
    });
    const outside = text.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/\/\*.*?\*\//gs, '').replace(/\/\/[^\n\r\u2028\u2029]*/g, '');
    expect(outside).not.toContain('export');
    expect(outside).not.toContain('next');
  });

  it('describes by name, deeper types opaque', () => {
    const binding = api([operation({ output: { kind: 'named', name: 'A' } })], { A: object({ b: { kind: 'named', name: 'B' } }), B: object({ c: { kind: 'named', name: 'C' } }), C: string });
    expect(describeOperation(binding, 'run')).toContain('type B = unknown;');
    expect(describeType(binding, 'B')).toMatch(/type B = \{\s+c: C;\s+\};\s+type C = unknown;/);
    expect(describeType(binding, 'constructor')).toBeNull();
    expect(describeOperation(binding, 'toString')).toBeNull();
  });
});

describe('commentText', () => {
  it('is one line of a certain length', () => {
    expect(commentText('a\n\tb\u0000 c */ d', 80)).toBe('a b c * / d');
    expect(commentText('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
