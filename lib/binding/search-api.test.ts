import { describe, expect, it } from 'vitest';
import type { ApiBinding, Field, Operation, Shape } from './binding';
import { ApiSearch } from './search-api';
import { OperationIndex } from './search-index';
import { stem, stemsIn, wordsIn } from './search-words';

const operation = (name: string, summary: string, effect: Operation['effect'], more: Partial<Operation> = {}): Operation => ({
  name, summary, groups: [], effect, deprecated: false, input: { kind: 'object', fields: [] }, output: { kind: 'unknown' }, ...more,
});

const TRACKER: ApiBinding = {
  kind: 'api',
  name: 'tracker',
  title: 'Tracker',
  operations: [
    operation('issuesList', 'List issues', 'read', { output: { kind: 'list', of: { kind: 'named', name: 'Issue' } } }),
    operation('issuesCreate', 'Create an issue', 'write', { output: { kind: 'named', name: 'Issue' } }),
    operation('issuesUpdate', 'Update an issue', 'write'),
    operation('issuesAddLabels', 'Add labels to an issue', 'write'),
    operation('issuesDeleteComment', 'Delete an issue comment', 'write'),
    operation('webhooksListDeliveries', 'List deliveries of a webhook', 'read'),
    operation('usersGetAuthenticated', 'Get the authenticated user', 'read'),
  ],
  types: { Issue: { kind: 'object', fields: [{ name: 'title', shape: { kind: 'string' }, required: true }, { name: 'by', shape: { kind: 'named', name: 'User' }, required: true }] }, User: { kind: 'object', fields: [] } },
};

const SHOP: ApiBinding = {
  kind: 'api',
  name: 'shop',
  title: 'Shop',
  operations: [operation('listOrders', 'List all orders', 'read'), operation('refundPayment', 'Refund a payment', 'write')],
  types: {},
};

const search = new ApiSearch([TRACKER, SHOP]);
const index = new OperationIndex([TRACKER, SHOP]);
const first = (question: string) => index.find(question, 3)[0]?.operation.name;

describe('an index of operations', () => {
  it.each([
    ['show all tickets', 'issuesList'],
    ['close a case', 'issuesUpdate'],
    ['open a new issue', 'issuesCreate'],
    ['remove a remark', 'issuesDeleteComment'],
    ['tag an issue', 'issuesAddLabels'],
    ['give somebody their money back', 'refundPayment'],
    ['who am I', 'usersGetAuthenticated'],
    ['web hook deliveries', 'webhooksListDeliveries'],
  ])('answers “%s” with %s', (question, name) => {
    expect(first(question)).toBe(name);
  });

  it('finds nothing for words that mean nothing here, and takes any question', () => {
    expect(index.find('zebra', 5)).toEqual([]);
    expect(index.find('', 5)).toEqual([]);
    expect(index.find('__proto__ constructor toString', 5)).toEqual([]);
    expect(index.find('issue '.repeat(100_000), 5)).toHaveLength(5);
  });
});

describe('search', () => {
  it('answers with declarations, the most fitting first, and their effect', () => {
    const text = search.search('create an issue');
    expect(text).toMatch(/^declare namespace tracker \{\n {2}\/\*\* write: Create an issue \*\/\n {2}function issuesCreate\(/);
    expect(text).toContain('type Issue = { title: string; by: User };');
    expect(text).toContain('type User = unknown;');
  });

  it('can be limited to an effect and a number', () => {
    expect(search.search('issue', { kind: 'read' })).not.toContain('write');
    expect(search.search('issue', { limit: 1 }).match(/function/g)).toHaveLength(1);
    expect(search.search('issue', { limit: NaN }).match(/function/g)!.length).toBeLessThanOrEqual(5);
  });

  it('gives one thing by its exact name', () => {
    expect(search.search('Issue')).toMatch(/^declare namespace tracker \{\n {2}type Issue = \{/);
    expect(search.search('tracker.Issue', { kind: 'type' })).toContain('title: string;');
    expect(search.search('shop.refundPayment')).toContain('function refundPayment(');
  });

  it('says what to do where nothing fits, in a comment that nothing leaves', () => {
    expect(search.search('zebra\nexport const x = 1')).toBe('// Nothing fits "zebra export const x = 1". Try one verb and one noun in other words.');
  });
});

describe('an operation that is made to be endless', () => {
  const long = 'x'.repeat(100_000);
  const many = Array.from({ length: 5_000 }, (_, i) => `T${i}`);
  const fields = (depth: number): Field[] =>
    many.slice(0, 40).map((name) => ({ name, required: true, shape: depth > 0 ? { kind: 'object', fields: fields(depth - 1) } : { kind: 'string' } }));
  const shapes: [string, Shape][] = [
    ['names', { kind: 'object', fields: [{ name: long, shape: { kind: 'string' }, required: true }] }],
    ['values', { kind: 'literal', values: [long, `${long}y`] }],
    ['fields', { kind: 'object', fields: fields(2) }],
    ['choices', { kind: 'union', of: many.map((name) => ({ kind: 'named', name })) }],
    ['parts', { kind: 'all', of: many.map((name) => ({ kind: 'named', name })) }],
    ['a list of them', { kind: 'list', of: { kind: 'object', fields: many.map((name) => ({ name, shape: { kind: 'named', name }, required: true })) } }],
  ];

  it.each(shapes)('by its %s is short all the same', (_, shape) => {
    const types = Object.fromEntries(many.map((name): [string, Shape] => [name, shape]));
    const endless = operation('endless', long, 'read', { description: long, paging: long, input: { kind: 'object', fields: [{ name: 'body', shape, required: true }] }, output: shape });
    const search = new ApiSearch([{ kind: 'api', name: 'evil', title: long, operations: [endless], types }]);
    expect(search.search('the endless one').length).toBeLessThan(4_000);
    expect(search.search('endless').length).toBeLessThan(16_000);
    expect(search.search('T1').length).toBeLessThan(16_000);
  });
});

describe('words', () => {
  it('are taken out of identifiers and sentences', () => {
    expect(wordsIn('issuesListForRepo per_page HTTPServer user’s')).toEqual(['issues', 'list', 'for', 'repo', 'per', 'page', 'http', 'server', 'user']);
    expect(stemsIn('my issues')).toEqual(['me', 'issu']);
  });

  it.each([['lists', 'list'], ['listed', 'list'], ['listing', 'list'], ['repositories', 'repositori'], ['repository', 'repositori'], ['stopped', 'stop'], ['boxes', 'box'], ['updates', 'updat'], ['status', 'status']])('%s → %s', (word, stemmed) => {
    expect(stem(word)).toBe(stemmed);
  });
});
