import type { Draft } from '../draft/complete';
import type { FunctionBody } from './functions';

/** Text put in at an offset. */
type Insertion = { at: number; text: string };

/** A number, a text or a regular expression alone is as good as kept when it is made anew. */
const PLAIN = /^(-?[\d._]+|"[^"\n]*"|'[^'\n]*'|`[^`$]*`|true|false|null)$/;

/**
 * One statement of a draft with a guard in every loop and function, and its constants kept under their keys (`$keys`, see
 * compile-file.ts). `line` is the statement's first; `functions` are counted from where it begins. Lines stay where they are.
 */
export function instrument(draft: Draft, { start, end, line }: { start: number; end: number; line: number }, functions: readonly FunctionBody[]): string {
  const { code } = draft;
  const within = (thing: { start: number; end: number }) => thing.start >= start && thing.end <= end;
  const lineAt = (offset: number) => line + linesIn(code, start, offset);
  const insertions = [
    ...functions.flatMap((body) => callGuard(body, start, lineAt(start + body.start))),
    ...draft.loops.filter(within).flatMap((loop) => loopGuard(loop, lineAt(loop.start))),
    ...draft.constants.filter(within).flatMap((constant) => (PLAIN.test(code.slice(constant.start, constant.end)) ? [] : memo(constant))),
  ];
  // Stable, so that what closes an inner thing comes before what closes the outer one around it.
  insertions.sort((a, b) => a.at - b.at);
  let result = '';
  let from = start;
  for (const { at, text } of insertions) {
    result += code.slice(from, at) + text;
    from = at;
  }
  return result + code.slice(from, end);
}

function loopGuard({ start, end, block }: Draft['loops'][number], line: number): Insertion[] {
  const tick = `$.tick(${line});`;
  if (block) return [{ at: start + 1, text: tick }];
  return [{ at: start, text: `{${tick}` }, { at: end, text: '}' }];
}

function callGuard({ start, end, block }: FunctionBody, from: number, line: number): Insertion[] {
  const call = `$.call(${line})`;
  if (block) return [{ at: from + start + 1, text: `${call};` }];
  return [{ at: from + start, text: `(${call},` }, { at: from + end, text: ')' }];
}

function memo({ name, start, end }: Draft['constants'][number]): Insertion[] {
  return [{ at: start, text: `$.memo($keys.${name},()=>(` }, { at: end, text: '))' }];
}

/** Line ends between two offsets. */
export function linesIn(code: string, from: number, to: number): number {
  let lines = 0;
  for (let at = code.indexOf('\n', from); at >= 0 && at < to; at = code.indexOf('\n', at + 1)) lines++;
  return lines;
}
