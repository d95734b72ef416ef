import { type Catalogue, type Entity, entityOf } from '../../catalogue/entity';
import { MAX_MEASURES, type Chart, type Having, type Measure, type Window } from '../../plan';
import type { DimensionWish, WindowWish, Wish } from '../../read/wish';
import { inOrder, ownNumber, sortOf, together, withoutTwins } from '../arrange';
import type { WithAttributes } from '../attributes';
import { canBeSeries, chartBlock, MAX_BARS, type Grouping } from '../chart-block';
import { listed } from '../conditions';
import type { Unjoined } from '../reach';
import { sideBySide } from '../side-by-side';
import type { Subject } from '../subject';
import { windowFor } from '../windows';
import { Building, type Made } from './building';
import { groupingsFor, narrowed } from './groupings';
import { withoutMeasure } from './rows';
import { ofEachSpan, spansAsked } from './spans-asked';
import { subjectsOf } from './subjects';

/** The charts of all numbers: those that can share one do, and each kind that was asked for has its own. */
export function chartsOf(building: Building, subjects: readonly Subject[], dimensions: readonly DimensionWish[]): Unjoined[] {
  // "number of tickets and average satisfaction by topic": no bars are long in both, so they are read in a row.
  const isMany = building.wish.bucket === null && together(subjects, null, false).length > 1;
  const isDated = subjects.some((s) => s.measure.format === 'date');
  if (isDated && building.wish.charts.some((view) => view !== 'table')) building.problems.push('A date has no length that could be drawn, so it is a table.');
  const views: (Chart['view'] | null)[] = isDated ? ['table'] : building.wish.charts.length ? [...new Set(building.wish.charts)] : [isMany ? ('table' as const) : null];
  const apart = groupedApart(building, dimensions, views);
  if (apart) return apart.flatMap((each) => chartsOf(each.building, subjects, each.dimensions));
  const isImplicit = isMany && !isDated && building.wish.charts.length === 0 && !building.wish.table;
  const drawn = isImplicit ? drawnBeside(building, subjects, dimensions) : [];
  return [...drawn, ...views.flatMap((view) => {
    const charts = together(subjects, view ?? (building.wish.table ? 'table' : null), building.wish.bucket !== null || view === 'line' || view === 'area').flatMap((group) => chartOf(building, group.base, group.measures, dimensions, view));
    return sideBySide(charts, building.catalogue);
  })];
}

/** The first number of a table that nobody asked to be one, as it is drawn: it helps to see what the rows say. */
function drawnBeside({ wish, catalogue, now }: Building, [first]: readonly Subject[], dimensions: readonly DimensionWish[]): Unjoined[] {
  return first ? chartOf(new Building(wish, catalogue, now), first.base, [first.measure], dimensions, null).map((chart) => ({ ...chart, asked: false })) : [];
}

/** "tickets by topic, by priority and by status": more groupings than a chart has room for are a chart each, and so are those that were to be. */
function groupedApart(building: Building, dimensions: readonly DimensionWish[], views: readonly (Chart['view'] | null)[]): { building: Building; dimensions: readonly DimensionWish[] }[] | null {
  const { wish } = building;
  const { bucket, secondBucket } = wish;
  const count = dimensions.length + Number(bucket !== null) + Number(secondBucket !== null);
  const isPie = views.length === 1 && views[0] === 'pie';
  const isTogether = views.includes('table') || views.includes('heatmap') || wish.table || wish.versus || wish.window !== null || wish.style !== null || wish.spans !== null;
  if (count < 2 || isTogether || !(wish.apart || isPie || count > 2)) return null;
  if (!wish.apart) building.assumptions.push(isPie ? 'A pie shows one grouping, so each has its own.' : 'One chart shows two groupings at most, so each has its own.');
  const times = [bucket, secondBucket].filter((each) => each !== null).map((each) => ({ building: building.with({ by: [], bucket: each, secondBucket: null }), dimensions: [] }));
  return [...times, ...dimensions.map((each) => ({ building: building.with({ by: [each], bucket: null, secondBucket: null }), dimensions: [each] }))];
}

