import { canBeSeries, chartBlock, groupingOf, isCycle, MAX_SERIES, timeGrouping } from '../build/chart-block';
import { binWidth } from '../build/bins';
import { boardBlock } from '../build/board-block';
import { periodCondition } from '../build/conditions';
import { groupCount, limitFor } from '../build/first-of-each';
import { inEach, roomFor, spansOf } from '../build/spans';
import { subjectOf } from '../build/subject';
import { openedRow } from '../build/table-block';
import { anchorOf } from '../catalogue/catalogue';
import { type Catalogue, type Entity, entityOf, type Field, fieldOf, toPlanField } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { worthOf } from '../catalogue/measures';
import { type Block, type Bucket, type Chart, type Condition, type During, isOfTime, type Measure, measuresOf, type Period, type PlanField, type RowTable, type Unit } from '../plan';
import { IN_YEAR } from '../read/periods';
import type { DimensionWish, Wish } from '../read/wish';
import { capitalise } from '../words/tokens';
import type { Style } from '../words/words';
import { fittingWindow, keptWindow, withoutWindow } from '../build/windows';
import { retitled } from './retitle';
import { seriesOverTime, splitByTime } from './numbers/split-by-time';

/** What a follow-up changes in one block. */
export type Change = {
  view: Chart['view'] | null;
  bucket: Bucket | null;
  top: { count: number | null; descending: boolean } | null;
  by: DimensionWish | null;
  /** `by` becomes a second grouping, and doesn't take the place of the first. */
  splits: boolean;
  few: boolean;
  sort: Wish['sort'];
  /** "rank by", which a chart is, rather than "sort by", which a table can be as well. */
  ranks: boolean;
  /** "rank by the average discount": how the number that is sorted by is put together. */
  sortAs: Wish['aggregate'];
  style: Style | null;
  versus: boolean;
  /** "compare with last month": the stretch that was named. */
  versusUnit: Unit | null;
  /** Shown in place of what was measured. */
  measures: Wish['measures'];
  /** "profit instead of revenue", of revenue and orders: those of its numbers that give way; all of them where none is named. */
  replaces: Wish['measures'];
  detail: boolean;
  latest: Wish['latest'];
  rows: number | null;
  /** Put together another way: the median in place of the average. */
  aggregate: Wish['aggregate'];
  classes: Wish['classes'];
};

export type Said = { /** A verb made clear that it is about what is there. */ change: boolean; /** "instead": what is named takes the place of what was. */ instead: boolean; splits: boolean; /** The colours are of values that were named. */ few?: boolean; ranks?: boolean; sortAs?: Wish['aggregate'] };

/** Null where the wish is for something of its own. */
export function changeOf(wish: Wish, said: Said): Change | null {
  const counted: Wish['measures'] = wish.entities.map((entity) => ({ aggregate: 'count', name: { kind: 'entity', entity }, where: [] }));
  const measures = (said.instead || wish.byNumber) && !namesNumber(wish.sort) ? [...wish.measures, ...(wish.measures.length ? [] : counted)] : [];
  const subjects = said.instead || (wish.byNumber && wish.entities.length === 0) ? 0 : wish.entities.length + wish.measures.length;
  // "change the pie to bars": the last kind is the new one.
  const ordersRows = wish.sort !== null || wish.rows !== null || wish.latest !== null;
  const view = wish.charts.length > 0 && wish.table && wish.endsInTable && !ordersRows ? 'table' : wish.charts.at(-1) ?? (wish.table && !ordersRows ? 'table' : null);
  // "turn that into a line over time"
  const auto = said.change && (view === 'line' || view === 'area') ? 'month' : null;
  const bucket = wish.bucket === 'auto' ? auto : wish.bucket;
  const by = wish.by[0] ?? (said.splits && wish.loose[0] ? { kind: 'field' as const, field: wish.loose[0].field, entity: wish.loose[0].entity } : null);
  const change: Change = { view, bucket, top: wish.top, by, splits: said.splits, few: said.few ?? false, sort: wish.sort, ranks: said.ranks ?? false, sortAs: said.sortAs ?? null, style: wish.style, versus: wish.versus || wish.versusBefore, versusUnit: versusUnitOf(wish), measures, replaces: [], detail: wish.detail, latest: wish.latest, rows: wish.rows, aggregate: wish.aggregate, classes: wish.classes };
  const asks = view !== null || bucket !== null || wish.top !== null || wish.sort !== null || by !== null || wish.style !== null || change.versus || measures.length > 0 || wish.detail || wish.latest !== null || wish.rows !== null || wish.aggregate !== null || wish.classes !== null || (said.change && wish.charts.length > 0);
  if (!asks || wish.filters.length || wish.overview || (wish.stat && !(said.instead && measures.length > 0))) return null;
  return said.change || subjects === 0 ? change : null;
}

