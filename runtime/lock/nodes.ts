import { Stopped } from '../guard/stopped';

/**
 * How many elements may be made in one task, by whomever. React spreads a big frame over many tasks; this many in one are
 * a loop that fills the document, or a chart of as many points.
 */
export const MAX_NODES = 20_000;

/** Counts an element that is about to be made. @throws Stopped where it's one too many for this task */
export type CountNode = () => void;

/** `afterRun` calls back once the present task has ended. */
export function createNodeCount(afterRun: (callback: () => void) => void): CountNode {
  let made = 0;
  const reset = () => {
    made = 0;
  };
  return () => {
    if (made === 0) afterRun(reset);
    made += 1;
    if (made <= MAX_NODES) return;
    throw new Stopped('render', `It puts more than ${MAX_NODES.toLocaleString('en')} elements into the document at once and was stopped; show fewer.`);
  };
}
