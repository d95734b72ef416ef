import type { FileName } from '../program/program';
import { type Draft, shownDraft } from './complete';
import { Memory } from './memory';
import { ProgramScanner } from './program-scanner';

/**
 * Completes one file again and again while it is written. Gives what `complete` and `completeData` give of each text, but steps
 * over what it found whole before, so that a whole stream costs about as much as its length.
 */
export class DraftScanner {
  readonly #hasTags: boolean;
  readonly #memory = new Memory();
  /** Characters looked at since the beginning, some of them more than once. */
  steps = 0;

  constructor(file: FileName) {
    this.#hasTags = file === 'ui.tsx';
  }

  complete(text: string): Draft | null {
    const scanner = new ProgramScanner(text, this.#hasTags, this.#memory);
    const draft = shownDraft(scanner);
    this.steps += scanner.steps;
    return draft;
  }
}
