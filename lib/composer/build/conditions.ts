import { anchorOf } from '../catalogue/catalogue';
import { type Catalogue, type Entity, type Field, fieldOf, toPlanField } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { comparedField } from '../catalogue/measures';
import { periodLabel } from '../read/periods';
import { recurrenceLabel } from '../read/recurrences';
import { type Condition, type During, isOfTime, type OneCondition, type Period } from '../plan';
import { isOptional, reachableTime } from './reach';
import type { ConditionWish, OneConditionWish, Wish } from '../read/wish';
import { listed } from '../words/tokens';

export { listed };

/** Conditions on rows of `base`, and in words what can't be one. */
export type Conditions = { where: Condition[]; problems: string[] };

export function conditionsOf(wish: Pick<Wish, 'conditions' | 'periods' | 'time'> & { versus?: boolean }, base: Entity, catalogue: Catalogue, now: Date): Conditions {
  const where: Condition[] = [];
  const problems: string[] = [];
  // "customers who haven't ordered this year": the year is of the orders.
  const [missing] = wish.conditions.filter((c) => c.kind === 'has');
  const ofOthers = missing?.kind === 'has' && wish.periods.length === 1 && !wish.time ? missing : null;
  for (const asked of wish.conditions) {
    const found = conditionOf(timed(asked, wish.time), base, catalogue, now);
    const dated = asked === ofOthers && typeof found !== 'string' ? withDuring(found, ofOthers.other, wish.periods[0] as Period, now) : found;
    if (typeof dated === 'string') problems.push(dated);
    else where.push(dated);
  }
  if (ofOthers) return { where, problems };
  const [first, ...excluded] = wish.periods.filter((p) => p.kind === 'unit');
  const others = excluded.filter((p) => !wish.versus && first?.kind === 'unit' && p.kind === 'unit' && p.unit === first.unit && p.back !== first.back);
  if (first) problems.push(...others.map((p) => `A row can’t be of both ${periodLabel(first)} and ${periodLabel(p)}, so it is ${periodLabel(first)}.`));
  for (const period of wish.periods.filter((p) => !others.includes(p as (typeof others)[number]))) {
    const found = periodCondition(period, base, catalogue, now, wish.time?.table === base.table.name ? wish.time : null);
    if (typeof found === 'string') problems.push(found);
    else where.push(found);
  }
  return { where, problems };
}

/** "tickets closed this month, only on weekends": of the time that was named. */
function timed(asked: ConditionWish, time: Field | null): ConditionWish {
  return (asked.kind === 'period' || asked.kind === 'recurs') && asked.field === null && time ? { ...asked, field: time } : asked;
}

/** One condition on rows of `base`, or in words why it can't be one; without `now` no stretch of time can be. */
export function conditionOf(asked: ConditionWish, base: Entity, catalogue: Catalogue, now: Date | null): Condition | string {
  if (asked.kind === 'any') return anyCondition(asked, base, catalogue, now);
  return oneCondition(asked, base, catalogue, now);
}

function anyCondition({ of }: Extract<ConditionWish, { kind: 'any' }>, base: Entity, catalogue: Catalogue, now: Date | null): Condition | string {
  const groups = of.map((group) => group.map((each) => oneCondition(each, base, catalogue, now)));
  const impossible = groups.flat().find((each) => typeof each === 'string');
  if (impossible !== undefined) return impossible;
  const found = groups as [[OneCondition]];
  return { op: 'any', field: found[0][0].field, of: found };
}

function oneCondition(asked: OneConditionWish, base: Entity, catalogue: Catalogue, now: Date | null): OneCondition | string {
  if (asked.kind === 'has') return hasCondition(asked, base, catalogue);
  if (asked.kind === 'period' || asked.kind === 'recurs') return timeCondition(asked, base, catalogue, now);
  const field = asked.field ?? (asked.kind === 'text' ? base.title : comparedField(base, asked.kind === 'compare' ? asked.value : 0));
  const owner = asked.entity ?? base;
  if (!field) return `I don’t know which ${asked.kind === 'text' ? 'text' : 'number'} of ${base.plural} to compare.`;
  if (!pathBetween(catalogue, base, owner)) return `I can’t narrow ${base.plural} by the ${field.label} of ${owner.plural}.`;
  const kept = toPlanField(field);
  switch (asked.kind) {
    case 'compare':
      return asked.op === 'equal' ? { op: asked.negated ? 'is-not' : 'is', field: kept, values: [asked.value] } : { op: asked.op, field: kept, value: asked.value };
    case 'text':
      if (asked.negated && asked.op !== 'contains') return `I can’t leave out what ${asked.op === 'starts' ? 'begins' : 'ends'} with “${asked.text}”.`;
      return { op: asked.negated ? 'contains-not' : asked.op, field: kept, text: asked.text, ...(asked.others?.length && { others: asked.others }) };
    case 'empty':
      return { op: asked.negated ? 'not-empty' : 'empty', field: kept };
    case 'average':
      return { op: asked.above ? 'above-average' : 'below-average', field: kept };
    case 'values':
      return { op: asked.negated ? 'is-not' : 'is', field: kept, values: asked.values };
  }
}

