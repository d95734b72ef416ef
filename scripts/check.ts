/** `npm run check`: types, lint, import rules. Ends with 1 where one of them found something. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { wrongImports } from './import-rules.ts';
import { ROOT } from './paths.ts';

const bin = (name: string) => path.join(ROOT, 'node_modules', '.bin', name);

/** Runs the three; returns which of them found something. */
export function check(): string[] {
  const failed: string[] = [];
  const run = (what: string, command: string, args: string[]) => {
    const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) failed.push(what);
  };
  // Next writes the types of routes; a fresh clone doesn't have them yet.
  if (!existsSync(path.join(ROOT, 'next-env.d.ts'))) run('route types', bin('next'), ['typegen']);
  run('types', bin('tsc'), ['--noEmit', '-p', '.']);
  run('lint', bin('oxlint'), ['--quiet']);
  const wrong = wrongImports();
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) failed.push('import rules');
  return failed;
}

if (process.argv[1] === 'check' || process.argv[1] === import.meta.filename) {
  const failed = check();
  console.log(failed.length === 0 ? 'Types, lint and import rules: nothing found.' : `Found something: ${failed.join(', ')}.`);
  process.exit(failed.length === 0 ? 0 : 1);
}