function versusUnitOf({ periods: [first], versusBefore }: Wish): Unit | null {
  return first && 'unit' in first ? first.unit : versusBefore ? null : 'year';
}

/** The blocks that a change can be about, the likeliest first: a table for a sort, a chart over time for a bucket. */
export function changeable(all: readonly Block[], change: Change): Block[] {
  const possible = all.filter((b) => isChangeable(b, change));
  // "sort ascending", "limit to 3": what was asked for, and not the rows beside it.
  const asked = possible.filter((b) => b.asked !== false);
  const isBare = change.measures.length > 0 || (change.latest === null && (change.rows !== null || (change.sort !== null && change.sort.name === null)));
  const fitting = isBare && asked.length > 0 ? asked : possible;
  const best = Math.min(...fitting.map((b) => rankOf(b, change)));
  return fitting.filter((b) => rankOf(b, change) === best);
}

function isChangeable(block: Block, change: Change): boolean {
  if (block.type === 'board' || block.type === 'scatter') return change.by !== null && (change.view === null || change.view === block.type);
  if (change.classes) return block.type === 'chart' && (block.by.bin !== undefined || block.by.bands !== undefined);
  if (change.aggregate) return (block.type === 'chart' || block.type === 'stat') && reckoned(block).some((m) => m.of !== null && m.aggregate !== 'distinct');
  if (change.measures.length) return block.type === 'chart' || block.type === 'stat';
  if (change.detail) return block.type === 'table';
  // The rows below a chart that nobody asked for aren't what is ranked by revenue.
  if (block.type === 'table' && change.sort?.name && change.sort.name.kind !== 'field' && (block.asked === false || (change.sort.name.kind === 'measure' && !columnIn(block, change.sort.name.measure.measure)))) return false;
  if (block.type === 'table') return (change.sort !== null || change.top !== null || change.latest !== null || change.rows !== null) && change.view === null && change.bucket === null && change.by === null && change.style === null;
  if (block.type !== 'chart') return false;
  if (change.versus) return block.by.bucket !== null ? change.versusUnit === null || change.versusUnit === 'year' : block.by.bin === undefined && block.view !== 'scatter' && block.view !== 'heatmap';
  return (change.top === null && change.rows === null) || block.by.bucket === null;
}

function rankOf(block: Block, change: Change): number {
  if (change.versus) return block.type === 'chart' && block.by.bucket !== null ? 0 : 1;
  if (change.sort?.axis === 'x') return block.type === 'chart' ? 0 : 1;
  if (namesNumber(change.sort)) return placeInRanking(block, change.ranks);
  if (change.sort !== null || change.latest !== null || change.rows !== null) return block.type === 'table' ? 0 : 1;
  if (change.bucket !== null) return block.type === 'chart' && block.by.bucket !== null ? 0 : 1;
  if (change.style === 'stacked' || change.style === 'grouped' || change.style === 'share') return block.type === 'chart' && block.series ? 0 : 1;
  if (change.style === 'cumulative') return block.type === 'chart' && block.by.bucket !== null ? 0 : 1;
  return block.type === 'chart' && block.view !== 'table' ? 0 : 1;
}

/** "rank by revenue" is of charts; "sort by total" of the table that was asked for, then of a chart's first ones, then of the rows beside it. */
function placeInRanking(block: Block, ranks: boolean): number {
  if (block.type === 'chart') return block.limit !== null ? (ranks ? 0 : 2) : ranks ? 1 : 4;
  return block.asked === false ? 3 : 1;
}

/** Whether it is a number that things are sorted by, and not what they are called. */
function namesNumber(sort: Wish['sort']): boolean {
  const name = sort?.name;
  return name?.kind === 'measure' || name?.kind === 'entity' || (name?.kind === 'field' && name.field.role === 'measure');
}

/** The column of a table's own rows that a measure adds up: revenue is the total of orders. */
function columnIn({ table }: RowTable, { of }: Measure): string | null {
  return of?.op === 'column' && of.table === table ? of.column : null;
}

/** The block after the change, or in words why it can't be. */
export function changeBlock(block: Block, change: Change, catalogue: Catalogue, now: Date): Block | string {
  if (block.type === 'table') {
    const after = changedTable(block, change, catalogue);
    return typeof after === 'string' ? after : recounted(block, retitled(block, after, catalogue));
  }
  if (block.type === 'stat') return changedStat(block, change, catalogue);
  if (block.type === 'board' || block.type === 'scatter') return regrouped(block, change, catalogue);
  if (block.type !== 'chart') return block;
  const after = changedChart(block, change, catalogue, now);
  return typeof after === 'string' ? after : retitled(block, after, catalogue);
}

