/**
 * Fences of a reply, read one line at a time. Models write them in many ways; each is read into one form here.
 */
import { FILE_NAMES, type FileName } from '../program/program';

export type Fence = {
  mark: '`' | '~';
  /** How many marks opened it; as many close it. */
  length: number;
  /** Spaces before it (a fence inside a list); as many are taken off its lines. */
  indent: number;
  target: FenceTarget;
};

/** A file is written from its first line on, changed by blocks, or gone on with at its end. */
export type FileWay = 'whole' | 'edit' | 'more';

export type FenceTarget =
  | { kind: 'file'; file: FileName; way: FileWay }
  /** A file name nobody knows, or an edit or a continuation without one. */
  | { kind: 'unknown'; name: string }
  /** TypeScript without a name. The line above it or its first line may still tell. */
  | { kind: 'nameless' }
  /** Any other language: part of the prose. */
  | { kind: 'other' };

const OPENING = /^([ \t]*)(`{3,}|~{3,})([^`]*)$/;
const FILE_LIKE = /^[\w.@/\\-]*[\w-]\.[a-z]{1,5}$/i;
const CODE_LANGUAGE = /^(tsx?|jsx?|typescript|javascript|typescriptreact)$/i;
const ONLY_A_NAME = /^[\s#*`>/-]*([\w./\\-]+\.tsx?)[\s#*`:/-]*$/;

/** The fence that a whole line opens, or null. `above` is the last line of prose before it. */
export function readOpening(line: string, above: string): Fence | null {
  const [, indent, marks, info] = OPENING.exec(line) ?? [];
  if (indent === undefined || marks === undefined || info === undefined) return null;
  return { mark: marks[0] as Fence['mark'], length: marks.length, indent: indent.length, target: readTarget(info, above) };
}

/** True while a line that is still arriving may turn out to be an opening fence. */
export function mayOpen(partial: string): boolean {
  return /^[ \t]*(`{0,2}|~{0,2}|`{3,}[^`]*|~{3,}.*)$/.test(partial);
}

export function isClosing(line: string, fence: Fence): boolean {
  const marks = line.trim();
  return marks.length >= fence.length && onlyMarks(marks, fence) && indentOf(line) <= fence.indent + 3;
}

/** True while a line that is still arriving may turn out to be the closing fence. */
export function mayClose(partial: string, fence: Fence): boolean {
  return onlyMarks(partial.trim(), fence);
}

/** The file that a line of its own names: `// ui.tsx`, `**ui.tsx**`, `### src/ui.tsx`. */
export function namedOn(line: string): FileName | null {
  const name = ONLY_A_NAME.exec(line)?.[1];
  return name === undefined ? null : knownFile(name);
}

function onlyMarks(text: string, fence: Fence): boolean {
  for (const mark of text) if (mark !== fence.mark) return false;
  return true;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function readTarget(info: string, above: string): FenceTarget {
  const words = info.split(/[\s,{}:]+/).filter(Boolean).map(unquoted);
  const way = wayOf(words);
  const name = words.find((word) => FILE_LIKE.test(word));
  if (name !== undefined) {
    const file = knownFile(name);
    return file ? { kind: 'file', file, way } : { kind: 'unknown', name };
  }
  if (way === 'edit' || words[0] === 'more') return { kind: 'unknown', name: '' };
  if (!CODE_LANGUAGE.test(words[0] ?? '')) return { kind: 'other' };
  const file = namedOn(above);
  return file ? { kind: 'file', file, way } : { kind: 'nameless' };
}

function wayOf(words: string[]): FileWay {
  for (const word of words) {
    if (/^edit$/i.test(word)) return 'edit';
    if (/^(more|append|continue)$/i.test(word)) return 'more';
  }
  return 'whole';
}

/** `title="ui.tsx"` and `file=ui.tsx` as `ui.tsx`. */
function unquoted(word: string): string {
  return word.replace(/^(?:file|filename|title|name|path)=/i, '').replace(/^["'[(]|["'\])]$/g, '');
}

/** Only the last part of a path counts: there are no folders in a program. */
function knownFile(path: string): FileName | null {
  const name = path.split(/[\\/]/).at(-1);
  return FILE_NAMES.find((file) => file === name) ?? null;
}
