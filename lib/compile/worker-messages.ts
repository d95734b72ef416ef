import type { Swap } from '../bridge/messages';
import type { Diagnostic, Source } from '../program/program';

/** What the page says to the worker that compiles. */
export type CompilerRequest =
  /** The newest text. `ended`: no more of it comes, so it is taken whole and what is wrong with it is said. */
  | { type: 'source'; source: Source; ended: boolean }
  /** The guest is through with that swap; only then it gets another. */
  | { type: 'ack'; seq: number };

/** What the worker says to the page. */
export type CompilerAnswer =
  /** It can compile. Text that came before waits and is not lost. */
  | { type: 'ready' }
  | { type: 'swap'; swap: Swap }
  /** The newest text gives the program that is shown already. */
  | { type: 'unchanged' }
  /** The whole text can't be compiled. What could be shown of it was sent before. */
  | { type: 'failed'; diagnostics: Diagnostic[] };
