import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4FinishReason, LanguageModelV4StreamPart, LanguageModelV4Usage } from '@ai-sdk/provider';
import type { Binding } from '../binding/binding';
import { apiBindings, tableBindings } from '../binding/tables';
import { sameSource } from '../program/program';
import { builtText, editedText, fencesOf } from './answer';
import { readForm } from './calls/read-form';
import { createCatalogue } from './catalogue/catalogue';
import type { Term } from './catalogue/terms';
import type { Catalogue } from './catalogue/entity';
import { latestPrompt, PACE_MS, partsOf, readSource, wait } from './composer';
import { isUndo } from './edit/edit';
import { type Plan, planSchema } from './plan';
import { composeReply, type ComposerInput, type ComposerReply, START_OVER } from './reply';
import { isWritten, stamped } from './written';
import { askText, NO_JSON, repairText, tableNames } from './sketch/ask-text';
import { changedBySketch, planOfSketch, type Sketched } from './sketch/from-sketch';
import { jsonIn } from './sketch/read-answer';
import { readSketch, sketchJsonSchema } from './sketch/sketch';
import { write } from './write/write';

export type PlannerOptions = {
  /** Who fills the sketch. */
  model: LanguageModelV4;
  bindings: readonly Binding[];
  /** A team's own words. */
  terms?: readonly Term[];
  pace?: number;
  today?: Date;
};

/** UTF-16 units of an answer; what is longer is no sketch any more. */
const MAX_ANSWER = 24_000;
/** Tokens of one; a page of twelve blocks is about 900. */
const MAX_ANSWER_TOKENS = 4_000;

/** A model that plans is asked once more where its answer doesn't fit. */
const MAX_ASKS = 2;

/**
 * A model too weak to write programs, as one that writes them: it is asked for a sketch, and the program is the composer's. It takes
 * and gives what the composer does (`providerOptions.composer`). While the model answers, `raw` parts say that it lives.
 */
export function createPlanner({ model, bindings, terms = [], pace = PACE_MS, today }: PlannerOptions): LanguageModelV4 {
  async function* reply(options: LanguageModelV4CallOptions): AsyncGenerator<LanguageModelV4StreamPart, undefined> {
    const { state, source } = (options.providerOptions?.composer ?? {}) as { state?: unknown; source?: unknown };
    const asked: Asked = { prompt: latestPrompt(options), state, source: readSource(source), bindings, terms, catalogue: createCatalogue(tableBindings(bindings), terms), today: today ?? new Date() };
    const spent: LanguageModelV4Usage[] = [];
    const written = yield* sketchReply(model, options, asked, spent);
    if ('ended' in written) {
      if (written.ended !== null) yield { type: 'finish', finishReason: { unified: written.ended, raw: undefined }, usage: sum(spent) };
      return undefined;
    }
    for (const part of partsOf(written.text, written.state, sum(spent), written.said)) {
      if (part.type === 'text-delta') await wait(pace, options.abortSignal);
      yield part;
    }
    return undefined;
  }
  return {
    specificationVersion: 'v4',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: {},
    doGenerate: () => Promise.reject(new Error('A planner is only asked for streams.')),
    async doStream(options) {
      return { stream: streamOf(reply(options), options.abortSignal) };
    },
  };
}

type Asked = ComposerInput & { bindings: readonly Binding[]; terms: readonly Term[]; catalogue: Catalogue; today: Date };

/** A reply, or how the model's answer ended where there is none; null where it just broke off. */
type Written = ComposerReply | { ended: LanguageModelV4FinishReason['unified'] | null };

async function* sketchReply(model: LanguageModelV4, options: LanguageModelV4CallOptions, asked: Asked, spent: LanguageModelV4Usage[]): AsyncGenerator<LanguageModelV4StreamPart, Written> {
  const { prompt, source, catalogue, bindings, today } = asked;
  const anew = START_OVER.test(prompt);
  const exists = !anew && source != null && source['ui.tsx'].trim() !== '';
  const kept = exists ? planSchema.safeParse(asked.state) : null;
  const plan = kept?.success && source && isWritten(kept.data, source) ? kept.data : null;
  if (exists && !plan) return { text: NOT_PLANNED, state: null };
  const words = prompt.replace(START_OVER, '');
  // Of a form a sketch knows nothing, and of what was before neither.
  if (catalogue.entities.length === 0 || (plan && isUndo(prompt)) || readForm(words, apiBindings(bindings))) return composeReply(asked, bindings, today, asked.terms);

  const talk: LanguageModelV4CallOptions['prompt'] = [
    { role: 'system', content: askText(catalogue, words, plan) },
    ...options.prompt.filter((m) => m.role !== 'system').slice(0, -1),
    { role: 'user', content: [{ type: 'text', text: words }] },
  ];
  let last: Sketched | null = null;
  for (let ask = 1; ask <= MAX_ASKS; ask++) {
    const answer = yield* askFor(model, { ...options, prompt: talk }, sketchJsonSchema(tableNames(catalogue), plan !== null));
    if (answer.usage) spent.push(answer.usage);
    if (answer.ended === null || answer.ended === 'content-filter' || answer.ended === 'error') return { ended: answer.ended };
    const json = jsonIn(answer.text);
    const read = json && readSketch(json);
    const made = read && (plan ? changedBySketch(plan, read, catalogue, today) : planOfSketch(read, catalogue, today));
    if (made && (!last || isBetter(made, last, plan))) last = made;
    if (made && fits(made, plan) && made.problems.length === 0) break;
    talk.push({ role: 'assistant', content: [{ type: 'text', text: answer.text.slice(0, MAX_TOLD) || '(nothing)' }] }, { role: 'user', content: [{ type: 'text', text: repairText(made ? (made.problems.length ? made.problems : ['It changes nothing.']) : [NO_JSON]) }] });
  }
  if (!last || !fits(last, plan)) return ownReading(asked, model.modelId, last);
  return replyOf(last, plan, asked);
}

