import type { Swap } from '../bridge/messages';
import type { Diagnostic, Source } from '../program/program';

/** What the page says to the worker that compiles. */
export type CompilerRequest =
  /** The newest text, with its number. `ended`: no more of it comes, so it is taken whole and what is wrong with it is said. */
  | { type: 'source'; text: number; source: Source; ended: boolean }
  /** The guest is through with that swap; only then it gets another. */
  | { type: 'ack'; seq: number };

/** What the worker says to the page. `text` is the number of the text that it's about. */
export type CompilerAnswer =
  /** It can compile. Text that came before waits and is not lost. */
  | { type: 'ready' }
  | { type: 'swap'; text: number; swap: Swap }
  /** That text gives the program that is shown already. */
  | { type: 'unchanged'; text: number }
  /** The whole text can't be compiled. What could be shown of it was sent before. */
  | { type: 'failed'; text: number; diagnostics: Diagnostic[] };