function reckoned(block: Extract<Block, { type: 'chart' | 'stat' }>): readonly Measure[] {
  return block.type === 'chart' ? block.measures : [block.measure];
}

/** A board by another column, a scatter's colours by another. */
function regrouped(block: Extract<Block, { type: 'board' | 'scatter' }>, { by }: Change, catalogue: Catalogue): Block | string {
  const base = entityOf(catalogue, block.binding, block.table);
  const field = by?.kind === 'field' ? by.field : by?.entity.title;
  const owner = field && entityOf(catalogue, field.binding, field.table);
  if (!base || !field || !owner || !pathBetween(catalogue, base, owner)) return 'That can’t be reached from these rows.';
  if (block.type === 'scatter') return { ...block, series: toPlanField(field), title: `${block.series ? block.title.replace(/ by [^“”]{1,80}$/, '') : block.title} by ${field === owner.title && owner !== base ? owner.singular : field.label}` };
  const fresh = boardBlock(base, field, block.where, catalogue);
  return typeof fresh === 'string' ? fresh : { ...fresh, joins: [], filters: [] };
}

/** The tables that rows are narrowed by: whatever is measured has to be of rows that have them. */
function ownersOf(where: readonly Condition[], binding: string, catalogue: Catalogue): Entity[] {
  return where.flatMap((c) => entityOf(catalogue, binding, c.field.table) ?? []);
}

/** "tickets, not orders", of open ones: tickets have a status of their own, and it isn't that of the order they are about. What they have none of stays. */
function ownWhere(measures: Change['measures'], targets: readonly Entity[], where: readonly Condition[], before: Entity | null, catalogue: Catalogue): { base: Entity | null; where: Condition[] } {
  const [first] = measures.map((m) => subjectOf(m, targets, catalogue));
  const base = first === undefined || typeof first === 'string' ? null : first.base;
  if (!base || base === before) return { base, where: [...where] };
  const own = where.map((c) => {
    const field = (c.op === 'is' || c.op === 'is-not') && c.field.table === before?.table.name ? base.fields.find((f) => f.column === c.field.column && c.values.every((v) => f.source.values?.includes(String(v)))) : undefined;
    return field ? { ...c, field: toPlanField(field) } : c;
  });
  return { base, where: own };
}

/** The same number, put together another way. */
function withAggregate(measure: Measure, aggregate: NonNullable<Change['aggregate']>): Measure | string {
  if (measure.format === 'date' && (aggregate === 'min' || aggregate === 'max')) return dateAs(measure, aggregate);
  if (!measure.of || measure.format === 'date' || aggregate === 'count' || aggregate === 'distinct' || aggregate === 'share') return `The ${measure.label} can’t be put together that way.`;
  const bare = measure.label.replace(/^(total|average|median|lowest|highest) /, '');
  const prefix = { sum: 'total ', avg: 'average ', median: 'median ', min: 'lowest ', max: 'highest ' }[aggregate];
  const { per: _, ...plain } = measure;
  return { ...plain, aggregate, label: aggregate === 'sum' && bare === 'total' ? bare : `${prefix}${bare}` };
}

/** The first date in place of the latest. */
export function dateAs(measure: Measure, aggregate: 'min' | 'max'): Measure {
  return { ...measure, aggregate, label: measure.label.replace(/^(?:latest|first|earliest) /, aggregate === 'max' ? 'latest ' : 'first ') };
}

function changedStat(block: Extract<Block, { type: 'stat' }>, { measures, aggregate }: Change, catalogue: Catalogue): Block | string {
  if (aggregate) {
    const measure = withAggregate(block.measure, aggregate);
    // A figure beside others goes by what it measures.
    const isOwn = block.title === capitalise(block.measure.label);
    return typeof measure === 'string' ? measure : isOwn ? { ...block, measure, title: capitalise(measure.label) } : retitled(block, { ...block, measure }, catalogue);
  }
  const [wish] = measures;
  const { where } = ownWhere(wish ? [wish] : [], [], block.where, entityOf(catalogue, block.binding, block.table), catalogue);
  const subject = wish && subjectOf(wish, ownersOf(where, block.binding, catalogue), catalogue);
  if (typeof subject === 'string') return subject;
  return subject ? retitled(block, { ...block, where, table: subject.base.table.name, measure: subject.measure, title: capitalise(subject.measure.label) }, catalogue) : block;
}