/** UTF-16 units of a wrong answer that are told back. */
const MAX_TOLD = 4_000;

function fits(made: Sketched, before: Plan | null): boolean {
  return made.plan !== null && made.plan !== before;
}

/** What fits, before what doesn't; then what leaves less out. */
function isBetter(made: Sketched, other: Sketched, before: Plan | null): boolean {
  if (fits(made, before) !== fits(other, before)) return fits(made, before);
  const size = (s: Sketched) => s.plan?.blocks.length ?? 0;
  return made.problems.length < other.problems.length || (made.problems.length === other.problems.length && size(made) > size(other));
}

function replyOf(made: Sketched, before: Plan | null, { source }: Asked): ComposerReply {
  const plan = made.plan as Plan;
  const remarks = { problems: made.problems, assumptions: made.assumptions, unread: [] };
  const next = write(plan);
  const text = before ? editedText(made.done, remarks) : builtText(plan, remarks);
  const isSame = before ? sameSource(write(before), next) : source != null && sameSource(source, next);
  return { text: isSame ? text : `${text}${fencesOf(next, source ?? null)}`, state: isSame && before ? before : stamped(plan) };
}

/** The prompt as the composer itself reads it, since the model gave nothing to build from; and that this is so. */
function ownReading(asked: Asked, modelId: string, made: Sketched | null): ComposerReply {
  const why = made ? 'gave a plan that doesn’t fit the data' : 'gave no plan that can be read';
  const { text, ...rest } = composeReply(asked, asked.bindings, asked.today, asked.terms);
  return { text: `${modelId} ${why}, so Vitrine’s own rules read the prompt. ${text}`, ...rest };
}

const NOT_PLANNED =
  'This program was changed by hand or written whole by a model. This model fills plans, and a plan would overwrite it, so I left it as it is. Pick another model, let this one write whole programs in settings, or write “start over:” and describe the whole page.';

type Answer = { text: string; usage?: LanguageModelV4Usage; ended: LanguageModelV4FinishReason['unified'] | null };

/** One answer; where the server can't be held to a schema it is asked in words alone. */
async function* askFor(model: LanguageModelV4, options: LanguageModelV4CallOptions, schema: ReturnType<typeof sketchJsonSchema>): AsyncGenerator<LanguageModelV4StreamPart, Answer> {
  const { tools: _, toolChoice: __, ...plain } = options;
  const asked: LanguageModelV4CallOptions = { ...plain, maxOutputTokens: MAX_ANSWER_TOKENS, providerOptions: LOOSE };
  try {
    return yield* readAnswer(model, { ...asked, temperature: 0, responseFormat: { type: 'json', name: 'page', schema } });
  } catch (error) {
    if (!refusesSchema(error)) throw error;
    return yield* readAnswer(model, asked);
  }
}

/** Most of a sketch may be left out, which a strict schema doesn't know. */
const LOOSE: LanguageModelV4CallOptions['providerOptions'] = { openai: { strictJsonSchema: false }, 'openai-compatible': { strictJsonSchema: false }, openaiCompatible: { strictJsonSchema: false } };

/** A request that was understood and not accepted, be it for the schema or the temperature. Asked in words alone it may be, and else it says why again. */
function refusesSchema(error: unknown): boolean {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return status === 400 || status === 415 || status === 422;
}

async function* readAnswer(model: LanguageModelV4, options: LanguageModelV4CallOptions): AsyncGenerator<LanguageModelV4StreamPart, Answer> {
  const answer: Answer = { text: '', ended: null };
  const { stream } = await model.doStream(options);
  // Leaving the loop cancels the stream, so that a model that never ends stops costing.
  for await (const part of stream) {
    yield { type: 'raw', rawValue: null };
    if (part.type === 'error') throw part.error;
    if (part.type === 'text-delta') answer.text += part.delta;
    if (part.type === 'finish') return { ...answer, ended: part.finishReason.unified, usage: part.usage };
    if (answer.text.length > MAX_ANSWER) return { ...answer, ended: 'length' };
  }
  return answer;
}

function streamOf(parts: AsyncGenerator<LanguageModelV4StreamPart, undefined>, signal: AbortSignal | undefined): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await parts.next();
        signal?.throwIfAborted();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        controller.error(error);
      }
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

/** What the answers took together; a figure that one of them didn't give is left out. */
function sum(spent: readonly LanguageModelV4Usage[]): LanguageModelV4Usage {
  const total = (of: (usage: LanguageModelV4Usage) => number | undefined) => {
    const each = spent.map(of);
    return each.includes(undefined) ? undefined : each.reduce<number>((all, one) => all + (one ?? 0), 0);
  };
  return {
    inputTokens: { total: total((u) => u.inputTokens.total), noCache: total((u) => u.inputTokens.noCache), cacheRead: total((u) => u.inputTokens.cacheRead), cacheWrite: total((u) => u.inputTokens.cacheWrite) },
    outputTokens: { total: total((u) => u.outputTokens.total), text: total((u) => u.outputTokens.text), reasoning: total((u) => u.outputTokens.reasoning) },
  };
}
