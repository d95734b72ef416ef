import { type Catalogue, type Entity, entityOf, type Field, toPlanField } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import type { Chart, Measure, Scatter } from '../plan';
import type { MeasureWish } from '../read/wish';
import { ownNumber } from './arrange';
import { groupingOf } from './chart-block';
import type { Unjoined } from './reach';
import { subjectOf } from './subject';

/** A scatter whose dots are as large as a number of its rows, or in words why they can't be. */
export function withSize<T extends Unjoined<Scatter>>(scatter: T, field: Field, catalogue: Catalogue): T | string {
  const base = entityOf(catalogue, scatter.binding, scatter.table);
  const owner = entityOf(catalogue, field.binding, field.table);
  if (!base || !owner || !pathBetween(catalogue, base, owner)) return `The ${field.label} can’t be reached from these rows.`;
  if (field.source.type !== 'number' || field.role === 'id') return `The ${field.label} is no number that a dot could be as large as.`;
  return isNegative(field) ?? { ...scatter, size: toPlanField(field) };
}

/** The same of dots that are groups. */
export function withGroupSize<T extends Unjoined<Chart>>(chart: T, wish: MeasureWish, catalogue: Catalogue): T | string {
  const base = entityOf(catalogue, chart.binding, chart.table);
  const owner = entityOf(catalogue, chart.binding, chart.by.field.table);
  const subject = subjectOf(wish, owner ? [owner] : [], catalogue);
  if (typeof subject === 'string') return subject;
  if (subject.base !== base) return `The ${subject.measure.label} is of other rows than “${chart.title}”, so dots can’t be as large as it.`;
  const negative = wish.name.kind === 'field' ? isNegative(wish.name.field) : null;
  const measure = asOthers(chart, subject.measure, subject.base, catalogue);
  return negative ?? { ...chart, measures: [...chart.measures.slice(0, 2), measure], sized: true };
}

/** Where each dot is one row, its size is that row's own number. */
function asOthers({ measures: [first], by, binding }: Unjoined<Chart>, measure: Measure, base: Entity, catalogue: Catalogue): Measure {
  const field = entityOf(catalogue, binding, by.field.table)?.fields.find((f) => f.column === by.field.column);
  const grouping = first?.plain && field ? groupingOf({ kind: 'field', field, entity: base }, base, catalogue) : null;
  return typeof grouping === 'object' && grouping ? ownNumber({ ...measure, plain: true }, grouping, base) : measure;
}

function isNegative({ label, source }: Field): string | null {
  return typeof source.min === 'number' && source.min < 0 ? `The ${label} is below zero in places, and no dot is smaller than nothing.` : null;
}
