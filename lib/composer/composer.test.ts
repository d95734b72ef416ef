import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { streamText } from 'ai';
import { describe, expect, test } from 'vitest';
import { EMPTY_SOURCE, FILE_NAMES, type Source } from '../program/program';
import { parseReply } from '../reply/reply-parser';
import { createComposer, examplePrompts } from './composer';
import { FILES, SHOP } from './fixtures/shop';
import { type Plan, planSchema } from './plan';
import { write } from './write/write';
import { stampOf } from './written';

const TODAY = new Date('2026-11-23T12:00:00Z');
const composer = createComposer({ bindings: [SHOP], pace: 0, today: TODAY });

type Told = { state?: unknown; source?: Source; signal?: AbortSignal };

function options(prompt: string, { state, source, signal }: Told = {}): LanguageModelV4CallOptions {
  return {
    prompt: [
      { role: 'user', content: [{ type: 'text', text: 'an earlier prompt about nothing' }] },
      { role: 'assistant', content: [{ type: 'text', text: 'and its reply' }] },
      { role: 'user', content: [{ type: 'text', text: prompt }] },
    ],
    abortSignal: signal,
    providerOptions: { composer: { state: (state ?? null) as never, ...(source && { source }) } },
  };
}

async function reply(prompt: string, told?: Told) {
  const { stream } = await composer.doStream(options(prompt, told));
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  const text = parts.map((p) => (p.type === 'text-delta' ? p.delta : '')).join('');
  const finish = parts.at(-1);
  const state = finish?.type === 'finish' ? finish.providerMetadata?.composer?.state : undefined;
  return { parts, text, state, files: filesOf(text) };
}

function filesOf(text: string): Record<string, string> {
  const { source, segments } = parseReply(text, EMPTY_SOURCE);
  const written = FILE_NAMES.filter((name) => segments.some((segment) => segment.kind === 'file' && segment.file === name));
  return Object.fromEntries(written.map((name) => [name, source[name].trimEnd()]));
}

const whole = (files: Record<string, string>): Source => ({ 'ui.tsx': files['ui.tsx'] ?? '', 'data.ts': files['data.ts'] ?? '' });

