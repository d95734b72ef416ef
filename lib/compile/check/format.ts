import type { Diagnostic, Source } from '../../program/program';

/**
 * Diagnostics as a model reads them: place, code and message, the line with a caret, the hint.
 * Excerpts that are missing are taken from `source`.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], source: Source): string {
  return diagnostics.map((diagnostic) => formatOne(diagnostic, source)).join('\n');
}

function formatOne(diagnostic: Diagnostic, source: Source): string {
  const { file, start, severity, code, message, hint } = diagnostic;
  const lines = [`${file}:${start.line}:${start.column} ${severity} ${code}: ${message}`];
  lines.push(...excerptLines(diagnostic, source));
  if (hint) lines.push(`  ${hint}`);
  return lines.join('\n');
}

/** UTF-16 units of a line shown. A line that is longer is cut on both sides of the caret. */
const SHOWN_UNITS = 120;

function excerptLines({ file, start, end, excerpt }: Diagnostic, source: Source): string[] {
  const line = (file === 'reply' ? undefined : source[file].split(/\r?\n/)[start.line - 1]) ?? excerpt;
  if (line === undefined || line.trim() === '') return [];
  const at = start.column - 1;
  const indent = Math.min(line.search(/\S/), at);
  const from = line.length - indent <= SHOWN_UNITS ? indent : Math.max(indent, at - SHOWN_UNITS / 2);
  const shown = line.slice(from, from + SHOWN_UNITS).replaceAll('\t', ' ');
  const width = end && end.line === start.line ? end.column - start.column : shown.length - (at - from);
  const carets = Math.max(1, Math.min(width, shown.length - (at - from)));
  return [`  ${shown}`, `  ${' '.repeat(at - from)}${'^'.repeat(carets)}`];
}
