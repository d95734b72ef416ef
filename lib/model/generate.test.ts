import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { startModelServer, type ModelServer, type Script } from '../../e2e/fakes/model-server.ts';
import { readReply } from '../../e2e/fakes/replies.ts';
import { EMPTY_SOURCE, type Diagnostic, type Source } from '../program/program';
import { listChoices } from './choices';
import { COMPOSER_ENDPOINT } from './endpoint';
import { generateReply, type GenerateInput } from './generate';
import type { ReplyChunk } from './messages';
import { openModel } from './open-model';
import type { ModelTool } from './turn';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const KEY = 'sk-ant-test-0123456789abcdef';
const TYPO: Diagnostic = { file: 'ui.tsx', start: { line: 2, column: 10 }, severity: 'error', code: 'ts2304', message: "Cannot find name 'Crad'." };
const PROGRAM = 'A card.\n\n```tsx ui.tsx\nexport default function App() {\n  return <Crad>hi</Crad>;\n}\n```\n';
const EDIT = 'The name had a typo.\n\n```edit ui.tsx\n<<<<<<< SEARCH\n  return <Crad>hi</Crad>;\n=======\n  return <Card>hi</Card>;\n>>>>>>> REPLACE\n```\n';

/** Finds the typo for as long as it is there. */
const checkTypo = async (source: Source): Promise<Diagnostic[]> => (source['ui.tsx'].includes('Crad') ? [TYPO] : []);

/** A reply of Anthropic's wire to a script, with the chunks that it wrote. */
async function reply(script: Script, over: Partial<GenerateInput> = {}) {
  const env = { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: server.url };
  const sources = { env, saved: [], local: [] };
  const choice = listChoices(sources)[0]!;
  server.setScript(script);
  server.requests.length = 0;
  const chunks: ReplyChunk[] = [];
  const outcome = await generateReply({
    model: openModel(choice.id, { ...sources, keys: {} }),
    choice,
    base: EMPTY_SOURCE,
    declarations: '',
    history: [],
    prompt: 'A card',
    check: checkTypo,
    write: (chunk) => chunks.push(chunk),
    signal: new AbortController().signal,
    secrets: [KEY],
    ...over,
  });
  return { outcome, chunks, phases: chunks.flatMap((chunk) => (chunk.type === 'data-status' ? [`${chunk.data.phase} ${chunk.data.round}`] : [])) };
}

function searchTool(onRun = () => {}): ModelTool {
  return { name: 'search', description: '', input: { type: 'object' }, run: async () => (onRun(), 'what search found') };
}

/** Lets the model be asked so many times. */
function meterFor(turns: number) {
  const took: { input: number; output: number }[] = [];
  const meter: NonNullable<GenerateInput['meter']> = {
    refusal: async () => (took.length < turns ? null : { code: 'spent', message: 'All used.', retryable: false }),
    took: async (tokens) => void took.push(tokens),
  };
  return { meter, took };
}

describe('a meter', () => {
  it('is told each turn, looked up or written', async () => {
    const { meter, took } = meterFor(9);
    await reply([{ calls: [{ name: 'search', input: {} }] }, { text: PROGRAM }, { text: EDIT }], { meter, tools: [searchTool()] });
    expect(took).toEqual(Array(3).fill({ input: 1_000, output: 500 }));
  });

  it('ends a reply between its rounds, and keeps what was written', async () => {
    const { meter } = meterFor(1);
    const { outcome } = await reply([{ text: PROGRAM }, { text: EDIT }], { meter });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'spent' }, wrote: true });
    expect(outcome.source['ui.tsx']).toContain('Crad');
    expect(server.requests).toHaveLength(1);
  });

  it('asks nothing at all where nothing is left', async () => {
    const { outcome } = await reply({ text: PROGRAM }, { meter: meterFor(0).meter });
    expect(outcome.failure?.message).toBe('All used.');
    expect(server.requests).toHaveLength(0);
  });

  it('counts what broke off by its length, and nothing where a request was refused', async () => {
    const broken = meterFor(9);
    await reply({ reply: '18', ends: 'cut' }, { meter: broken.meter });
    expect(broken.took).toHaveLength(1);
    expect(broken.took[0]!.output).toBeGreaterThan(100);
    const refused = meterFor(9);
    await reply({ status: 401 }, { meter: refused.meter });
    expect(refused.took).toEqual([]);
  });
});

/** What the second request told the model. */
function lastSaid(): string {
  const { messages } = server.requests.at(-1)!.body as { messages: { role: string; content: { text: string }[] }[] };
  return messages.at(-1)!.content.map(({ text }) => text).join('');
}