/** "Latest 20 orders": as many as there are now, and no longer the latest where they are in another order; null where they aren't called so. */
function latestRenamed(before: RowTable, after: RowTable): string | null {
  const [, lead, count, rows] = /^(Latest|Oldest) (\d+) (.+)$/.exec(before.title) ?? [];
  if (!lead || !rows || Number(count) !== before.limit) return null;
  if (JSON.stringify(before.sort) === JSON.stringify(after.sort) || after.sort === null) return `${lead} ${after.limit} ${rows}`;
  const { field, descending } = after.sort;
  if (field.column === before.sort?.field.column) return `${descending ? 'Latest' : 'Oldest'} ${after.limit} ${rows}`;
  return `${after.limit} ${rows} with the ${descending ? 'highest' : 'lowest'} ${field.label}`;
}

/** "10 tracks with the highest price": as many as there are now, and from the end that they are from. */
function recounted(before: RowTable, after: RowTable): RowTable {
  const latest = latestRenamed(before, after);
  if (latest !== null) return { ...after, title: latest };
  const [whole, count, of, , by] = /^(\d+) (.+) with the (highest|lowest) (.+)$/.exec(before.title) ?? [];
  const isSame = before.sort?.field.column === after.sort?.field.column;
  if (!whole || Number(count) !== before.limit || !isSame || after.sort === null) return after;
  return { ...after, title: `${after.limit} ${of} with the ${after.sort.descending ? 'highest' : 'lowest'} ${by}` };
}

function changedTable(block: RowTable, { sort, ranks, top, detail, latest, rows }: Change, catalogue: Catalogue): RowTable | string {
  const base = entityOf(catalogue, block.binding, block.table);
  if (!base) return block;
  const named = sort?.axis === 'x' && base ? base.title : sort?.name?.kind === 'field' ? sort.name.field : sort?.name?.kind === 'entity' ? sort.name.entity.title : sort?.name?.kind === 'measure' ? fieldOf(base, columnIn(block, sort.name.measure.measure) ?? '') : null;
  const current = block.sort && fieldOf(base, block.sort.field.column);
  const size = sort?.bySize && !named && current?.role !== 'measure' ? (worthOf(base) ?? base.fields.find((f) => f.role === 'measure' && block.columns.some((c) => c.column === f.column))) : null;
  if (sort?.bySize && !named && !size && current?.role !== 'measure') return `${capitalise(base.plural)} have no number that says which are the largest.`;
  const field = named ?? size ?? (sort?.name === null && sort.descending !== null ? current : null) ?? (sort || latest ? base.time : null);
  const turned = top !== null && sort === null && current?.role === 'measure' ? { ...block.sort, field: toPlanField(current), descending: top.descending } : null;
  const descending = sort?.descending ?? latest?.descending ?? (field?.role === 'measure' || field?.role === 'time');
  const limit = top?.count ?? latest?.count ?? rows;
  const firsts = block.perGroup;
  if (firsts && field && field.column !== block.sort?.field.column && !ranks) return `“${block.title}” stands in the order of its groups; a click on the head of a column sorts it by that.`;
  if (firsts) return { ...block, ...((field ?? turned) && { sort: turned ?? { field: toPlanField(field as Field), descending } }), perGroup: { ...firsts, count: limit ?? firsts.count }, ...limitFor(groupCount(firsts.by, base, catalogue), limit ?? firsts.count, base), ...(detail && { detail: base.fields.map(toPlanField) }) };
  return {
    ...block,
    ...(turned && { sort: turned }),
    ...(field && { sort: { field: toPlanField(field), descending } }),
    ...(limit !== null && { limit, capped: false }),
    ...(detail && openedRow(base, catalogue)),
  };
}

/** Of a chart whose numbers are of two stretches of time, it is the numbers that change, and then they are of both again. */
function changedChart(block: Chart, change: Change, catalogue: Catalogue, now: Date): Block | string {
  const apart = spansOf(block.measures);
  if (!apart) return changedPlainly(block, change, catalogue, now);
  const after = changedPlainly({ ...block, measures: apart.bare }, change, catalogue, now);
  if (typeof after === 'string' || after.type !== 'chart') return after;
  return measuresOf(after).some((m) => m.during) ? after : withSpans(after, apart.spans);
}

