/** What a link's page and the server say to each other. The page's code has these types and nothing else of the server. */
import type { Swap } from '../bridge/messages';
import type { LateUrls } from '../sandbox/assets';

/** Everything that a page needs to show a program. */
export type Opening = {
  title: string;
  /** Whose it is, in the words that they chose. */
  by: string | null;
  /** When the snapshot was taken; null where data is read as it is asked for. */
  takenAt: string | null;
  /** The frame's address, with its origin. */
  frame: string;
  late: LateUrls;
  swap: Swap;
  shared: Record<string, unknown>;
  /** Lets this page ask for more. */
  ticket: string;
  /** What the person is called in whose name data is read; null where it's nobody's. */
  shownTo: string | null;
  /** Who opened it may make an interface of their own with its code. */
  mayRemix: boolean;
};

/** What stands in the page: all of it, or what has to be done first. */
export type Shell = { opening: Opening } | { locked: boolean };

export type FunctionCall = { id: number; name: string; args: unknown };
/** The answer to one of a batch; `at` is when it was read. Of what was asked for, `changed` says whether a change was made. */
export type FunctionAnswer = { id: number; ok: true; value: unknown; at: string; changed?: boolean } | { id: number; ok: false; error: { code: string; message: string; retryable: boolean } };
/** A line of the answer to a batch. `waits`: it would change something, and a person is asked before it has an answer. */
export type AnswerLine = FunctionAnswer | { id: number; waits: true };

/** Events of a page's stream: it is over, or there is something newer. */
export type StreamEvent = 'end' | 'newer';
