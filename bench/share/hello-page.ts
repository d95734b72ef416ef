import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../scripts/paths.ts';

const NEXT = path.join(ROOT, 'node_modules/next/dist/bin/next');

/** The framework's own hello world, built and served as its makers do it. Gives how to end it. */
export async function serveHello(port: number): Promise<() => Promise<void>> {
  // Within this project's folder it would be built with this project's proxy and instrumentation.
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-hello-'));
  cpSync(path.join(ROOT, 'bench/share/hello'), folder, { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  execFileSync(process.execPath, [NEXT, 'build'], { cwd: folder, env, stdio: 'pipe' });
  const child = spawn(process.execPath, [NEXT, 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: folder, env, stdio: 'ignore' });
  await untilAnswers(`http://127.0.0.1:${port}/`);
  return async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Resolves once an address answers with a page. */
export async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return void (await response.text());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} didn’t answer within a minute.`);
}

export async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
