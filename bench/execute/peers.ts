/**
 * The peers of bench/peers, each as its own documentation has it used. Installed on demand: they'd burden everybody's
 * install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../scripts/paths.ts';
import { type Executor, LONG_MS, NotMeasured } from './executor.ts';

const PEERS = path.join(ROOT, 'bench', 'peers');

/** Makes sure that they're there. @throws NotMeasured with npm's last line */
export function installPeers(): void {
  if (existsSync(path.join(PEERS, 'node_modules'))) return;
  const { status, stderr } = spawnSync('npm', ['ci', '--prefix', PEERS], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new NotMeasured(`npm ci of bench/peers failed: ${stderr.trim().split('\n').at(-1)}`);
}

export async function importPeer(name: string): Promise<Record<string, unknown>> {
  const file = createRequire(path.join(PEERS, 'package.json')).resolve(name);
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

type Isolate = { createContext(): Promise<Context>; dispose(): void };
type Context = { evalClosure(code: string, args: unknown[]): Promise<unknown>; eval(code: string, options: object): Promise<unknown> };
type IsolatedVm = { Isolate: new (options: object) => Isolate; Reference: new (value: unknown) => unknown };

/** isolated-vm: an isolate of V8 for each run, in this process. */
export async function isolatedVm(): Promise<Executor> {
  const { Isolate, Reference } = (await importPeer('isolated-vm')).default as IsolatedVm;
  const echo = new Reference(async (input: unknown) => input);
  return {
    peer: 'isolated-vm 7.0.1',
    async run(program, ms = LONG_MS) {
      const isolate = new Isolate({ memoryLimit: 128 });
      try {
        const context = await isolate.createContext();
        await context.evalClosure('globalThis.api = { echo: (input) => $0.apply(undefined, [input], { arguments: { copy: true }, result: { promise: true, copy: true } }) }', [echo]);
        return await context.eval(`(async () => {${program}})()`, { promise: true, copy: true, timeout: ms });
      } finally {
        isolate.dispose();
      }
    },
    close: async () => {},
  };
}

type Run = (input: object) => Promise<{ value: unknown }>;

/** run: QuickJS in a pool of threads of its own, as ours. */
export async function runPackage(): Promise<Executor> {
  const run = (await importPeer('run')).run as Run;
  const hostFunctions = { api: { echo: async (input: unknown) => input } };
  return {
    peer: 'run 2.1.5',
    run: async (source, timeoutMs = LONG_MS) => (await run({ source, hostFunctions, limits: { timeoutMs, maxBridgeRequests: 100_000, maxInFlightBridgeRequests: 1_000, memoryLimitBytes: 128 * 1024 * 1024 } })).value,
    close: async () => {},
  };
}
