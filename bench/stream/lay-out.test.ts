import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { survey } from '../../lib/draft/complete';
import { EMPTY_SOURCE, type FileName, type Source } from '../../lib/program/program';
import { parseReply } from '../../lib/reply/reply-parser';
import { layOut } from './lay-out';

const REPLIES = path.join(import.meta.dirname, '../../e2e/fakes/replies');

function statementsOf(source: Source, file: FileName): string[] {
  return survey(source[file], file).statements.map(({ start, end }) => source[file].slice(start, end).trim());
}

test.each(readdirSync(REPLIES).filter((name) => name.endsWith('.md')))('%s, laid out anew, is the same program', (name) => {
  const reply = readFileSync(path.join(REPLIES, name), 'utf8');
  const before = parseReply(reply, EMPTY_SOURCE);
  const after = parseReply(layOut(reply), EMPTY_SOURCE);
  expect(after.diagnostics).toEqual([]);
  expect(statementsOf(after.source, 'ui.tsx')).toEqual(statementsOf(before.source, 'ui.tsx'));
  expect(statementsOf(after.source, 'data.ts')).toEqual(statementsOf(before.source, 'data.ts'));
  const files = after.segments.flatMap((segment) => (segment.kind === 'file' ? [`${segment.way} ${segment.file}`] : []));
  expect(['whole ui.tsx', 'whole data.ts', 'more ui.tsx']).toEqual(expect.arrayContaining(files));
  expect(files[0]).toBe('whole ui.tsx');
});