function changedPlainly(block: Chart, change: Change, catalogue: Catalogue, now: Date): Block | string {
  const base = entityOf(catalogue, block.binding, block.table);
  if (!base) return block;
  let next: Chart = { ...block };
  for (const step of [measured, grouped, binned, overTime, numbered, ranked, styled, compared]) {
    const after = step(next, change, catalogue, now);
    if (typeof after === 'string') return after;
    next = after;
  }
  next = keptWindow(block, withoutFirsts(next), catalogue, now);
  const { view } = change;
  const refused = notDrawn(next, view ?? next.view);
  if (refused) return refused;
  if (!view || view === next.view) return next;
  // "as a heatmap", of months: those of each year.
  const years = view === 'heatmap' && !next.series && block.by.bucket === 'month' ? splitByTime({ ...next, by: block.by }, 'year', base, catalogue) : null;
  if (years && typeof years !== 'string') next = years;
  if (view === 'heatmap' && !next.series) return 'A heatmap needs a second grouping: say “split by …” first.';
  if (view === 'histogram' && next.by.bands) return 'Classes of one’s own are not equally wide, so they are bars: say “in bins of …” for a histogram.';
  if (view === 'scatter' && next.measures.length < 2) return 'A scatter chart needs two numbers.';
  if (view === 'pie' && next.series) next = { ...next, series: null };
  // What a table tells of each in words isn’t drawn.
  const drawn = view === 'table' ? next.measures : next.measures.filter((m) => !WORDS.has(m.format) || (!m.plain && m.format !== 'date'));
  return fittingWindow({ ...next, view, measures: view === 'pie' ? drawn.slice(0, 1) : drawn.length > 0 ? drawn : next.measures });
}

/** Why it can't be drawn so: a date has no length, and the first of each group have a colour each or rows. */
function notDrawn({ measures, perGroup, series }: Chart, view: Chart['view']): string | null {
  if (view === 'table') return null;
  if (measures.every((m) => m.format === 'date')) return 'A date has no length that could be drawn, so it stays a table.';
  const isFew = series?.groups !== undefined && series.groups <= MAX_SERIES && measures.length === 1;
  return perGroup === undefined || (view === 'bar' && isFew) ? null : 'The first of each group stand in a table, or in bars where they have few enough names to have a colour each.';
}

/** What has no second grouping any more has no first of each. */
function withoutFirsts(chart: Chart): Chart {
  const { perGroup, ...rest } = chart;
  return perGroup !== undefined && (chart.series === null || chart.versus !== null || chart.cumulative) ? rest : chart;
}

const WORDS = new Set<Measure['format']>(['text', 'status', 'flag', 'id', 'date']);

/** "income instead", of the average health: the average of it too. */
export function alikePut(wish: Wish['measures'][number], shown: readonly Measure[]): Wish['measures'][number] {
  const [only, ...others] = shown;
  const isAverage = only !== undefined && others.length === 0 && !only.per && !only.plain && (only.aggregate === 'avg' || only.aggregate === 'median');
  return wish.aggregate === null && wish.name.kind === 'field' && !wish.asIs && !wish.per && isAverage ? { ...wish, aggregate: only.aggregate as 'avg' | 'median' } : wish;
}

type Step = (chart: Chart, change: Change, catalogue: Catalogue, now: Date) => Chart | string;

/** Whether a number is the one that is named: "income" is the average income too, where nothing says how it is put together. */
export function isNumberOf(measure: Measure, wish: Wish['measures'][number], catalogue: Catalogue): boolean {
  const { name, aggregate, per } = wish;
  if (name.kind === 'field' && aggregate === null && !per && measure.of?.op === 'column' && measure.of.table === name.field.table && measure.of.column === name.field.column) return true;
  const subject = subjectOf(wish, [], catalogue);
  return typeof subject !== 'string' && subject.measure.label === measure.label;
}

