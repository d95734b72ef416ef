/**
 * `npm run bench [-- name …]`: runs the benches named, or all; prints one table and writes bench/results/<name>.json.
 * Each bench is a file here that exports `run(): Promise<BenchRow[]>`. It's bundled first, because the rooms import each
 * other the way a bundler reads it. Ends with 1 where a goal is missed.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Loader, type Plugin, build } from 'esbuild';
import { ROOT } from '../scripts/paths.ts';
import type { BenchRow } from './row.ts';

const HERE = path.join(ROOT, 'bench');
const NOT_BENCHES = ['run.ts', 'row.ts'];
const BUILT = path.join(ROOT, 'node_modules', '.cache', 'vitrine-bench');

/** With options a bench's results are kept only where it says under which name. */
type Bench = { run(): Promise<BenchRow[]>; keptAs?(): string | null };

/** Runs the benches one after another, so that none measures another's work. */
export async function runBenches(asked: string[], { keep = true } = {}): Promise<BenchRow[]> {
  const there = readdirSync(HERE).filter((file) => file.endsWith('.ts') && !NOT_BENCHES.includes(file)).map((file) => file.slice(0, -3));
  const unknown = asked.filter((name) => !there.includes(name));
  if (unknown.length > 0) throw new Error(`There is no bench called ${unknown.join(', ')}. There are: ${there.join(', ')}.`);
  const all: BenchRow[] = [];
  for (const name of asked.length > 0 ? asked : there) {
    const bench = await load(name);
    const rows = await bench.run();
    const kept = keep ? name : bench.keptAs?.();
    mkdirSync(path.join(HERE, 'results'), { recursive: true });
    if (kept) writeFileSync(path.join(HERE, 'results', `${kept}.json`), `${JSON.stringify({ name: kept, at: new Date().toISOString(), rows }, null, 2)}\n`);
    all.push(...rows);
  }
  rmSync(BUILT, { recursive: true, force: true });
  return all;
}

async function load(name: string): Promise<Bench> {
  const outfile = path.join(BUILT, `${name}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join(HERE, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': ROOT },
    plugins: [ownFolders],
    logLevel: 'silent',
  });
  return import(outfile) as Promise<Bench>;
}

/** A file that asks for its own folder is told the one it stands in, not the bundle's. */
const ownFolders: Plugin = {
  name: 'own-folders',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      const contents = text.replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file))).replaceAll('import.meta.filename', JSON.stringify(file));
      return { contents, loader: path.extname(file).slice(1) as Loader };
    });
  },
};
