import type { Catalogue, Entity } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import type { Wish } from '../read/wish';
import { capitalise, stem } from '../words/tokens';
import { isOfItsOwn, withAttributes } from './attributes';
import { boardOf, calendarOf } from './blocks/boards';
import { Building, type Made } from './blocks/building';
import { chartsOf, groupsWithAttributes } from './blocks/charts';
import { dimensionsOf } from './blocks/dimensions';
import { firstsOf } from './blocks/firsts';
import { pointsOf } from './blocks/points';
import { rankedRows, ranking, rowsFrom, withoutMeasure } from './blocks/rows';
import { perRow, statsOf } from './blocks/stats';
import { subjectsOf } from './blocks/subjects';
import { countOfEach, groupWhatHas, listKinds, listOfEach, listTexts, rankRatherThanList, showDistribution, tabulate, takeExtreme } from './prepare';
import { reachableTime, type Unjoined } from './reach';
import { groupsCounted } from './stat-block';

/** What one wish became. `base` is the table it is about; `implicit` is true where it named no kind of block. */
export type Built = { blocks: Unjoined[]; base: Entity | null; implicit: boolean; problems: string[]; assumptions: string[] };

/** The blocks that a wish asks for, with what could not be and what was taken for granted. */
export function blocksOf(wish: Wish, catalogue: Catalogue, now: Date): Built {
  const building = new Building(wish, catalogue, now);
  const made = withGroupsCounted(building, make(building));
  if (made.base && made.blocks.length > 0) building.assumptions.push(...dated(building, made.base));
  const { charts, stat, table, board, calendar, relation } = wish;
  const implicit = charts.length === 0 && !stat && !table && !board && !calendar && !relation && !wish.countsGroups;
  return { ...made, implicit, problems: [...new Set(building.problems)], assumptions: [...new Set(building.assumptions)] };
}

/** Which kind of block a wish is. */
function make(building: Building): Made {
  const { wish } = building;
  // "orders and order items"
  const isList = wish.items.length > 0 && wish.items.filter((i) => i.used && i.mark?.is !== 'filler').every((i) => i.mark?.is === 'break' || (!i.mark && i.links[0]?.name.kind === 'entity'));
  if ((wish.tables || (isList && !isDescribed(building))) && wish.entities.length > 1 && wish.measures.length + wish.by.length + wish.loose.length === 0) {
    const each = wish.entities.map((entity) => blocksOf({ ...wish, tables: false, entities: [entity], assumptions: [], problems: [] }, building.catalogue, building.now));
    return { blocks: each.flatMap((b) => b.blocks), base: each[0]?.base ?? null };
  }
  if (wish.board) return boardOf(building);
  if (wish.calendar) return calendarOf(building);
  if (wish.perGroup) return firstsOf(building, wish.perGroup);
  const points = pointsOf(building);
  if (points) return points;
  countOfEach(wish, building.catalogue);
  for (const step of [listOfEach, listTexts, listKinds, groupWhatHas, showDistribution, tabulate, rankRatherThanList, takeExtreme]) step(wish);
  const dimensions = dimensionsOf(building);
  const described = withAttributes(wish, dimensions, building.catalogue);
  if (described) return groupsWithAttributes(building, described);
  if (isOfItsOwn(wish, dimensions)) return ranking(building, dimensions);
  const subjects = subjectsOf(building, dimensions);
  const [first] = subjects;
  if (!first) return withoutMeasure(building, dimensions);
  if (wish.stat && dimensions.length === 0 && !wish.bucket) return { blocks: statsOf(building, subjects), base: first.base };
  const each = perRow(building, subjects, dimensions);
  if (each) return each;
  const ranked = rankedRows(building, subjects, dimensions);
  if (ranked) return ranked;
  if (dimensions.length || wish.bucket || wish.charts.length || wish.versus) return { blocks: chartsOf(building, subjects, dimensions), base: first.base };
  if (wish.table) return rowsFrom(building, first.base);
  if (wish.top) building.problems.push('I don’t know what to rank, so “top” is left out.');
  return { blocks: statsOf(building, subjects), base: first.base };
}

/** "albums with artist": one of each, and no list of its own. */
function isDescribed(building: Building): boolean {
  const [first, ...others] = building.wish.entities;
  const isOne = (entity: Entity) => building.wish.items.some((i) => i.links[0]?.name.entity === entity && stem(i.lower) === i.lower);
  return first !== undefined && others.every((other) => isOne(other) && pathBetween(building.catalogue, first, other) !== null);
}

/** How many groups come to so much; which they are stands below. */
function withGroupsCounted(building: Building, made: Made): Made {
  if (!building.wish.countsGroups) return made;
  const blocks = made.blocks.flatMap((block) => {
    const figure = block.type === 'chart' ? groupsCounted(block) : null;
    if (!figure?.groups) return [block];
    if (/^(?:under|at-most)$/.test(figure.groups.having.op)) building.assumptions.push('Only groups that have any are counted.');
    return [figure, { ...block, asked: false }];
  });
  return { ...made, blocks };
}

/** Of several dates that a row has, one goes without saying; which one is said. */
function dated(building: Building, base: Entity): string[] {
  const { wish } = building;
  const others = base.fields.filter((f) => f.role === 'time' && f.column !== base.time?.column);
  const matters = wish.periods.length > 0 || wish.bucket !== null || wish.calendar;
  const far = base.time === null && base.title !== null && matters ? (wish.time ?? reachableTime(base, building.catalogue)) : null;
  const owner = far && far.table !== base.table.name ? building.catalogue.entities.find((e) => e.binding === far.binding && e.table.name === far.table) : undefined;
  if (far && owner) return [`${capitalise(base.plural)} have no date of their own, so it is the ${far.label} of ${owner.plural}.`];
  if (!matters || !base.time || others.length === 0 || wish.time || wish.by.some((d) => d.kind === 'field' && d.field.role === 'time') || wish.loose.some((l) => l.field.role === 'time')) return [];
  return [`Dated by “${base.time.label}”; ${base.plural} have “${others.map((f) => f.label).join('” and “')}” too.`];
}
