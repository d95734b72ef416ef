import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { startTracker } from '../../../e2e/fakes/tracker';
import { declareApi } from '../../binding/declare-api';
import { readGraphQl } from '.';

/** Code as models write it: the usual fields need no question mark, what has to be selected does, and unions are told apart by name. */
const USE = `
export async function use() {
  for (const one of await tracker.search({ text: 'a' })) if (one.__typename === 'Issue') one.title.length; else one.login.length;
  const page = await tracker.issues({ first: 5 });
  page.nodes.map((issue) => issue.project?.name);
  await tracker.issues({ after: page.pageInfo.endCursor, where: { state: 'OPEN' } });
  // @ts-expect-error edges aren't asked for
  page.edges.length;
  // @ts-expect-error no such state
  await tracker.issues({ where: { state: 'OPE' } });
  return (await tracker.project({ owner: 'a', name: 'b', select: 'budget { amount }' }))?.budget?.amount;
}`;

test('declarations compile under strict, and say what is there', { timeout: 60_000 }, async () => {
  const tracker = await startTracker();
  await tracker.close();
  const { binding } = readGraphQl(printSchema(tracker.schema), { name: 'tracker', title: 'Tracker' });
  expect(await problemsOf(declareApi(binding) + USE)).toBe('');
  expect(await problemsOf(declareApi({ ...binding, types: {} }) + USE)).toContain('TS2304');
});

function problemsOf(text: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'graphql-'));
  const file = path.join(folder, 'use.ts');
  writeFileSync(file, text);
  const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const args = [tsc, '--ignoreConfig', '--noEmit', '--strict', '--lib', 'es2023', '--types', '', file];
  return new Promise((resolve) => execFile(process.execPath, args, (_error, stdout) => (rmSync(folder, { recursive: true }), resolve(stdout))));
}
