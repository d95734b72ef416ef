import { randomFillSync } from 'node:crypto';
import type { ConsoleLine, PlaceRun, RunError, RunLimits, RunOutcome } from '../place';
import { HeldClock } from './held-clock';
import { STOP_GRACE_MS } from './limits';
import type { FromThread, GuestOutcome, RunRequest } from './messages';
import { OutgoingCalls } from './outgoing-calls';
import { isPlain } from './plain';
import { ENDINGS, type Ending, runError } from './run-error';
import type { IsolateThread } from './thread';

/** What came of a run. `by` tells whether its thread said so or has still to be told. */
type End = { outcome: RunOutcome; by: 'guest' | 'host' };

/** Lines that the guest's own code may add to those of the program. */
const OWN_LINES = 3;

type Result = { ok: true; value: unknown } | { ok: false; error: RunError };

/** One run on its thread, from its begin to its outcome. */
export class Running {
  readonly end: Promise<End>;
  readonly number: number;
  readonly #limits: RunLimits;
  readonly #began = performance.now();
  readonly #calls: OutgoingCalls;
  readonly #console: ConsoleLine[] = [];
  readonly #clock: HeldClock;
  readonly #signal: AbortSignal | undefined;
  readonly #settle: (end: End) => void;
  #isOver = false;

  constructor(number: number, run: PlaceRun, limits: RunLimits, args: string, thread: IsolateThread) {
    const { promise, resolve } = Promise.withResolvers<End>();
    this.number = number;
    this.end = promise;
    this.#settle = resolve;
    this.#limits = limits;
    this.#signal = run.signal;
    this.#clock = new HeldClock(limits.ms + STOP_GRACE_MS, () => this.stop('limit-time'));
    const answer = (json: string) => thread.send({ type: 'answers', run: number, json, heldMs: this.#clock.heldMs });
    this.#calls = new OutgoingCalls(run, limits, () => this.#clock.hold(), answer, (why) => this.stop(why));
    run.signal?.addEventListener('abort', this.#cancel);
    thread.send({ type: 'run', request: requestOf(number, run, limits, args) });
  }

  hear(message: FromThread): void {
    if (this.#isOver || !('run' in message) || message.run !== this.number) return;
    if (message.type === 'calls') this.#calls.start(message.json);
    else if (message.type === 'line') this.#print(message);
    else this.#finish(this.#read(message.outcome), 'guest');
  }

  /** The guest counts its lines and says where it leaves some out; a few notices are its own. */
  #print({ level, text }: ConsoleLine): void {
    if (this.#console.length < this.#limits.consoleLines + OWN_LINES) this.#console.push({ level, text });
  }

  /** Ends it from outside. */
  stop(why: Ending): void {
    const error = ENDINGS[why](this.#limits);
    const open = why === 'limit-time' ? this.#calls.openNames() : '';
    this.#finish({ ok: false, error: open === '' ? error : { ...error, hint: `It waited for ${open}.` } }, 'host');
  }

  readonly #cancel = () => this.stop('cancelled');

  #finish(result: Result, by: End['by']): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#clock.stop();
    this.#signal?.removeEventListener('abort', this.#cancel);
    this.#calls.end();
    this.#settle({ outcome: { ...result, console: this.#console, calls: this.#calls.made, ms: performance.now() - this.#began }, by });
  }

  #read(outcome: GuestOutcome): Result {
    if (!outcome.ok) return outcome;
    if (outcome.json === undefined) return { ok: true, value: undefined };
    const value: unknown = JSON.parse(outcome.json);
    return isPlain(value) ? { ok: true, value } : { ok: false, error: runError('bad-value', 'The value is nested too deep, or has a key __proto__.') };
  }
}

function requestOf(run: number, { code, call, bindings }: PlaceRun, limits: RunLimits, args: string): RunRequest {
  return {
    run,
    code,
    call: call ? { name: call.name, args } : null,
    bindings: bindings.map(({ name, operations }) => ({ name, operations: [...operations] })),
    limits,
    seeds: [...randomFillSync(new Int32Array(3))],
  };
}
