import type { Binding } from '../binding/binding';
import type { Call, CallAnswer } from '../bridge/messages';
import type { ReplyData } from '../model/messages';
import type { ModelTool } from '../model/turn';
import type { Place, RunOutcome } from '../sandbox/place';
import { inSpan } from '../telemetry/in-span';
import type { SnippetCheck } from './check-snippet';

export type ExecuteOptions = {
  bindings: readonly Binding[];
  /** Types before anything runs. */
  check: SnippetCheck;
  place(): Promise<Pick<Place, 'run'>>;
  /** Decides and makes a call in the name of who asked. `hold` stops the run's clock. */
  onCall(call: Call, signal: AbortSignal, hold: () => () => void): Promise<CallAnswer>;
  tell(run: ReplyData['run']): void;
};

/** UTF-16 units of a value that a model reads, some 4,000 tokens: what is more belongs into the code. */
const MAX_VALUE_UNITS = 16_000;
const MAX_CONSOLE_UNITS = 4_000;
const MAX_TOLD_CODE_UNITS = 8_000;
const MAX_LISTED_CALLS = 20;

/** Milliseconds of a run: the person waits for the answer behind it. */
const MAX_RUN_MS = 20_000;

/**
 * `execute` as a model has it: TypeScript in, value, console and calls out. It runs in the server's isolate over the granted
 * connections, each call decided like one of an interface. Code that isn't right by its types isn't run.
 */
export function executeTool({ bindings, check, place, onCall, tell }: ExecuteOptions): ModelTool {
  const granted = bindings.map((binding) => ({
    name: binding.name,
    operations: binding.kind === 'tables' ? ['sql'] : binding.operations.map(({ name }) => name),
  }));
  return {
    name: 'execute',
    description:
      'Runs TypeScript over the connections, as in data.ts, and gives its value, its console and the calls it made. The code is the body of an async function: `const page = await github.issuesListForRepo({ … }); return page.length;`. Look at what an answer holds before you build on it; return little.',
    input: { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] },
    async run(input, signal) {
      const { code } = (input ?? {}) as { code?: unknown };
      if (typeof code !== 'string' || code.trim() === '') return 'execute takes { code: string }.';
      const told = code.slice(0, MAX_TOLD_CODE_UNITS);
      const checked = await check(code, signal);
      if (!checked.ok) {
        tell({ code: told, calls: 0, outcome: 'check' });
        return `Not run: the check found errors.\n\n${checked.findings}`;
      }
      const outcome = await inSpan('run', {}, async ({ note, failed }) => {
        const ended = await (await place()).run({ code: checked.js, bindings: granted, limits: { ms: MAX_RUN_MS }, onCall, signal });
        note({ calls: ended.calls.length, outcome: 'ok' });
        if (!ended.ok) failed(ended.error.code);
        return ended;
      });
      tell({ code: told, calls: outcome.calls.length, outcome: outcome.ok ? 'ok' : outcome.error.code });
      return outcomeText(outcome);
    },
  };
}

function outcomeText(outcome: RunOutcome): string {
  const parts = [outcome.ok ? `Value: ${capped(valueText(outcome.value), MAX_VALUE_UNITS)}` : errorText(outcome.error)];
  if (outcome.console.length > 0) {
    parts.push(`Console:\n${capped(outcome.console.map(({ level, text }) => (level === 'log' ? text : `${level}: ${text}`)).join('\n'), MAX_CONSOLE_UNITS)}`);
  }
  if (outcome.calls.length > 0) parts.push(`Calls:\n${callsText(outcome.calls)}`);
  return parts.join('\n\n');
}

function valueText(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value, null, 1);
}

function errorText({ code, message, hint, line, status, retryable }: Extract<RunOutcome, { ok: false }>['error']): string {
  const facts = [`code ${code}`, status !== undefined && `status ${status}`, line !== undefined && `line ${line}`, retryable && 'may be tried again'];
  return `Error (${facts.filter(Boolean).join(', ')}): ${message}${hint ? ` ${hint}` : ''}`;
}

function callsText(calls: RunOutcome['calls']): string {
  const lines = calls.slice(0, MAX_LISTED_CALLS).map(({ binding, operation, outcome, rows, ms }) => `${binding}.${operation}: ${outcome === 'ok' ? `${rows} rows` : outcome}, ${Math.round(ms)} ms`);
  return [...lines, ...(calls.length > MAX_LISTED_CALLS ? [`… and ${calls.length - MAX_LISTED_CALLS} more`] : [])].join('\n');
}

function capped(text: string, units: number): string {
  return text.length <= units ? text : `${text.slice(0, units)}\n… ${text.length - units} more characters were left out. Return less.`;
}
