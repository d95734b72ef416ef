/** Random numbers that are the same in every run (mulberry32, Tommy Ettinger). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** One of the keys, as often as its number says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const keys = Object.keys(weights) as K[];
    return keys[new Wheel(keys.map((key) => weights[key])).spin(this)]!;
  }

  /** Mostly near 1, sometimes much more: few big customers, few bestsellers. */
  skewed(spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return Math.exp(normal * spread);
  }
}

/** Draws indexes in proportion to their weights. */
export class Wheel {
  readonly #sums: number[];

  constructor(weights: readonly number[]) {
    let sum = 0;
    this.#sums = weights.map((weight) => (sum += weight));
  }

  spin(random: Random): number {
    const at = random.next() * this.#sums.at(-1)!;
    return this.#sums.findIndex((sum) => sum > at);
  }
}
