import { rowsSubject, type Subject, subjectOf } from '../build/subject';
import { reachesAll } from '../build/reach';
import { type Catalogue, type Entity, entityOf } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import type { Chart, Measure } from '../plan';
import type { DimensionWish } from '../read/wish';

/** Whether a chart's rows have what a wish groups by. */
export function canGroup(chart: Chart, by: DimensionWish, catalogue: Catalogue): boolean {
  const base = entityOf(catalogue, chart.binding, chart.table);
  return base !== null && by.entity.binding === chart.binding && reachesAll(base, [by.entity], catalogue);
}

/** The chart with its numbers seen from rows that have what it is to be grouped by: revenue of order items, where orders have no product. In words why there are none. */
export function rebased(chart: Chart, by: DimensionWish, catalogue: Catalogue): { chart: Chart; assumptions: string[] } | string {
  const base = entityOf(catalogue, chart.binding, chart.table);
  if (!base || canGroup(chart, by, catalogue)) return { chart, assumptions: [] };
  const conditioned = chart.where.flatMap((c) => entityOf(catalogue, chart.binding, c.field.table) ?? []);
  const found = chart.measures.map((measure) => again(measure, base, [by.entity, ...conditioned], catalogue));
  const subjects = found.flatMap((s) => (s === null ? [] : [s]));
  const [first] = subjects;
  if (!first || subjects.length < found.length || subjects.some((s) => s.base !== first.base) || by.entity.binding !== chart.binding) return `“${chart.title}” can’t be by ${by.kind === 'field' ? by.field.label : by.entity.singular}: nothing links them.`;
  return { chart: { ...chart, table: first.base.table.name, measures: subjects.map((s) => s.measure) }, assumptions: subjects.map((s) => s.assumption).filter(Boolean) };
}

function again(measure: Measure, base: Entity, targets: readonly Entity[], catalogue: Catalogue): Subject | null {
  if (measure.per) return null;
  if (measure.aggregate === 'rows' && measure.where.length === 0) {
    const subject = rowsSubject(base, targets, catalogue);
    return typeof subject === 'string' ? null : subject;
  }
  const named = catalogue.measures.find((m) => m.entity.binding === base.binding && m.measure.label === measure.label);
  const subject = named && subjectOf({ aggregate: null, name: { kind: 'measure', entity: named.entity, measure: named }, where: [] }, targets, catalogue);
  return !subject || typeof subject === 'string' ? null : subject;
}

/** A number of one table's rows, reckoned from another's that belong to them; null where it isn't known there. */
export function seenFrom(rows: Entity, measure: Measure, base: Entity, catalogue: Catalogue): Subject | null {
  if (rows === base) return { base, measure, assumption: '' };
  if (measure.per) return null;
  if (measure.aggregate === 'rows' && measure.where.length === 0) {
    // Orders can be counted by their items, which have no time of their own; by tickets about them most would be missing.
    const subject = rows.time === null ? rowsSubject(base, [rows], catalogue) : null;
    return subject && typeof subject !== 'string' && subject.base === rows ? { ...subject, assumption: `Only ${base.plural} that have ${rows.plural} are counted.` } : null;
  }
  // The last date of orders, by their items.
  if (measure.format === 'date' && rows.time === null && pathBetween(catalogue, rows, base)?.every((join) => !join.optional)) return { base: rows, measure, assumption: '' };
  const named = catalogue.measures.find((m) => m.entity === rows && m.measure.label === measure.label);
  return named ? { base: rows, measure: named.measure, assumption: named.assumption } : null;
}
