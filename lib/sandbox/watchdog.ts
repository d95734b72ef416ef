/** How often the guest is asked whether it still answers. */
const PING_MS = 1_000;
/**
 * How long it may not answer while it's looked at. Longer than the guest's own guard of loops, so that a loop is reported
 * with its line; what reaches this is stuck where no guard can be (a regular expression, a huge sort, no memory left).
 */
const FROZEN_MS = 5_000;

/**
 * Asks `ping` again and again; calls `onFrozen` once where no `pong` came for FROZEN_MS. Time in which the page is hidden
 * doesn't count, because browsers slow hidden pages down; nor does time in which `isExcused` says that something else holds
 * the guest up.
 */
export class Watchdog {
  readonly #ping: (n: number) => void;
  readonly #onFrozen: () => void;
  readonly #isExcused: () => boolean;
  readonly #timer: ReturnType<typeof setInterval>;
  #n = 0;
  #silent = 0;
  #last: number;

  constructor(ping: (n: number) => void, onFrozen: () => void, isExcused: () => boolean) {
    this.#ping = ping;
    this.#onFrozen = onFrozen;
    this.#isExcused = isExcused;
    this.#last = performance.now();
    this.#timer = setInterval(() => this.#look(), PING_MS);
  }

  pong(): void {
    this.#silent = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = performance.now();
    // A long gap means that this page itself was asleep; the guest is not to blame for it.
    const passed = Math.min(now - this.#last, 2 * PING_MS);
    this.#last = now;
    if (document.hidden || this.#isExcused()) {
      this.#silent = 0;
      return;
    }
    if (this.#silent >= FROZEN_MS) {
      this.stop();
      this.#onFrozen();
      return;
    }
    this.#silent += passed;
    this.#ping(++this.#n);
  }
}
