import { type Subject, subjectOf } from '../../build/subject';
import { reachableTime, reachesAll } from '../../build/reach';
import { listed } from '../../build/conditions';
import { type Catalogue, type Entity, entityOf, toPlanField } from '../../catalogue/entity';
import { type Beside, type Chart, type Condition, isOfTime, MAX_MEASURES } from '../../plan';
import type { MeasureWish } from '../../read/wish';
import { capitalise } from '../../words/tokens';
import { seenFrom } from '../rebase';
import { trailing } from '../said/around';

/** What is to come into a chart that is there, and what that chart was called. `isLine`: a line of its own, so that there have to be lines. */
export type SameChart = { what: string; chart: string | null; isLine: boolean; /** A chart was spoken of, and not only "it". */ saysChart: boolean };

const LEAD = '^\\s*(?:(?:please|and|also|plus|now|can\\s+you|could\\s+you|i\\s+want|i\\s+need|let[’\']?s)\\s+)*(?:(?:add|put|include|plot|draw|show|have|get|place|insert|display|overlay|bring|see|throw|stick)\\s+)?(?:also\\s+|in\\s+)?';
const END = trailing('too', 'as\\s+well', 'also', 'please');
const KIND = '(?:chart|graph|plot|diagram|picture|axes|axis|pie|bars|lines?|curve|area)';
/** "add profit to that chart", "profit in there as well" */
const INTO = new RegExp(`${LEAD}(.+?)\\s+(?:to|in|into|on|onto|within|inside)\\s+(?:(?:(?:that|this|the|its)\\s+|the\\s+(?:same|existing|current|very\\s+same)\\s+|(?:one\\s+and\\s+)?the\\s+same\\s+)((?:[\\p{L}\\p{N}]+\\s+){0,5}?${KIND}|one)|there|it|that)${END}`, 'iu');
/** "overlay profit", "plot profit alongside", "profit on top of that" */
const UPON = new RegExp(`^\\s*(?:please\\s+)?(?:overlay|superimpose)\\s+(.+?)(?:\\s+(?:on|over|onto)\\s+(?:it|that|this|top(?:\\s+of\\s+(?:it|that|this))?))?${END}`, 'iu');
const ALONGSIDE = new RegExp(`${LEAD}(.+?)\\s+(?:alongside|over\\s+it|on\\s+top\\s+of\\s+(?:it|that|this))${END}`, 'iu');
/** "add a line for profit" */
const LINE = new RegExp(`${LEAD}(?:an?(?:other)?|a\\s+(?:second|third|further)|one\\s+more)\\s+(?:line|curve)\\s+(?:for|of|with|showing|that\\s+shows)\\s+(?:the\\s+)?(.+?)${END}`, 'iu');

/** "in that chart, also show profit", "can the chart also show profit?" */
const FIRST = new RegExp(`^\\s*(?:please\\s+)?(?:in|on|to|into)\\s+(?:that|this|the(?:\\s+same)?)\\s+((?:[\\p{L}\\p{N}]+\\s+){0,5}?${KIND})\\s*,?\\s+(?:please\\s+)?(?:also\\s+)?(?:(?:add|put|include|plot|draw|show|have)\\s+)?(?:also\\s+)?(.+?)${END}`, 'iu');
const ALSO_SHOWS = new RegExp(`^\\s*(?:please\\s+)?(?:can|could|should|let)?\\s*(?:that|this|the(?:\\s+same)?)\\s+((?:[\\p{L}\\p{N}]+\\s+){0,5}?${KIND})\\s+(?:(?:can|could|should|must)\\s+)?also\\s+(?:show|have|include|contain|display)\\s+(.+?)${END}`, 'iu');
/** "profit too, same chart", "combine it with profit", "show profit together with it" */
const SAME = new RegExp(`${LEAD}(.+?)(?:\\s*,?\\s+(?:too|as\\s+well|also))?\\s*,?\\s+(?:(?:in|on)\\s+)?(?:the\\s+)?same\\s+${KIND}${END}`, 'iu');
const COMBINED = new RegExp(`^\\s*(?:please\\s+)?(?:combine|merge|join)\\s+(?:it|this|that|(?:the|that|this)\\s+(?:chart|graph|plot))\\s+with\\s+(.+?)${END}`, 'iu');
const TOGETHER = new RegExp(`${LEAD}(.+?)\\s+together\\s+with\\s+(?:it|that|this)${END}`, 'iu');

/** "add profit as a second measure" */
const AS_NUMBER = new RegExp(`${LEAD}(.+?)\\s+as\\s+(?:an?\\s+|the\\s+|its\\s+|one\\s+)?(?:(?:second|third|another|additional|extra|further|more)\\s+)+(?:measure|metric|number|value|figure|line|series|bar|axis|indicator)s?${END}`, 'iu');

/** "with revenue" */
const WITH_NUMBER = new RegExp(`^\\s*(?:(?:and|but|please)\\s+)*with\\s+(?:the\\s+)?([\\p{L}\\s]+?)${END}`, 'iu');

/** Null where nothing is said to come into a chart. */
export function sameChartOf(prompt: string): SameChart | null {
  const line = LINE.exec(prompt);
  if (line?.[1]) return { what: line[1], chart: null, isLine: true, saysChart: false };
  const [, upon] = AS_NUMBER.exec(prompt) ?? WITH_NUMBER.exec(prompt) ?? UPON.exec(prompt) ?? ALONGSIDE.exec(prompt) ?? [];
  if (upon) return { what: upon.replace(/^the\s+/i, ''), chart: null, isLine: false, saysChart: false };
  const [, together] = COMBINED.exec(prompt) ?? TOGETHER.exec(prompt) ?? SAME.exec(prompt) ?? [];
  if (together) return { what: together, chart: null, isLine: false, saysChart: false };
  const [, first, also] = FIRST.exec(prompt) ?? ALSO_SHOWS.exec(prompt) ?? [];
  const [, what, chart] = first && also ? [prompt, also, first] : (INTO.exec(prompt) ?? []);
  return what ? { what: what.replace(/^the\s+/i, ''), chart: chart && !/^(?:chart|graph|plot|diagram|picture|axes|axis|one)$/i.test(chart) ? chart : null, isLine: false, saysChart: chart !== undefined && !/^one$/i.test(chart) } : null;
}