const measured: Step = (chart, { measures, aggregate, replaces }, catalogue) => {
  if (aggregate) {
    if (aggregate === 'median' && (chart.dialect === 'SQLite' || chart.dialect === 'MySQL')) return `${chart.dialect} has no median.`;
    const changed = chart.measures.map((m) => withAggregate(m, aggregate));
    const refused = changed.find((m) => typeof m === 'string');
    return refused ?? { ...chart, measures: changed.filter((m) => typeof m !== 'string'), other: chart.other && aggregate === 'sum' };
  }
  if (measures.length === 0) return chart;
  const alike = measures.map((m) => alikePut(m, chart.measures));
  const before = entityOf(catalogue, chart.binding, chart.table);
  // When it happened is a thing of the rows themselves: orders per month become tickets per month, by when those were opened.
  const isOwnTime = ({ field }: { field: PlanField }) => before?.time?.table === field.table && before.time.column === field.column;
  const groupings = [chart.by, ...(chart.series ? [chart.series] : [])].filter((d) => d.bucket === null || !isOwnTime(d));
  const targets = groupings.flatMap((d) => entityOf(catalogue, chart.binding, d.field.table) ?? []);
  const conditions = chart.where.filter((c) => !isOfTime(c) || !isOwnTime(c));
  const { base: meantOf, where: own } = ownWhere(alike, targets, conditions, before, catalogue);
  const subjects = alike.map((m) => subjectOf(m, [...targets, ...ownersOf(own, chart.binding, catalogue)], catalogue));
  const refused = subjects.find((s) => typeof s === 'string');
  if (refused !== undefined) return refused;
  const found = subjects.filter((s) => typeof s !== 'string');
  const base = found[0]?.base.table.name;
  if (base === undefined || found.some((s) => s.base.table.name !== base)) return 'The numbers are of different tables, so they can’t share a chart.';
  const meant = meantOf?.table.name === base ? chart.where.map((c) => own[conditions.indexOf(c)] ?? c) : chart.where;
  const after = found[0]?.base;
  const time = after && after !== before && [chart.by, ...chart.where.filter(isOfTime)].some(isOwnTime) ? timeGrouping(chart.by.bucket ?? 'auto', after, catalogue) : null;
  if (typeof time === 'string') return time;
  const by = time && chart.by.bucket && isOwnTime(chart.by) ? time.dimension : chart.by;
  const where = time ? meant.map((c) => (isOfTime(c) && isOwnTime(c) ? { ...c, field: time.dimension.field } : c)) : meant;
  const numbers = found.map((s) => s.measure);
  // What is told of each beside its number stays, where the rows are the same.
  const told = base === chart.table ? chart.measures.slice(1).filter((m) => m.plain) : [];
  const given = base === chart.table ? chart.measures.filter((m) => replaces.some((each) => isNumberOf(m, each, catalogue))).map((m) => m.label) : [];
  const at = chart.measures.findIndex((m) => given.includes(m.label));
  const kept = at < 0 ? [] : chart.measures.filter((m) => !given.includes(m.label) && !numbers.some((n) => n.label === m.label));
  return { ...chart, table: base, by, where, measures: kept.length > 0 ? [...kept.slice(0, at), ...numbers, ...kept.slice(at)] : [...numbers, ...told], other: chart.other && ['rows', 'sum'].includes(found[0]?.measure.aggregate ?? '') };
};

const grouped: Step = (chart, { by, splits, few }, catalogue) => {
  const base = entityOf(catalogue, chart.binding, chart.table);
  const grouping = by && base && groupingOf(by, base, catalogue);
  if (!grouping) return chart;
  if (typeof grouping === 'string') return grouping;
  if (splits) {
    if (chart.view === 'scatter') return `Each point of “${chart.title}” is a group, so it has no colours for another.`;
    // "one line per state", of three of them.
    const shown = chart.where.find((c) => c.op === 'is' && c.field.table === grouping.dimension.field.table && c.field.column === grouping.dimension.field.column);
    const isFew = few || (shown?.op === 'is' && shown.values.length <= MAX_SERIES);
    if (!isFew && !canBeSeries(grouping, chart.view)) return `${grouping.name.plural} are too many to tell apart by colour.`;
    return { ...chart, series: grouping.dimension, measures: chart.measures.slice(0, 1), other: false, view: chart.view === 'pie' || chart.view === 'histogram' ? 'bar' : chart.view };
  }
  const isSame = ({ field }: Chart['by']) => field.table === grouping.dimension.field.table && field.column === grouping.dimension.field.column;
  // "by region instead", of orders per month by channel: another colour, and of countries by status another place to stand.
  if (chart.series && chart.by.bucket && !chart.series.bucket && canBeSeries(grouping, chart.view)) return { ...chart, series: grouping.dimension, other: false };
  const series = chart.series && !isSame(chart.series) && !chart.by.bucket ? chart.series : null;
  const view = chart.view === 'line' || chart.view === 'area' || chart.view === 'histogram' ? 'bar' : chart.view;
  const many = grouping.distinct === null || grouping.distinct > 15;
  const { cumulative: _, window: __, ...plain } = chart;
  // "top 15 customers", then by the four regions: they are all there.
  const all = grouping.distinct !== null && chart.limit !== null && grouping.distinct <= chart.limit;
  const limit = all ? null : (chart.limit ?? (many && view !== 'table' ? 15 : null));
  return { ...plain, by: grouping.dimension, series, sort: 'value-desc', versus: null, view, limit, other: chart.other && limit !== null };
};

const binned: Step = (chart, { classes }, catalogue) => {
  const base = entityOf(catalogue, chart.binding, chart.by.field.table);
  const field = base && fieldOf(base, chart.by.field.column);
  if (!classes || !field || (chart.by.bin === undefined && !chart.by.bands)) return chart;
  const { bands, ...by } = chart.by;
  return { ...chart, ...(bands && chart.view === 'bar' && chart.series === null && { view: 'histogram' as const }), by: { ...by, bin: classes.width || binWidth(field, classes.count ?? undefined) } };
};

