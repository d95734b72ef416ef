import type { Catalogue, Entity } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import type { Period } from '../plan';
import type { Item } from '../read/link';
import { readWish } from '../read/read-wish';
import { type ConditionWish, emptyWish, type Wish } from '../read/wish';
import { stem, wordsOf } from '../words/tokens';
import { type Column, PARTICIPLE } from './columns';
import { type NotIn, noneOf, notInOf } from './not-in';
import type { Span } from './parts';

/** A chart, and what was said of its rows. */
type Narrowed = { wish: Wish; base: Entity; rows: readonly Span[]; columns: readonly Column[] };

/** Which rows: in the words of any other prompt. Of the rest, a word that names nothing of the chart had no part in it. */
export function narrow({ wish, base, rows, columns }: Narrowed, items: Item[], catalogue: Catalogue): void {
  const known = new Set([base, ...columns.map((c) => c.entity)].flatMap((e) => [...wordsOf(e.table.name), ...e.singular.split(' ')]).concat(columns.flatMap(({ field }) => [...wordsOf(field.column), ...wordsOf(field.label)])).map(stem));
  const isNamed = ({ links }: Item) => links.some(({ name }) => (name.kind === 'entity' && name.entity === base) || columns.some((c) => (name.kind === 'field' ? name.field === c.field : name.kind === 'entity' && name.entity === c.entity)));
  // “students living in each city”, where nothing is called so.
  const isDone = ({ lower, links: [link] }: Item, at: number) => (link?.score ?? 0) < LIKE && PARTICIPLE.test(lower) && items[at + 1]?.mark?.is === 'by';
  for (const [at, item] of items.entries()) Object.assign(item, { used: isDone(item, at) || (item.mark !== null && !(wish.bucket === null && isUnitOfTime(item))) || SAYS_HOW.test(item.lower) || isNamed(item) || wordsOf(item.text).every((word) => known.has(stem(word))), settled: item.mark !== null });
  for (const span of rows) {
    const within = items.filter((i) => i.start >= span.start && i.end <= span.start + span.text.length);
    const not = notInOf(span, items, base, catalogue);
    if (not && readNotIn(not, wish, catalogue)) continue;
    readRows(within, wish, ownerOf(span, items, base, catalogue), catalogue);
  }
  // A value that nothing else was read of: “invoices from the US”.
  const values = Map.groupBy(items.filter((item) => !item.used && item.links[0]?.name.kind === 'value'), ({ links }) => (links[0]?.name.kind === 'value' ? links[0].name.field : null));
  for (const [field, [first, ...others]] of values) {
    const last = others.at(-1) ?? first;
    if (!first || !last || !field) continue;
    // “the number of male and female staff”: what stands across, where nothing else says so.
    if (others.length > 0 && columns.some((c) => c.field === field) && !items.some(({ links }) => links.some(({ name }) => name.kind === 'field' && name.field === field))) {
      for (const item of [first, ...others]) item.used = true;
      continue;
    }
    // “not in London”
    const isNot = (i: Item) => i.mark?.is === 'not' && items.slice(items.indexOf(i) + 1, items.indexOf(first)).every((each) => each.mark?.is === 'filler') && items.indexOf(i) < items.indexOf(first);
    readRows(items.filter((i) => i === first || others.includes(i) || isNot(i) || (i.mark?.is === 'break' && i.start > first.start && i.start < last.start)), wish, base, catalogue);
    // “the number of male and female staff for each rank”: a colour for each.
    // “Oslo or Bergen” are both of one group.
    const isEither = items.some((i) => i.lower === 'or' && i.start > first.start && i.start < last.start);
    const owner = others.length > 0 && !isEither && wish.by.length + Number(wish.bucket !== null) === 1 && !wish.by.some((d) => d.kind === 'field' && d.field === field) ? catalogue.entities.find((e) => e.fields.includes(field)) : undefined;
    if (owner) wish.by.push({ kind: 'field', field, entity: owner });
  }
}

