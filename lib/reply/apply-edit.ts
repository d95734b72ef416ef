import type { EditBlock } from './edit-blocks';

export type EditResult =
  | { ok: true; text: string }
  | { ok: false; code: 'edit-no-match' | 'edit-ambiguous'; message: string; hint: string };

/**
 * Replaces the lines that a block searches for, where they stand exactly once. Whole lines are looked for first; a SEARCH
 * text inside of a line counts where no whole lines match. Nothing is ever guessed: whoever wrote it hears what is wrong.
 */
export function applyEdit(text: string, block: EditBlock): EditResult {
  const lines = text.split('\n');
  if (block.search.every((line) => line === '')) return withoutSearch(text, block);
  const found = matches(lines, block.search);
  if (found.length === 1) return { ok: true, text: lines.toSpliced(found[0]!, block.search.length, ...block.replace).join('\n') };
  if (found.length > 1) return ambiguous(found.map((index) => index + 1));
  return insideOfLines(text, lines, block);
}

function withoutSearch(text: string, block: EditBlock): EditResult {
  if (text === '') return { ok: true, text: [...block.replace, ''].join('\n') };
  return { ok: false, code: 'edit-no-match', message: 'The SEARCH text is empty.', hint: 'Copy the lines to be replaced into SEARCH.' };
}

function insideOfLines(text: string, lines: string[], block: EditBlock): EditResult {
  const search = block.search.join('\n');
  const first = text.indexOf(search);
  if (first < 0) return noMatch(lines, block);
  const second = text.indexOf(search, first + 1);
  if (second >= 0) return ambiguous([lineAt(text, first), lineAt(text, second)]);
  return { ok: true, text: text.slice(0, first) + block.replace.join('\n') + text.slice(first + search.length) };
}

function ambiguous(at: number[]): EditResult {
  return {
    ok: false,
    code: 'edit-ambiguous',
    message: 'The SEARCH text is in the file more than once.',
    hint: `It is at lines ${at.slice(0, 5).join(', ')}; add lines around it until it is there once.`,
  };
}

function noMatch(lines: string[], block: EditBlock): EditResult {
  const loose = matches(lines.map(spaceless), block.search.map(spaceless));
  const hint =
    loose.length > 0
      ? `With other spaces it is at line ${loose[0]! + 1}; copy it exactly as it stands there.`
      : 'Copy the lines exactly as they are in the file now, earlier edits included.';
  return { ok: false, code: 'edit-no-match', message: 'The SEARCH text is not in the file.', hint };
}

function matches(lines: string[], search: string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + search.length <= lines.length; at++) {
    if (search.every((line, offset) => lines[at + offset] === line)) found.push(at);
  }
  return found;
}

function spaceless(line: string): string {
  return line.replace(/\s+/g, '');
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