describe('a reply', () => {
  test('writes the page, then the queries, then the parts of the page, and in the end the very files of its Plan', async () => {
    const { text, state } = await reply('open orders by region with a month filter');
    expect([...text.matchAll(/^```(\w+ .*)$/gm)].map((match) => match[1])).toEqual(['tsx ui.tsx', 'ts data.ts', 'more ui.tsx']);
    expect(parseReply(text, EMPTY_SOURCE)).toMatchObject({ source: write(planSchema.parse(state)), diagnostics: [] });
  });

  test('is prose and two files in pieces, and ends with its Plan', async () => {
    const { parts, text, state, files } = await reply('open orders by region with a month filter');
    const types = parts.map((p) => p.type);
    expect([types[0], types[1], types.at(-2), types.at(-1)]).toEqual(['stream-start', 'text-start', 'text-end', 'finish']);
    expect(types.filter((t) => t === 'text-delta').length).toBeGreaterThan(100);
    expect(text.startsWith('“Open orders by region”: 4 figures, one chart and one table, with a month filter.')).toBe(true);
    const plan = planSchema.parse(state);
    expect(Object.keys(files)).toEqual(['ui.tsx', 'data.ts']);
    expect(`${files['ui.tsx']}\n`).toBe(write(plan)['ui.tsx']);
  });

  test('without a stream is the same', async () => {
    const generated = await composer.doGenerate(options('revenue per month'));
    const { text, state } = await reply('revenue per month');
    expect(generated.content).toEqual([{ type: 'text', text }]);
    expect(generated.providerMetadata?.composer?.state).toEqual(state);
  });

  test('to what links to nothing has no files, but tables and prompts that work', async () => {
    const { text, state, files } = await reply('make me a sandwich');
    expect(files).toEqual({});
    expect(state).toBeNull();
    expect(text).toContain('Sample shop has customers, products, orders, order items and tickets.');
  });

  test('says what it left out', async () => {
    const { text } = await reply('orders by region with sparkles');
    expect(text).toContain('I left out: “sparkles”.');
  });
});

test('the AI SDK speaks to it as to any model', async () => {
  const result = streamText({ model: composer, prompt: 'revenue per month' });
  expect(await result.text).toContain('```tsx ui.tsx');
  expect((await result.finalStep).providerMetadata?.composer?.state).toMatchObject({ title: 'Revenue per month' });
});

describe('a follow-up', () => {
  test('changes the program, file by file, for as long as it is the composer’s own', async () => {
    const first = await reply('orders by region');
    const second = await reply('make it a pie', { state: first.state, source: whole(first.files) });
    expect(Object.keys(second.files)).toEqual(['ui.tsx']);
    expect(second.files['ui.tsx']).toContain('<PieChart');
    const third = await reply('only Germany', { state: second.state, source: whole({ ...first.files, ...second.files }) });
    expect(third.files['data.ts']).toContain("c.country = 'Germany'");
  });

  test('keeps its hands off code that somebody else changed', async () => {
    const { state, files } = await reply('orders by region');
    const edited = whole({ ...files, 'ui.tsx': `${files['ui.tsx']}\n// mine` });
    for (const told of [{ state, source: edited }, { state: undefined, source: edited }, { state: { version: 0 }, source: whole(files) }]) {
      const refused = await reply('make it a pie', told);
      expect(refused.files).toEqual({});
      expect(refused.state).toBeNull();
      expect(refused.text).toContain('changed by hand or written by a model');
    }
    const anew = await reply('start over: customers by country', { source: edited });
    expect(Object.keys(anew.files)).toEqual(['ui.tsx', 'data.ts']);
  });

  test('what an earlier release wrote is still its own, and a follow-up writes it as it is written now', async () => {
    const { state, files } = await reply('orders by region');
    const older = whole({ ...files, 'ui.tsx': `${files['ui.tsx']}\n// as it was written then` });
    const kept = { ...(state as Plan), written: stampOf(older) };
    const changed = await reply('make it a pie', { state: kept, source: older });
    expect(changed.files['ui.tsx']).toContain('<PieChart');
    expect(changed.files['ui.tsx']).not.toContain('as it was written then');
    const same = await reply('make it sparkle', { state: kept, source: older });
    expect(same.files).toEqual({});
    expect((await reply('make it a pie', { state: kept, source: whole(files) })).text).toContain('changed by hand');
  });

  test('that changes nothing keeps the Plan', async () => {
    const { state, files } = await reply('orders by region');
    const same = await reply('make it sparkle', { state, source: whole(files) });
    expect(same.files).toEqual({});
    expect(same.state).toEqual(state);
    expect(same.text).toContain('The page stays as it is.');
  });

  test('what looks the same already is no change', async () => {
    const { state, files } = await reply('orders by region');
    const lying = await reply('make it horizontal', { state, source: whole(files) });
    expect(lying.text).toMatch(/^It looks that way already\. The page stays as it is\./);
  });
});

describe('a stop', () => {
  test('before the reply rejects', async () => {
    await expect(composer.doStream(options('orders', { signal: AbortSignal.abort(new Error('left')) }))).rejects.toThrow('left');
  });

  test('in the middle ends the stream with the reason', async () => {
    const stop = new AbortController();
    const slow = createComposer({ bindings: [SHOP], pace: 60_000, today: TODAY });
    const { stream } = await slow.doStream(options('orders by region', { signal: stop.signal }));
    const reader = stream.getReader();
    expect((await reader.read()).value?.type).toBe('stream-start');
    await reader.read();
    const waiting = reader.read();
    stop.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
  });
});

test('examples fit the data', () => {
  expect(examplePrompts([SHOP], TODAY)).toMatchInlineSnapshot(`
    [
      "open orders by region with a month filter",
      "sales overview",
      "revenue per month and top 10 products",
      "customers by region with a month filter",
      "overview of customers",
      "products by category",
    ]
  `);
  expect(examplePrompts([FILES], TODAY)).toMatchInlineSnapshot(`
    [
      "sales 2025 final by région with a month filter",
      "sales overview",
      "revenue this year vs last year",
      "overview of sales 2025 final",
      "sales 2025 final per month",
      "a table of sales 2025 final",
    ]
  `);
  const both = examplePrompts([SHOP, FILES], TODAY);
  expect(both[0]).toBe(examplePrompts([FILES], TODAY)[0]);
  expect(both[1]).toBe(examplePrompts([SHOP], TODAY)[0]);
  expect(examplePrompts([])).toEqual([]);
});
