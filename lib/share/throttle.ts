import { createHmac, randomBytes } from 'node:crypto';

/** Slots of a throttle: what is remembered of everybody together, however many come. */
const SLOTS = 4_096;

/**
 * How often somebody may do something: `burst` times at once, and from then on `perSecond`. It takes the same memory whoever comes: names
 * share slots by a hash that nobody outside can work out.
 */
export class Throttle {
  readonly #left: Float64Array;
  readonly #at: Float64Array;
  readonly #key = randomBytes(16);
  readonly #burst: number;
  readonly #perSecond: number;

  constructor({ burst, perSecond }: { burst: number; perSecond: number }) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = new Float64Array(SLOTS).fill(burst);
    this.#at = new Float64Array(SLOTS);
  }

  /** Whether it may be done once more. `now` in milliseconds. */
  take(name: string, now = Date.now()): boolean {
    const slot = this.#refilled(name, now);
    if (this.#left[slot]! < 1) return false;
    this.#left[slot]! -= 1;
    return true;
  }

  /** What was taken and turned out to be none of what is counted. */
  giveBack(name: string): void {
    const slot = this.#slot(name);
    this.#left[slot] = Math.min(this.#burst, this.#left[slot]! + 1);
  }

  #refilled(name: string, now: number): number {
    const slot = this.#slot(name);
    const passed = Math.max(0, now - this.#at[slot]!) / 1_000;
    this.#left[slot] = Math.min(this.#burst, this.#left[slot]! + passed * this.#perSecond);
    this.#at[slot] = now;
    return slot;
  }

  #slot(name: string): number {
    return createHmac('sha1', this.#key).update(name).digest().readUInt16BE(0) % SLOTS;
  }
}
