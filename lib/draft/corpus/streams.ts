import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'sucrase';
import { type Draft, complete, completeData } from '../complete';
import type { FileName } from '../../program/program';

/** A file to be streamed. */
export type Text = { name: string; file: FileName; text: string };

const HERE = import.meta.dirname;
const REPLIES = path.join(HERE, '../../../e2e/fakes/replies');

/** Small files, each nasty in its own way: the `.txt` files beside this one, in which `=== name` begins each. */
export const CORPUS: Text[] = readdirSync(HERE)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => casesOf(readFileSync(path.join(HERE, name), 'utf8'), name === 'data.txt' ? 'data.ts' : 'ui.tsx'));

/** The files of the recorded replies. */
export const RECORDINGS: Text[] = readdirSync(REPLIES)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => filesOf(name, readFileSync(path.join(REPLIES, name), 'utf8')));

function casesOf(text: string, file: FileName): Text[] {
  return text.split(/^=== /m).slice(1).map((part) => {
    const line = part.indexOf('\n');
    return { name: part.slice(0, line), file, text: part.slice(line + 1) };
  });
}

function filesOf(name: string, reply: string): Text[] {
  const text = (fence: string) => reply.split(`${fence}\n`)[1]?.split('\n```')[0] ?? '';
  return [
    { name: `ui.tsx of ${name}`, file: 'ui.tsx', text: text('```tsx ui.tsx') },
    { name: `data.ts of ${name}`, file: 'data.ts', text: text('```ts data.ts') },
  ];
}

export function completeFile(file: FileName, text: string): Draft | null {
  return file === 'ui.tsx' ? complete(text) : completeData(text);
}

/** What an engine says against a module; null where it takes it. */
export function fault(code: string, file: FileName = 'ui.tsx'): string | null {
  try {
    // The engine is asked because sucrase lets much pass that is no JavaScript.
    const transforms = file === 'ui.tsx' ? (['typescript', 'jsx', 'imports'] as const) : (['typescript', 'imports'] as const);
    const js = transform(code, { transforms: [...transforms], production: true, disableESTransforms: true }).code;
    const parsed = new Function('exports', 'require', js);
    return parsed.length === 2 ? null : 'odd';
  } catch (error) {
    return String(error);
  }
}

/** Completes prefixes of a text: which of them don't parse, and what one of them showed that the next does not. */
export function stream({ file, text }: Text, step: number): { faults: string[]; lost: string[]; last: Draft | null } {
  const faults: string[] = [];
  const lost: string[] = [];
  let before: Draft | null = null;
  for (let length = 1; length <= text.length; length += step) {
    const draft = completeFile(file, text.slice(0, length));
    if (!draft) {
      if (before) lost.push(`all at ${length}`);
      continue;
    }
    lost.push(...lostBetween(before, draft).map((what) => `${what} at ${length}`));
    const said = draft.code === before?.code ? null : fault(draft.code, file);
    if (said) faults.push(`${length}: ${said} … ${draft.code.slice(-60)}`);
    before = draft;
  }
  return { faults, lost, last: before };
}

/** What of the finished parts of one draft the next one lacks. */
export function lostBetween(before: Draft | null, draft: Draft): string[] {
  if (!before) return [];
  const components = before.components.filter(({ name, hasJsx }) => hasJsx && !draft.components.some((other) => other.name === name && other.hasJsx));
  const constants = before.constants.filter(({ start, end }) => !draft.constants.some((other) => other.start === start && other.end === end));
  const functions = before.functions.filter((name) => !draft.functions.includes(name));
  return [
    ...(draft.cut < before.cut ? [`${before.cut - draft.cut} characters`] : []),
    ...[...components, ...constants].map(({ name }) => name),
    ...functions,
    // But for the last statement, which may have been closed early, all are as they were.
    ...before.statements.slice(0, -1).filter(({ start, end }, index) => draft.statements[index]?.start !== start || draft.statements[index].end !== end).map(({ start }) => `the statement from ${start}`),
  ];
}