const overTime: Step = (chart, { bucket, by, splits }, catalogue) => {
  const base = entityOf(catalogue, chart.binding, chart.table);
  if (!bucket || !base) return chart;
  const split = splits && !by ? splitByTime(chart, bucket, base, catalogue) : null;
  if (split) return split;
  const asked = chart.by.bucket ? fieldOf(entityOf(catalogue, chart.binding, chart.by.field.table) ?? base, chart.by.field.column) : null;
  const time = timeGrouping(bucket, base, catalogue, [], asked);
  if (typeof time === 'string') return time;
  // "by quarter", of bars by genre with a colour for each year.
  if (chart.series?.bucket && !chart.by.bucket) return canBeSeries(time, chart.view) ? { ...chart, series: time.dimension } : seriesOverTime(chart, time.dimension);
  if (chart.by.bucket) return { ...chart, by: time.dimension, view: isCycle(bucket) && chart.view !== 'heatmap' ? 'bar' : chart.view };
  const fresh = chartBlock(base, chart.where, catalogue, { measures: chart.measures, by: time, now: new Date(0) });
  // "by month, one line per topic": the colours are told in the same breath.
  const series = splits && by ? chart.series : null;
  const view = series && fresh.view === 'area' ? 'line' : fresh.view;
  return { ...chart, by: time.dimension, series, sort: 'label', limit: null, other: false, view: chart.view === 'table' ? 'table' : view };
};

/** "rank them by revenue": of the first so many customers by orders, the first by revenue; other charts only have the order of what they show. */
const numbered: Step = (chart, change, catalogue, now) => {
  const { sort, ranks, sortAs } = change;
  const name = sort?.name;
  const isName = (name?.kind === 'field' && name.field.column === chart.by.field.column && name.field.table === chart.by.field.table) || (name?.kind === 'entity' && name.entity.table.name === chart.by.field.table);
  if (!name || !namesNumber(sort) || isName || name.kind === 'value') return chart;
  // Of airports that have many strikes each it is put together.
  const isRow = name.kind === 'field' && (chart.by.key !== null || name.entity.title?.source.distinct === name.entity.table.rows);
  const isOwn = name.kind === 'field' && isRow && chart.by.field.table === name.field.table && name.entity.title?.column === chart.by.field.column;
  // "highest income first", of medians: by what is shown of it.
  const own = name.kind === 'field' && sortAs === null ? chart.measures.find(({ of }) => of?.op === 'column' && of.table === name.field.table && of.column === name.field.column) : undefined;
  if (own) return { ...chart, measures: [own, ...chart.measures.filter((m) => m !== own)] };
  const wish: Wish['measures'][number] = { aggregate: name.kind === 'entity' ? 'count' : sortAs, name, where: [], ...(isOwn && sortAs === null && { asIs: true }) };
  const after = measured({ ...chart }, { ...change, aggregate: null, measures: [wish], replaces: [] }, catalogue, now);
  if (typeof after === 'string') return after;
  const [number] = after.measures;
  const at = chart.measures.findIndex((m) => m.label === number?.label);
  const shown = chart.measures[at];
  if (shown) return { ...chart, measures: [shown, ...chart.measures.filter((m) => m !== shown)] };
  if (chart.limit !== null || ranks) return after;
  return `“${chart.title}” doesn’t show ${number?.label}, so it can’t be sorted by it: say “${number?.label} instead”, or “add ${number?.label} to that chart”.`;
};

const ranked: Step = (chart, { top, sort, rows, latest }) => {
  const { series } = chart;
  if (series && sort?.name?.kind === 'field' && sort.name.field.table === series.field.table && sort.name.field.column === series.field.column && sort.name.field.column !== chart.by.field.column) return `“${chart.title}” is sorted by its first grouping or by its number, and not by ${series.field.label}.`;
  const name = sort?.name;
  const own = name?.kind === 'field' ? chart.measures.find((m) => m.plain && m.of?.op === 'column' && m.of.table === name.field.table && m.of.column === name.field.column) : undefined;
  if (own && chart.measures[0] !== own && name?.kind === 'field' && name.field.role !== 'measure') return `“${chart.title}” is sorted by its first number, and not by ${own.label}.`;
  const count = top ? (top.count ?? chart.perGroup) : rows;
  if (chart.perGroup !== undefined && (top || rows !== null)) return { ...chart, perGroup: count ?? chart.perGroup, ...(top && { sort: top.descending ? ('value-desc' as const) : ('value-asc' as const) }) };
  let next = rows !== null && chart.by.bucket === null ? { ...chart, limit: rows, other: false } : chart;
  if (top) next = { ...next, limit: top.count ?? 10, other: false, sort: top.descending ? 'value-desc' : 'value-asc' };
  // "latest first", of a chart over time.
  if (!sort && latest && latest.count === null && chart.by.bucket) return { ...next, sort: latest.descending ? 'label-desc' : 'label' };
  if (!sort) return next;
  const byName = sort.axis === 'x' || (sort.name?.kind === 'field' && sort.name.field.column === next.by.field.column) || (sort.name?.kind === 'entity' && sort.name.entity.table.name === next.by.field.table);
  return { ...next, sort: byName ? (sort.descending ? 'label-desc' : 'label') : sort.descending === false ? 'value-asc' : 'value-desc' };
};