describe('rounds', () => {
  it('hands the errors back and takes the edit on the draft', async () => {
    const { outcome, chunks, phases } = await reply([{ text: PROGRAM }, { text: EDIT }]);
    expect(outcome).toMatchObject({ state: 'done', diagnostics: [], text: [PROGRAM, EDIT], inputTokens: 2_000, outputTokens: 1_000 });
    expect(outcome.cost).toBeCloseTo((2_000 * 2 + 1_000 * 10) / 1e6);
    expect(outcome.source['ui.tsx']).toContain('<Card>hi</Card>');
    expect(phases).toEqual(['waiting 1', 'writing 1', 'checking 1', 'repairing 2', 'checking 2']);
    expect(chunks.filter((chunk) => chunk.type === 'text-start' || chunk.type === 'text-end').map((chunk) => `${chunk.type} ${chunk.id}`)).toEqual([
      'text-start round-1',
      'text-end round-1',
      'text-start round-2',
      'text-end round-2',
    ]);
    expect(chunks.filter((chunk) => chunk.type === 'data-check').map((chunk) => chunk.data.diagnostics.length)).toEqual([1, 0]);
    expect(lastSaid()).toContain("ui.tsx:2:10 error ts2304: Cannot find name 'Crad'.\n  return <Crad>hi</Crad>;");
  });

  it('tells the model of an edit that matched nothing', async () => {
    const wrong = EDIT.replace('<Crad>hi', '<Crad>ho');
    const { outcome } = await reply([{ text: PROGRAM }, { text: wrong }, { text: EDIT }]);
    expect(lastSaid()).toContain('reply:4:1 error edit-no-match');
    expect(outcome).toMatchObject({ state: 'done', diagnostics: [] });
  });

  it('repairs with what was looked up before in mind', async () => {
    const { outcome } = await reply([{ text: '', calls: [{ name: 'search', input: {} }] }, { text: PROGRAM }, { text: EDIT }], { tools: [searchTool()] });
    expect(outcome).toMatchObject({ state: 'done', diagnostics: [], text: [PROGRAM, EDIT], inputTokens: 3_000 });
    expect(JSON.stringify(server.requests.at(-1)!.body)).toContain('what search found');
  });

  it('lets a model look up eight times; then it has to answer', async () => {
    let searches = 0;
    const { outcome } = await reply({ text: '', calls: [{ name: 'search', input: {} }] }, { tools: [searchTool(() => searches++)] });
    expect(searches).toBe(8);
    expect(server.requests).toHaveLength(9);
    expect(server.requests.at(-1)!.body).toMatchObject({ tool_choice: { type: 'none' } });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'malformed' }, wrote: false });
  });

  it('asks a model that can’t be given tools without them', async () => {
    const { outcome } = await reply(
      ({ body }) => ('tools' in (body as object) ? { status: 400, message: 'registry.ollama.ai/fake-coder:7b does not support tools' } : { text: EDIT.slice(0, 20) }),
      { tools: [searchTool()] },
    );
    expect(outcome).toMatchObject({ state: 'done', text: [EDIT.slice(0, 20)] });
    expect(server.requests).toHaveLength(2);
    const { outcome: other } = await reply({ status: 400, message: 'max_tokens is too large' }, { tools: [searchTool()] });
    expect(other).toMatchObject({ state: 'failed' });
    expect(server.requests).toHaveLength(1);
  });

  it('ends after three rounds with what is still wrong', async () => {
    const { outcome } = await reply({ text: PROGRAM });
    expect(server.requests).toHaveLength(3);
    expect(outcome).toMatchObject({ state: 'done', diagnostics: [TYPO], wrote: true });
  });

  it('checks nothing where the answer is only words', async () => {
    const base = { 'ui.tsx': 'export default function App() { return null }\n', 'data.ts': '' };
    const { outcome, phases } = await reply({ text: 'It counts open orders.' }, { base });
    expect(outcome).toMatchObject({ state: 'done', wrote: false, source: base });
    expect(phases).toEqual(['waiting 1', 'writing 1']);
    expect(lastSaid()).toContain('```tsx ui.tsx\nexport default function App()');
  });

  it('does not lose the reply to a check that breaks', async () => {
    const { outcome } = await reply({ text: PROGRAM }, { check: () => Promise.reject(new Error('no TypeScript')) });
    expect(outcome).toMatchObject({ state: 'done', wrote: true, diagnostics: [{ severity: 'warning', code: 'check-unavailable' }] });
  });
});

