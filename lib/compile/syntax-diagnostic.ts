import type { Draft } from '../draft/complete';
import type { Diagnostic, FileName, Position } from '../program/program';

const REFUSALS: Record<NonNullable<Draft['refused']>['what'], { message: string; hint: string }> = {
  decorator: { message: 'Decorators are not JavaScript yet, so they can’t run here', hint: 'Call the function where the class or method is used.' },
  accessor: { message: 'The keyword accessor is not JavaScript yet, so it can’t run here', hint: 'Write a getter and a setter, or a plain field.' },
};

/** The error of what no engine runs, in the form of sucrase's own. */
export function refusal(text: string, { what, at }: NonNullable<Draft['refused']>): object {
  const before = text.slice(0, at).split('\n');
  return { ...REFUSALS[what], loc: { line: before.length, column: before.at(-1)!.length + 1 } };
}

/** The diagnostic of an error that sucrase threw, which has its place in `loc` and once more at its message's end, or of a refusal. */
export function syntaxDiagnostic(file: FileName, text: string, error: unknown): Diagnostic {
  const { message, loc, hint } = error as { message?: string; loc?: Position; hint?: string };
  const start = { line: loc?.line ?? 1, column: loc?.column ?? 1 };
  const excerpt = text.split('\n')[start.line - 1]?.replace(/\r$/, '');
  return {
    file,
    start,
    severity: 'error',
    code: 'syntax',
    message: `${(message ?? String(error)).replace(/\s*\(\d+:\d+\)$/, '').replace(/\.$/, '')}.`,
    ...hintOf(hint, start.line >= text.trimEnd().split('\n').length),
    ...(excerpt === undefined ? {} : { excerpt }),
  };
}

function hintOf(given: string | undefined, atTheEnd: boolean): { hint?: string } {
  if (given) return { hint: given };
  return atTheEnd ? { hint: 'The file may have ended before it was whole.' } : {};
}
