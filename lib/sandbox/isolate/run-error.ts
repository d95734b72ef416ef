/** How a run's end is told: a code, a sentence with the figure it was about, and the line where that is known. */
import type { RunError, RunErrorCode, RunLimits } from '../place.ts';
import type { ThrownError } from './guest/host.ts';
import { MAX_MESSAGE_UNITS } from './limits.ts';

export function runError(code: string, message: string, more: Partial<RunError> = {}): RunError {
  return { code, message, retryable: false, ...more };
}

export type Ending = 'limit-time' | 'limit-memory' | 'limit-calls' | 'limit-call-bytes' | 'limit-answer-bytes' | 'never-settles' | 'cancelled' | 'crashed' | 'closed' | 'busy' | 'limit-code' | 'limit-arguments';

/** Ends that aren't an error of the code's own. */
export const ENDINGS: Record<Ending, (limits: RunLimits, line?: number) => RunError> = {
  'limit-time': ({ ms }, line) => ended('limit-time', `It ran for more than ${ms} ms and was stopped.`, line, 'Let the outside system do more of the work, or do less in one run.'),
  'limit-memory': ({ memoryBytes }, line) => ended('limit-memory', `It needed more than ${megabytes(memoryBytes)} of memory and was stopped.`, line, 'Ask for fewer rows or fields, and keep less of them.'),
  'limit-calls': ({ calls }, line) => ended('limit-calls', `It made more than ${calls} calls and was stopped.`, line, 'Ask for many things in one call.'),
  'limit-call-bytes': ({ allCallsUnits }, line) => ended('limit-bytes', `The arguments of all its calls are larger than ${allCallsUnits} characters.`, line),
  'limit-answer-bytes': ({ allAnswersUnits }) => ended('limit-bytes', `The answers to all its calls are larger than ${allAnswersUnits} characters.`, undefined, 'Ask for fewer rows or fields.'),
  'limit-code': ({ codeUnits }) => ended('limit-bytes', `The code is longer than ${codeUnits} characters.`),
  'limit-arguments': ({ callUnits }) => ended('limit-bytes', `The arguments are larger than ${callUnits} characters, or no JSON.`),
  'never-settles': () => ended('never-settles', 'It waits for a promise that nothing will settle: there are no timers, and no call is open.'),
  cancelled: () => ({ ...ended('cancelled', 'The run was cancelled.'), retryable: true }),
  crashed: () => CRASHED,
  closed: () => ended('closed', 'The server is closing.'),
  busy: () => ({ ...ended('busy', 'Too much runs at this time.'), retryable: true }),
};

function ended(code: RunErrorCode, message: string, line?: number, hint?: string): RunError {
  return { code, message, retryable: false, ...(line === undefined ? {} : { line }), ...(hint === undefined ? {} : { hint }) };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

/** What an error that nobody caught says. Its parts come from the guest: any text may be in them. */
export function errorOf({ name, message, stack, call }: ThrownError): RunError {
  const line = lineIn(stack);
  const where = line === undefined ? {} : { line };
  if (call) return runError(call.code, cutShort(call.message), { ...where, retryable: call.retryable, ...(call.hint && { hint: call.hint }), ...(call.status && { status: call.status }) });
  const said = cutShort(message);
  if (name === 'SyntaxError' && isOwnSyntax(stack)) return runError('syntax', said, where);
  const module = /^could not load module '(.*)'$/.exec(said)?.[1];
  if (module !== undefined) return runError('syntax', `'${module}' can’t be imported: there are no modules here.`, where);
  if (name === 'InternalError' && NO_MEMORY.test(said)) return runError('limit-memory', `It needed more memory than it may have: ${said}.`, where);
  if (name === 'RangeError' && said === STACK_FULL) return runError('limit-stack', STACK_WORDS, where);
  return runError('threw', name && said ? `${name}: ${said}` : said || name || 'Something was thrown that says nothing.', where);
}

/** What an error of the engine itself means; where it means nothing that is known, the instance broke. */
export function engineErrorOf(error: unknown): RunError {
  const message = error instanceof Error ? cutShort(error.message) : '';
  if (NO_MEMORY.test(message)) return runError('limit-memory', 'It needed more memory than it may have.');
  if (message.includes(STACK_FULL)) return runError('limit-stack', STACK_WORDS);
  return CRASHED;
}

export const CRASHED: RunError = runError('crashed', 'What ran the code broke off.', { retryable: true });

const NO_MEMORY = /out of memory|string too long|wasm_malloc failed/;
const STACK_FULL = 'Maximum call stack size exceeded';
const STACK_WORDS = 'Functions call each other too deep: the stack is full.';

/** The engine's own error names its place and no function; one that code threw stands in one. */
function isOwnSyntax(stack: unknown): boolean {
  return typeof stack === 'string' && /^\s*at (?:execute|data)\.ts:/.test(stack);
}

/** The line of the code that a stack names first. */
export function lineIn(stack: unknown): number | undefined {
  if (typeof stack !== 'string') return undefined;
  const found = /\b(?:execute|data)\.ts:(\d{1,7})/.exec(stack.slice(0, MAX_MESSAGE_UNITS));
  return found ? Number(found[1]) : undefined;
}

export function cutShort(text: unknown): string {
  if (typeof text !== 'string') return '';
  return text.length > MAX_MESSAGE_UNITS ? `${text.slice(0, MAX_MESSAGE_UNITS)}…` : text;
}