/** Of another table, the opposite; false where nothing of it is understood. */
function readNotIn({ owner, inner, said }: NotIn, wish: Wish, catalogue: Catalogue): boolean {
  const there: Wish = { ...emptyWish(), problems: [] };
  readRows(inner, there, owner, catalogue);
  const none = there.periods.length > 0 || there.having ? null : noneOf(there.conditions, owner);
  if (!none || there.problems.length > 0 || there.conditions.some((c) => 'field' in c && c.field === null)) return false;
  for (const item of said) item.used = true;
  wish.conditions.push(none);
  return true;
}

/** “policies of the customer whose name contains A”: what is narrowed is what stands in front. */
function ownerOf({ text, start }: Span, items: readonly Item[], base: Entity, catalogue: Catalogue): Entity {
  const links = /^(?:whose|who|that|which|with|having)\b/i.test(text) ? (items.findLast((item) => item.end <= start)?.links ?? []) : [];
  const named = links.flatMap(({ name, score }) => (name.kind === 'entity' && score === links[0]?.score ? [name.entity] : []));
  return named.includes(base) ? base : (named.find((entity) => pathBetween(catalogue, base, entity)) ?? base);
}

/** “each quarter”, where nothing is called so. */
export function isUnitOfTime({ mark, links, lower }: Item): boolean {
  return mark?.is === 'bucket' && links.length === 0 && /^(week|month|quarter|year)s?$|ly$/.test(lower);
}

function readRows(items: Item[], wish: Wish, base: Entity, catalogue: Catalogue): void {
  for (const item of items) Object.assign(item, { used: false, settled: false });
  const { conditions, periods, time, problems, assumptions, having } = readWish(items, [base], catalogue);
  // “ids between 100 and 200”, where nothing is called so.
  const unknown = items.filter((i) => !i.used && i.mark === null && i.number === null);
  // “the customer whose name contains A”: what they are called.
  const named = conditions.map((c) => (c.kind === 'text' && c.field === null && base.title ? { ...c, field: base.title, entity: base } : c));
  const sure = named.filter((c) => !('field' in c) || c.field !== null || (unknown.length === 0 && !(c.kind === 'compare' && c.op === 'equal')));
  if (sure.length < conditions.length) wish.problems.push(unknown[0] ? `I don’t know what “${unknown[0].text}” is, so that is left out.` : 'I don’t know which number is compared, so that is left out.');
  wish.conditions.push(...sure);
  const inYears = base.time ? [] : periods.flatMap((period) => yearsOf(period, base));
  wish.conditions.push(...inYears);
  if (inYears.length === 0) wish.periods.push(...periods);
  if (periods.length > 0 && wish.bucket === null) wish.time ??= time;
  wish.having ??= having;
  wish.problems.push(...problems);
  wish.assumptions.push(...assumptions);
  for (const item of items) if (item.mark && !item.used) item.used = !['not', 'compare', 'or-more', 'aggregate', 'empty'].includes(item.mark.is);
}

/** “after 2015”, of rows that have only the number of a year. */
function yearsOf(period: Period, base: Entity): ConditionWish[] {
  const field = base.fields.find((f) => f.source.type === 'number' && /(^| )years?( |$)/i.test(f.label));
  if (!field || period.kind !== 'range') return [];
  const [from, to] = [period.from, period.to].map((day) => (day?.endsWith('-01-01') ? Number(day.slice(0, 4)) : null));
  if ((period.from && !from) || (period.to && !to)) return [];
  const compare = (op: 'at-least' | 'under', value: number): ConditionWish => ({ kind: 'compare', field, entity: base, op, value });
  return [...(from ? [compare('at-least', from)] : []), ...(to ? [compare('under', to)] : [])];
}

/** What is less like a name than this is one by chance. */
const LIKE = 50;
/** Words of a request that stand for nothing themselves. */
const SAYS_HOW = /^(?:visuali[sz]ing|returning|describing|compute|calculate|report|interval|corresponding|group|number|frequency|calculate|simply|displays?|result|results|order|count|total|x|y|return|list|axis|attribute|x-axis|y-axis)$/;
