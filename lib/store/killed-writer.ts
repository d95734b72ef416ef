import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { Place } from './index';

/** What a child process says: first what it began, then each place its store has acknowledged. */
export type Said = { programId: string; replyId: string } | { last: number };

export type Writer = { pid: number; programId: string; replyId: string; acknowledged: () => number; kill(): Promise<void> };

/**
 * Tests only: a process that opens a store and appends to a reply without pause, to be killed in the middle of it.
 * Resolves when `atLeast` chunks are acknowledged.
 */
export async function spawnWriter(place: Place, atLeast: number): Promise<Writer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'writer-'));
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  const outfile = path.join(folder, 'writer.mjs');
  await build({ entryPoints: ['lib/store/endless-writer.ts'], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  const child = spawn(process.execPath, [outfile, JSON.stringify(place)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  exited.finally(() => rmSync(folder, { recursive: true, force: true }));

  let last = 0;
  const begun = await new Promise<{ programId: string; replyId: string }>((resolve, reject) => {
    let first: { programId: string; replyId: string };
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as Said;
      if ('replyId' in said) first = said;
      else if ((last = said.last) >= atLeast) resolve(first);
    });
    void exited.then(() => reject(new Error('The writer ended by itself.')));
  });
  return {
    ...begun,
    pid: child.pid!,
    acknowledged: () => last,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
