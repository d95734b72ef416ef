/** A time limit whose clock can be stopped, by several at once: it goes on when the last of them lets go. */
export class HeldClock {
  readonly #onOver: () => void;
  #leftMs: number;
  #since = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #holders = 0;
  #heldMs = 0;
  #isStopped = false;

  constructor(ms: number, onOver: () => void) {
    this.#onOver = onOver;
    this.#leftMs = ms;
    this.#go();
  }

  /** Milliseconds for which it stood still so far. */
  get heldMs(): number {
    return this.#heldMs + (this.#holders > 0 ? performance.now() - this.#since : 0);
  }

  /** Gives what lets go again; calling that twice does nothing more. */
  hold(): () => void {
    if (this.#holders++ === 0) this.#pause();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#holders === 0) this.#resume();
    };
  }

  /** For good. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #pause(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    this.#leftMs -= now - this.#since;
    this.#since = now;
  }

  #resume(): void {
    this.#heldMs += performance.now() - this.#since;
    this.#go();
  }

  #go(): void {
    this.#since = performance.now();
    if (!this.#isStopped) this.#timer = setTimeout(this.#onOver, this.#leftMs);
  }
}
