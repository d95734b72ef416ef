import { placed } from './blocks/add';
import { attribute } from './columns/attributes';
import { chartBlock, groupingOf, timeGrouping } from '../build/chart-block';
import { calendarBlock } from '../build/board-block';
import { toTheSameDay } from '../build/compare-periods';
import { entityOf } from '../catalogue/entity';
import type { Block, CalendarBlock, Chart, Period } from '../plan';
import { IN_YEAR } from '../read/periods';
import { emptyWish, type Wish } from '../read/wish';
import { capitalise } from '../words/tokens';
import { type Change, changeOf, type Said } from './change';
import { changeable } from './change/changeable';
import { type Editing, quoted } from './editing';
import { narrow } from './rows/narrow-edits';
import { canGroup } from './rebase';
import { measuresOf } from './said/replacement';
import { retitled } from './retitle';
import { withNumbers } from './numbers/same-chart';
import { nthBlock, saysKind, targetsOf } from './targets';

const AS_TABLE = /\b(?:as|in|into)\s+an?\s+(?:(?:sorted|ranked|ordered)\s+)?(?:table|list)\b/i;

const NUMBER_OF = /\b(?:number|count)\s+of\b|\bhow\s+many\b/i;
const AND_WITH = /\b(?:with|including)\b/i;

/** "make it a line", "by week", "top 5", "stack it": a part of a wish that changes what is there. */
export function makeChange(editing: Editing, wish: Wish, said: Said, prompt: string): boolean {
  if (yearsCompared(editing, wish)) return true;
  if (figureBefore(editing, wish)) return true;
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false);
  if ((wish.versus || wish.versusBefore) && (wish.periods.length > 0 || wish.versusBefore) && charts.length > 0 && charts.every((b) => b.by.bucket !== null)) {
    editing.problems.push('A chart is only compared with the year before: “compare with last year”.');
    return true;
  }
  // "urgent vs the rest": of values, and no stretch of time.
  if (wish.versus && wish.periods.length === 0 && wish.conditions.some((c) => c.kind === 'values')) {
    editing.problems.push('I can’t set some values against all of the others: “split by …” shows each of them.');
    return true;
  }
  const swapped = said.instead ? swapOf(wish, prompt) : null;
  // "show only the first 10": of the rows as they stand.
  if (wish.latest?.count && /\bfirst\s+(?:\d|two|three|five|ten|twenty)/i.test(prompt)) [wish.rows, wish.latest] = [wish.latest.count, null];
  const change = changeOf(swapped ? { ...wish, measures: swapped.fresh } : wish, said);
  if (!change) return false;
  if (swapped) change.replaces = swapped.old;
  // "as a table in descending order": where no rows are listed, it's what the chart becomes.
  if (wish.table && change.view === null && AS_TABLE.test(prompt) && !editing.plan.blocks.some((b) => b.type === 'table' && b.asked !== false)) change.view = 'table';
  // "as a chart", of a table of groups.
  const grouped = change.view === null && wish.charts.length > 0 && wish.charts.every((view) => view === null) ? editing.plan.blocks.find((b): b is Chart => b.type === 'chart' && b.view === 'table' && b.asked !== false) : undefined;
  if (grouped) change.view = grouped.by.bucket ? 'line' : 'bar';
  // "show revenue as a line", where orders are drawn: another number, drawn so.
  const isOther = change.view !== null && change.view !== 'table' && wish.measures.length > 0 && change.measures.length === 0 && change.sort === null && charts.length === 1 && targetsOf(charts, { ...emptyWish(), measures: wish.measures }).length === 0;
  if (isOther) change.measures = wish.measures;
  // "sort the rows by total": what they are in the order of, and no other number of a chart.
  const [number, ...numbers] = change.measures;
  if (isOfRows(change, prompt) && change.sort?.name === null && number && numbers.length === 0 && editing.plan.blocks.some(isTable)) [change.sort, change.measures] = [{ ...change.sort, name: number.name }, []];
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  const [counts] = asked;
  if (change.aggregate && counts?.type === 'chart' && changeable(asked, change).length === 0) {
    editing.problems.push(`“${counts.title}” counts rows, so there is nothing to put together in another way: name a number as well (“average … instead”).`);
    return true;
  }
  if (!/\bcolou?r/i.test(prompt) && brokenDown(editing, change)) return true;
  const target = nthBlock(editing.plan.blocks, prompt) ?? changeTarget(editing, swapped ? { ...wish, measures: swapped.old } : wish, change, swapped !== null, isOfRows(change, prompt) ? editing.plan.blocks.filter(isTable) : []);
  if (!target && said.instead && rowsReplaced(editing, wish)) return true;
  // "total per day as a line on top", of rows that are listed: one more, of the same.
  if (!target && wish.charts.length > 0 && wish.measures.length > 0 && wish.by.length + (wish.bucket ? 1 : 0) > 0 && editing.plan.blocks.every((b) => b.type === 'table' || b.asked === false)) {
    wish.same = true;
    return false;
  }
  if (!target) {
    editing.problems.push('I found no chart on the page to change that way.');
    return true;
  }
  // "the ten highest countries", of bars by billing country: they are what there is.
  const { by } = change;
  if (by?.kind === 'field' && change.top && !change.splits && target.type === 'chart' && target.by.field.label.endsWith(` ${by.field.label}`)) change.by = null;
  const changed = editing.changed(target, change);
  if (typeof changed === 'string') return true;
  const after = editing.plan.blocks.find((b): b is Chart => b.type === 'chart' && b.title === changed.title);
  if (change.bucket && target.type === 'chart' && target.by.bucket === null && target.series && after?.series === null) editing.assumptions.push(`${capitalise(target.by.field.label)} and ${target.series.field.label} gave way to the ${change.bucket}s: “split by ${target.by.field.label}” brings one of them back.`);
  if (change.versus && target.type === 'chart' && /^(day|week|hour)$/.test(target.by.bucket ?? '')) editing.assumptions.push(`Years are compared month by month, and not by ${target.by.bucket}.`);
  // "as a table with the number of albums" names what is counted.
  const counted = wish.measures.length === 0 && wish.entities.length > 0 && NUMBER_OF.test(prompt) ? measuresOf(wish) : wish.measures;
  if (change.view === 'table' && change.measures.length === 0 && counted.length > 0 && AND_WITH.test(prompt)) withMore(editing, changed, { ...wish, measures: counted });
  if (change.view === 'table') for (const loose of wish.loose) attribute(editing, { ...emptyWish(), loose: [loose] }, prompt);
  if (wish.conditions.length > 0 || (wish.periods.length > 0 && !change.versus)) narrow(editing, { ...wish, periods: change.versus ? [] : wish.periods });
  return true;
}

