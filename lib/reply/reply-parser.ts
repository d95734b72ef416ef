/**
 * The reply grammar: prose with fenced files in it. ` ```tsx ui.tsx ` replaces a file from its first line on, ` ```more ui.tsx `
 * goes on at its end, ` ```edit ui.tsx ` changes it by SEARCH/REPLACE blocks, any other fence is prose. Text arrives in pieces
 * of any size; what may still turn out to be a fence is held back until its line is whole.
 */
import type { Diagnostic, FileName, Source } from '../program/program';
import { applyEdit } from './apply-edit';
import { type EditBlock, EditBlocks } from './edit-blocks';
import { type Fence, type FileWay, isClosing, mayClose, mayOpen, namedOn, readOpening } from './fence';

export type Segment =
  | { kind: 'prose'; text: string }
  /** `lines` that were written, or that an edit put in. `done` once its fence was closed. */
  | { kind: 'file'; file: FileName; way: FileWay; lines: number; done: boolean };

/** How a whole file is opened. */
const FENCES: Record<FileName, string> = { 'ui.tsx': '```tsx ui.tsx', 'data.ts': '```ts data.ts' };

type FileSegment = Extract<Segment, { kind: 'file' }>;

type State =
  | { in: 'prose' }
  | { in: 'other'; fence: Fence }
  | { in: 'nameless'; fence: Fence; opening: string }
  | { in: 'file'; fence: Fence; segment: FileSegment; begun: boolean }
  | { in: 'edit'; fence: Fence; segment: FileSegment; blocks: EditBlocks };

export class ReplyParser {
  #source: Source;
  readonly #segments: Segment[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  #state: State = { in: 'prose' };
  /** The line that is still arriving, and how much of it was given out already. */
  #line = '';
  #given = 0;
  #lineNumber = 1;
  #above = '';
  #namelessLine: number | null = null;

  constructor(base: Source) {
    this.#source = base;
  }

  /** The files as far as they are written; the same object as long as nothing changes. */
  get source(): Source {
    return this.#source;
  }

  get segments(): Segment[] {
    return this.#segments;
  }

  get diagnostics(): Diagnostic[] {
    return this.#diagnostics;
  }

  /** The file whose fence is open. */
  get writing(): FileName | null {
    return 'segment' in this.#state ? this.#state.segment.file : null;
  }

