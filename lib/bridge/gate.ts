import { MAX_CALLS_PER_MESSAGE, MAX_MESSAGE_UNITS, isWithin, parseGuestMessage } from './guards';
import type { GuestMessage } from './messages';

/** What a chatty, honest program needs at most (typing, dragging a slider that fetches); above it the frame is closed. */
export const MAX_MESSAGES_PER_SECOND = 400;
/** Four screens full of cards at once; each call is a request to somebody's system. */
export const MAX_CALLS_PER_SECOND = 4 * MAX_CALLS_PER_MESSAGE;

export type Passage = { message: GuestMessage } | { breach: string };

/** Everything a guest says goes through here: how often, how much, and in which form it may. */
export class Gate {
  readonly #messages = new RateLimit(MAX_MESSAGES_PER_SECOND);
  readonly #calls = new RateLimit(MAX_CALLS_PER_SECOND);

  /** @param now in milliseconds, never less than before */
  pass(data: unknown, now: number): Passage {
    if (!this.#messages.take(now)) return { breach: `The program sent more than ${shown(MAX_MESSAGES_PER_SECOND)} messages in a second.` };
    const message = parseGuestMessage(data);
    if (!message) {
      const why = isWithin(data, MAX_MESSAGE_UNITS) ? 'in no form that the app knows' : 'that is too large, too deep, or no plain data';
      return { breach: `The program sent a message ${why}.` };
    }
    if (message.type === 'calls' && !this.#calls.take(now, message.calls.length)) {
      return { breach: `The program made more than ${shown(MAX_CALLS_PER_SECOND)} calls in a second.` };
    }
    return { message };
  }
}

/** Counts in windows of a second. `take` is false once there are too many. */
export class RateLimit {
  readonly #perSecond: number;
  #windowStart = 0;
  #taken = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  take(now: number, count = 1): boolean {
    if (now - this.#windowStart >= 1_000) {
      this.#windowStart = now;
      this.#taken = 0;
    }
    this.#taken += count;
    return this.#taken <= this.#perSecond;
  }
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
