import type { Entity } from '../catalogue/entity';
import type { Chart, Measure } from '../plan';
import type { Wish } from '../read/wish';
import { canBeSeries, type Grouping, isOrdered } from './chart-block';
import type { Subject } from './subject';

/** How the numbers and groups of one chart stand to one another. */

/** What a row has itself, where each group is one row; put together where there are more. */
export function ownNumber({ plain, ...measure }: Measure, by: Grouping | null, base: Entity): Measure {
  const isRow = by !== null && by.dimension.bin === undefined && by.distinct === base.table.rows && (by.dimension.key ?? by.dimension.field).table === base.table.name;
  const isGroup = by !== null && measure.of?.op === 'column' && measure.of.column === by.dimension.field.column && measure.of.table === by.dimension.field.table;
  return plain && (isRow || isGroup) && measure.of?.op === 'column' ? { ...measure, label: measure.label.replace(/^(total|average) /, ''), plain } : measure;
}

/** Of a heatmap, what comes again or has more groups stands across. Otherwise as it was said, time first, unless only the years can have a colour each. */
export function inOrder(groupings: readonly Grouping[], view: Chart['view'] | null): readonly Grouping[] {
  const [first, second] = groupings;
  if (!first || !second) return groupings;
  if (view === 'bar' || view === null) return !canBeSeries(second, view) && canBeSeries(first, view) ? [second, first] : groupings;
  if (view !== 'heatmap') return groupings;
  const size = (g: Grouping) => ({ 'hour-of-day': 24, 'month-of-year': 12, weekday: 7 })[g.dimension.bucket as 'weekday'] ?? (g.dimension.bucket === 'year' || g.dimension.bucket === 'quarter' ? 8 : g.dimension.bucket ? 30 : (g.distinct ?? 10));
  return size(second) > size(first) ? [second, first] : [first, second];
}

/** By the groups' own names where those were asked for, else by the number. */
export function sortOf({ name, axis, descending }: NonNullable<Wish['sort']>, { dimension }: Grouping): Chart['sort'] {
  const byName = axis === 'x' || (name?.kind === 'field' && name.field.table === dimension.field.table && name.field.column === dimension.field.column);
  const ofEntity = name?.kind === 'entity' && name.entity.table.name === dimension.field.table && axis === null && dimension.bucket === null;
  if (byName || ofEntity) return descending ? 'label-desc' : 'label';
  if (isOrdered(dimension) && axis === null && name === null) return descending ? 'label-desc' : 'label';
  return descending === false ? 'value-asc' : 'value-desc';
}

/** Measures of one table and one unit share a chart; a pie shows one. Beside bars of totals, those of averages can't be seen; over time each has a scale of its own. */
export function together(subjects: readonly Subject[], view: Chart['view'] | null, isOverTime: boolean): { base: Entity; measures: Measure[] }[] {
  const groups: { base: Entity; measures: Measure[] }[] = [];
  for (const { base, measure } of subjects) {
    const alone = view === 'pie' || view === 'heatmap';
    const fits = (first: Measure | undefined) => first?.format === measure.format && first.unit === measure.unit && (isOverTime || isTotal(first) === isTotal(measure));
    const same = alone ? undefined : groups.find((g) => g.base === base && (view === 'table' || fits(g.measures[0])));
    if (same) same.measures.push(measure);
    else groups.push({ base, measures: [measure] });
  }
  return groups;
}

/** "spent" and "total" may be one number. */
export function withoutTwins(subjects: readonly Subject[]): Subject[] {
  const textOf = ({ base, measure: { aggregate, of, where, per } }: Subject) => JSON.stringify([base.table.name, aggregate, of, where, per]);
  return subjects.filter((subject, i) => subjects.findIndex((other) => textOf(other) === textOf(subject)) === i);
}

/** What grows with the number of rows. */
function isTotal({ aggregate, per }: Measure): boolean {
  return (aggregate === 'sum' || aggregate === 'rows' || aggregate === 'distinct') && per === undefined;
}
