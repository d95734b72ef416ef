/** `npm run build`: the guest's bundles, the store's template, then the app. Says nothing but what matters. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, sourceHash } from './paths.ts';

const STAMP = path.join(ROOT, '.next', 'vitrine-build.json');

/** Builds where the build on disk is not of these sources. Returns whether it had to. */
export async function buildIfNeeded(): Promise<boolean> {
  const hash = sourceHash();
  const before = builtHash();
  if (before === hash) return false;
  // Bundlers are only loaded where something is to be bundled: a start without a build is quicker by that.
  const { buildRuntime } = await import('./build-runtime.ts');
  await buildRuntime();
  const { makeTemplate } = await import('../lib/store/pglite-folder.ts');
  await makeTemplate();
  await run(process.execPath, [path.join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], { BUILT_BEFORE: before ? '1' : '' });
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ hash, at: new Date().toISOString() }));
  return true;
}

function builtHash(): string | null {
  try {
    return (JSON.parse(readFileSync(STAMP, 'utf8')) as { hash: string }).hash;
  } catch {
    return null;
  }
}

/** Runs a command quietly; where it fails, everything it said is shown and the process ends with its code. */
function run(command: string, args: string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve) => {
    const said: Buffer[] = [];
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(said));
      process.exit(code ?? 1);
    });
  });
}

if (process.argv[1] === 'build' || process.argv[1] === import.meta.filename) {
  const built = await buildIfNeeded();
  console.log(built ? 'Built.' : 'The build is current.');
}
