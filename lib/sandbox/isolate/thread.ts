import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { START_MS, THREAD_HEAP_MB } from './limits';
import type { FromThread, ToThread, Warm } from './messages';

/** The pool's side of a thread. It says what comes from it, and its end; whose run that is, is the pool's matter. */
export class IsolateThread {
  readonly warm: Warm;
  readonly #worker: Worker;
  readonly #stop: Int32Array<SharedArrayBuffer>;
  #hear: (message: FromThread) => void = () => {};
  #end: (cause: Error | null) => void = () => {};
  #ended = false;

  private constructor(worker: Worker, { warm, stop }: Extract<FromThread, { type: 'ready' }>) {
    this.#worker = worker;
    this.warm = warm;
    this.#stop = stop;
    let cause: Error | null = null;
    worker.on('message', (message: FromThread) => this.#hear(message));
    worker.on('error', (error: Error) => (cause = error));
    worker.on('exit', () => {
      this.#ended = true;
      this.#end(cause);
    });
  }

  /** Starts a thread, with the snapshot of another one where there is one. Rejects where it can't run. */
  static async start(warm: Warm | null): Promise<IsolateThread> {
    // Node runs the file as it is; a bundler that followed this path would make a second program of it.
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'sandbox', 'isolate', 'entry.mjs');
    // The environment holds secrets, and nothing in a thread needs any of it.
    const worker = new Worker(/* turbopackIgnore: true */ file, { workerData: { warm }, env: {}, resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB } });
    const timer = setTimeout(() => void worker.terminate(), START_MS);
    const { promise, resolve, reject } = Promise.withResolvers<FromThread>();
    const ended = () => reject(new Error('A thread for generated code ended before it was ready.'));
    worker.once('message', resolve).once('error', reject).once('exit', ended);
    try {
      const ready = await promise;
      // A thread that waits for work is no reason for the process to stay.
      worker.unref();
      return new IsolateThread(worker, ready as Extract<FromThread, { type: 'ready' }>);
    } finally {
      clearTimeout(timer);
      worker.off('error', reject).off('exit', ended);
    }
  }

  get isEnded(): boolean {
    return this.#ended;
  }

  /** Who hears what it says from now on, and of its end where it ends by itself: with what broke it, where that is known. */
  listen(hear: (message: FromThread) => void, end: (cause: Error | null) => void): void {
    this.#hear = hear;
    this.#end = end;
  }

  send(message: ToThread): void {
    if (message.type === 'run') this.#worker.ref();
    this.#worker.postMessage(message, []);
  }

  /** Tells it in the middle of what it does, too. */
  stop(run: number): void {
    Atomics.store(this.#stop, 0, run);
    this.send({ type: 'stop', run });
  }

  rest(): void {
    this.#worker.unref();
  }

  /** Ends it wherever it is. It says nothing any more. */
  async kill(): Promise<void> {
    this.#ended = true;
    this.listen(() => {}, () => {});
    await this.#worker.terminate();
  }
}
