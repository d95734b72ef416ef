import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4FinishReason, LanguageModelV4Usage } from '@ai-sdk/provider';
import { ReplyParser } from '../reply/reply-parser';
import type { Diagnostic, Source } from '../program/program';
import { refusesTools } from './provider-fault';
import { failureOf, failureOfEnd, type FailureContext } from './failure';
import type { ReplyChunk, ReplyData, ReplyFailure } from './messages';
import { type Meter, SpentError, tokensOf } from './meter';
import { readParts, type Timeouts } from './read-parts';
import { type ModelTool, Turn } from './turn';

export type RoundInput = {
  model: LanguageModelV4;
  options: LanguageModelV4CallOptions;
  /** What it may ask for before it answers. */
  tools: readonly ModelTool[];
  /** Counts from 1; its text part is `round-N`. */
  number: number;
  /** The files as the round before left them. */
  base: Source;
  context: FailureContext;
  timeouts: Timeouts;
  /** None where what it takes is nobody's business: the composer, a model on this machine. */
  meter?: Meter;
  signal: AbortSignal;
  write(chunk: ReplyChunk): void;
  /** Called once, before the first text is written. */
  onFirstText(): void;
};

export type Round = {
  end: { state: 'done' | 'stopped' } | { state: 'failed'; failure: ReplyFailure };
  text: string;
  source: Source;
  /** It wrote, or tried to write, a file. */
  touchedFiles: boolean;
  /** Findings about the reply itself. */
  diagnostics: Diagnostic[];
  usage?: LanguageModelV4Usage;
  /** What the composer wants back next time. */
  composerState?: unknown;
  /** All that it was asked with, what it asked for itself included. */
  asked: LanguageModelV4CallOptions;
};

type Finish = { reason: LanguageModelV4FinishReason['unified']; usage?: LanguageModelV4Usage; composerState?: unknown };

/** How often a model may look something up in one round; then it has to answer with what it knows. */
const MAX_LOOKUPS = 8;

/** One answer of the model: its text goes out as one part while it is read as files. Never throws. */
export async function runRound(input: RoundInput): Promise<Round> {
  const parser = new ReplyParser(input.base);
  const part = new TextPart(input, parser);
  let finish: Finish = { reason: 'interrupted' };
  let asked = input.options;
  let end: Round['end'];
  try {
    ({ finish, asked } = await readAnswer(input, part).catch((error: unknown) => {
      if (part.text !== '' || !input.options.tools || !refusesTools(error)) throw error;
      const { tools: _, ...options } = input.options;
      return readAnswer({ ...input, options }, part);
    }));
    const failure = failureOfEnd(finish.reason, part.text, input.context);
    end = failure ? { state: 'failed', failure } : { state: 'done' };
  } catch (error) {
    end = input.signal.aborted ? { state: 'stopped' } : { state: 'failed', failure: failureOf(error, input.context) };
  }
  part.end();
  parser.end();
  const { source, diagnostics, segments } = parser;
  const touchedFiles = diagnostics.length > 0 || segments.some((segment) => segment.kind === 'file');
  const { usage, composerState } = finish;
  return { end, text: part.text, source, touchedFiles, diagnostics, asked, ...(usage && { usage }), ...(composerState !== undefined && { composerState }) };
}

/** Turns until the model asks for nothing more. `asked` is all that the last of them was asked with. */
async function readAnswer(input: RoundInput, part: TextPart): Promise<{ finish: Finish; asked: LanguageModelV4CallOptions }> {
  let asked = input.options;
  let usage: LanguageModelV4Usage | undefined;
  for (let lookups = 0; ; lookups++) {
    const turn = new Turn();
    const options = lookups < MAX_LOOKUPS ? asked : { ...asked, toolChoice: { type: 'none' as const } };
    const finish = await readTurn({ ...input, options }, part, turn);
    usage = addUsage(usage, finish.usage);
    if (turn.calls.length === 0 || lookups === MAX_LOOKUPS) return { finish: { ...finish, usage }, asked };
    asked = await turn.goOn(asked, input.tools, input.signal);
  }
}

async function readTurn({ model, options, signal, timeouts, meter }: RoundInput, part: TextPart, turn: Turn): Promise<Finish> {
  const refused = await meter?.refusal();
  if (refused) throw new SpentError(refused);
  let finish: Finish = { reason: 'interrupted' };
  let answered: number | null = null;
  try {
    for await (const piece of readParts(model, options, signal, timeouts)) {
      turn.add(piece);
      answered = (answered ?? 0) + ('delta' in piece ? piece.delta.length : 0);
      if (piece.type === 'text-start') part.block();
      else if (piece.type === 'text-delta') part.write(piece.delta);
      else if (piece.type === 'finish') {
        const said = piece.providerMetadata?.composer?.said as ReplyData['said'] | undefined;
        if (said) part.aside({ type: 'data-said', data: said });
        finish = { reason: piece.finishReason.unified, usage: piece.usage, composerState: piece.providerMetadata?.composer?.state };
      }
    }
  } finally {
    // What was stopped or broke off was paid for too; a request that was refused outright wasn't.
    if (answered !== null) await meter?.took(tokensOf(finish.usage, options.prompt, answered), finish.usage);
  }
  return finish;
}

/** What two answers took together; a figure that one of them didn't give is left out. */
function addUsage(one: LanguageModelV4Usage | undefined, other: LanguageModelV4Usage | undefined): LanguageModelV4Usage | undefined {
  if (!one || !other) return other ?? one;
  const sum = <T extends Record<string, number | undefined>>(a: T, b: T) =>
    Object.fromEntries(Object.keys(b).map((key) => [key, a[key] === undefined || b[key] === undefined ? undefined : a[key] + b[key]])) as T;
  return { ...other, inputTokens: sum(one.inputTokens, other.inputTokens), outputTokens: sum(one.outputTokens, other.outputTokens) };
}

/** The round's text part, begun with the first text so that an empty answer leaves no empty part. */
class TextPart {
  readonly #input: RoundInput;
  readonly #parser: ReplyParser;
  #text = '';
  readonly #asides: ReplyChunk[] = [];

  constructor(input: RoundInput, parser: ReplyParser) {
    this.#input = input;
    this.#parser = parser;
  }

  get text(): string {
    return this.#text;
  }

  get #id(): string {
    return `round-${this.#input.number}`;
  }

  /** Models that think in between send several blocks; a fence must begin on its own line all the same. */
  block(): void {
    if (this.#text !== '' && !this.#text.endsWith('\n')) this.write('\n');
  }

  write(delta: string): void {
    if (delta === '') return;
    if (this.#text === '') {
      this.#input.onFirstText();
      this.#input.write({ type: 'text-start', id: this.#id });
    }
    this.#text += delta;
    this.#parser.write(delta);
    this.#input.write({ type: 'text-delta', id: this.#id, delta });
  }

  /** What is said beside the text: behind it. */
  aside(chunk: ReplyChunk): void {
    this.#asides.push(chunk);
  }

  end(): void {
    if (this.#text !== '') this.#input.write({ type: 'text-end', id: this.#id });
    for (const chunk of this.#asides) this.#input.write(chunk);
  }
}