/** "average length per genre instead", of a list of tracks: a chart in its place. */
function rowsReplaced(editing: Editing, wish: Wish): boolean {
  const [table, ...others] = editing.plan.blocks.filter((b) => b.asked !== false);
  if (table?.type !== 'table' || others.length > 0 || wish.measures.length === 0 || wish.by.length + (wish.bucket ? 1 : 0) === 0) return false;
  const { blocks, problems, assumptions } = editing.built(wish);
  const [fresh, ...more] = blocks.filter((b) => b.asked !== false);
  if (fresh?.type !== 'chart' || more.length > 0) return false;
  const block = fresh.table === table.table ? retitled(fresh, { ...fresh, where: table.where }, editing.catalogue) : fresh;
  if (fresh.table !== table.table && table.where.length > 0) editing.assumptions.push('It is of all of them, whatever the list was narrowed to.');
  editing.problems.push(...problems);
  editing.assumptions.push(...assumptions);
  editing.set([...blocks.filter((b) => b.asked === false && b.type === 'stat'), block]);
  editing.done.push(`“${table.title}” is “${block.title}” now.`);
  return true;
}

/** Stretches that a figure can be told of in turn: two months, or any two that have dates of their own. */
function isLike(shown: Period, asked: Extract<Period, { kind: 'unit' | 'range' }>): boolean {
  if (asked.kind === 'range') return (shown.kind === 'range' || shown.kind === 'unit') && JSON.stringify(shown) !== JSON.stringify(asked);
  if (shown.kind === 'range') return asked.back === IN_YEAR[asked.unit] && shown.from !== null && shown.to !== null && /\b(?:19|20)\d\d\b/.test(shown.label);
  return shown.kind === 'unit' && shown.unit === asked.unit && shown.back !== asked.back;
}

/** "the same month last year", of October 2026: that of the year before. */
function yearBefore(shown: Period, asked: Extract<Period, { kind: 'unit' | 'range' }>): Period {
  if (asked.kind === 'range' || shown.kind !== 'range') return asked;
  const before = (text: string) => text.replace(/\b(?:19|20)\d\d\b/g, (year) => String(Number(year) - 1));
  return { kind: 'range', from: shown.from && before(shown.from), to: shown.to && before(shown.to), label: before(shown.label) };
}

