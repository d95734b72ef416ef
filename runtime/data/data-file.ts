import type { CompiledFile } from '../../lib/bridge/messages';
import type { LoopGuard } from '../tick';
import { compileFunction } from '../source-position';
import { bindingObject, type StartCall } from './binding';

export type DataFunction = (args: unknown) => Promise<unknown>;

/** A compiled `data.ts`: its whole functions with their hashes, and a fresh module for each invocation. */
export type DataFile = {
  functions: ReadonlyMap<string, string>;
  /** The functions of a new module whose bindings call through `start`. */
  open(start: (binding: string, ...call: Parameters<StartCall>) => Promise<unknown>): Record<string, DataFunction>;
};

/**
 * Evaluates `data.ts` once to see that it stands. While it isn't `done`, a function that mentions a name nobody has
 * written yet doesn't count. @throws what evaluating threw
 */
export function openDataFile(compiled: CompiledFile, bindings: readonly string[], guard: LoopGuard, done: boolean): DataFile {
  const known = compiled.free.filter((name) => bindings.includes(name));
  const missing = compiled.free.filter((name) => !bindings.includes(name));
  const body = compileFunction(['exports', 'require', '$', ...known], compiled.js, 'data.ts');
  const dollar = dollarOfData(guard, compiled.js);

  const open: DataFile['open'] = (start) => {
    const exports: Record<string, DataFunction> = {};
    body(exports, refuseImport, dollar, ...known.map((name) => bindingObject((operation, args) => start(name, operation, args))));
    return exports;
  };

  const trial = open(() => Promise.reject(new Error('A binding can only be called inside of a function.')));
  const whole = compiled.functions.filter(({ name }) => {
    const written = trial[name];
    return typeof written === 'function' && (done || !mentions(written.toString(), missing));
  });
  return { functions: new Map(whole.map(({ name, hash }) => [name, hash])), open };
}

function dollarOfData(guard: LoopGuard, js: string) {
  return {
    ...guard.ticksOf('data.ts', js),
    memo: (_key: string, make: () => unknown) => make(),
    component: () => {},
  };
}

function refuseImport(name: string): never {
  throw new Error(`data.ts can’t import '${name}'.`);
}

function mentions(text: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text));
}
