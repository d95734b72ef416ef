/**
 * What a newcomer waits for and downloads: install, build, cold start to the first page, JavaScript of home and studio,
 * memory of the idle server. Install and build run in a copy of the project, so that nothing here is disturbed.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readAssets } from '../lib/sandbox/assets.ts';
import type { BenchRow } from './row.ts';

const GOAL_START_MS = 3_000;
const GOAL_HOME_BYTES = 200 * 1024;
const GOAL_FRAME_BYTES = 200 * 1024;
const PORT = 3917;
const START_RUNS = 5;

export async function run(): Promise<BenchRow[]> {
  const copy = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'));
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files) cpSync(file, path.join(copy, file));
  try {
    const install = timed(() => execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: copy, stdio: 'ignore' }));
    const build = timed(() => execFileSync('npm', ['run', 'build'], { cwd: copy, stdio: 'ignore' }));
    return [
      { metric: 'npm ci', value: seconds(install), unit: 's' },
      { metric: 'build', value: seconds(build), unit: 's' },
      ...(await served(copy)),
    ];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Fresh folder each time, so that the start includes making the store and loading the sample data. */
async function served(root: string): Promise<BenchRow[]> {
  const starts: number[] = [];
  const rows: BenchRow[] = [];
  for (let i = 0; i < START_RUNS; i++) {
    const data = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-data-'));
    const began = performance.now();
    const child = spawn('npm', ['start'], { cwd: root, detached: true, stdio: 'ignore', env: { ...process.env, PORT: String(PORT), VITRINE_DATA: data } });
    try {
      await firstPage();
      starts.push(performance.now() - began);
      if (i === START_RUNS - 1) rows.push(...(await weights(root)), memory());
    } finally {
      await end(child);
      rmSync(data, { recursive: true, force: true });
    }
  }
  const start = Math.round(starts.toSorted((a, b) => a - b)[starts.length >> 1]!);
  return [{ metric: 'cold start to first page, empty store (median)', value: start, unit: 'ms', goal: GOAL_START_MS, ok: start <= GOAL_START_MS }, ...rows];
}

async function firstPage(): Promise<void> {
  for (;;) {
    const page = await fetch(`http://localhost:${PORT}/`).catch(() => null);
    if (page?.ok) return void (await page.text());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function weights(root: string): Promise<BenchRow[]> {
  const home = await scriptBytes(root, '/');
  const started = await fetch(`http://localhost:${PORT}/api/prompt`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'orders by region', kind: 'prompt' }),
  });
  const { programId } = (await started.json()) as { programId: string };
  const studio = await scriptBytes(root, `/p/${programId}`);
  const assets = readAssets(root);
  const built = (served: string) => gzipSync(readFileSync(path.join(root, 'runtime/dist', path.basename(served)))).length;
  const frame = built(assets.framePath);
  const beside = Object.values(assets.latePaths).reduce((sum, served) => sum + built(served), 0);
  return [
    { metric: 'home: JavaScript, gzip', value: kilobytes(home), unit: 'KB', goal: kilobytes(GOAL_HOME_BYTES), ok: home <= GOAL_HOME_BYTES },
    { metric: 'studio: JavaScript, gzip', value: kilobytes(studio), unit: 'KB' },
    { metric: 'frame document (React, kit), gzip', value: kilobytes(frame), unit: 'KB', goal: kilobytes(GOAL_FRAME_BYTES), ok: frame <= GOAL_FRAME_BYTES },
    { metric: 'beside it: charts, icons, calendar, typeface, gzip', value: kilobytes(beside), unit: 'KB' },
    { metric: 'compile worker, gzip', value: kilobytes(built(assets.workerPath)), unit: 'KB' },
  ];
}

/**
 * Every script that the page's own text asks for: what is loaded later, on demand, isn't among them, nor is what only
 * browsers without modules fetch (Next's polyfills).
 */
async function scriptBytes(root: string, page: string): Promise<number> {
  const whole = await (await fetch(`http://localhost:${PORT}${page}`)).text();
  const html = whole.replaceAll(/<script[^>]*\bnomodule\b[^>]*>/gi, '');
  const scripts = new Set([...html.matchAll(/\/_next\/(static\/[^"'\\\s]+?\.js)/g)].map(([, file]) => file!));
  return [...scripts].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(root, '.next', file))).length, 0);
}

/** Resident memory of whoever listens on the port. */
function memory(): BenchRow {
  const listener = execFileSync('sh', ['-c', `ss -ltnp 'sport = :${PORT}' | grep -o 'pid=[0-9]*' | head -1`], { encoding: 'utf8' });
  const pid = listener.match(/\d+/)?.[0];
  const status = pid ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  const kb = Number(status.match(/VmRSS:\s+(\d+)/)?.[1] ?? 0);
  return { metric: 'memory of the idle server', value: Math.round(kb / 1024), unit: 'MB' };
}

/** npm starts node starts the server: the group is ended together. */
async function end(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGTERM');
  await gone;
  await new Promise((resolve) => setTimeout(resolve, 500));
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;
const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;
