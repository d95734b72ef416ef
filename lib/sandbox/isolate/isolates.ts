import type { Place, PlaceRun, RunLimits, RunOutcome } from '../place';
import { CANCEL_GRACE_MS, limitsOf, REFILL_MS } from './limits';
import type { Warm } from './messages';
import { ENDINGS, type Ending } from './run-error';
import { Running } from './running';
import { IsolateThread } from './thread';
import { WaitingRuns } from './waiting-runs';

export type IsolatesOptions = {
  /** Threads that are kept ready. */
  size?: number;
  /** Threads there may be: a run that waits for an answer holds one. */
  max?: number;
};

/** One thread for each of a small server's cores is ready; most runs wait for answers, so many more may be under way. */
const SIZE = 2;
const MAX = 16;

/**
 * The server's place for generated code: each run has an instance of a small JavaScript engine (QuickJS, in WebAssembly) to
 * itself, in one of a few threads. Neither instance nor thread knows anything of the server but the calls it may make.
 */
export function createIsolates(options: IsolatesOptions = {}): Isolates {
  return new Isolates(options.size ?? SIZE, options.max ?? Math.max(MAX, options.size ?? SIZE));
}

export class Isolates implements Place {
  readonly #size: number;
  readonly #max: number;
  /** Threads with an instance ready, the one that was used last at the end. */
  #free: IsolateThread[] = [];
  readonly #all = new Set<IsolateThread>();
  #refilling = 0;
  #starting = 0;
  readonly #waiting = new WaitingRuns();
  #warm: Promise<Warm> | null = null;
  #runs = new Set<Running>();
  #lastRun = 0;
  #closed = false;
  readonly #starts = new Set<Promise<unknown>>();
  /** Who waits for the pool to be whole. */
  #watchers: { resolve(): void; reject(error: unknown): void }[] = [];

  constructor(size: number, max: number) {
    this.#size = size;
    this.#max = max;
  }