const styled: Step = (chart, { style }) => (style ? withStyle(chart, style) : chart);

function withStyle(chart: Chart, style: Style): Chart | string {
  if (style === 'lying' || style === 'upright') return { ...chart, direction: style, view: 'bar' };
  if (style === 'cumulative') return chart.by.bucket ? { ...withoutWindow(chart), cumulative: true, view: chart.view === 'bar' ? 'bar' : 'area' } : 'Only a chart over time can add up as it goes.';
  if (chart.window && style !== 'grouped') return `“${chart.title}” shows what is reckoned along the time, which has no parts: say “back to the plain values” first.`;
  if (!chart.series && style === 'share') return `“${chart.title}” has one grouping, so there are no parts of a whole in it: say “split by …” first${chart.by.bucket === null ? ', or “make it a pie”' : ''}.`;
  if (!chart.series) return `“${chart.title}” has one grouping, so there is nothing to ${style === 'grouped' ? 'set side by side' : 'stack'}: say “split by …” first.`;
  return { ...chart, stack: style, view: chart.view === 'line' || chart.view === 'area' ? (style === 'grouped' ? 'bar' : 'area') : chart.view === 'pie' || chart.view === 'heatmap' || chart.view === 'table' ? 'bar' : chart.view }
};

/** The chart with a number for each stretch; one over time, or split, has them where time is. */
function withSpans(chart: Chart, spans: readonly During[]): Chart {
  if (chart.by.bucket !== null || chart.series !== null) return chart;
  const isDrawn = chart.view === 'bar' || chart.view === 'table';
  return { ...chart, view: isDrawn ? chart.view : 'bar', other: false, measures: chart.measures.slice(0, roomFor(spans)).flatMap((m) => inEach(m, spans)) };
}

/** "compare with last month", of bars by region: of the stretch that is shown, or of this one, and of the one before. */
function comparedSpans(chart: Chart, unit: Unit | null, base: Entity, catalogue: Catalogue, now: Date): Chart | string {
  const shown = chart.where.find((c) => c.op === 'period');
  const newer: Period | null = shown?.op === 'period' ? shown.period : { kind: 'unit', unit: unit ?? 'year', back: 0 };
  if (newer.kind !== 'unit' || (unit !== null && unit !== newer.unit && unit !== 'year')) return `“${chart.title}” can be compared with the stretch before where it shows one: “only this ${unit ?? 'month'}” first.`;
  const back = newer.back + (unit === 'year' ? (IN_YEAR[newer.unit] ?? 1) : 1);
  const spans = [newer, { ...newer, back }].map((period) => (shown?.op === 'period' ? { ...shown, period } : periodCondition(period, base, catalogue, now)));
  const refused = spans.find((each) => typeof each === 'string');
  if (refused !== undefined) return refused;
  return withSpans({ ...chart, series: null, where: chart.where.filter((c) => c !== shown) }, spans.filter((each) => typeof each !== 'string'));
}

const compared: Step = (chart, { versus, versusUnit }, catalogue, now) => {
  if (!versus) return chart;
  const base = entityOf(catalogue, chart.binding, chart.table);
  if (base && !chart.by.bucket) return comparedSpans(chart, versusUnit, base, catalogue, now);
  const owner = base && (entityOf(catalogue, chart.binding, chart.by.field.table) ?? base);
  const time = owner && fieldOf(owner, chart.by.field.column);
  if (!base || !time || !chart.by.bucket) return 'Only a chart over time can be compared with the year before.';
  const bucket = chart.by.bucket === 'quarter' ? 'quarter' : 'month';
  return { ...chart, by: { ...chart.by, bucket }, series: null, measures: chart.measures.slice(0, 1), view: chart.view === 'bar' ? 'bar' : 'line', versus: { anchor: anchorOf(time, now) }, where: chart.where.filter((c) => c.op !== 'period'), sort: 'label' };
};
