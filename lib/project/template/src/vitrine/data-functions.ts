import { callServer } from './server';
import { source } from './source';

export type DataFunction = (args?: any) => Promise<any>;

const names = new WeakMap<object, string>();
let probed: string[] | null = null;

/** A function of data.ts as ui.tsx has it. Connected to the server, that one runs it. */
export function dataFunction(name: string, run: DataFunction): DataFunction {
  const called: DataFunction = async (args = {}) => {
    if (!probed) return source === 'server' ? callServer(name, args) : run(args);
    probed.push(`${name} ${JSON.stringify(args)}`);
    return new Promise(() => {});
  };
  names.set(called, name);
  return called;
}

/** What a reading is of: a data function and its arguments; of a function written in place also what it would call. */
export function keyOf(read: DataFunction, args: unknown): string {
  const name = names.get(read);
  const text = JSON.stringify(args ?? {});
  return name === undefined ? `${read.toString()} ${text} ${wouldCall(read, args)}` : `${name} ${text}`;
}

/** The data functions that `read` calls at once, without calling them. */
function wouldCall(read: DataFunction, args: unknown): string {
  const before = probed;
  const seen: string[] = (probed = []);
  try {
    void read(args).catch(() => {});
  } catch {
    // It will throw again where it's called for its value.
  } finally {
    probed = before;
  }
  return seen.join(' ');
}
