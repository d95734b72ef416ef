import type { FileName } from '../lib/program/program';

/** Lines that `new Function` puts before its body. Engines may differ, so it is measured, once strings may be evaluated. */
let headerLines: number | null = null;

/**
 * Compiles the body of a function so that its lines are those of `file` in every stack. The compiler keeps lines where
 * they are, columns not, so no column is ever derived from a stack.
 * @throws SyntaxError
 */
export function compileFunction(names: readonly string[], body: string, file: FileName): (...args: unknown[]) => unknown {
  return new Function(...names, `${body}\n//# sourceURL=${file}`) as (...args: unknown[]) => unknown;
}

/** Where in the source an error was thrown, as far as its stack says. */
export function positionInSource(error: unknown): { file: FileName; line: number } | undefined {
  return positionInStack(stackOf(error));
}

/** The first place of generated code in a stack, or in what stands like one (`ui.tsx:4`). */
export function positionInStack(stack: string): { file: FileName; line: number } | undefined {
  const frame = /\b(ui\.tsx|data\.ts):(\d+)(?::\d+)?/.exec(stack);
  if (!frame) return undefined;
  headerLines ??= measureHeaderLines();
  const line = Number(frame[2]) - headerLines;
  return line >= 1 ? { file: frame[1] as FileName, line } : undefined;
}

function stackOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.stack ?? '') : '';
  } catch {
    return '';
  }
}

function measureHeaderLines(): number {
  try {
    compileFunction(['fail'], 'fail(new Error("where"))', 'ui.tsx')((error: Error) => {
      throw error;
    });
  } catch (error) {
    const line = /\bui\.tsx:(\d+)/.exec(stackOf(error))?.[1];
    if (line) return Number(line) - 1;
  }
  return 2;
}
