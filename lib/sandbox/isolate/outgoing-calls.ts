import type { Call, CallAnswer } from '../../bridge/messages';
import type { CallMade, PlaceRun, RunLimits } from '../place';
import { cutShort, type Ending } from './run-error';
import { isPlain } from './plain';

/** More names than that tell nobody more. */
const MAX_NAMES = 5;

type SentCall = [id: number, binding: string, operation: string, args: unknown];

type Answer = { ok: true; json: string } | { ok: false; json: string };

/** The calls of one run, on the host's side: they come in as text that the guest wrote, and go back as text. */
export class OutgoingCalls {
  readonly made: CallMade[] = [];
  readonly #run: PlaceRun;
  readonly #limits: RunLimits;
  readonly #granted: Map<string, ReadonlySet<string>>;
  readonly #over = new AbortController();
  readonly #hold: () => () => void;
  readonly #answer: (json: string) => void;
  readonly #tooMuch: (why: Ending) => void;
  #answers: string[] = [];
  #unitsIn = 0;

  /** `hold` stops the run's clock. `answer` sends a list of answers as JSON; `tooMuch` hears which limit of all calls together was met. */
  constructor(run: PlaceRun, limits: RunLimits, hold: () => () => void, answer: (json: string) => void, tooMuch: (why: Ending) => void) {
    this.#run = run;
    this.#limits = limits;
    this.#hold = hold;
    this.#answer = answer;
    this.#tooMuch = tooMuch;
    this.#granted = new Map(run.bindings.map(({ name, operations }) => [name, new Set(operations)]));
  }

  /** Nobody waits any more: what is open outside is told to stop. */
  end(): void {
    this.#over.abort();
  }

  /** What has no answer yet, in words: `shop.sql, github.issuesList`. */
  openNames(): string {
    const open = this.made.filter(({ outcome }) => outcome === 'open').map(({ binding, operation }) => `${binding}.${operation}`);
    return [...new Set(open)].slice(0, MAX_NAMES).join(', ');
  }

  /** `json` is a list of `[id, binding, operation, arguments]`. The guest counts too, but it may be broken into. */
  start(json: string): void {
    const calls = json.length > 2 * this.#limits.allCallsUnits ? null : readCalls(json);
    if (!calls) return this.#tooMuch('crashed');
    if (this.made.length + calls.length > this.#limits.calls) return this.#tooMuch('limit-calls');
    for (const call of calls) void this.#make(call);
  }

  async #make([id, binding, operation, args]: SentCall): Promise<void> {
    const made: CallMade = { binding, operation, outcome: 'open', rows: 0, ms: 0 };
    this.made.push(made);
    const began = performance.now();
    const answer = await this.#ask({ id, binding, operation, args });
    if (this.#over.signal.aborted) return;
    made.ms = performance.now() - began;
    made.outcome = answer.ok ? 'ok' : answer.error.code;
    made.rows = answer.ok ? answer.rows : 0;
    const { ok, json } = this.#written(answer);
    if (!ok && answer.ok) made.outcome = 'limit-bytes';
    this.#give(`[${id},${ok ? 1 : 0},${json}]`);
  }

  async #ask(call: Call): Promise<CallAnswer> {
    const { id, binding, operation, args } = call;
    const fail = (code: string, message: string): CallAnswer => ({ id, ok: false, error: { code, message, retryable: false } });
    if (!this.#granted.get(binding)?.has(operation)) return fail('unknown-operation', `${binding} has no operation '${operation}'.`);
    if (!isPlain(args)) return fail('bad-arguments', 'The arguments are nested too deep, or have a key __proto__.');
    try {
      return readAnswer(id, await this.#run.onCall(call, this.#over.signal, this.#hold));
    } catch {
      // What it says is for the server's own log, and whoever made the call has written it there.
      return { id, ok: false, error: { code: 'internal', message: 'The call failed on the server.', retryable: true } };
    }
  }

  #written(answer: CallAnswer): Answer {
    if (!answer.ok) return { ok: false, json: JSON.stringify(answer.error) };
    try {
      const json = JSON.stringify(answer.value) ?? 'null';
      if (json.length <= this.#limits.answerUnits) return { ok: true, json };
      return tooLarge(`The answer is larger than ${this.#limits.answerUnits} characters as JSON.`);
    } catch {
      return tooLarge('The answer can’t be sent as JSON.');
    }
  }

  /** Answers that come in one turn go back together. */
  #give(answer: string): void {
    this.#unitsIn += answer.length;
    if (this.#unitsIn > this.#limits.allAnswersUnits) return this.#tooMuch('limit-answer-bytes');
    if (this.#answers.push(answer) > 1) return;
    queueMicrotask(() => {
      const answers = this.#answers;
      this.#answers = [];
      if (!this.#over.signal.aborted) this.#answer(`[${answers.join(',')}]`);
    });
  }
}

/** The calls in a batch, or null where it isn't one. */
function readCalls(json: string): SentCall[] | null {
  try {
    const calls: unknown = JSON.parse(json);
    return Array.isArray(calls) && calls.every(isCall) ? calls : null;
  } catch {
    return null;
  }
}

function isCall(call: unknown): call is SentCall {
  return Array.isArray(call) && call.length === 4 && Number.isSafeInteger(call[0]) && typeof call[1] === 'string' && typeof call[2] === 'string';
}

/** An answer of the right form, whatever it was made of: only texts and figures are taken of an error. */
function readAnswer(id: number, answer: CallAnswer): CallAnswer {
  if (answer.ok === true) return { id, ok: true, value: answer.value, rows: typeof answer.rows === 'number' ? answer.rows : 0, ms: 0 };
  const { code, message, hint, retryable, status } = answer.error;
  const error = { code: cutShort(code) || 'internal', message: cutShort(message), retryable: retryable === true };
  return { id, ok: false, error: { ...error, ...(typeof hint === 'string' && { hint: cutShort(hint) }), ...(typeof status === 'number' && { status }) } };
}

function tooLarge(message: string): Answer {
  return { ok: false, json: JSON.stringify({ code: 'limit-bytes', message, hint: 'Ask for fewer rows or fields.', retryable: false }) };
}