/** One chart of numbers of one table; none where nothing that they could be grouped by reaches it. */
export function chartOf(building: Building, base: Entity, measures: readonly Measure[], dimensions: readonly DimensionWish[], asked: Chart['view'] | null, attributes: readonly Measure[] = []): Unjoined<Chart>[] {
  const { wish, catalogue, now } = building;
  // All that come to so much are asked for, and not only as many as there is room for bars.
  const isLong = wish.having !== null && wish.by.some((d) => (d.kind === 'entity' ? d.entity.table.rows : (d.field.source.distinct ?? 0)) > MAX_BARS);
  const view = asked ?? (wish.table || isLong ? 'table' : null);
  if (wish.versus && dimensions.length) building.problems.push(`Years are compared month by month, so the grouping by ${dimensions.map((d) => (d.kind === 'field' ? d.field.label : d.entity.singular)).join(' and ')} is left out.`);
  if (wish.versus && wish.bucket !== null && !/^(auto|month|quarter)$/.test(wish.bucket)) {
    if (wish.bucket !== 'year') building.assumptions.push(`Years are compared month by month, and not by ${wish.bucket}.`);
    wish.bucket = 'month';
  }
  const groupings = groupingsFor(building, base, wish.versus ? [] : dimensions, view).map((g) => narrowed(building, g, base));
  const [by, series] = inOrder(groupings, view ?? (measures.length === 1 ? null : 'table'));
  if (!by) return [];
  if (view === 'heatmap' && !series) building.problems.push('A heatmap needs two groupings, so it is a bar chart.');
  if (view === 'pie' && series) building.problems.push('A pie shows one grouping, so it is a bar chart.');
  const second = series && measures.length === 1 && canBeSeries(series, view) ? series : null;
  if (series && measures.length > 1) building.problems.push(`Several numbers have a colour each, so the grouping by ${series.name.singular} is left out.`);
  else if (series && !second) building.problems.push(`${series.name.plural} are too many to tell apart by colour, so that grouping is left out.`);
  if (groupings.length > 2) building.problems.push('Two groupings are as many as one chart shows; the others are left out.');
  if (wish.top && second && view !== 'heatmap') building.assumptions.push(`The first are reckoned over all, and not within each ${second.name.singular}.`);
  const sort = wish.sort && sortOf(wish.sort, by);
  const options = { view: spansAsked(building, base).length > 0 && measures.length > 1 ? ('table' as const) : view, measures: [...ofEachSpan(building, base, measures).map((m) => ownNumber(m, by, base)), ...attributes], by, series: second, style: wish.style, having: havingOf(wish), top: wish.top, sort, versus: wish.versus, now };
  const chart = chartBlock(base, building.where(base), catalogue, options);
  if (wish.window) return windowed(building, chart, wish.window, (window) => chartBlock(base, chart.where, catalogue, { ...options, style: null, window }));
  if (chart.limit !== null && !chart.other && by.dimension.nullable && by.dimension.bucket === null && isMissing(by, catalogue, base)) building.assumptions.push(`What has no ${by.name.singular} is left out.`);
  if (chart.limit !== null && !chart.other && !wish.top) building.assumptions.push(`There is room for ${chart.limit} ${by.name.plural}, so it is the first of them.`);
  return [chart];
}

/** What each of a thing comes to, with what it has itself. */
export function groupsWithAttributes(building: Building, { group, measures, attributes }: WithAttributes): Made {
  building.wish.measures = measures;
  const subjects = subjectsOf(building, [group]);
  const [first, ...others] = together(withoutTwins(subjects), 'table', false);
  if (!first) return withoutMeasure(building, [group]);
  const room = MAX_MEASURES - first.measures.length;
  if (attributes.length > room) building.problems.push(`A table of groups has ${MAX_MEASURES} numbers at most, so ${listed(attributes.slice(room).map((a) => a.label), 'and')} is left out.`);
  const blocks = [chartOf(building, first.base, first.measures, [group], 'table', attributes.slice(0, room)), ...others.map((each) => chartOf(building, each.base, each.measures, [group], 'table'))];
  return { blocks: sideBySide(blocks.flat(), building.catalogue), base: first.base };
}

/** With what is reckoned along the time in its place, or below it. */
function windowed(building: Building, chart: Unjoined<Chart>, wish: WindowWish, reckoned: (window: Window) => Unjoined<Chart>): Unjoined<Chart>[] {
  const made = windowFor(chart, wish, building.catalogue, building.now);
  if (typeof made === 'string') {
    building.problems.push(made);
    return [chart];
  }
  building.assumptions.push(...made.assumptions);
  const own = reckoned(made.window);
  return made.isApart ? [chart, own].map((each) => ({ ...each, width: 'full' as const })) : [own];
}

function havingOf({ having }: Wish): Having | null {
  return having && { op: having.op === 'equal' ? 'is' : having.op, value: having.value };
}

/** Whether rows are known to lack it: not only that they might. */
function isMissing({ dimension: { field } }: Grouping, catalogue: Catalogue, base: Entity): boolean {
  return entityOf(catalogue, base.binding, field.table)?.fields.some((f) => f.column === field.column && f.source.nullable) ?? false;
}