/** "customers without orders": no row of the other table points at this one. */
function hasCondition({ entity, other, negated }: Extract<ConditionWish, { kind: 'has' }>, base: Entity, catalogue: Catalogue): OneCondition | string {
  const [step, ...further] = pathBetween(catalogue, other, entity) ?? [];
  const [column] = step?.fromColumns ?? [];
  const key = step && fieldOf(entity, step.toColumns[0] as string);
  if (!step || further.length > 0 || column === undefined || !key || !pathBetween(catalogue, base, entity)) return `I can’t tell which ${entity.plural} have ${other.plural}.`;
  return { op: negated ? 'has-no' : 'has', field: toPlanField(key), other: { table: other.table.name, column, label: other.plural } };
}

function withDuring(condition: Condition, other: Entity, period: Period, now: Date): Condition | string {
  if (condition.op !== 'has' && condition.op !== 'has-no') return condition;
  if (!other.time) return `${other.plural} have no date, so those without any ${periodLabel(period)} can’t be told apart.`;
  return { ...condition, during: { column: other.time.column, period, anchor: anchorOf(other.time, now) } };
}

export function periodCondition(period: Period, base: Entity, catalogue: Catalogue, now: Date, asked: Field | null = null): During | string {
  const time = asked ?? reachableTime(base, catalogue);
  if (!time) return `${base.plural} have no date, so “${periodLabel(period)}” is left out.`;
  return { op: 'period', field: toPlanField(time), period, anchor: anchorOf(time, now) };
}

/** A stretch of time that is left out, or one that comes again. */
function timeCondition(asked: Extract<OneConditionWish, { kind: 'period' | 'recurs' }>, base: Entity, catalogue: Catalogue, now: Date | null): OneCondition | string {
  const own = asked.field?.table === base.table.name ? asked.field : null;
  const time = own ?? reachableTime(base, catalogue);
  const words = asked.kind === 'period' ? `${asked.negated ? 'except ' : ''}${periodLabel(asked.period)}` : recurrenceLabel(asked.cycle, asked.parts, asked.negated);
  if (!time) return `${base.plural} have no date, so “${words}” is left out.`;
  const nullable = asked.negated && isOptional(base, time, catalogue) ? { nullable: true as const } : {};
  if (asked.kind === 'period' && now === null) return `I can’t count ${base.plural} ${words} beside the others.`;
  if (asked.kind === 'period') return { op: asked.negated ? 'period-not' : 'period', field: toPlanField(time), period: asked.period, anchor: anchorOf(time, now as Date), ...nullable };
  if (asked.cycle === 'hour-of-day' && time.source.type === 'date') return `The ${time.label} of ${base.plural} has no time of day, so “${words}” is left out.`;
  return { op: asked.negated ? 'recurs-not' : 'recurs', field: toPlanField(time), cycle: asked.cycle, parts: asked.parts, ...nullable };
}

/** What the conditions make of a noun: "open orders", "orders in Germany this month". */
export function describe(noun: string, where: readonly Condition[], catalogue: Catalogue, base: Entity): string {
  const before: string[] = [];
  const after: string[] = [];
  const times: string[] = [];
  for (const condition of where) {
    const upper = condition.op === 'at-least' && where.find((c) => c.op === 'at-most' && c.field.column === condition.field.column);
    const lower = condition.op === 'at-most' && where.some((c) => c.op === 'at-least' && c.field.column === condition.field.column);
    if (lower) continue;
    if (upper && upper.op === 'at-most') {
      after.push(`with ${condition.field.label} from ${amount(condition.value)} to ${amount(upper.value)}`);
      continue;
    }
    const text = wordsFor(condition, catalogue, base);
    const isLast = isOfTime(condition) && condition.op !== 'period';
    (text.leads ? before : isLast ? times : after).push(text.words);
  }
  return [...before, noun, ...after, ...timesText(times)].filter(Boolean).join(' ');
}

/** What rows of another table are called, where there are too many to know them all. */
export function isNameOfOther({ field }: Condition, catalogue: Catalogue, base: Entity): boolean {
  const owner = field.table === base.table.name ? undefined : catalogue.entities.find((e) => e.binding === base.binding && e.table.name === field.table);
  return owner?.title?.column === field.column && owner.title.source.values === undefined;
}

