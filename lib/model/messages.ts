import type { UIMessage, UIMessageChunk } from 'ai';
import type { Diagnostic } from '../program/program';

/**
 * A conversation's messages as the AI SDK's UI messages. The same chunks are kept in the store's log, sent over the
 * wire and folded by `useChat`, so a reader that comes late folds exactly what an early one saw.
 */
export type ReplyState = 'streaming' | 'done' | 'stopped' | 'failed' | 'interrupted';

/** Why a reply ended early, in words for a person. `code` is stable. */
export type ReplyFailure = {
  code: 'rate-limit' | 'refused' | 'truncated' | 'malformed' | 'stalled' | 'unauthorized' | 'unavailable' | 'interrupted' | 'spent' | 'internal';
  message: string;
  hint?: string;
  retryable: boolean;
  /** Seconds to wait, where the provider said so. */
  retryAfter?: number;
};

export type ReplyMetadata = {
  state?: ReplyState;
  /** `anthropic:claude-…`, `composer:composer-1` */
  modelId?: string;
  modelLabel?: string;
  createdAt?: string;
  /** Milliseconds from prompt to end. */
  ms?: number;
  inputTokens?: number;
  outputTokens?: number;
  /** US dollars, absent where the price is not known. */
  cost?: number;
  failure?: ReplyFailure;
  /**
   * User messages only. `problem` (repair this) and `continue` (go on where it broke off) are written by the app in the
   * person's name; `again` says the last one once more, on what it was said of. `repair` is asked
   * for where data changed; what comes of it waits for a yes.
   */
  kind?: 'prompt' | 'problem' | 'continue' | 'again' | 'repair';
};

export type ReplyData = {
  /** What is going on now, in one word for the light along the frame's edge. Same id, replaced in place. */
  status: { phase: 'waiting' | 'writing' | 'checking' | 'repairing'; round: number };
  /** What the model looked up before it answered: its words, and the names it was told. */
  lookup: { query: string; found: string[] };
  /** Code that the model ran before it answered. `outcome` is `ok`, `check` where it wasn't run, or the code of its error. */
  run: { code: string; calls: number; outcome: string };
  /** Beside the composer's words: what was decided and can be changed with a click, words that meant nothing or were guessed, prompts that work. */
  said: { chips: { label: string; choices: { label: string; prompt: string }[]; of?: string }[]; unread: string[]; taken: string[]; examples: string[] };
  /** A change outside waits for the person: they are to be asked. Kept nowhere. */
  question: Record<string, never>;
  /** What the check found after a round. */
  check: { round: number; diagnostics: Diagnostic[] };
  /** The reply ended as a version. `good` is false where errors are left: the last good one stays current. `title` is what the program is called from then on, where that is another name. */
  version: { versionId: string; ordinal: number; good: boolean; title?: string };
};

export type ReplyMessage = UIMessage<ReplyMetadata, ReplyData>;
export type ReplyChunk = UIMessageChunk<ReplyMetadata, ReplyData>;
