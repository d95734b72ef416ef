import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replyNames, readReply } from '../../e2e/fakes/replies.ts';
import { startModelServer, type ModelServer, type Script } from '../../e2e/fakes/model-server.ts';
import { EMPTY_SOURCE } from '../program/program';
import { parseReply } from '../reply/reply-parser';
import { listChoices } from './choices';
import { generateReply, type GenerateInput, type ReplyOutcome } from './generate';
import { openModel, secretsOf } from './open-model';
import type { ModelTool } from './turn';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const KEY = 'sk-test-0123456789abcdef';

/** Every way to configure a provider, with the header that must carry the key. */
function setups(url: string): { name: string; env: Record<string, string>; header: string; path: string }[] {
  return [
    { name: 'anthropic', env: { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: url }, header: 'x-api-key', path: '/v1/messages' },
    { name: 'openai', env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${url}/v1/` }, header: 'authorization', path: '/v1/responses' },
    {
      name: 'google',
      env: { GOOGLE_GENERATIVE_AI_API_KEY: KEY, GOOGLE_GENERATIVE_AI_BASE_URL: url, GOOGLE_GENERATIVE_AI_MODEL: 'gemini-x' },
      header: 'x-goog-api-key',
      path: '/v1beta/models/gemini-x:streamGenerateContent',
    },
    { name: 'gateway', env: { AI_GATEWAY_API_KEY: KEY, AI_GATEWAY_BASE_URL: `${url}/v4/ai` }, header: 'authorization', path: '/v4/ai/language-model' },
    {
      name: 'openai-compatible',
      env: { OPENAI_COMPATIBLE_BASE_URL: url, OPENAI_COMPATIBLE_API_KEY: KEY, OPENAI_COMPATIBLE_MODEL: 'qwen3-coder' },
      header: 'authorization',
      path: '/v1/chat/completions',
    },
  ];
}

const NAMES = ['anthropic', 'openai', 'google', 'gateway', 'openai-compatible'];

/** What a provider, configured by the environment alone, makes of a script. */
async function replyOf(name: string, script: Script, over: Partial<GenerateInput> = {}): Promise<ReplyOutcome> {
  const { env } = setups(server.url).find((setup) => setup.name === name)!;
  const sources = { env, saved: [], local: [] };
  const choice = listChoices(sources)[0]!;
  server.setScript(script);
  return generateReply({
    model: openModel(choice.id, { ...sources, keys: {} }),
    choice,
    base: EMPTY_SOURCE,
    declarations: 'declare const shop: Shop;',
    history: [],
    prompt: 'A tic tac toe board',
    check: async () => [],
    write: () => {},
    signal: new AbortController().signal,
    ...over,
  });
}

describe('every provider over the wire', () => {
  it.each(NAMES)('%s: the recorded text arrives to the letter', async (name) => {
    const outcome = await replyOf(name, { reply: '18' });
    expect(outcome).toMatchObject({ state: 'done', wrote: true, inputTokens: 1_000, outputTokens: 500 });
    expect(outcome.text).toEqual([readReply('18')]);
    expect(outcome.source).toEqual(parseReply(readReply('18'), EMPTY_SOURCE).source);
    const { header, path } = setups(server.url).find((setup) => setup.name === name)!;
    const request = server.requests.at(-1)!;
    expect(request.path).toBe(path);
    expect(request.headers[header]).toContain(KEY);
    expect(JSON.stringify(request.body)).toContain('declare const shop: Shop;');
  });

  it.each(NAMES)('%s: its endings are told apart', async (name) => {
    const endings: [Script, object][] = [
      [{ status: 429, retryAfter: 9 }, { code: 'rate-limit', retryAfter: 9 }],
      [{ status: 401 }, { code: 'unauthorized' }],
      [{ status: 503 }, { code: 'unavailable' }],
      [{ reply: '18', ends: 'length' }, { code: 'truncated' }],
      [{ text: '', ends: 'refusal' }, { code: 'refused' }],
      [{ reply: '18', ends: 'cut' }, { code: 'unavailable' }],
      [{ reply: '18', ends: 'malformed' }, { code: 'malformed' }],
      [{ reply: '18', ends: 'stall' }, { code: 'stalled' }],
    ];
    for (const [script, failure] of endings) {
      const outcome = await replyOf(name, script, { timeouts: { firstMs: 300, idleMs: 300 } });
      expect({ script, ...outcome }).toMatchObject({ script, state: 'failed', failure });
    }
  });

  it.each(NAMES)('%s: what the model looks up comes back to it, and its answer goes on', async (name) => {
    const asked: unknown[] = [];
    const lookUp: ModelTool = {
      name: 'search',
      description: 'Finds functions.',
      input: { type: 'object', properties: { query: { type: 'string' } }, required: ['query'] },
      run: async (input) => (asked.push(input), 'declare function found(): void;'),
    };
    const script = [{ text: 'I look.', calls: [{ name: 'search', input: { query: 'issues' } }, { name: 'nothing', input: {} }] }, { reply: '18' }];
    const outcome = await replyOf(name, script, { tools: [lookUp] });
    expect(asked).toEqual([{ query: 'issues' }]);
    expect(outcome).toMatchObject({ state: 'done', wrote: true, inputTokens: 2_000, outputTokens: 1_000 });
    expect(outcome.text).toEqual([`I look.\n${readReply('18')}`]);
    expect(outcome.source).toEqual(parseReply(readReply('18'), EMPTY_SOURCE).source);
    const [first, second] = server.requests.slice(-2).map(({ body }) => JSON.stringify(body));
    expect(first).toContain('Finds functions.');
    for (const text of ['I look.', 'issues', 'declare function found(): void;', 'There is no tool called nothing.']) expect(second).toContain(text);
  });

  it('says every recorded reply to the letter', async () => {
    for (const name of replyNames()) {
      const outcome = await replyOf('anthropic', { reply: name, scale: 5 });
      expect(outcome.text).toEqual([readReply(name)]);
    }
  });
});

describe('opening', () => {
  const saved = [{ id: 'one', provider: 'anthropic' as const, baseUrl: 'https://proxy.example.com', model: 'claude-x' }];
  const access = { env: { ANTHROPIC_API_KEY: KEY }, saved, local: [], keys: {} };

  it('never lends the environment’s key to somebody’s own address', () => {
    expect(() => openModel('saved:one', access)).toThrow('has no key');
  });

  it('opens a saved model with its own key, and a local one without any', () => {
    expect(openModel('saved:one', { ...access, keys: { one: 'k' } }).modelId).toBe('claude-x');
    const local = [{ server: 'ollama', baseUrl: `${server.url}/v1`, model: 'qwen3' }];
    expect(openModel('local:ollama:qwen3', { ...access, local }).modelId).toBe('qwen3');
  });

  it('knows every key that must not be shown', () => {
    expect(secretsOf({ ...access, keys: { one: 'k' } })).toEqual([KEY, 'k']);
  });

  it('says so where a choice is gone', () => {
    expect(() => openModel('openai:gpt-x', access)).toThrow('pick another one');
  });
});
