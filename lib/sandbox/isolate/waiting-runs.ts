import { MAX_WAIT_MS, MAX_WAITING } from './limits';
import type { Ending } from './run-error';
import type { IsolateThread } from './thread';

type Given = IsolateThread | Ending;

/** Runs that wait for a thread, the first first. Each is given one, or why there is none. */
export class WaitingRuns {
  #waiting: ((given: Given) => void)[] = [];

  get length(): number {
    return this.#waiting.length;
  }

  /** A thread, once it's this run's turn; `busy` where too many wait or it takes too long, `cancelled` where `signal` fires. */
  wait(signal: AbortSignal | undefined): Promise<Given> {
    if (this.#waiting.length >= MAX_WAITING) return Promise.resolve('busy');
    const { promise, resolve } = Promise.withResolvers<Given>();
    const leave = (given: Given) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      this.#waiting = this.#waiting.filter((other) => other !== leave);
      resolve(given);
    };
    const cancel = () => leave('cancelled');
    const timer = setTimeout(() => leave('busy'), MAX_WAIT_MS);
    signal?.addEventListener('abort', cancel);
    this.#waiting.push(leave);
    return promise;
  }

  /** Gives the thread to who has waited longest. False where nobody waits. */
  give(thread: IsolateThread): boolean {
    const next = this.#waiting[0];
    next?.(thread);
    return next !== undefined;
  }

  end(why: Ending): void {
    // Each that leaves makes another list of who is left.
    for (const leave of this.#waiting) leave(why);
  }
}
