import { lengthsOf, TIME_UNIT_NAMES, type TimeUnit, timeUnitOf, withTimeUnit } from '../build/time-units';
import type { Catalogue, Field } from '../catalogue/entity';
import { pageRetitled } from '../edit/retitle';
import { type Addition, found, putBlocks, type ReadAddition, refuse, titlesOf } from './addition';
import { I_WANT, leading } from '../edit/said/around';

const UNITS: readonly (readonly [words: string, unit: TimeUnit])[] = [
  ['milliseconds?|millis|ms', 'ms'],
  ['seconds?|secs?', 's'],
  ['minutes?|mins?', 'min'],
  ['hours?|hrs?', 'h'],
  ['days?', 'days'],
  ['weeks?', 'weeks'],
];
const UNIT = `(${UNITS.map(([words]) => words).join('|')})`;
const STOP = '(?=\\s*(?:$|[,.;!?:)]|(?:by|per|for|of|and|as|with|each|in|please|instead|rather|again|now|too|on|over|from|since|this|last|where|only|sorted|grouped|split)(?:\\W|$)))';
/** "in hours", and not "in 30 days" or "in days of the week". */
const IN = new RegExp(`(?:\\s*,)?\\s*(?<![\\p{L}-])(?:(?:measured|shown|given|told|counted|expressed|displayed|converted)\\s+)?(?:in|into|as|to)\\s+(?:(?:whole|full|terms\\s+of)\\s+)?${UNIT}(?:\\s+(?:instead|rather)(?:\\s+of\\s+(?:\\p{L}+))?|\\s+(?:and\\s+)?not\\s+(?:in\\s+)?\\p{L}+)?(?!\\s+of\\s+(?:the\\s+)?(?:day|week|month|year))${STOP}`, 'iu');
/** "how many hours of music per genre" */
const HOW_MANY = new RegExp(`\\b(?:how\\s+many|(?:the\\s+)?(?:total\\s+)?number\\s+of|total)\\s+(hours?|hrs?|minutes?|mins?|seconds?)(?:\\s+of\\s+(?:the\\s+|all\\s+)?(\\p{L}+))?(?=\\W|$)`, 'iu');
/** "how many hours does it take to close tickets" */
const TAKES = new RegExp(`\\bhow\\s+many\\s+${UNIT}\\s+(?:does|do|did)\\s+(?:it|we|they)\\s+(?:usually\\s+|typically\\s+|on\\s+average\\s+)?(?:take|need)(?:\\s+(?:us|them|you))?\\s+(?:on\\s+average\\s+)?to\\s+`, 'iu');

const LEAD = leading('please', 'ok', 'okay', 'now', 'and', 'also', 'but', 'no', 'can\\s+you', 'could\\s+you', I_WANT, 'make\\s+(?:it|them|that)', 'show', 'give\\s+me', 'use', 'change\\s+(?:it|them|that|the\\s+unit)', 'convert(?:\\s+(?:it|them|that))?', 'switch', 'turn\\s+(?:it|them|that)');
/** "hours instead", "use minutes" */
const BARE = new RegExp(`${LEAD}(?:(?:the\\s+unit|it|them|that|values?|everything)\\s+)?(?:(?:in|into|to|as)\\s+)?(?:the\\s+)?${UNIT}(?:\\s+(?:instead|rather)(?:\\s+(?:of|than)\\s+\\p{L}+)?|\\s*,?\\s*(?:and\\s+)?not\\s+\\p{L}+)?(?:\\s*,?\\s*(?:please|again|now))*[\\s.!?]*$`, 'iu');
/** Units that are no fixed length. */
const TOO_LONG = /^\s*(?:(?:please|and|now|show|make|it|them|that)\s+)*in\s+(?:months?|quarters?|years?)(?:\s*,?\s*(?:please|instead))*[\s.!?]*$/i;
/** What speaks of a length of time. */
const LENGTH = /\b(?:times?|durations?|lengths?|long|takes?|took|taken|taking|latency|latencies|runtimes?|delays?|waits?|waiting|(?:milli)?seconds|minutes|hours|days|ms|secs|mins)\b/i;