/** "compare with the same month last year", of a figure of this month: the other stands beside it; false where no figure is of such a stretch. */
function figureBefore(editing: Editing, wish: Wish): boolean {
  const [asked, ...others] = wish.periods;
  const { blocks } = editing.plan;
  if (!wish.versus || (asked?.kind !== 'unit' && asked?.kind !== 'range') || others.length > 0 || blocks.some((b) => b.asked !== false && b.type !== 'stat')) return false;
  const fresh = blocks.flatMap((b) => {
    const shown = b.type === 'stat' && b.asked !== false ? b.where.find((c) => c.op === 'period') : undefined;
    if (b.type !== 'stat' || shown?.op !== 'period' || !isLike(shown.period, asked)) return [];
    return [retitled(b, { ...b, where: b.where.map((c) => (c === shown ? { ...shown, period: yearBefore(shown.period, asked) } : c)) }, editing.catalogue)];
  }).filter((b) => !blocks.some((shown) => shown.title === b.title));
  if (fresh.length === 0) return false;
  const at = blocks.findLastIndex((b) => b.type === 'stat');
  editing.set([...blocks.slice(0, at + 1), ...fresh, ...blocks.slice(at + 1)]);
  editing.done.push(`Added “${fresh.map((b) => b.title).join('” and “')}”.`);
  const isOpen = asked.kind === 'unit' && asked.back > 0 && blocks.some((b) => b.where.some((c) => c.op === 'period' && c.period.kind === 'unit' && c.period.back === 0));
  if (isOpen) editing.assumptions.push(toTheSameDay(asked.unit));
  else editing.assumptions.push('The change beside a figure is against the stretch before it.');
  return true;
}

/** "compare 2013 and 2014", of months: a line for each of the years; false where it isn’t of two years that follow each other. */
function yearsCompared(editing: Editing, wish: Wish): boolean {
  const chart = editing.plan.blocks.find((b): b is Chart => b.type === 'chart' && b.asked !== false && b.by.bucket === 'month' && b.series === null);
  // "compare with 2013", of a page that shows 2014.
  const shown = (chart?.where ?? []).flatMap((c) => (c.op === 'period' ? [c.period] : []));
  const periods = wish.periods.length === 1 ? [...wish.periods, ...shown] : wish.periods;
  const years = periods.flatMap((p) => (p.kind === 'range' && /^\d{4}$/.test(p.label) ? [Number(p.label)] : [])).toSorted((a, b) => a - b);
  const [first, second] = years;
  if (!wish.versus || !chart || years.length !== 2 || periods.length !== 2 || first === undefined || second !== first + 1 || wish.conditions.length + wish.measures.length + wish.entities.length > 0) return false;
  narrow(editing, { ...emptyWish(), periods });
  return makeChange(editing, { ...emptyWish(), bucket: 'year' }, { change: true, instead: false, splits: true }, 'split by year');
}

/** "the airports as a table with cost too": the numbers that it hasn't yet. */
function withMore(editing: Editing, { title }: Block, wish: Wish): void {
  const chart = editing.plan.blocks.find((b): b is Chart => b.type === 'chart' && b.view === 'table' && b.title === title);
  const isShown = ({ measures }: Chart, m: Wish['measures'][number]) => (m.name.kind === 'entity' ? measures.some((each) => m.name.kind === 'entity' && each.label === m.name.entity.plural) : chart !== undefined && targetsOf([chart], { ...emptyWish(), measures: [m] }).length > 0);
  const fresh = wish.measures.filter((m) => chart && !isShown(chart, m));
  const after = chart && fresh.length > 0 && withNumbers(chart, fresh, editing.catalogue);
  if (!chart || !after) return;
  if (typeof after === 'string') editing.problems.push(after);
  else editing.replace(chart, retitled(chart, after.chart, editing.catalogue));
}

/** "show it per country", of a figure that is all there is: a chart of it below. */
function brokenDown(editing: Editing, { by, bucket, view, top, sort, style, measures }: Change): boolean {
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  const [figure] = asked;
  const base = figure?.type === 'stat' && asked.length === 1 ? entityOf(editing.catalogue, figure.binding, figure.table) : null;
  if (!base || figure?.type !== 'stat' || (by === null) === (bucket === null) || view !== null || top !== null || sort !== null || style !== null || measures.length > 0) return false;
  const grouping = by ? groupingOf(by, base, editing.catalogue) : bucket && timeGrouping(bucket, base, editing.catalogue);
  if (typeof grouping === 'string') editing.problems.push(grouping);
  else if (grouping) {
    const fresh = chartBlock(base, figure.where, editing.catalogue, { measures: [figure.measure], by: grouping, now: editing.now });
    const there = editing.plan.blocks.find((b) => b.asked === false && b.title === fresh.title);
    editing.set(placed(editing.plan.blocks.filter((b) => b !== there), [fresh]));
    if (there) editing.problems.push(`${quoted([there])} is on the page already.`);
    else editing.done.push(`Added ${quoted([fresh])}.`);
  }
  return grouping !== null;
}