/** "on weekdays except in 2023 and in August": all that is left out stands behind one word. */
function timesText(times: readonly string[]): string[] {
  const left = times.flatMap((words) => (words.startsWith(EXCEPT) ? [words.slice(EXCEPT.length)] : []));
  return [...times.filter((words) => !words.startsWith(EXCEPT)), ...(left.length > 0 ? [`${EXCEPT}${listed(left, 'and')}`] : [])];
}

const EXCEPT = 'except ';

function roleOf(condition: Condition, catalogue: Catalogue, base: Entity): string {
  const owner = catalogue.entities.find((e) => e.binding === base.binding && e.table.name === condition.field.table);
  return (owner && fieldOf(owner, condition.field.column)?.role) ?? 'text';
}

/** "open or with total over 1000" */
function alternatives(groups: readonly (readonly OneCondition[])[], catalogue: Catalogue, base: Entity): string {
  return listed(groups.map((group) => describe('', group, catalogue, base)), 'or');
}

function wordsFor(condition: Condition, catalogue: Catalogue, base: Entity): { words: string; leads: boolean } {
  const { label } = condition.field;
  const role = roleOf(condition, catalogue, base);
  switch (condition.op) {
    case 'is': {
      const values = listed(condition.values.map(String), 'and');
      if (role === 'flag') return condition.values[0] === true ? { words: label.replace(/^(is|has) /, ''), leads: true } : { words: `not ${label.replace(/^(is|has) /, '')}`, leads: true };
      if (role === 'place') return { words: `in ${values}`, leads: false };
      // "Orders of Ruby Roy": of what there are many, each by its own name.
      if (isNameOfOther(condition, catalogue, base)) return { words: `of ${values}`, leads: false };
      // A genre, of tracks.
      if (condition.field.table !== base.table.name && /^(name|title)$/i.test(label)) return { words: values, leads: true };
      return role === 'status' || role === 'category' ? { words: values, leads: true } : { words: `with ${label} ${values}`, leads: false };
    }
    case 'is-not':
      return role === 'place' ? { words: `outside ${listed(condition.values.map(String), 'and')}`, leads: false } : { words: `not ${listed(condition.values.map(String), 'or')}`, leads: true };
    case 'over':
      if (condition.value === 0) return { words: `with ${label}`, leads: false };
      return { words: `with ${label} over ${amount(condition.value)}`, leads: false };
    case 'under':
      return { words: `with ${label} ${condition.op} ${amount(condition.value)}`, leads: false };
    case 'at-least':
    case 'at-most':
      if (condition.op === 'at-most' && condition.value === 0) return { words: `without ${label}`, leads: false };
      return { words: `with ${label} ${condition.op.replace('-', ' ')} ${amount(condition.value)}`, leads: false };
    case 'above-average':
    case 'below-average':
      return { words: `with ${label} ${condition.op.replace('-', ' ')}`, leads: false };
    case 'any':
      return { words: alternatives(condition.of, catalogue, base), leads: false };
    case 'empty':
      return { words: `without ${label}`, leads: false };
    case 'not-empty':
      return { words: `with ${label}`, leads: false };
    case 'contains':
    case 'contains-not':
    case 'starts':
    case 'ends':
      return { words: `with ${label} ${TEXT_WORDS[condition.op]} ${listed([condition.text, ...(condition.others ?? [])].map((text) => `“${text}”`), 'or')}`, leads: false };
    case 'has':
    case 'has-no':
      return { words: `${condition.op === 'has' ? 'with' : 'without'} ${condition.other.label}${condition.during ? ` ${periodLabel(condition.during.period)}` : ''}`, leads: false };
    case 'period':
    case 'period-not':
      return { words: ofTime(condition.field, base, `${condition.op === 'period' ? '' : EXCEPT}${periodLabel(condition.period)}`), leads: false };
    case 'recurs':
    case 'recurs-not':
      return { words: ofTime(condition.field, base, recurrenceLabel(condition.cycle, condition.parts, condition.op === 'recurs-not')), leads: false };
  }
}

/** "1,000,000"; a year keeps its four digits. */
function amount(value: number): string {
  return Number.isInteger(value) && value >= 1000 && value < 10_000 ? String(value) : value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

const TEXT_WORDS = { contains: 'containing', 'contains-not': 'not containing', starts: 'starting with', ends: 'ending with' };

/** "tickets closed this month", "except closed on Mondays", where a ticket's own time is when it was opened. */
function ofTime({ table, column, label }: { table: string; column: string; label: string }, base: Entity, words: string): string {
  if (table !== base.table.name || base.time === null || column === base.time.column) return words;
  return words.startsWith(EXCEPT) ? `${EXCEPT}${label} ${words.slice(EXCEPT.length)}` : `${label} ${words}`;
}
