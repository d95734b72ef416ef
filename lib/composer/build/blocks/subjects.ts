import type { Entity } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import { type DimensionWish, eachWish, type Wish } from '../../read/wish';
import { type Subject, subjectOf } from '../subject';
import { measureWishes } from '../without-saying';
import type { Building } from './building';

/** The numbers of a wish, each of the table that can tell it for what they are grouped by. */
export function subjectsOf(building: Building, dimensions: readonly DimensionWish[]): Subject[] {
  const { wish } = building;
  const hard = dimensions.map((d) => d.entity);
  const targets = [...hard, ...eachWish(wish.conditions).flatMap((c) => c.entity ?? [])];
  return measureWishes(wish, dimensions, building.catalogue, building).flatMap((measure) => {
    let found = subjectOf(measure, targets, building.catalogue);
    if (typeof found === 'string') found = subjectOf(measure, hard, building.catalogue);
    if (typeof found === 'string') {
      building.problems.push(found);
      return [];
    }
    if (found.assumption) building.assumptions.push(found.assumption);
    return [wish.isNew && (!wish.newOf || wish.newOf === found.base) && found.measure.aggregate === 'rows' ? { ...found, measure: { ...found.measure, label: `new ${found.measure.label}` } } : found];
  });
}

/** The table that the wish is about where no number is. */
export function subjectEntity(building: Building): Entity | null {
  const { wish } = building;
  // "list everything that's open: customer name, topic and priority": of what has them all.
  const owners = [...new Set([...wish.loose.map((l) => l.entity), ...eachWish(wish.conditions).flatMap((c) => c.entity ?? [])])];
  const all = wish.table && owners.length > 1 ? owners.find((e) => owners.every((other) => other === e || pathBetween(building.catalogue, e, other) !== null)) : undefined;
  return wish.entities[0] ?? all ?? wish.loose[0]?.entity ?? wish.by[0]?.entity ?? wish.conditions.find((c) => c.entity)?.entity ?? wish.measures[0]?.name.entity ?? chosenEntity(wish) ?? onlyEntity(building);
}

/** "a slider for total on the orders list": what is chosen from, where the table is named with it. */
function chosenEntity({ filters, table }: Wish): Entity | null {
  const [first] = filters;
  return table && (first?.kind === 'range' || first?.kind === 'field') ? first.entity : null;
}

/** "a table of all the data", of data that is one table. */
function onlyEntity({ wish, catalogue }: Building): Entity | null {
  const [only, ...others] = catalogue.entities;
  return only && others.length === 0 && (wish.table || wish.board || wish.calendar) ? only : null;
}
