import type { Call, CallAnswer } from '../../lib/bridge/messages';
import { CallFailed } from './call-failed';

/** As many as the host takes in one message. */
const MAX_CALLS_PER_MESSAGE = 1_000;

type Waiting = { resolve(value: unknown): void; reject(error: unknown): void; failed: CallFailed };

export type Calls = {
  /** Sends one call with all others of this microtask. Rejects with a CallFailed. `onId` hears what `cancel` takes. */
  call(call: Omit<Call, 'id'>, onId?: (id: number) => void): Promise<unknown>;
  answer(answers: readonly CallAnswer[]): void;
  cancel(ids: Iterable<number>): void;
};

export type CallSender = (message: { type: 'calls'; calls: Call[] } | { type: 'cancel'; ids: number[] }) => void;

/** The guest's side of the bridge: numbers calls, sends them in batches, and gives each answer to who waits for it. */
export function createCalls(send: CallSender): Calls {
  const waiting = new Map<number, Waiting>();
  let batch: Call[] = [];
  let lastId = 0;

  function flush(): void {
    const calls = batch;
    batch = [];
    for (let at = 0; at < calls.length; at += MAX_CALLS_PER_MESSAGE) {
      send({ type: 'calls', calls: calls.slice(at, at + MAX_CALLS_PER_MESSAGE) });
    }
  }

  return {
    call(call, onId) {
      const id = ++lastId;
      // Made here and not when the answer comes, so that its stack names the line that called.
      const failed = new CallFailed({ code: 'cancelled', message: 'The call was cancelled.', retryable: true });
      return new Promise((resolve, reject) => {
        const args = plainJson(call.args);
        waiting.set(id, { resolve, reject, failed });
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
        else caller.reject(Object.assign(caller.failed, answer.error));
      }
    },
    cancel(ids) {
      const open = [...ids].filter((id) => waiting.has(id));
      for (const id of open) {
        waiting.get(id)!.reject(waiting.get(id)!.failed);
        waiting.delete(id);
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
