import type { JSONValue, LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart, LanguageModelV4Usage } from '@ai-sdk/provider';
import type { Binding } from '../binding/binding';
import { tableBindings } from '../binding/tables';
import type { Source } from '../program/program';
import type { Term } from './catalogue/terms';
import { type AskData, findNames } from './found/found';
import { composeReply, type ComposerReply } from './reply';

export { examplePrompts } from './examples';
export type { Term } from './catalogue/terms';
export type { AskData } from './found/found';

export type ComposerOptions = {
  bindings: readonly Binding[];
  /** A team's own words. */
  terms?: readonly Term[];
  /** Asks the data itself where words of the prompt stand in it. Without it only the values that bindings list are known. */
  ask?: AskData | undefined;
  /** Milliseconds between two pieces of a reply; 0 sends all at once. */
  pace?: number;
  /** What relative periods count from. */
  today?: Date;
};

/** So that a person sees the interface being built: with PIECES, a reply takes two to three seconds. */
export const PACE_MS = 12;
const PIECES = 200;
/** UTF-16 units; shorter pieces than a token would be slower than any model. */
const SHORTEST_PIECE = 6;

/**
 * The built-in model that needs no key and no network: rules read the prompt against the bindings' tables and functions and write
 * the program. It is a language model of the AI SDK, so that everything behind it is the same as with a hosted one.
 *
 * The latest user message is the prompt. `providerOptions.composer` may hold `{ state, source }`: the Plan that the last
 * reply came back with in `providerMetadata.composer.state`, and the program as it is now.
 */
export function createComposer({ bindings, terms = [], ask, pace = PACE_MS, today }: ComposerOptions): LanguageModelV4 {
  const replyTo = async (options: LanguageModelV4CallOptions): Promise<ComposerReply> => {
    options.abortSignal?.throwIfAborted();
    const { state, source } = (options.providerOptions?.composer ?? {}) as { state?: unknown; source?: unknown };
    const [prompt, now] = [latestPrompt(options), today ?? new Date()];
    const found = ask ? await findNames(prompt, tableBindings(bindings), now, ask, options.abortSignal ?? new AbortController().signal) : [];
    return composeReply({ prompt, state, source: readSource(source) }, bindings, now, terms, found);
  };
  return {
    specificationVersion: 'v4',
    provider: 'composer',
    modelId: 'composer-1',
    supportedUrls: {},
    async doGenerate(options) {
      const { text, ...rest } = await replyTo(options);
      return { content: [{ type: 'text', text }], finishReason: STOP, usage: usage(), warnings: [], providerMetadata: metadata(rest) };
    },
    async doStream(options) {
      return { stream: streamOf(await replyTo(options), pace, options.abortSignal) };
    },
  };
}

const STOP = { unified: 'stop', raw: undefined } as const;

/** Nothing is counted, since nothing is charged. */
function usage(): LanguageModelV4Usage {
  return {
    inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: 0, text: 0, reasoning: 0 },
  };
}

function metadata({ state, said = null }: Omit<ComposerReply, 'text'>) {
  return { composer: structuredClone({ state, said }) as unknown as Record<string, JSONValue> };
}

export function latestPrompt({ prompt }: LanguageModelV4CallOptions): string {
  const message = prompt.findLast((m) => m.role === 'user');
  return message?.role === 'user' ? message.content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n') : '';
}

export function readSource(source: unknown): Source | null {
  if (typeof source !== 'object' || source === null) return null;
  const { 'ui.tsx': ui, 'data.ts': data } = source as Record<string, unknown>;
  return typeof ui === 'string' && typeof data === 'string' ? { 'ui.tsx': ui, 'data.ts': data } : null;
}

function streamOf({ text, state, said }: ComposerReply, pace: number, signal: AbortSignal | undefined): ReadableStream<LanguageModelV4StreamPart> {
  const parts = partsOf(text, state, usage(), said);
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = parts.next();
        if (next.value?.type === 'text-delta') await wait(pace, signal);
        signal?.throwIfAborted();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        controller.error(error);
      }
    },
  });
}

/** A reply as the parts of a language model's stream, in pieces. */
export function* partsOf(text: string, state: ComposerReply['state'], used = usage(), said: ComposerReply['said'] = null): Generator<LanguageModelV4StreamPart, undefined> {
  yield { type: 'stream-start', warnings: [] };
  yield { type: 'text-start', id: 'reply' };
  for (const delta of piecesOf(text)) yield { type: 'text-delta', id: 'reply', delta };
  yield { type: 'text-end', id: 'reply' };
  yield { type: 'finish', finishReason: STOP, usage: used, providerMetadata: metadata({ state, said }) };
}

/** Never cuts a character in two. */
function piecesOf(text: string): string[] {
  const size = Math.max(SHORTEST_PIECE, Math.ceil(text.length / PIECES));
  return text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? [];
}

export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
