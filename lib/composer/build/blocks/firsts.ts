import { toPlanField } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import type { Chart, Measure } from '../../plan';
import type { DimensionWish, PerGroupWish } from '../../read/wish';
import { capitalise } from '../../words/tokens';
import { together, withoutTwins } from '../arrange';
import { canBeSeries, chartBlock, type Grouping, groupingOf, timeGrouping } from '../chart-block';
import { listed } from '../conditions';
import { firstRowsBlock, orderOfRows, rowsOf } from '../first-of-each';
import { nearestAlike } from '../reach';
import { calledBy } from '../titles';
import type { Building, Made } from './building';
import { subjectsOf } from './subjects';

/** "top 3 products of each category", "the last order of each customer" */
export function firstsOf(building: Building, firsts: PerGroupWish): Made {
  const { wish, catalogue } = building;
  const { thing, count, descending } = firsts;
  const isOfRows = wish.latest !== null || (wish.sort?.name?.kind === 'field' && wish.sort.name.entity === rowsOf(thing));
  // Things that are values of a column are as many as there are rows of them, unless something else is said.
  if (thing.kind === 'field') wish.top = null;
  const subjects = isOfRows ? [] : withoutTwins(subjectsOf(building, [thing, ...(firsts.group ? [firsts.group] : [])]));
  const order = orderOfRows(firsts, wish, subjects);
  const base = order === null ? subjects[0]?.base : thing.entity;
  if (typeof order === 'string' || !base) return typeof order === 'string' ? building.refused(order, thing.entity) : { blocks: [], base: thing.entity };
  const group = firsts.group && nearestAlike(firsts.group, base, catalogue);
  const by = group ? groupingOf(group, base, catalogue) : timeGrouping(wish.bucket ?? 'month', base, catalogue, [], wish.time);
  if (typeof by === 'string') return building.refused(by, base);
  if (group !== firsts.group) building.unsay(` is taken from ${firsts.group?.entity.plural};`);
  if (group && pathBetween(catalogue, base, group.entity) === null) return building.refused(`${capitalise(base.plural)} don’t say which of the ${by.name.plural} they belong to, so there is no first of each.`, base);
  if (order) {
    const columns = wish.loose.map((l) => l.field).filter((f) => building.reaches(base, f));
    return { blocks: [firstRowsBlock(base, building.where(base), catalogue, { by, order, count, columns, detail: wish.detail })], base };
  }
  const things = groupingOf(thing, base, catalogue);
  if (typeof things === 'string') return building.refused(things, base);
  const series = called(things, thing);
  const [own, ...others] = together(subjects, 'table', false);
  if (others.length > 0) building.problems.push(`A ranking within each ${by.name.singular} has numbers of ${base.plural} only, so ${listed(others.flatMap((o) => o.measures.map((m) => m.label)), 'and')} is left out.`);
  const measures = own?.measures ?? [];
  return { blocks: [chartBlock(base, building.where(base), catalogue, { view: viewOfFirsts(building, series, measures), measures, by, series, style: wish.style, sort: descending ? 'value-desc' : 'value-asc', perGroup: count, now: building.now })], base };
}

/** A table, unless bars were asked for and what is first has few enough names to have a colour each. */
function viewOfFirsts(building: Building, series: Grouping, measures: readonly Measure[]): Chart['view'] {
  const asked = building.wish.charts.find((view) => view !== null && view !== 'table');
  if (asked === undefined || (asked === 'bar' && measures.length === 1 && canBeSeries(series, 'bar') && measures.every((m) => m.format !== 'date'))) return asked ?? 'table';
  building.problems.push(asked === 'bar' ? `${capitalise(series.name.plural)} are too many to tell apart by colour, so it is a table.` : 'The first of each group stand in a table or in bars, so it is a table.');
  return 'table';
}

/** Beside its group a thing is called by what it is: a column “Product”, and not “Name”. */
function called(things: Grouping, { entity, kind }: DimensionWish): Grouping {
  const title = kind === 'entity' ? entity.title : null;
  return title ? { ...things, dimension: { ...things.dimension, field: toPlanField(calledBy(entity, title)) } } : things;
}
