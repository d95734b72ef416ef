import type { CompiledFile } from '../../lib/bridge/messages';
import type { LoopGuard, Ticks } from '../tick';
import { compileFunction } from '../source-position';
import { bindingObject } from './binding';

export type DataFunction = (args: unknown) => Promise<unknown>;
/** `place` is the same for calls of one place in the text. */
type StartCallOf = (binding: string, operation: string, args: unknown, place: unknown) => Promise<unknown>;

/** A compiled `data.ts`: its whole functions with their hashes, and a fresh module for each invocation. */
export type DataFile = {
  functions: ReadonlyMap<string, string>;
  /** The functions of a new module whose bindings call through `start`. */
  open(start: StartCallOf): Record<string, DataFunction>;
};

/**
 * Evaluates `data.ts` once to see that it stands. While it isn't `done`, a function that mentions a name nobody has
 * written yet doesn't count. @throws what evaluating threw
 */
export function openDataFile(compiled: CompiledFile, bindings: readonly string[], guard: LoopGuard, done: boolean): DataFile {
  const known = compiled.free.filter((name) => bindings.includes(name));
  const missing = compiled.free.filter((name) => !bindings.includes(name));
  const body = compileFunction(['exports', 'require', '$', ...known], compiled.js, 'data.ts');
  const ticks = guard.ticksOf('data.ts', compiled.js);

  const open: DataFile['open'] = (start) => {
    const exports: Record<string, DataFunction> = {};
    const places = createPlaces(ticks);
    const binding = (name: string) => bindingObject((operation, args, template) => start(name, operation, args, template ?? places.next(`${name}.${operation}`)));
    body(exports, refuseImport, { ...NOTHING_KEPT, ...places.ticks }, ...known.map(binding));
    return exports;
  };

  const trial = open(() => Promise.reject(new Error('A binding can only be called inside of a function.')));
  const whole = compiled.functions.filter(({ name }) => {
    const written = trial[name];
    return typeof written === 'function' && (done || !mentions(written.toString(), missing));
  });
  return { functions: new Map(whole.map(({ name, hash }) => [name, hash])), open };
}

const NOTHING_KEPT = { memo: (_key: string, make: () => unknown) => make(), component: () => {} };

/**
 * Tells the calls of one module apart by where they stand: the loop or function that began last, and how many calls came after that.
 * Two that only a condition tells apart count as one: then a failure is said to be a line or two from where it was.
 */
function createPlaces({ tick, call }: Ticks): { ticks: Ticks; next(called: string): unknown } {
  const seen = new Map<string, object>();
  let line = 0;
  let calls = 0;
  const from = (guard: (line: number) => void) => (at: number) => {
    line = at;
    calls = 0;
    guard(at);
  };
  return {
    ticks: { tick: from(tick), call: from(call) },
    next(called) {
      const key = `${line}.${calls++} ${called}`;
      const known = seen.get(key) ?? {};
      seen.set(key, known);
      return known;
    },
  };
}

function refuseImport(name: string): never {
  throw new Error(`data.ts can’t import '${name}'.`);
}

function mentions(text: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text));
}
