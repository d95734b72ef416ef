import type { Diagnostic, FileName, Position } from '../../program/program';
import { MAX_EXCERPT_UNITS } from './limits';

/** A Diagnostic before it is placed: offsets of UTF-16 units in the author's text of one file. */
export type Finding = {
  start: number;
  end: number;
  severity: Diagnostic['severity'];
  code: string;
  message: string;
  hint?: string | undefined;
};

/** Gives findings of one file their lines, columns and excerpt. */
export function placeFindings(findings: readonly Finding[], file: FileName, text: string): Diagnostic[] {
  const lines = lineStarts(text);
  return findings.map((finding) => {
    const start = positionAt(lines, finding.start);
    const { severity, code, message, hint } = finding;
    const end = positionAt(lines, Math.max(finding.start, finding.end));
    return { file, start, end, severity, code, message, ...(hint && { hint }), excerpt: lineOf(text, lines, start.line) };
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

function lineOf(text: string, starts: readonly number[], line: number): string {
  const end = starts[line] ?? text.length + 1;
  return text.slice(starts[line - 1], end - 1).replace(/\r$/, '').slice(0, MAX_EXCERPT_UNITS);
}
