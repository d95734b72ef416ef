import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/paths.ts';
import { type Executor, LONG_MS } from './executor.ts';
import { importPeer } from './peers.ts';

type Response = { json(): Promise<unknown> };
type Miniflare = { ready: Promise<URL>; dispatchFetch(url: string, init: object): Promise<Response>; dispose(): Promise<void> };

/** The executor's host is a Worker itself, so its calls don't leave workerd; a run is asked for over HTTP. */
const HOST = `
import { DynamicWorkerExecutor } from '@cloudflare/codemode';
export default {
  async fetch(request, env) {
    const { program, timeout } = await request.json();
    if (program === null) return Response.json({ result: null });
    const executor = new DynamicWorkerExecutor({ loader: env.LOADER, timeout });
    return Response.json(await executor.execute('async () => {' + program + '}', [{ name: 'api', fns: { echo: async (input) => input } }]));
  },
};`;

/** @cloudflare/codemode's executor in miniflare, offline: a Worker for each run. */
export async function codemode(): Promise<Executor & { round(): Promise<void> }> {
  const { Miniflare } = (await importPeer('miniflare')) as { Miniflare: new (options: object) => Miniflare };
  const bundled = await build({
    stdin: { contents: HOST, resolveDir: path.join(ROOT, 'bench', 'peers') }, bundle: true, write: false, format: 'esm', platform: 'browser', conditions: ['workerd', 'worker'],
    external: ['cloudflare:*', 'node:*'], logLevel: 'silent',
  });
  const miniflare = new Miniflare({
    modules: [{ type: 'ESModule', path: 'host.js', contents: bundled.outputFiles[0]!.text }], compatibilityDate: '2025-06-01', compatibilityFlags: ['nodejs_compat'],
    workerLoaders: { LOADER: {} }, cf: false, telemetry: { enabled: false },
  });
  await miniflare.ready;
  const ask = async (program: string | null, timeout: number) => (await (await miniflare.dispatchFetch('http://host/', { method: 'POST', body: JSON.stringify({ program, timeout }) })).json()) as { result?: unknown; error?: string };
  return {
    peer: '@cloudflare/codemode 0.5.6 in miniflare 4',
    async run(program, ms = LONG_MS) {
      const { result, error } = await ask(program, ms);
      if (error !== undefined) throw new Error(error);
      return result;
    },
    /** The way there and back, which others don't have. */
    round: async () => void (await ask(null, 0)),
    close: () => miniflare.dispose(),
  };
}