  write(text: string): void {
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      this.#line += text.slice(from, at);
      from = at + 1;
      this.#wholeLine(this.#line.replace(/\r$/, ''), '\n');
    }
    this.#line += text.slice(from);
    this.#partialLine();
  }

  /** The reply is over: whatever is still open stays as it is, and is not called done. */
  end(): void {
    const line = this.#line.replace(/\r$/, '');
    if (line !== '' && !this.#isHalfFence(line)) this.#wholeLine(line, '');
    if (this.#state.in === 'nameless') this.#prose(`${this.#state.opening}\n`);
    if (this.#state.in === 'edit' && this.#state.blocks.open) this.#tellUnfinished();
    this.#state = { in: 'prose' };
    this.#line = '';
    this.#given = 0;
    this.#tellNameless();
  }

  #isHalfFence(line: string): boolean {
    const { fence } = this.#state as { fence?: Fence };
    if (fence) return mayClose(line, fence) && !isClosing(line, fence);
    return readOpening(line, this.#above)?.target.kind === 'file';
  }

  #partialLine(): void {
    const line = this.#line.endsWith('\r') ? this.#line.slice(0, -1) : this.#line;
    if (line.length <= this.#given) return;
    const state = this.#state;
    if (state.in === 'prose' && (this.#given > 0 || !mayOpen(line))) this.#prose(this.#rest(line));
    if (state.in === 'other' && (this.#given > 0 || !mayClose(line, state.fence))) this.#prose(this.#rest(line));
    if (state.in === 'file' && (this.#given > 0 || !mayClose(line, state.fence))) this.#code(state, this.#rest(line, state.fence.indent));
  }

  /** What of the current line was not given out yet. `indent` is what the fence itself stands in by. */
  #rest(line: string, indent = 0): string {
    const spaces = line.length - line.trimStart().length;
    const rest = line.slice(Math.max(this.#given, Math.min(indent, spaces)));
    this.#given = line.length;
    return rest;
  }

  #wholeLine(line: string, newline: '\n' | ''): void {
    const state = this.#state;
    const begun = this.#given > 0;
    if (state.in === 'prose') this.#proseLine(line, newline, begun);
    else if (state.in === 'nameless') this.#firstLine(state, line, newline);
    else if (!begun && isClosing(line, state.fence)) this.#close(state, line + newline);
    else if (state.in === 'other') this.#prose(this.#rest(line) + newline);
    else if (state.in === 'file') this.#code(state, this.#rest(line, state.fence.indent) + newline);
    else this.#editLine(state, line);
    this.#line = '';
    this.#given = 0;
    this.#lineNumber++;
  }

  #proseLine(line: string, newline: string, begun: boolean): void {
    const fence = begun ? null : readOpening(line, this.#above);
    if (line.trim() !== '') this.#above = line;
    if (fence) this.#open(fence, line);
    else this.#prose(this.#rest(line) + newline);
  }

  #open(fence: Fence, line: string): void {
    const { target } = fence;
    if (target.kind === 'nameless') {
      this.#namelessLine ??= this.#lineNumber;
      this.#state = { in: 'nameless', fence, opening: line };
    } else if (target.kind === 'file') this.#openFile(fence, target.file, target.way);
    else {
      if (target.kind === 'unknown') this.#tellUnknown(target.name, line);
      this.#prose(`${line}\n`);
      this.#state = { in: 'other', fence };
    }
  }

  #openFile(fence: Fence, file: FileName, way: FileWay): void {
    const segment: FileSegment = { kind: 'file', file, way, lines: 0, done: false };
    this.#segments.push(segment);
    if (way === 'more' && this.#source[file].trim() === '') {
      this.#tell('reply-nothing-before', this.#lineNumber, `There is no ${file} yet to go on with.`, `Write its beginning first, in a fence opened as ${FENCES[file]}.`, `\`\`\`more ${file}`);
    }
    this.#state = way === 'edit'
      ? { in: 'edit', fence, segment, blocks: new EditBlocks() }
      : { in: 'file', fence, segment, begun: false };
  }

  /** The first line of a nameless fence may be a comment with the file's name; it stays part of the file. */
  #firstLine(state: Extract<State, { in: 'nameless' }>, line: string, newline: '\n' | ''): void {
    const file = /^\s*\/[/*]/.test(line) ? namedOn(line) : null;
    if (file) this.#openFile(state.fence, file, 'whole');
    else {
      this.#prose(`${state.opening}\n`);
      this.#state = { in: 'other', fence: state.fence };
    }
    this.#wholeLine(line, newline);
    this.#lineNumber--; // it is one line, though it was taken twice
  }

  #close(state: Exclude<State, { in: 'prose' }>, line: string): void {
    if (state.in === 'other') this.#prose(line);
    if (state.in === 'edit' && state.blocks.open) this.#tellUnfinished();
    if (state.in === 'file' && !state.begun && state.segment.way === 'whole') this.#code(state, '');
    if ('segment' in state) state.segment.done = true;
    this.#above = '';
    this.#state = { in: 'prose' };
  }

  #code(state: Extract<State, { in: 'file' }>, text: string): void {
    const { file } = state.segment;
    const before = state.begun ? this.#source[file] : this.#beforeFirst(state.segment);
    state.begun = true;
    if (text !== '' && (before === '' || before.endsWith('\n'))) state.segment.lines++;
    this.#put(file, before + text);
  }

  /** What a fence goes on from: nothing, or what the file has, with a blank line after it. */
  #beforeFirst({ file, way }: FileSegment): string {
    const text = this.#source[file];
    return way === 'more' && text !== '' ? `${text.replace(/\n{0,2}$/, '')}\n\n` : '';
  }

  #editLine(state: Extract<State, { in: 'edit' }>, line: string): void {
    const indent = Math.min(state.fence.indent, line.length - line.trimStart().length);
    const event = state.blocks.take(line.slice(indent), this.#lineNumber);
    if (event?.kind === 'block') this.#apply(state.segment, event.block);
    if (event?.kind === 'stray') {
      this.#tell('edit-malformed', event.line, 'An edit holds only SEARCH/REPLACE blocks.', `To write a whole file, open it as ${FENCES[state.segment.file]}.`, line);
    }
  }

  #apply(segment: FileSegment, block: EditBlock): void {
    const result = applyEdit(this.#source[segment.file], block);
    if (!result.ok) return this.#tell(result.code, block.line, result.message, result.hint, block.search.find((line) => line.trim() !== ''));
    segment.lines += block.replace.length;
    this.#put(segment.file, result.text);
  }

  #put(file: FileName, text: string): void {
    if (this.#source[file] !== text) this.#source = { ...this.#source, [file]: text };
  }

  #prose(text: string): void {
    if (text === '') return;
    const last = this.#segments.at(-1);
    if (last?.kind === 'prose') last.text += text;
    else this.#segments.push({ kind: 'prose', text });
  }

  #tellUnknown(name: string, line: string): void {
    const message = name === '' ? 'The fence names no file.' : `A program has no file ${name}.`;
    this.#tell('reply-unknown-file', this.#lineNumber, message, 'Its files are ui.tsx and data.ts.', line);
  }

  #tellUnfinished(): void {
    this.#tell('edit-unfinished', this.#lineNumber, 'The last edit block has no >>>>>>> REPLACE.', 'Write the block again, whole.');
  }

  /** A reply that wrote no file but has nameless code in it almost certainly meant a file. */
  #tellNameless(): void {
    if (this.#namelessLine === null || this.#segments.some((segment) => segment.kind === 'file')) return;
    this.#tell('reply-nameless-file', this.#namelessLine, 'The code has no file name.', `Open it as ${FENCES['ui.tsx']} or ${FENCES['data.ts']}.`);
  }

  #tell(code: string, line: number, message: string, hint: string, excerpt?: string): void {
    this.#diagnostics.push({ file: 'reply', start: { line, column: 1 }, severity: 'error', code, message, hint, ...(excerpt === undefined ? {} : { excerpt }) });
  }
}

/** A whole reply on top of `base`. */
export function parseReply(text: string, base: Source): { source: Source; segments: Segment[]; diagnostics: Diagnostic[] } {
  const parser = new ReplyParser(base);
  parser.write(text);
  parser.end();
  const { source, segments, diagnostics } = parser;
  return { source, segments, diagnostics };
}
