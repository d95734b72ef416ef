/**
 * What npm installed for one project of this run, handed on to the next: npm compares it with what that one asks for instead
 * of unpacking 230 MB a second time.
 */
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let kept: string | null = null;

/** Before `npm install` in `project`: what an earlier project left. */
export function takeInstalled(project: string): void {
  if (kept) renameSync(path.join(kept, 'node_modules'), path.join(project, 'node_modules'));
  forget();
}

/** When `project` is done with: its packages stay for the next one, until this process ends. */
export function leaveInstalled(project: string): void {
  const packages = path.join(project, 'node_modules');
  if (!existsSync(packages)) return;
  forget();
  rmSync(path.join(packages, '.vite'), { recursive: true, force: true }); // What was made of them is that project's.
  kept = mkdtempSync(path.join(tmpdir(), 'vitrine-packages-'));
  renameSync(packages, path.join(kept, 'node_modules'));
}

function forget(): void {
  if (kept) rmSync(kept, { recursive: true, force: true });
  kept = null;
}

process.once('exit', forget);
