import type { FileName } from '../lib/program/program';

/** How long one synchronous run of generated code may loop. The host's watch over a silent frame waits longer. */
export const LOOP_BUDGET_MS = 2_000;

/** The clock is asked about once in this time, so that a tight loop doesn't spend itself on looking. */
const LOOK_EVERY_MS = 0.5;
const MAX_TICKS_BETWEEN_LOOKS = 65_536;

/** Thrown into a loop whose time is over. */
export class LoopStopped extends Error {
  readonly file: FileName;
  readonly line: number;

  constructor(file: FileName, line: number) {
    super(`A loop ran for more than ${LOOP_BUDGET_MS / 1_000} seconds and was stopped.`);
    this.name = 'LoopStopped';
    this.file = file;
    this.line = line;
  }
}

export type LoopGuard = { tickOf(file: FileName): (line: number) => void };

/**
 * Watches all loops of one synchronous run together. `now` is a clock in milliseconds; `afterRun` calls back once the
 * present run has ended (a task, not a microtask: promises that wake each other are one run).
 */
export function createLoopGuard(now: () => number, afterRun: (callback: () => void) => void): LoopGuard {
  let began: number | null = null;
  let lastLook = 0;
  let ticks = 0;
  let lookAt = 1;

  function beginRun(): void {
    began = lastLook = now();
    ticks = 0;
    lookAt = 1;
    afterRun(() => (began = null));
  }

  /** Adapts to the loop's speed: a slow body is looked at each time, a tight one every few thousand. */
  function look(): boolean {
    const time = now();
    if (time - began! > LOOP_BUDGET_MS) {
      // A loop that catches the stop is stopped again at once.
      lookAt = 1;
      return true;
    }
    const perLook = (ticks * LOOK_EVERY_MS) / Math.max(time - lastLook, 0.001);
    lastLook = time;
    lookAt = Math.min(Math.max(1, Math.floor(perLook)), ticks * 2, MAX_TICKS_BETWEEN_LOOKS);
    ticks = 0;
    return false;
  }

  return {
    tickOf: (file) => (line) => {
      if (began === null) beginRun();
      ticks += 1;
      if (ticks >= lookAt && look()) throw new LoopStopped(file, line);
    },
  };
}
