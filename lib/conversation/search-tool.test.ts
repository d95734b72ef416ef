import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import type { ApiBinding, Column, Operation, Table } from '../binding/binding';
import type { ReplyData } from '../model/messages';
import { systemPrompt } from '../model/prompt';
import { executeTool } from './execute-tool';
import { searchTool } from './search-tool';

const operation = (name: string, summary: string): Operation => ({
  name, summary, groups: [], effect: 'read', deprecated: false,
  input: { kind: 'object', fields: [{ name: 'id', required: true, shape: { kind: 'integer' } }] },
  output: { kind: 'named', name: 'Issue' },
});
const TRACKER: ApiBinding = {
  kind: 'api', name: 'tracker', title: 'Tracker',
  operations: [operation('issuesGet', 'Get an issue'), operation('boardsGet', 'Get a board')],
  types: { Issue: { kind: 'object', fields: [{ name: 'title', required: true, shape: { kind: 'string' } }] } },
};

const signal = new AbortController().signal;

test('words give declarations, and the conversation is told which', async () => {
  const told: ReplyData['lookup'][] = [];
  const { run } = searchTool([TRACKER], (lookup) => told.push(lookup));
  expect(await run({ query: 'one issue', limit: 1 }, signal)).toMatch(/declare namespace tracker \{\n.*function issuesGet\(input: \{ id: number \}\): Promise<Issue>;\n  type Issue = \{/s);
  expect(await run({ query: 'Issue', kind: 'type' }, signal)).toContain('title: string');
  expect(await run({ query: 'zebras' }, signal)).toContain('Nothing fits');
  expect(told).toEqual([{ query: 'one issue', found: ['issuesGet', 'Issue'] }, { query: 'Issue', found: ['Issue'] }, { query: 'zebras', found: [] }]);
});

test('tables of a large database are found by what they are about, beside functions', async () => {
  const told: ReplyData['lookup'][] = [];
  const column = (name: string): Column => ({ name, sqlType: 'text', type: 'string', nullable: true, samples: [] });
  const table = (name: string, comment: string, columns: string[]): Table => ({ name, comment, rows: 5, columns: columns.map(column), primaryKey: [], foreignKeys: [] });
  const tables = [table('inv_hdr', 'Invoices that customers got', ['due_on']), table('sales.orders', '', ['id', 'region']), table('wide', 'A wide one', Array.from({ length: 200 }, (_, i) => `column_${i}`))];
  const { run, description } = searchTool([TRACKER, { kind: 'tables', name: 'crm', title: 'CRM', dialect: 'PostgreSQL', tables }], (lookup) => told.push(lookup));
  expect(description).toContain('databases (crm)');
  expect(await run({ query: 'unpaid invoices', limit: 1 }, signal)).toBe("// Tables of crm, asked by crm.sql`…` in PostgreSQL's dialect:\n// - inv_hdr (5 rows – Invoices that customers got): due_on? string");
  expect(await run({ query: 'orders by region' }, signal)).toContain('// - sales.orders (5 rows): id? string, region? string');
  expect(await run({ query: 'wide tables' }, signal)).toMatch(/^.*\n\/\/ - wide .{300,900}… Ask for it by its name/);
  expect(await run({ query: 'crm.wide' }, signal)).toContain('column_199');
  expect(await run({ query: 'one issue', limit: 1 }, signal)).toContain('function issuesGet');
  expect(await run({ query: 'zebras' }, signal)).toContain('Nothing fits');
  expect(told[0]).toEqual({ query: 'unpaid invoices', found: ['inv_hdr'] });
});

test('what a model sends wrongly is told to it', async () => {
  const { run } = searchTool([TRACKER], () => {});
  for (const input of [null, {}, 'issues', { query: 7 }]) expect(await run(input, signal)).toContain('search takes {');
  expect(await run({ query: 'issue', kind: 'nonsense', limit: 'many' }, signal)).toContain('issuesGet');
});

test('both tools and all that is said about APIs stay under 500 tokens, whatever is connected', () => {
  const nothing = async () => undefined as never;
  const tools = [searchTool([TRACKER], () => {}), executeTool({ bindings: [TRACKER], check: nothing, place: nothing, onCall: nothing, tell: () => {} })];
  const about = systemPrompt('', true).length - systemPrompt('').length;
  expect(countTokens(JSON.stringify(tools.map(({ name, description, input }) => ({ name, description, input })))) + about / 3).toBeLessThan(500);
});