describe('endings', () => {
  const cases: [string, Script, object][] = [
    ['a rate limit', { status: 429, retryAfter: 17 }, { code: 'rate-limit', retryAfter: 17, retryable: true }],
    ['an account without credit', { status: 400, message: 'Your credit balance is too low' }, { code: 'rate-limit', retryable: false }],
    ['a wrong key', { status: 401, message: `invalid x-api-key ${KEY}` }, { code: 'unauthorized' }],
    ['a server error', { status: 500 }, { code: 'unavailable', retryable: true }],
    ['an overloaded provider', { status: 529 }, { code: 'unavailable', retryable: true }],
    ['an unknown model', { status: 404 }, { code: 'unavailable', retryable: false }],
    ['a refusal', { text: '', ends: 'refusal' }, { code: 'refused' }],
    ['an empty answer', { text: '' }, { code: 'malformed' }],
    ['the length limit', { reply: '18', ends: 'length', after: 0.5 }, { code: 'truncated', retryable: true }],
    ['a connection that breaks', { reply: '18', ends: 'cut' }, { code: 'unavailable', retryable: true }],
    ['a connection that ends too early', { reply: '18', ends: 'close', after: 0.5 }, { code: 'unavailable', retryable: true }],
    ['unreadable bytes', { reply: '18', ends: 'malformed' }, { code: 'malformed' }],
    ['silence before the first text', { text: '', ends: 'stall' }, { code: 'stalled' }],
    ['silence amid the text', { reply: '18', ends: 'stall' }, { code: 'stalled' }],
  ];

  it.each(cases)('%s', async (_, script, failure) => {
    const { outcome } = await reply(script, { timeouts: { firstMs: 300, idleMs: 300 } });
    expect(outcome).toMatchObject({ state: 'failed', failure });
    expect(server.requests).toHaveLength(1);
    const text = 'reply' in script ? readReply('18') : '';
    if (text) {
      expect(outcome.text[0]).not.toBe('');
      expect(text.startsWith(outcome.text[0]!)).toBe(true);
      expect(outcome.wrote).toBe(true);
    }
  });

  it('nobody listening', async () => {
    const gone = await startModelServer();
    await gone.close();
    const env = { OPENAI_COMPATIBLE_BASE_URL: gone.url, OPENAI_COMPATIBLE_MODEL: 'm' };
    const choice = listChoices({ env, saved: [], local: [] })[0]!;
    const { outcome } = await reply({ text: '' }, { choice, model: openModel(choice.id, { env, saved: [], local: [], keys: {} }) });
    expect(outcome.failure).toMatchObject({ code: 'unavailable', retryable: true });
  });

  it('keeps the first round where a repair fails', async () => {
    const { outcome } = await reply([{ text: PROGRAM }, { status: 429 }]);
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'rate-limit' }, wrote: true, diagnostics: [TYPO] });
  });

  it('shows no key, not even when the provider repeats it', async () => {
    const { outcome, chunks } = await reply({ status: 400, message: `bad key ${KEY} or sk-proj-abcdef123456 in request` });
    expect(outcome.failure).toMatchObject({ code: 'internal', hint: expect.stringContaining('bad key ••• or •••') });
    expect(JSON.stringify([outcome, chunks])).not.toContain('0123456789');
  });
});

describe('stop', () => {
  it('keeps the text that arrived and checks it', async () => {
    const controller = new AbortController();
    let text = '';
    const { outcome } = await reply(
      { text: PROGRAM, ends: 'stall', after: 0.95 },
      {
        signal: controller.signal,
        write: (chunk) => {
          text += chunk.type === 'text-delta' ? chunk.delta : '';
          if (text.includes('</Crad>')) controller.abort();
        },
      },
    );
    expect(outcome).toMatchObject({ state: 'stopped', wrote: true, text: [text], diagnostics: [TYPO] });
    expect(outcome.failure).toBeUndefined();
  });

  it('also ends a model that does not mind its signal', async () => {
    const controller = new AbortController();
    const deaf = modelOf(() => new ReadableStream({ start: () => queueMicrotask(() => controller.abort()) }));
    const { outcome } = await reply({ text: '' }, { model: deaf, signal: controller.signal });
    expect(outcome).toMatchObject({ state: 'stopped', wrote: false, text: [''] });
  });
});

describe('the composer', () => {
  it('gets its state and the source, gives its state back, and is asked once', async () => {
    const calls: LanguageModelV4CallOptions[] = [];
    const model = modelOf((options) => {
      calls.push(options);
      return streamOf(partsOf(PROGRAM, { composer: { state: { plan: 2 } } }));
    });
    const base = { 'ui.tsx': 'before', 'data.ts': '' };
    const { outcome } = await reply({ text: '' }, { model, choice: COMPOSER_ENDPOINT.choice, base, composerState: { plan: 1 } });
    expect(calls).toHaveLength(1);
    expect(calls[0]!.providerOptions).toEqual({ composer: { state: { plan: 1 }, source: base } });
    expect(calls[0]!.prompt).toEqual([{ role: 'user', content: [{ type: 'text', text: 'A card' }] }]);
    expect(outcome).toMatchObject({ state: 'done', modelState: { plan: 2 }, diagnostics: [TYPO] });
    expect(outcome).not.toHaveProperty('cost');
  });
});

function modelOf(stream: (options: LanguageModelV4CallOptions) => ReadableStream<LanguageModelV4StreamPart>): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'test',
    modelId: 'test',
    supportedUrls: {},
    doGenerate: () => Promise.reject(new Error('not asked for')),
    doStream: async (options) => ({ stream: stream(options) }),
  };
}

function streamOf(parts: LanguageModelV4StreamPart[]): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    start: (controller) => {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}

function partsOf(text: string, providerMetadata: Extract<LanguageModelV4StreamPart, { type: 'finish' }>['providerMetadata']): LanguageModelV4StreamPart[] {
  const none = { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined, text: undefined, reasoning: undefined };
  return [
    { type: 'text-start', id: '0' },
    { type: 'text-delta', id: '0', delta: text },
    { type: 'text-end', id: '0' },
    { type: 'finish', finishReason: { unified: 'stop', raw: undefined }, usage: { inputTokens: none, outputTokens: none }, providerMetadata },
  ];
}
