import type { LanguageModelV4CallOptions, LanguageModelV4Message, SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { Source } from '../program/program';
import type { ModelChoice } from './endpoint';
import type { ModelTool } from './turn';
import { promptText, systemPrompt, withoutFiles } from './prompt';

export type HistoryEntry = { role: 'user' | 'assistant'; text: string };

export type AskInput = {
  model: { modelId: string };
  choice: ModelChoice;
  base: Source;
  declarations: string;
  /** Whether an API is among the bindings. */
  hasApi?: boolean;
  history: readonly HistoryEntry[];
  prompt: string;
  composerState?: unknown;
};

/** Earlier messages told again. Their code isn't, so this is a page of words; older wishes are in the program itself. */
const MAX_HISTORY = 24;

/** Tokens of one answer. Long programs need 9,000; models that think spend theirs from the same sum. */
const MAX_OUTPUT_TOKENS = 32_000;

/**
 * Models that think at length before the first word unless told otherwise, while a person looks at an empty frame. What
 * less thought gets wrong, the check finds. Others may refuse to be told at all.
 */
const THINKERS = /claude-(?:fable|haiku|opus|sonnet)-5|gpt-[56]|gemini-(?:[34]|pro-latest)/;

/** Everything a model is told for the first round. The composer and a planner need only words: they have the rest in their options. */
export function firstAsk(input: AskInput): LanguageModelV4CallOptions {
  const history = input.history.slice(-MAX_HISTORY).flatMap(historyMessage);
  if (isPlanned(input.choice)) {
    const composer = { state: input.composerState ?? null, source: input.base };
    return { prompt: [...history, message('user', input.prompt)], providerOptions: { composer } as SharedV4ProviderOptions };
  }
  const system: LanguageModelV4Message = { role: 'system', content: systemPrompt(input.declarations, input.hasApi), providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } };
  return {
    prompt: [system, ...history, message('user', promptText(input.prompt, input.base))],
    // Pings tell a model that thinks from a connection that hangs.
    providerOptions: { anthropic: { includePings: true } },
    // Where the limit isn't known, Anthropic's package would set 4,096; others have no need to be told.
    ...(input.choice.provider === 'anthropic' && { maxOutputTokens: MAX_OUTPUT_TOKENS }),
    ...(THINKERS.test(input.model.modelId) && { reasoning: 'low' as const }),
  };
}

/** The same, with what may be asked for in between. */
export function withTools(options: LanguageModelV4CallOptions, tools: readonly ModelTool[]): LanguageModelV4CallOptions {
  if (tools.length === 0) return options;
  return { ...options, tools: tools.map(({ name, description, input }) => ({ type: 'function', name, description, inputSchema: input })) };
}

/** The same conversation, gone on with an answer and what is said to it. */
export function nextAsk(last: LanguageModelV4CallOptions, answer: string, said: string): LanguageModelV4CallOptions {
  return { ...last, prompt: [...last.prompt, message('assistant', answer), message('user', said)] };
}

/** Whether its programs are the composer's, written from a Plan: they would be the same again. */
export function isPlanned({ provider, writes }: ModelChoice): boolean {
  return provider === 'composer' || writes?.as === 'plan';
}

function historyMessage({ role, text }: HistoryEntry): LanguageModelV4Message[] {
  const words = role === 'assistant' ? withoutFiles(text) : text.trim();
  return words ? [message(role, words)] : [];
}

function message(role: 'user' | 'assistant', text: string): LanguageModelV4Message {
  return { role, content: [{ type: 'text', text }] };
}
