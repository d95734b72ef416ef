/** Packages of others, installed beside the house on demand: only benches use them. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Plugin, build } from 'esbuild';
import { ROOT } from '../../scripts/paths.ts';

const PEERS = path.join(ROOT, 'bench', 'peers');
const BUILT = path.join(ROOT, 'node_modules', '.cache', 'vitrine-bench-peers');

export function installPeers(): void {
  if (!existsSync(path.join(PEERS, 'node_modules'))) execFileSync('npm', ['ci', '--prefix', PEERS], { stdio: 'inherit', shell: process.platform === 'win32' });
}

/** What a text that may import from the peers exports. `standIns` are modules that aren't installed, by the text that takes their place. */
export async function importPeer<Exports>(name: string, text: string, standIns: Record<string, string> = {}): Promise<Exports> {
  const outfile = path.join(BUILT, `${name}.mjs`);
  await build({
    stdin: { contents: text, resolveDir: PEERS },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    plugins: [takePlace(standIns)],
    logLevel: 'silent',
  });
  return import(outfile) as Promise<Exports>;
}

function takePlace(standIns: Record<string, string>): Plugin {
  return {
    name: 'stand-ins',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path: name }) => (Object.hasOwn(standIns, name) ? { path: name, namespace: 'stand-in' } : undefined));
      onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path: name }) => ({ contents: standIns[name]!, resolveDir: PEERS }));
    },
  };
}
