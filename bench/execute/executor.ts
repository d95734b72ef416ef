/**
 * What is measured: something that runs a program, an async function's body, in which `api.echo(input)` is a call to the
 * host.
 */
export type Executor = {
  /** Whose it is, where not ours. */
  peer?: string;
  /** The program's value. Rejects where it throws or runs for longer than `ms`. */
  run(program: string, ms?: number): Promise<unknown>;
  /** Resolves once as many runs as are kept ready can begin again; absent where nothing is kept. */
  ready?(): Promise<void>;
  close(): Promise<void>;
};

/** What was to be measured and why it wasn't. */
export class NotMeasured extends Error {}

export const LONG_MS = 120_000;
