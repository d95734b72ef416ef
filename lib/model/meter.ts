import type { LanguageModelV4Usage } from '@ai-sdk/provider';
import type { ReplyFailure } from './messages';

/** Counts what a reply takes, and says when it has to end. Its caller knows whose it is. */
export type Meter = {
  /** Why the model may not be asked once more; null where it may. */
  refusal(): Promise<ReplyFailure | null>;
  /** What one turn took. */
  took(usage: Tokens, told: LanguageModelV4Usage | undefined): Promise<void>;
};

export type Tokens = { input: number; output: number };

/** Characters of a token, roughly, where a model doesn't say what it took: a turn that was broken off, or a server that never tells. */
const CHARACTERS_PER_TOKEN = 4;

export function estimateTokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}

/** What a turn took as its model tells, and where it doesn't, by its length. */
export function tokensOf(usage: LanguageModelV4Usage | undefined, asked: unknown, answered: number): Tokens {
  return { input: usage?.inputTokens.total ?? estimateTokens(JSON.stringify(asked).length), output: usage?.outputTokens.total ?? estimateTokens(answered) };
}

/** Thrown where a meter lets nothing more be asked. */
export class SpentError extends Error {
  readonly failure: ReplyFailure;
  constructor(failure: ReplyFailure) {
    super(failure.message);
    this.name = 'SpentError';
    this.failure = failure;
  }
}
