import type { GuestMessage } from '../lib/bridge/messages';
import type { Outcome } from './program';

/** A frame that suspends would never be answered for, and the host sends no other before it is. */
const MAX_WAIT_MS = 1_500;

export type Acks = {
  begin(seq: number): void;
  /** Says what became of the swap, once. An older one that is overtaken was kept out. */
  end(seq: number, outcome: Outcome): void;
};

/** Answers each swap exactly once. `now` is a clock in milliseconds. */
export function createAcks(
  send: (message: Extract<GuestMessage, { type: 'ack' }>) => void,
  now: () => number,
  later: (callback: () => void, ms: number) => void,
): Acks {
  let open: { seq: number; began: number } | null = null;

  function end(seq: number, outcome: Outcome): void {
    if (open?.seq !== seq) return;
    const ms = Math.round((now() - open.began) * 100) / 100;
    open = null;
    send({ type: 'ack', seq, outcome, ms });
  }

  return {
    begin(seq) {
      if (open) end(open.seq, 'kept');
      open = { seq, began: now() };
      later(() => end(seq, 'kept'), MAX_WAIT_MS);
    },
    end,
  };
}