/** "… in hours": lengths of time in the unit that was asked for. */
export const readTimeUnit: ReadAddition = (said, { page, catalogue }) => {
  const lengths = page ? page.blocks.some((b) => lengthsOf(b).length > 0) : hasLengths(catalogue);
  if (!lengths) return null;
  const bare = page && !ALONE_IS_BUCKET.test(said) ? BARE.exec(said) : null;
  if (bare?.[1]) return found(bare, tellIn(unitOf(bare[1])));
  const long = page?.blocks.some((b) => b.asked !== false && b.type === 'chart' && b.by.bucket === null && lengthsOf(b).length > 0) ? TOO_LONG.exec(said) : null;
  if (long) return found(long, (plan) => refuse(plan, 'Months and years are of different lengths, so lengths of time are told in weeks at most.'));
  const takes = TAKES.exec(said);
  if (takes?.[1]) return found(takes, tellIn(unitOf(takes[1])), 'average time to ');
  const many = HOW_MANY.exec(said);
  const counted = many && lengthOf(many[2], catalogue);
  if (many?.[1] && counted) return found(many, tellIn(unitOf(many[1]), counted.remark), `total ${counted.field.label}`);
  const match = IN.exec(said);
  if (!match?.[1]) return null;
  const rest = said.slice(0, match.index) + said.slice(match.index + match[0].length);
  return page || LENGTH.test(rest) ? found(match, tellIn(unitOf(match[1]))) : null;
};

/** "by days", "days": a stretch of time that a chart goes by. */
const ALONE_IS_BUCKET = /^\s*(?:(?:please|and|now|show|use)\s+)*(?:days?|weeks?)(?:\s+instead)?[\s.!?]*$/i;

function unitOf(word: string): TimeUnit {
  return UNITS.find(([words]) => new RegExp(`^(?:${words})$`, 'i').test(word))?.[1] ?? 'days';
}

function hasLengths({ entities, measures }: Catalogue): boolean {
  return measures.some(({ measure }) => timeUnitOf(measure) !== null) || entities.some((entity) => entity.fields.some((f) => timeUnitOf(f) !== null));
}

/** The column that says how long something is: that of what is named, or the only one there is. */
function lengthOf(noun: string | undefined, { entities }: Catalogue): { field: Field; remark: string[] } | null {
  const all = entities.flatMap((entity) => entity.fields.flatMap((field) => (timeUnitOf(field) !== null ? [{ field, entity }] : [])));
  const isNamed = (text: string) => noun !== undefined && [text, text.replace(/s$/, '')].includes(noun.toLowerCase().replace(/s$/, ''));
  const own = all.filter(({ entity }) => isNamed(entity.plural) || isNamed(entity.singular));
  const [only, ...others] = own.length > 0 ? own : all;
  if (!only || others.length > 0) return null;
  return { field: only.field, remark: own.length > 0 || noun === undefined ? [] : [`“${noun}” is read as ${only.entity.plural}, which have the ${only.field.label}.`] };
}

function tellIn(unit: TimeUnit, remark: string[] = []): Addition['put'] {
  return (plan, isMeant) => {
    const told = plan.blocks.filter((b) => (b.asked === false || isMeant(b)) && lengthsOf(b).length > 0);
    if (!told.some((b) => b.asked !== false)) return refuse(plan, `Nothing there is a length of time, so nothing can be told in ${TIME_UNIT_NAMES[unit]}.`);
    const blocks = plan.blocks.map((b) => (told.includes(b) ? withTimeUnit(b, unit) : b));
    const changed = blocks.filter((b, i) => b !== plan.blocks[i] && b.asked !== false);
    if (changed.length === 0) return { ...refuse(plan, `${titlesOf(told.filter((b) => b.asked !== false))} is told in ${TIME_UNIT_NAMES[unit]} already.`), assumptions: remark };
    const done = putBlocks(plan, blocks, `${titlesOf(changed)} is told in ${TIME_UNIT_NAMES[unit]} now.`, [], remark);
    return { ...done, plan: { ...done.plan, title: pageRetitled(plan, plan.blocks, blocks) } };
  };
}
