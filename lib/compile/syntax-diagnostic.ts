import type { Diagnostic, FileName, Position } from '../program/program';

/** The diagnostic of an error that sucrase threw: it carries its place in `loc`, and once more at its message's end. */
export function syntaxDiagnostic(file: FileName, text: string, error: unknown): Diagnostic {
  const { message, loc } = error as { message?: string; loc?: Position };
  const start = { line: loc?.line ?? 1, column: loc?.column ?? 1 };
  const excerpt = text.split('\n')[start.line - 1]?.replace(/\r$/, '');
  return {
    file,
    start,
    severity: 'error',
    code: 'syntax',
    message: `${(message ?? String(error)).replace(/\s*\(\d+:\d+\)$/, '').replace(/\.$/, '')}.`,
    ...(start.line >= text.trimEnd().split('\n').length ? { hint: 'The file may have ended before it was whole.' } : {}),
    ...(excerpt === undefined ? {} : { excerpt }),
  };
}
