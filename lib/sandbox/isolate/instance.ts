import { EvalFlags, JSException, type JSValueHandle, type QuickJS } from 'quickjs-wasi';
import type { PlaceRun } from '../place.ts';
import type { ThrownError } from './guest/host.ts';
import { restoreImage } from './memory-image.ts';
import type { FromThread, GuestOutcome, RunRequest, Warm } from './messages.ts';
import { cutShort, ENDINGS, engineErrorOf, errorOf, type Ending, lineIn, runError } from './run-error.ts';

type Send = (message: FromThread) => void;

/** Thrown through the engine: nothing of the guest runs after it, and the instance isn't used any more. */
class Halt extends Error {}

/** One instance of the engine, for one run. */
export class Instance {
  readonly #vm: QuickJS;
  readonly #guest: Record<keyof Warm['image']['handles'], JSValueHandle>;
  readonly #send: Send;
  #request: RunRequest | null = null;
  #deadline = Number.POSITIVE_INFINITY;
  #heldMs = 0;
  /** Why the run is to end, decided on this side. */
  #ending: { why: Ending; line?: number } | null = null;
  #outcome: GuestOutcome | null = null;
  #said = false;

  private constructor(vm: QuickJS, warm: Warm, send: Send) {
    const { begin, follow, settle, take } = warm.image.handles;
    this.#vm = vm;
    this.#send = send;
    this.#guest = { begin: vm.importHandle(begin), follow: vm.importHandle(follow), settle: vm.importHandle(settle), take: vm.importHandle(take) };
    vm.registerHostCallback('line', (level, text) => this.#line(level!.toString(), text!.toString()));
    vm.registerHostCallback('end', (kind, text) => this.#end(kind!.toString(), text));
  }

  /** `isStopped` says whether the run of that number is to stop. */
  static async restore(warm: Warm, { memoryBytes, stackBytes }: NonNullable<PlaceRun['limits']>, isStopped: (run: number) => boolean, send: Send): Promise<Instance> {
    let instance: Instance | null = null;
    const interruptHandler = () => instance !== null && instance.#mustHalt(isStopped);
    const vm = await restoreImage(warm, { memoryLimit: memoryBytes, maxStackSize: stackBytes, timezoneOffset: 0, interruptHandler });
    instance = new Instance(vm, warm, send);
    return instance;
  }

  get isOver(): boolean {
    return this.#said;
  }

  begin(request: RunRequest): void {
    this.#request = request;
    this.#deadline = performance.now() + request.limits.ms;
    const { bindings, limits, seeds, call } = request;
    this.#step(() => {
      this.#give('begin', JSON.stringify({ bindings, limits, seeds, call }));
      const { promise, form } = this.#evaluate(request);
      this.#vm.callFunction(this.#guest.follow, this.#vm.undefined, promise, this.#vm.newString(form)).dispose();
    });
  }

  /** Answers, as JSON. */
  settle(json: string, heldMs: number): void {
    this.#heldMs = heldMs;
    this.#step(() => this.#give('settle', json));
  }

  cancel(): void {
    this.#ending ??= { why: 'cancelled' };
    this.#say();
  }

  /**
   * A script gives its last expression's value, and can't `return`; a function's body can. Lines stay what they are in both.
   * What is thrown here was never run: errors of what runs are the promise's.
   */
  #evaluate({ code, call }: RunRequest): { promise: JSValueHandle; form: 'script' | 'function' | 'module' } {
    if (call) return { promise: this.#vm.evalCode(code, 'data.ts', EvalFlags.TYPE_MODULE), form: 'module' };
    try {
      return { promise: this.#vm.evalCode(code, 'execute.ts', EvalFlags.ASYNC | EvalFlags.STRICT), form: 'script' };
    } catch (error) {
      if (!(error instanceof JSException) || error.message !== 'return not in a function') throw error;
    }
    const body = this.#vm.evalCode(`(async function () {'use strict';${code}\n})`, 'execute.ts');
    return { promise: this.#vm.callFunction(body, this.#vm.undefined), form: 'function' };
  }

  /** Lets the guest run until it has nothing left to do, then sends what it wants sent. */
  #step(work: () => void): void {
    let calls: string | null = null;
    try {
      work();
      this.#vm.executePendingJobs();
      if (!this.#ending && !this.#outcome) calls = this.#take();
    } catch (error) {
      this.#fail(error);
    }
    if (this.#ending || this.#outcome) return this.#say();
    if (calls === null) return this.#stuck();
    if (calls !== '') this.#send({ type: 'calls', run: this.#request!.run, json: calls });
  }

  /** What the guest wants sent; null where it waits for nothing. */
  #take(): string | null {
    return this.#vm.callFunction(this.#guest.take, this.#vm.undefined).consume((calls) => (calls.isUndefined ? null : calls.toString()));
  }

  #fail(error: unknown): void {
    if (this.#ending) {
      if (error instanceof JSException) this.#ending.line ??= lineIn(error.stack);
      return;
    }
    if (error instanceof Halt || this.#outcome) return;
    this.#outcome = { ok: false, error: error instanceof JSException ? errorOf(error as ThrownError) : engineErrorOf(error) };
  }

  /** Nothing can go on any more. Where memory ran out, that is why: even saying so takes some. */
  #stuck(): void {
    const { mallocSize, mallocLimit } = this.#vm.getMemoryUsage();
    this.#ending = { why: mallocSize > mallocLimit * 0.9 ? 'limit-memory' : 'never-settles' };
    this.#say();
  }

  #say(): void {
    if (this.#said) return;
    this.#said = true;
    const { run, limits } = this.#request!;
    const outcome = this.#outcome ?? { ok: false as const, error: ENDINGS[this.#ending!.why](limits, this.#ending!.line) };
    this.#send({ type: 'ended', run, outcome });
    this.#vm.dispose();
  }

  #give(to: 'begin' | 'settle', text: string): void {
    const handle = this.#vm.newString(text);
    this.#vm.callFunction(this.#guest[to], this.#vm.undefined, handle).dispose();
    handle.dispose();
  }

  /**
   * Asked by the engine every some thousand steps. The first yes throws inside the guest, which can't catch it in one
   * function but could go on in another; the second leaves the engine altogether.
   */
  #mustHalt(isStopped: (run: number) => boolean): boolean {
    if (this.#outcome || this.#ending) throw new Halt();
    if (isStopped(this.#request?.run ?? -1)) this.#ending = { why: 'cancelled' };
    else if (performance.now() >= this.#deadline + this.#heldMs) this.#ending = { why: 'limit-time' };
    return this.#ending !== null;
  }

  #line(level: string, text: string): JSValueHandle {
    this.#send({ type: 'line', run: this.#request!.run, level: level as 'log', text });
    return this.#vm.undefined;
  }

  #end(kind: string, handle: JSValueHandle | undefined): JSValueHandle {
    if (this.#ending || this.#outcome) return this.#vm.undefined;
    const text = handle && !handle.isUndefined ? handle.toString() : undefined;
    if (kind === 'value') this.#outcome = { ok: true, json: text };
    else if (kind === 'limit-calls' || kind === 'limit-call-bytes') this.#ending = { why: kind, line: lineIn(text) };
    else if (kind === 'threw') this.#outcome = { ok: false, error: errorOf(JSON.parse(text!) as ThrownError) };
    else this.#outcome = { ok: false, error: runError(kind === 'unfit' ? 'syntax' : kind, cutShort(text ?? '')) };
    return this.#vm.undefined;
  }
}
