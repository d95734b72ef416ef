import type { Call, CallAnswer } from '../../lib/bridge/messages';
import { CallFailed } from './call-failed';

/** As many as the host takes in one message. */
const MAX_CALLS_PER_MESSAGE = 1_000;

type Waiting = { resolve(value: unknown): void; reject(error: unknown): void; calledAt: Error };

export type Calls = {
  /**
   * Sends one call with all others of this microtask. Rejects with a CallFailed. `onId` hears what `cancel` takes; `place` is the
   * same for calls of one place in the program's text, so that they are told apart by it once for all of them.
   */
  call(call: Omit<Call, 'id'>, onId?: (id: number) => void, place?: unknown): Promise<unknown>;
  answer(answers: readonly CallAnswer[]): void;
  cancel(ids: Iterable<number>): void;
};

export type CallSender = (message: { type: 'calls'; calls: Call[] } | { type: 'cancel'; ids: number[] }) => void;

/** The guest's side of the bridge: numbers calls, sends them in batches, and gives each answer to who waits for it. */
export function createCalls(send: CallSender): Calls {
  const waiting = new Map<number, Waiting>();
  const places = new Map<unknown, Error>();
  let batch: Call[] = [];
  let lastId = 0;

  /**
   * Made here and not when the answer comes, so that its stack names the line that called. Making one is most of what a call costs,
   * so those of one place and one microtask share it.
   */
  function calledAt(place: unknown): Error {
    const known = place === undefined ? undefined : places.get(place);
    if (known) return known;
    const here = new Error();
    if (place !== undefined) places.set(place, here);
    return here;
  }

  function flush(): void {
    const calls = batch;
    batch = [];
    places.clear();
    for (let at = 0; at < calls.length; at += MAX_CALLS_PER_MESSAGE) {
      send({ type: 'calls', calls: calls.slice(at, at + MAX_CALLS_PER_MESSAGE) });
    }
  }

  return {
    call(call, onId, place) {
      const id = ++lastId;
      const here = calledAt(place);
      return new Promise((resolve, reject) => {
        const args = plainJson(call.args);
        waiting.set(id, { resolve, reject, calledAt: here });
        if (batch.push({ ...call, id, args }) === 1) queueMicrotask(flush);
        onId?.(id);
      });
    },
    answer(answers) {
      for (const answer of answers) {
        const caller = waiting.get(answer.id);
        if (!caller) continue;
        waiting.delete(answer.id);
        if (answer.ok) caller.resolve(answer.value);
        else caller.reject(new CallFailed(answer.error, caller.calledAt));
      }
    },
    cancel(ids) {
      const open = [...ids].filter((id) => waiting.has(id));
      for (const id of open) {
        const caller = waiting.get(id)!;
        waiting.delete(id);
        caller.reject(new CallFailed({ code: 'cancelled', message: 'The call was cancelled.', retryable: true }, caller.calledAt));
      }
      const unsent = new Set(open.filter((id) => batch.some((call) => call.id === id)));
      batch = batch.filter((call) => !unsent.has(call.id));
      const sent = open.filter((id) => !unsent.has(id));
      if (sent.length > 0) send({ type: 'cancel', ids: sent });
    },
  };
}

/** What JSON makes of the arguments, dates as ISO strings. @throws CallFailed where it can't. */
function plainJson(args: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(args ?? null));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CallFailed({ code: 'bad-arguments', message: `These arguments can’t be sent: ${why}`, retryable: false });
  }
}