  /** How many threads there are, and how many of them have an instance ready. */
  get threads(): { all: number; free: number } {
    return { all: this.#all.size, free: this.#free.length };
  }

  /** Resolves once as many threads are ready as are kept. Rejects where none can be started. */
  async ready(): Promise<void> {
    if (this.#closed) throw new Error('The isolates are closed.');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#watchers.push({ resolve, reject });
    this.#fill();
    this.#tellWatchers();
    return promise;
  }

  async run(run: PlaceRun): Promise<RunOutcome> {
    const limits = limitsOf(run.limits);
    const ending = (why: Ending): RunOutcome => ({ ok: false, error: ENDINGS[why](limits), console: [], calls: [], ms: 0 });
    if (run.code.length > limits.codeUnits) return ending('limit-code');
    const args = argumentsOf(run);
    if (args === null || args.length > limits.callUnits) return ending('limit-arguments');
    const thread = await this.#thread(run.signal);
    if (typeof thread === 'string') return ending(thread);
    if (run.signal?.aborted) {
      this.#release(thread);
      return ending('cancelled');
    }
    return this.#runOn(thread, run, limits, args);
  }

  async #runOn(thread: IsolateThread, run: PlaceRun, limits: RunLimits, args: string): Promise<RunOutcome> {
    const running = new Running((this.#lastRun = (this.#lastRun % 0x7fff_fffe) + 1), run, limits, args, thread);
    this.#runs.add(running);
    thread.listen((message) => running.hear(message), (cause) => {
      this.#all.delete(thread);
      running.stop((cause as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'limit-memory' : 'crashed');
    });
    const { outcome, by } = await running.end;
    this.#runs.delete(running);
    if (!outcome.ok && outcome.error.code === 'crashed') this.#replace(thread);
    else this.#refill(thread, by === 'host' ? running.number : null);
    return outcome;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const running of this.#runs) running.stop('closed');
    this.#waiting.end('closed');
    for (const { reject } of this.#watchers.splice(0)) reject(new Error('The isolates are closed.'));
    this.#free = [];
    await Promise.all([...this.#all].map((thread) => thread.kill()));
    this.#all.clear();
    await Promise.allSettled(this.#starts);
  }

  /** A thread for a run, or why there is none. One that is about to be free is waited for, rather than another started. */
  #thread(signal: AbortSignal | undefined): Promise<IsolateThread | Ending> | IsolateThread | Ending {
    if (this.#closed) return 'closed';
    if (signal?.aborted) return 'cancelled';
    const free = this.#free.pop();
    if (free) return free;
    const given = this.#waiting.wait(signal);
    this.#fill();
    return given;
  }

  /** Starts as many threads as are missing: to what is kept ready, or for who waits. */
  #fill(): void {
    const wanted = this.#waiting.length - this.#refilling - this.#starting;
    const missing = Math.max(this.#size - this.#all.size - this.#starting, Math.min(wanted, this.#max - this.#all.size - this.#starting));
    for (let i = 0; i < missing && !this.#closed; i++) this.#start();
  }

  #start(): void {
    this.#starting += 1;
    const start = this.#startThread().then(
      (thread) => {
        this.#starting -= 1;
        if (this.#closed) return thread.kill();
        this.#all.add(thread);
        return this.#release(thread);
      },
      (error: unknown) => {
        this.#starting -= 1;
        this.#cannotStart(error);
      },
    );
    this.#starts.add(start);
    void start.finally(() => this.#starts.delete(start));
  }

  /** The first one makes the snapshot; the others wait for it and start with it. */
  async #startThread(): Promise<IsolateThread> {
    const warm = this.#warm;
    if (warm) return IsolateThread.start(await warm);
    const first = IsolateThread.start(null);
    this.#warm = first.then((thread) => thread.warm);
    this.#warm.catch(() => (this.#warm = null));
    return first;
  }

  /** Nothing is tried again by itself: the next run does. */
  #cannotStart(error: unknown): void {
    console.error('No thread for generated code could be started:', error);
    for (const { reject } of this.#watchers.splice(0)) reject(error);
    if (this.#all.size === 0 && this.#starting === 0) this.#waiting.end('crashed');
  }

  #release(thread: IsolateThread): void {
    if (this.#waiting.give(thread)) return;
    thread.rest();
    thread.listen(() => {}, () => this.#lose(thread));
    if (this.#free.length >= this.#size) return void this.#drop(thread);
    this.#free.push(thread);
    this.#tellWatchers();
  }

  /** A thread whose run has ended makes its next instance; where the run was ended from outside, it has to hear of that first. */
  #refill(thread: IsolateThread, stopped: number | null): void {
    if (thread.isEnded) return this.#replace(thread);
    this.#refilling += 1;
    const done = () => {
      clearTimeout(timer);
      this.#refilling -= 1;
    };
    const broken = () => {
      done();
      this.#replace(thread);
    };
    let timer = setTimeout(broken, stopped === null ? REFILL_MS : CANCEL_GRACE_MS);
    thread.listen((message) => {
      if (message.type === 'free') {
        done();
        this.#release(thread);
      } else if (message.type === 'ended') {
        clearTimeout(timer);
        timer = setTimeout(broken, REFILL_MS);
      }
    }, broken);
    if (stopped !== null) thread.stop(stopped);
  }

  #replace(thread: IsolateThread): void {
    void this.#drop(thread);
    this.#fill();
  }

  #lose(thread: IsolateThread): void {
    this.#free = this.#free.filter((other) => other !== thread);
    this.#replace(thread);
  }

  async #drop(thread: IsolateThread): Promise<void> {
    this.#all.delete(thread);
    await thread.kill();
  }

  #tellWatchers(): void {
    if (this.#free.length < this.#size) return;
    for (const { resolve } of this.#watchers.splice(0)) resolve();
  }
}

/** The arguments of the function that is to be called, as JSON; null where they aren't. */
function argumentsOf({ call }: PlaceRun): string | null {
  try {
    return JSON.stringify(call?.args ?? {}) ?? null;
  } catch {
    return null;
  }
}
