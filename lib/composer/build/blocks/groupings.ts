import { groupingsOf } from '../../catalogue/catalogue';
import type { Entity } from '../../catalogue/entity';
import type { Chart } from '../../plan';
import type { DimensionWish } from '../../read/wish';
import { binWidth, withinBounds } from '../bins';
import { fieldGrouping, type Grouping, groupingOf, timeGrouping } from '../chart-block';
import type { Building } from './building';

/** What a chart is grouped by: what was asked for as far as the table reaches it, or what suits it best where nothing was. */
export function groupingsFor(building: Building, base: Entity, dimensions: readonly DimensionWish[], view: Chart['view'] | null): Grouping[] {
  const { wish, catalogue } = building;
  const found: (Grouping | string)[] = [];
  const overTime = wish.bucket ?? (wish.versus || ((view === 'line' || view === 'area' || wish.style === 'cumulative') && dimensions.length === 0) ? 'auto' : null);
  const time = wish.time && building.reaches(base, wish.time) ? wish.time : null;
  if (overTime) found.push(timeGrouping(wish.versus && overTime === 'auto' ? 'month' : overTime, base, catalogue, wish.periods, time));
  const second = wish.secondBucket ? [timeGrouping(wish.secondBucket, base, catalogue, wish.periods, time)] : [];
  const groups = dimensions.map((d) => groupingOf(d, base, catalogue));
  // "revenue by region, 2025 and 2026 side by side": two bars for each region.
  found.push(...(wish.style === 'grouped' && !overTime ? [...groups, ...second] : [...second, ...groups]));
  if (found.length === 0) {
    const all = groupingsOf(catalogue, base);
    const best = (wish.places ? all.find((f) => f.role === 'place') : undefined) ?? all[0];
    if (best) {
      found.push(fieldGrouping(best, base, catalogue));
      building.assumptions.push(`Grouped by ${best.label}, since no grouping was named.`);
    } else found.push(timeGrouping('auto', base, catalogue));
  }
  for (const each of found) {
    if (typeof each === 'string') building.problems.push(each);
    else building.assumptions.push(...(each.notes ?? []));
  }
  return found.filter((each) => typeof each !== 'string');
}

/** Of many countries, the three that it is about; of a number's classes those below the bound that was named. */
export function narrowed(building: Building, grouping: Grouping, base: Entity): Grouping {
  const { column, table } = grouping.dimension.field;
  const binned = building.wish.by.find((d) => d.kind === 'field' && d.bin === 0 && d.field.column === column && d.field.table === table);
  if (binned?.kind === 'field') return { ...grouping, dimension: { ...grouping.dimension, bin: binWidth(withinBounds(binned.field, building.where(base)), binned.classes) } };
  const only = building.wish.conditions.find((c) => c.kind === 'values' && !c.negated && c.field.column === column && c.field.table === table);
  return only?.kind === 'values' ? { ...grouping, distinct: Math.min(only.values.length, grouping.distinct ?? Infinity) } : grouping;
}
