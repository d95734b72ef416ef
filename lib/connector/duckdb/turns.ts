import type { CallError } from '../contract';
import { MAX_RUNNING, MAX_WAIT_MS } from '../limits';
import { cancelled, tooBusy } from '../sql/endings';

/** Gives back the turn. */
export type Release = () => void;

let running = 0;
const waiting: (() => void)[] = [];

/** Waits until fewer than MAX_RUNNING queries run. Rejects when `signal` fires or after MAX_WAIT_MS. */
export async function takeTurn(signal: AbortSignal): Promise<Release> {
  if (signal.aborted) throw cancelled();
  if (running >= MAX_RUNNING) await waitInLine(signal);
  else running++;
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    const next = waiting.shift();
    if (next) next();
    else running--;
  };
}

/** Whoever leaves hands the turn over, so `running` stays as it is. */
function waitInLine(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (error: CallError) => {
      waiting.splice(waiting.indexOf(enter), 1);
      settle();
      reject(error);
    };
    const enter = () => {
      settle();
      resolve();
    };
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const onAbort = () => leave(cancelled());
    const timer = setTimeout(() => leave(tooBusy()), MAX_WAIT_MS);
    signal.addEventListener('abort', onAbort);
    waiting.push(enter);
  });
}
