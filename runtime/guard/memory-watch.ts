/**
 * How much memory the frame may use before what is running is stopped. Tabs of 300 MB are common, and a renderer of 4 GB
 * dies without a word. A heap that wasn't tidied yet counts too, so it can't be much less.
 */
export const MEMORY_BUDGET_MB = 768;
const MB = 1_048_576;

/** After a stop this much more may be used, so that handlers still run until the engine has tidied up. */
const STEP_MB = 128;

/** True while the program has to be stopped for the memory that is used now. */
export type MemoryWatch = () => boolean;

/** `usedBytes` answers null where the engine doesn't say. */
export function createMemoryWatch(usedBytes: () => number | null): MemoryWatch {
  let allowed = MEMORY_BUDGET_MB;
  return () => {
    const used = (usedBytes() ?? 0) / MB;
    if (used <= MEMORY_BUDGET_MB) allowed = MEMORY_BUDGET_MB;
    if (used <= allowed) return false;
    allowed = used + STEP_MB;
    return true;
  };
}

/** Chromium's measure: of this process alone, at most 50 ms old, because the frame has a site and a process of its own. */
export function heapOfEngine(): () => number | null {
  const read = Object.getOwnPropertyDescriptor(Performance.prototype, 'memory')?.get;
  if (!read) return () => null;
  const { apply } = Reflect;
  return () => (apply(read, performance, []) as { usedJSHeapSize: number }).usedJSHeapSize;
}
