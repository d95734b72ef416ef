import { transform } from 'sucrase';
import type { Binding } from '../binding/binding';
import { formatDiagnostics } from '../compile/check/format';
import { type Diagnostic, EMPTY_SOURCE, type Source } from '../program/program';

export type CheckedSnippet = { ok: true; js: string } | { ok: false; findings: string };
export type SnippetCheck = (code: string, signal: AbortSignal) => Promise<CheckedSnippet>;

/**
 * All on the line before the snippet's first, so that lines need only one taken off. The console is there in an isolate, though
 * data.ts has none.
 */
const HEAD = 'declare const console: Record<"log" | "info" | "debug" | "warn" | "error", (...values: unknown[]) => void>; export async function execute() {\n';
const FOOT = '\n}\n';

/** Checks the body of an async function as if it stood in data.ts, and takes its types off. `check` is the house's. */
export function snippetCheck(bindings: readonly Binding[], check: (source: Source, bindings: readonly Binding[], signal: AbortSignal) => Promise<Diagnostic[]>): SnippetCheck {
  return async (code, signal) => {
    const diagnostics = await check({ ...EMPTY_SOURCE, 'data.ts': HEAD + code + FOOT }, bindings, signal);
    const errors = diagnostics.filter(({ severity, file }) => severity === 'error' && file === 'data.ts').map(oneLineUp);
    if (errors.length > 0) return { ok: false, findings: formatDiagnostics(errors, { ...EMPTY_SOURCE, 'data.ts': code }).replaceAll(/^data\.ts:/gm, 'line ') };
    return { ok: true, js: withoutTypes(code) };
  };
}

function oneLineUp(diagnostic: Diagnostic): Diagnostic {
  const up = ({ line, column }: Diagnostic['start']) => ({ line: Math.max(1, line - 1), column });
  return { ...diagnostic, start: up(diagnostic.start), ...(diagnostic.end && { end: up(diagnostic.end) }) };
}

/** Lines stay where they are. In a function, because `return` stands nowhere else. */
function withoutTypes(code: string): string {
  const { code: js } = transform(`async function execute() {\n${code}${FOOT}`, { transforms: ['typescript'], disableESTransforms: true });
  return js.slice(js.indexOf('\n') + 1, js.lastIndexOf('}'));
}