/** The chart with more numbers, of rows that all of them can be reckoned from; or in words why it can't have them. */
export function withNumbers(chart: Chart, wishes: readonly MeasureWish[], catalogue: Catalogue): { chart: Chart; assumptions: string[] } | string {
  const base = entityOf(catalogue, chart.binding, chart.table);
  if (!base) return `“${chart.title}” can’t have more numbers.`;
  if (chart.series && chart.perGroup === undefined) return `“${chart.title}” is split by colour, so it has one number: say “remove the split” first.`;
  if (chart.versus) return `“${chart.title}” compares two years, so it has one number.`;
  const subjects = wishes.map((wish) => subjectOf(likeOthers(wish, chart), [], catalogue));
  const refused = subjects.find((s) => typeof s === 'string');
  if (refused !== undefined) return refused;
  const asked = subjects.flatMap((s) => (typeof s === 'string' ? [] : [s]));
  const fresh = asked.filter((s) => chart.measures.every((m) => m.label !== s.measure.label));
  const names = listed(asked.map((s) => s.measure.label), 'and');
  if (fresh.length === 0) return `“${chart.title}” shows ${names} already.`;
  for (const rows of new Set([base, ...fresh.map((s) => s.base)])) {
    const own = chart.measures.flatMap((m) => seenFrom(rows, m, base, catalogue) ?? []);
    const more = fresh.flatMap((s) => seenFrom(rows, s.measure, s.base, catalogue) ?? []);
    // What stands beside others in a table stays what it is, and isn’t reckoned from other rows.
    if (chart.beside !== undefined && rows !== base) continue;
    if (own.length < chart.measures.length || more.length < fresh.length || !reachesAll(rows, groupsOf(chart, catalogue), catalogue)) continue;
    const measures = [...own, ...more].map((s) => s.measure).slice(0, MAX_MEASURES);
    const units = new Set(measures.map((m) => m.format));
    if (chart.view !== 'table' && measures.length > 2 && units.size > 1) return `A chart has two scales at most, so ${names} would need one of its own.`;
    const view = chart.view === 'area' ? 'line' : chart.view === 'pie' || chart.view === 'histogram' ? 'bar' : chart.view;
    const assumptions = [...own, ...more, ...fresh.filter((f) => f.base === rows)].map((s) => s.assumption).filter(Boolean);
    return { chart: { ...chart, table: rows.table.name, measures, other: false, view }, assumptions: [...new Set(assumptions)] };
  }
  const beside = chart.view === 'table' && !chart.having ? besideOf(chart, fresh, catalogue) : null;
  if (beside) return { chart: { ...chart, beside: [...(chart.beside ?? []), ...beside] }, assumptions: fresh.map((s) => s.assumption).filter(Boolean) };
  const owner = entityOf(catalogue, chart.binding, chart.by.field.table);
  return `${capitalise(names)} can’t share a chart with “${chart.title}”: they are of different rows. Say “add ${names} ${chart.by.bucket ? `per ${chart.by.bucket}` : `by ${owner?.title?.column === chart.by.field.column ? owner.singular : chart.by.field.label}`}” for one beside it.`;
}

/** Of a table of groups a number of other rows is one more column; null where those don't know its groups, or what narrows them. */
function besideOf(chart: Chart, fresh: readonly Subject[], catalogue: Catalogue): Beside[] | null {
  const found = [...Map.groupBy(fresh, (s) => s.base)].map(([base, subjects]): Beside | null => {
    const where = chart.where.map((c) => (isOfTime(c) && c.field.table === chart.table ? datedBy(c, base, catalogue) : c));
    const tables = [chart.by.field, ...where.flatMap((c) => (c ? [c.field] : []))].flatMap((f) => entityOf(catalogue, chart.binding, f.table) ?? []);
    if (chart.by.bucket || chart.by.bands || !where.every((c) => c !== null) || !reachesAll(base, tables, catalogue)) return null;
    return { table: base.table.name, joins: [], filters: [], where, by: chart.by, measures: subjects.map((s) => s.measure) };
  });
  const all = found.filter((each) => each !== null);
  return all.length === found.length && [chart, ...(chart.beside ?? []), ...all].flatMap((b) => b.measures).length <= MAX_MEASURES ? all : null;
}

function datedBy<C extends Condition>(condition: C, base: Entity, catalogue: Catalogue): C | null {
  const time = reachableTime(base, catalogue);
  return time ? { ...condition, field: toPlanField(time) } : null;
}

/** What its groups and its conditions are about. */
function groupsOf(chart: Chart, catalogue: Catalogue): Entity[] {
  return [chart.by.field, ...chart.where.map((c) => c.field)].flatMap((f) => entityOf(catalogue, chart.binding, f.table) ?? []);
}

/** Beside medians of one column, another's is meant too, where it isn't an amount. */
function likeOthers(wish: MeasureWish, { measures: [first] }: Chart): MeasureWish {
  const isLike = wish.aggregate === null && wish.name.kind === 'field' && wish.name.field.aggregate === 'avg' && first?.of?.op === 'column';
  return isLike && first && (first.aggregate === 'median' || first.aggregate === 'min' || first.aggregate === 'max') ? { ...wish, aggregate: first.aggregate } : wish;
}
