import type { Entity } from '../../catalogue/entity';
import type { Chart } from '../../plan';
import type { Wish } from '../../read/wish';
import { namesNumber } from '../change';
import { measured } from './measured';
import type { Step } from './step';

/** "sort by the number of customers", of customers by region: how many there are is one of its numbers, and not what its groups are called. */
function countsThem({ table, measures }: Chart, entity: Entity): boolean {
  return table === entity.table.name && measures.some((m) => m.aggregate === 'rows' && !m.per);
}

/** "sort by customer", of tickets by customer: what its groups are called. */
function isItsName(chart: Chart, { name, axis }: NonNullable<Wish['sort']>): boolean {
  const { table, column } = chart.by.field;
  return (name?.kind === 'field' && name.field.table === table && name.field.column === column) || (name?.kind === 'entity' && name.entity.table.name === table && axis !== 'y' && !countsThem(chart, name.entity));
}

/** "rank them by revenue": of the first so many customers by orders, the first by revenue; other charts only have the order of what they show. */
export const numbered: Step = (chart, change, catalogue, now) => {
  const { sort, ranks, sortAs } = change;
  const name = sort?.name;
  if (!sort || !name || !namesNumber(sort) || isItsName(chart, sort) || name.kind === 'value') return chart;
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

/** In another order, and as many as were asked for. */
export const ranked: Step = (chart, { top, sort, rows, latest }) => {
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
  const byName = sort.axis === 'x' || isItsName(next, sort);
  return { ...next, sort: byName ? (sort.descending ? 'label-desc' : 'label') : sort.descending === false ? 'value-asc' : 'value-desc' };
};
