import type { FileName } from '../lib/program/program';
import { MEMORY_BUDGET_MB, type MemoryWatch } from './guard/memory-watch';
import { Stopped } from './guard/stopped';
import { createStoppedTexts } from './guard/stopped-texts';

/** How long one synchronous run of generated code may loop. The host's watch over a silent frame waits longer. */
export const LOOP_BUDGET_MS = 2_000;
/** What has no loop around it (recursion, callbacks of endless lists) is stopped a little later: a loop's line says more. */
const CALL_BUDGET_MS = 2_500;
/** Fewer calls than this in a run aren't what took the time. */
const MANY_CALLS = 1_000;
/** What was stopped once gets this long at a time until its text changes: each swap and each click would wait for it anew. */
export const STOPPED_BEFORE_MS = 10;

/** What comes after a stop in the same run (React draws anew, a loop outside caught it) isn't to blame, and gets this much more. */
const AFTER_STOP_MS = 100;

/** The clock is asked about once in this time, so that a tight loop doesn't spend itself on looking. */
const LOOK_EVERY_MS = 0.5;
const MAX_TICKS_BETWEEN_LOOKS = 65_536;
/** The engine measures its heap anew after 50 ms, and asking costs more than a look at the clock. */
const WEIGH_EVERY_MS = 30;

/** The guards of one evaluation of a file, as compiled code calls them: in each loop's body, at the begin of each function. */
export type Ticks = { tick(line: number): void; call(line: number): void };

export type LoopGuard = { ticksOf(file: FileName, js: string): Ticks };

type Kind = 'loop' | 'call';
type Run = {
  began: number;
  calls: number;
  /** What was stopped in this run: it's stopped again at once where it catches that. */
  over: Set<string>;
  /** When what had been stopped in an earlier run came up in this one. */
  seen: Map<string, { since: number; times: number }>;
};

const SAYS: Record<Kind, string> = {
  loop: `A loop ran for more than ${LOOP_BUDGET_MS / 1_000} seconds and was stopped.`,
  call: `A function was called again and again for more than ${LOOP_BUDGET_MS / 1_000} seconds and was stopped: it loops or calls itself without an end.`,
};
const SAYS_AGAIN: Record<Kind, string> = {
  loop: 'This loop ran without an end before, and was stopped again.',
  call: 'This function was called without an end before, and was stopped again.',
};
const SAYS_MEMORY = `It used more than ${MEMORY_BUDGET_MB} MB of memory and was stopped; keep fewer or smaller things.`;

/**
 * Watches all loops and calls of one synchronous run together, its time and its memory. `now` is a clock in milliseconds;
 * `afterRun` calls back once the present run has ended (a task, not a microtask: promises that wake each other are one run).
 */
export function createLoopGuard(now: () => number, afterRun: (callback: () => void) => void, isTooMuch: MemoryWatch = () => false): LoopGuard {
  const stopped = createStoppedTexts();
  let run: Run | null = null;
  let weighedAt = Number.NEGATIVE_INFINITY;
  let lastLook = 0;
  let ticks = 0;
  let lookAt = 1;

  function beginRun(): Run {
    run = { began: now(), calls: 0, over: new Set(), seen: new Map() };
    lastLook = run.began;
    ticks = 0;
    lookAt = 1;
    afterRun(() => (run = null));
    return run;
  }

  /** Adapts to the loop's speed: a slow body is looked at each time, a tight one every few thousand. */
  function look(current: Run, kind: Kind): 'time' | 'memory' | null {
    const time = now();
    if (time - weighedAt > WEIGH_EVERY_MS) {
      weighedAt = time;
      if (isTooMuch()) return 'memory';
    }
    if (kind === 'loop' ? time - current.began > LOOP_BUDGET_MS : time - current.began > CALL_BUDGET_MS && current.calls >= MANY_CALLS) return 'time';
    const perLook = (ticks * LOOK_EVERY_MS) / Math.max(time - lastLook, 0.001);
    lastLook = time;
    lookAt = Math.min(Math.max(1, Math.floor(perLook)), ticks * 2, MAX_TICKS_BETWEEN_LOOKS);
    ticks = 0;
    return null;
  }

  /** Whether something that was stopped before has had its time in this run. */
  function isOverAgain(current: Run, key: string, kind: Kind): boolean {
    const seen = current.seen.get(key);
    if (!seen) current.seen.set(key, { since: now(), times: 1 });
    else seen.times += 1;
    return seen !== undefined && now() - seen.since > STOPPED_BEFORE_MS && (kind === 'loop' || seen.times >= MANY_CALLS);
  }

  return {
    ticksOf(file, js) {
      const known = stopped.linesIn(file, js);

      function pass(kind: Kind, line: number): void {
        const current = run ?? beginRun();
        if (kind === 'call') current.calls += 1;
        if (current.over.size > 0 && current.over.has(`${file}:${line}`)) throw new Stopped('loop', SAYS[kind], { file, line });
        if (known.size > 0 && known.has(line) && isOverAgain(current, `${file}:${line}`, kind)) {
          throw new Stopped('loop', SAYS_AGAIN[kind], { file, line });
        }
        ticks += 1;
        const stop = ticks < lookAt ? null : look(current, kind);
        if (stop === 'memory') throw new Stopped('memory', SAYS_MEMORY, { file, line });
        if (stop) {
          if (current.over.size === 0) remember(line);
          current.over.add(`${file}:${line}`);
          current.began = now() - LOOP_BUDGET_MS + AFTER_STOP_MS;
          current.calls = 0;
          throw new Stopped('loop', SAYS[kind], { file, line });
        }
      }

      function remember(line: number): void {
        known.add(line);
        stopped.add(file, js, line);
      }

      return { tick: (line) => pass('loop', line), call: (line) => pass('call', line) };
    },
  };
}