/** "sort the rows by total", "make the table ten rows": of the rows, whatever else is in some order; a chart over time is by date anyway. */
function isOfRows({ view, sort, top, rows, latest }: Change, prompt: string): boolean {
  return view === null && (sort !== null || top !== null || rows !== null || latest !== null) && !AS_TABLE.test(prompt) && (/\b(?:the\s+(?:rows|list)|table)\b|\b(?:sort|order)(?:ed)?\s+(?:it\s+|them\s+)?by\s+(?:the\s+)?(?:date|time)\b/i.test(prompt) || (sort?.name?.kind === 'field' && sort.name.field.role === 'time'));
}

function isTable(block: Block): boolean {
  return block.type === 'table' || (block.type === 'chart' && block.view === 'table');
}

function changeTarget(editing: Editing, wish: Wish, change: Change, names: boolean, rows: readonly Block[]): Block | null {
  const { by } = change;
  const ofRows = changeable(rows, change);
  const possible = ofRows.length > 0 ? ofRows : changeable(editing.plan.blocks, change);
  const own = by ? possible.filter((b) => b.type !== 'chart' || canGroup(b, by, editing.catalogue)) : [];
  const fitting = own.length ? own : possible;
  const described = { ...wish, charts: change.view === 'table' && wish.charts.length > 0 ? wish.charts : wish.charts.slice(0, -1), table: wish.table && (!wish.endsInTable || change.sort !== null || change.rows !== null || change.latest !== null), by: change.by ? [] : wish.by, loose: change.splits ? [] : wish.loose, bucket: null, conditions: [], ...(change.measures.length && !names && { measures: [], entities: [] }) };
  const named = targetsOf(fitting, described);
  const asked = (named.length ? named : fitting).filter((b) => b.asked !== false);
  const [first, ...others] = asked.length ? asked : named.length ? named : fitting;
  if (others.length && named.length !== 1 && first) editing.assumptions.push(`Several could be meant; I took “${first.title}”.`);
  return first ?? null;
}

/** "profit instead of revenue", "replace revenue with profit": which is the new one, and which names the chart. */
function swapOf(wish: Wish, prompt: string): { old: Wish['measures']; fresh: Wish['measures'] } | null {
  const [first, second] = wish.measures;
  // "cost and price instead" are two that are wanted.
  if (!first || !second || !/\b(?:instead\s+of|rather\s+than|in\s+place\s+of|replace|swap|exchange|change|switch|substitute)\b/i.test(prompt)) return null;
  return /\b(instead of|rather than|in place of)\b/i.test(prompt) ? { old: [second], fresh: [first] } : { old: [first], fresh: [second] };
}

/** "make it a board": the only rows of the page in another shape. */
export function converted(editing: Editing, wish: Wish): boolean {
  const rows = editing.plan.blocks.filter((b) => b.asked !== false && (b.type === 'table' || b.type === 'board' || b.type === 'calendar'));
  const [only, ...others] = rows;
  const base = only && entityOf(editing.catalogue, only.binding, only.table);
  const kind = wish.board ? 'board' : wish.calendar ? 'calendar' : wish.table ? 'table' : null;
  const isBare = wish.entities.length + wish.measures.length + wish.conditions.length + wish.periods.length + wish.filters.length === 0 && wish.charts.length === 0 && wish.sort === null && wish.rows === null;
  if (!only || !base || others.length > 0 || kind === null || only.type === kind || !isBare) return false;
  const { blocks, problems, assumptions } = editing.built({ ...wish, entities: [base] });
  const [fresh] = blocks;
  editing.problems.push(...problems);
  if (!fresh) return true;
  editing.assumptions.push(...assumptions);
  editing.set(editing.plan.blocks.map((b) => (b === only ? { ...fresh, where: only.where } : b)));
  editing.done.push(`Made “${only.title}” a ${kind}.`);
  return true;
}

/** "by closing date": the days that a calendar stands on. */
export function redated(editing: Editing, wish: Wish): boolean {
  const target = editing.plan.blocks.find((b): b is CalendarBlock => b.type === 'calendar' && b.asked !== false);
  const base = target && entityOf(editing.catalogue, target.binding, target.table);
  const isBare = wish.time !== null && wish.entities.length + wish.measures.length + wish.by.length + wish.periods.length + wish.conditions.length + wish.filters.length === 0 && !saysKind(wish);
  if (!target || !base || !isBare || !wish.time || wish.time.table !== base.table.name || wish.time.column === target.time.column) return false;
  const fresh = calendarBlock(base, wish.time, target.start, target.where, editing.catalogue);
  if (typeof fresh === 'string') return false;
  editing.set(editing.plan.blocks.map((b) => (b === target ? fresh : b)));
  editing.done.push(`“${target.title}” is by ${wish.time.label} now.`);
  return true;
}
