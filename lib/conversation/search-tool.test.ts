import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import type { ApiBinding, Operation } from '../binding/binding';
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
