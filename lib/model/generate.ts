import type { LanguageModelV4 } from '@ai-sdk/provider';
import { formatDiagnostics } from '../compile/check/format';
import { hasErrors, sameSource, type Diagnostic, type Source } from '../program/program';
import { firstAsk, isPlanned, nextAsk, withTools, type AskInput } from './ask';
import type { ReplyChunk, ReplyData, ReplyFailure } from './messages';
import type { Meter } from './meter';
import { costOf } from './prices';
import { repairText } from './prompt';
import { DEFAULT_TIMEOUTS, type Timeouts } from './read-parts';
import { inSpan } from '../telemetry/in-span';
import { runRound, type Round, type RoundInput } from './round';
import type { ModelTool } from './turn';

export type GenerateInput = AskInput & {
  model: LanguageModelV4;
  check(source: Source, signal: AbortSignal): Promise<Diagnostic[]>;
  /** What the model may ask for before it answers. */
  tools?: readonly ModelTool[];
  /** Takes the reply's chunks. The message's start and finish are its caller's. */
  write(chunk: ReplyChunk): void;
  signal: AbortSignal;
  /** Keys that must not be in any message, beside what looks like one. */
  secrets?: readonly string[];
  timeouts?: Partial<Timeouts>;
  /** Counts what is taken, and may end it between two turns. */
  meter?: Meter;
};

export type ReplyOutcome = {
  state: 'done' | 'stopped' | 'failed';
  failure?: ReplyFailure;
  /** The base with everything that was written, however the reply ended. */
  source: Source;
  /** True where the source differs from the base. */
  wrote: boolean;
  /** What the check found in `source`, after findings about the reply itself. */
  diagnostics: Diagnostic[];
  /** What the model wants back when it is asked to change the program. */
  modelState?: unknown;
  /** One text per round. */
  text: string[];
  inputTokens?: number;
  outputTokens?: number;
  /** US dollars. */
  cost?: number;
  /** Milliseconds. */
  ms: number;
};

/** Rounds of one reply: the answer and two repairs. A model that hasn't got it right by then goes in circles. */
const MAX_ROUNDS = 3;

/** Errors told to the model at once: the first few explain the rest. */
const MAX_TOLD = 12;

/** Milliseconds for checking what is left of a reply that was stopped or broke off, when nobody waits for it. */
const LEFTOVER_CHECK_MS = 10_000;

/**
 * Lets a model write a reply, checks the program, and hands the errors back to the model, at most twice. What is
 * written from a Plan is written once: it would be the same again. Never rejects: every ending is an outcome.
 */
export async function generateReply(input: GenerateInput): Promise<ReplyOutcome> {
  const started = performance.now();
  const rounds: Round[] = [];
  const tools = isPlanned(input.choice) ? [] : (input.tools ?? []);
  let ask = withTools(firstAsk(input), tools);
  let diagnostics: Diagnostic[] = [];
  for (let number = 1; ; number++) {
    tellStatus(input, number === 1 ? 'waiting' : 'repairing', number);
    const round = await inSpan('model round', { number, provider: input.model.provider }, async ({ note, failed }) => {
      const ended = await runRound(roundInput(number));
      note({ outcome: ended.end.state, input_tokens: ended.usage?.inputTokens.total, output_tokens: ended.usage?.outputTokens.total });
      if (ended.end.state === 'failed') failed(ended.end.failure.code);
      return ended;
    });
    rounds.push(round);
    if (round.end.state !== 'done' || !round.touchedFiles) break;
    tellStatus(input, 'checking', number);
    diagnostics = [...round.diagnostics, ...(await check(input, round.source, input.signal))];
    if (input.signal.aborted) break;
    input.write({ type: 'data-check', id: `check-${number}`, data: { round: number, diagnostics } });
    if (!hasErrors(diagnostics) || number === MAX_ROUNDS || isPlanned(input.choice)) break;
    ask = nextAsk(round.asked, round.text, repairText(errorsText(diagnostics, round.source)));
  }
  return outcomeOf(input, rounds, diagnostics, started);

  function roundInput(number: number): RoundInput {
    return {
      model: input.model,
      options: ask,
      tools,
      number,
      base: rounds.at(-1)?.source ?? input.base,
      context: { choice: input.choice, secrets: input.secrets ?? [] },
      timeouts: { ...DEFAULT_TIMEOUTS, ...input.timeouts },
      signal: input.signal,
      ...(input.meter && { meter: input.meter }),
      write: input.write,
      onFirstText: () => number === 1 && tellStatus(input, 'writing', number),
    };
  }
}

async function outcomeOf(input: GenerateInput, rounds: Round[], checked: Diagnostic[], started: number): Promise<ReplyOutcome> {
  const last = rounds.at(-1)!;
  const end = last.end.state === 'done' && input.signal.aborted ? { state: 'stopped' as const } : last.end;
  const wrote = !sameSource(last.source, input.base);
  const states = rounds.map((round) => round.composerState).filter((state) => state !== undefined);
  return {
    ...end,
    source: last.source,
    wrote,
    diagnostics: end.state === 'done' ? checked : wrote ? await checkLeftover(input, last) : last.diagnostics,
    ...(states.length > 0 && { modelState: states.at(-1) }),
    text: rounds.map((round) => round.text),
    ...spent(input, rounds),
    ms: Math.round(performance.now() - started),
  };
}

/** The person's stop must not keep what they already have from being checked. */
async function checkLeftover(input: GenerateInput, round: Round): Promise<Diagnostic[]> {
  return [...round.diagnostics, ...(await check(input, round.source, AbortSignal.timeout(LEFTOVER_CHECK_MS)))];
}

/** A check that can't be made is told, and doesn't cost the person the reply. */
async function check(input: GenerateInput, source: Source, signal: AbortSignal): Promise<Diagnostic[]> {
  try {
    return await input.check(source, signal);
  } catch {
    return [{ file: 'reply', start: { line: 1, column: 1 }, severity: 'warning', code: 'check-unavailable', message: 'The program could not be checked.' }];
  }
}

function errorsText(diagnostics: Diagnostic[], source: Source): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const more = errors.length > MAX_TOLD ? `\n… and ${errors.length - MAX_TOLD} more.` : '';
  return formatDiagnostics(errors.slice(0, MAX_TOLD), source) + more;
}

function tellStatus(input: GenerateInput, phase: ReplyData['status']['phase'], round: number): void {
  input.write({ type: 'data-status', id: 'status', data: { phase, round } });
}

/** Sums over the rounds; a figure that some round didn't give is left out. */
function spent({ choice }: GenerateInput, rounds: Round[]): Pick<ReplyOutcome, 'inputTokens' | 'outputTokens' | 'cost'> {
  const usages = rounds.map((round) => round.usage);
  const inputTokens = sum(usages.map((usage) => usage?.inputTokens.total));
  const outputTokens = sum(usages.map((usage) => usage?.outputTokens.total));
  const cost = sum(usages.map((usage) => (usage ? costOf(choice.price, usage) : undefined)));
  return { ...(inputTokens !== undefined && { inputTokens }), ...(outputTokens !== undefined && { outputTokens }), ...(cost !== undefined && { cost }) };
}

function sum(numbers: (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>((total, number) => (total === undefined || number === undefined ? undefined : total + number), 0);
}
