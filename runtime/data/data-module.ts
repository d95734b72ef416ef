import type { CompiledFile } from '../../lib/bridge/messages';
import type { LoopGuard } from '../tick';
import { CallFailed } from './call-failed';
import type { Calls } from './calls';
import { createAsked, type Asked } from './asked';
import { type DataFile, type DataFunction, openDataFile } from './data-file';

/** One run of a data function. `stop` cancels the calls it waits for; `calls` are the numbers of those it has made. */
export type Invocation = { result: Promise<unknown>; stop(): void; calls(): number[] };

export type DataModule = {
  /** What `data` is in ui.tsx: a function for every name, the same one for good, callable once it has arrived. */
  readonly handles: Record<string, DataFunction>;
  /** Takes over a newer data.ts. Functions that it doesn't have yet keep their former text. @throws what evaluating threw */
  install(compiled: CompiledFile, done: boolean): void;
  /** The name behind a handle, null for other functions. */
  nameOf(fn: unknown): string | null;
  /** Changes whenever the function's text does; null while it isn't written. */
  hashOf(name: string): string | null;
  /** Counts up whenever a function came, changed or went. */
  version(): number;
  /** True once nothing more of data.ts will come. */
  isWhole(): boolean;
  /** What a function of ui.tsx would call at once, without calling it: names and arguments as text. Null where it isn't all written yet. */
  probe(fn: (args: unknown) => unknown, args: unknown): string | null;
  invoke(name: string, args: unknown): Invocation;
  /** What was called so far. */
  readonly asked: Asked;
  /** Runs a function of ui.tsx; `stop` cancels what it called at once. */
  invokeInline(fn: (args: unknown) => unknown, args: unknown): Invocation;
};

/** The guest's `data.ts`. `bindings` are the names granted to it. */
export function createDataModule(calls: Calls, guard: LoopGuard, bindings: () => readonly string[]): DataModule {
  const handles = new Map<string, DataFunction>();
  const names = new WeakMap<object, string>();
  const written = new Map<string, { file: DataFile; hash: string }>();
  const asked = createAsked();
  let whole = false;
  let version = 0;
  let probed: string[] | null = null;
  let begun: Invocation[] | null = null;
  let arrivals: { name: string; go(): void }[] = [];

  function handle(name: string): DataFunction {
    const known = handles.get(name);
    if (known) return known;
    const made: DataFunction = (args) => {
      if (!probed) return begin(name, args).result;
      probed.push(`${name}@${written.get(name)?.hash} ${JSON.stringify(args)}`);
      return new Promise(() => {});
    };
    handles.set(name, made);
    names.set(made, name);
    return made;
  }

  function begin(name: string, args: unknown): Invocation {
    const invocation = written.has(name) || whole ? invoke(name, args) : invokeOnArrival(name, args);
    begun?.push(invocation);
    return invocation;
  }

  /** Called while it's being written, it is called once it has arrived. */
  function invokeOnArrival(name: string, args: unknown): Invocation {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const arrival = { name, go: () => resolve((running = invoke(name, args)).result) };
    let running: Invocation | null = null;
    arrivals.push(arrival);
    const stop = () => {
      arrivals = arrivals.filter((other) => other !== arrival);
      running?.stop();
    };
    return { result: promise, stop, calls: () => running?.calls() ?? [] };
  }

  function letArrivalsGo(): void {
    const here = arrivals.filter(({ name }) => whole || written.has(name));
    arrivals = arrivals.filter((arrival) => !here.includes(arrival));
    for (const { go } of here) go();
  }

  function invoke(name: string, args: unknown): Invocation {
    const file = written.get(name)?.file;
    if (!file) return { result: Promise.reject(notThere(name, whole)), stop: () => {}, calls: () => [] };
    asked.note(name, args ?? {});
    const open = new Set<number>();
    // Async, so that what is thrown at once is a rejection too.
    const run = async () => {
      const module = file.open((binding, operation, callArgs, place) =>
        calls.call({ binding, operation, args: callArgs, from: name }, (id) => open.add(id), place),
      );
      return module[name]!(args ?? {});
    };
    return { result: run(), stop: () => calls.cancel(open), calls: () => [...open] };
  }

  return {
    handles: new Proxy({} as Record<string, DataFunction>, {
      get: (_, key) => (key === '__esModule' ? true : typeof key === 'symbol' || key === 'then' ? undefined : handle(key)),
      has: (_, key) => written.has(String(key)),
    }),
    install(compiled, done) {
      const file = openDataFile(compiled, bindings(), guard, done);
      whole = done;
      if ([...file.functions].some(([name, hash]) => written.get(name)?.hash !== hash)) version += 1;
      for (const [name, hash] of file.functions) written.set(name, { file, hash });
      if (done) for (const name of written.keys()) if (!file.functions.has(name)) written.delete(name);
      letArrivalsGo();
    },
    nameOf: (fn) => (typeof fn === 'function' ? (names.get(fn) ?? null) : null),
    hashOf: (name) => written.get(name)?.hash ?? null,
    version: () => version,
    isWhole: () => whole,
    probe(fn, args) {
      const before = probed;
      const seen: string[] = [];
      probed = seen;
      try {
        fn(args);
      } catch {
        // It will throw again where it is called for its value, and be told there.
      } finally {
        probed = before;
      }
      return !whole && seen.some((call) => !written.has(call.slice(0, call.indexOf('@')))) ? null : seen.join(' ');
    },
    invoke,
    asked,
    invokeInline(fn, args) {
      const before = begun;
      const started: Invocation[] = [];
      begun = started;
      try {
        // Async, so that what is thrown at once is a rejection too.
        const result = (async () => fn(args))();
        return { result, stop: () => started.forEach(({ stop }) => stop()), calls: () => started.flatMap((one) => one.calls()) };
      } finally {
        begun = before;
      }
    },
  };
}

function notThere(name: string, whole: boolean): CallFailed {
  const message = whole ? `data.ts has no function '${name}'.` : `'${name}' isn’t written yet.`;
  return new CallFailed({ code: 'unknown-operation', message, retryable: !whole });
}
