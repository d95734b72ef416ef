/** Interfaces that run at once on the home page: each is a frame with a document of its own, and all of them share one thread. */
export const MAX_RUNNING = 4;

/** Places to run in. Who gets none waits in line; a place that is given back goes to the first who waits. */
export class Places {
  readonly #max: number;
  readonly #running = new Set<object>();
  readonly #waiting = new Map<object, () => void>();

  constructor(max: number) {
    this.#max = max;
  }

  /** `begin` is called once there is a place. Gives how to leave it, or the line. */
  ask(begin: () => void): () => void {
    const one = {};
    if (this.#running.size < this.#max) {
      this.#running.add(one);
      begin();
    } else this.#waiting.set(one, begin);
    return () => {
      this.#waiting.delete(one);
      if (this.#running.delete(one)) this.#next();
    };
  }

  #next(): void {
    const [first] = this.#waiting;
    if (!first) return;
    const [one, begin] = first;
    this.#waiting.delete(one);
    this.#running.add(one);
    begin();
  }
}
