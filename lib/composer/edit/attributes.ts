import { groupingOf } from '../build/chart-block';
import { entityOf, type Field } from '../catalogue/entity';
import type { Chart, Measure } from '../plan';
import type { Wish } from '../read/wish';
import type { Editing } from './editing';
import { retitled } from './retitle';
import { namedColumns, saysKind } from './targets';

/** "show the country too", of the top customers: a column of each of them, in a table. False where it is no column of what a chart is by. */
export function attribute(editing: Editing, wish: Wish): boolean {
  const field = onlyColumn(wish);
  const chart = field && chartOfEach(editing, field);
  const isNumber = field?.role === 'measure';
  const base = chart && entityOf(editing.catalogue, chart.binding, chart.table);
  if (!field || !chart || !base || (isNumber && base.table.name === field.table)) return false;
  if (chart.series || (!isNumber && chart.measures.length > 1)) {
    editing.problems.push(`“${chart.title}” has no room for the ${field.label}: beside one number there is one further column.`);
    return true;
  }
  const entity = entityOf(editing.catalogue, field.binding, field.table) ?? base;
  const grouping = isNumber ? null : groupingOf({ kind: 'field', field, entity }, base, editing.catalogue);
  if (typeof grouping === 'string' || chart.measures.length === MAX_NUMBERS) return false;
  if (chart.view !== 'table') editing.assumptions.push(`It is a table now, which has a column for the ${field.label}.`);
  editing.replace(chart, retitled(chart, { ...chart, view: 'table', other: false, ...(grouping ? { series: grouping.dimension } : { measures: [...chart.measures, itsOwn(field)] }) }, editing.catalogue));
  return true;
}

/** As many as a Plan keeps. */
const MAX_NUMBERS = 6;

/** Each group is of one row that has it, so that the largest is the one there is. */
function itsOwn({ label, table, column, format, unit }: Field): Measure {
  return { label, aggregate: 'max', of: { op: 'column', table, column }, where: [], format, ...(unit && { unit }) };
}

/** The one column that a wish names, and nothing else. */
function onlyColumn(wish: Wish): Field | null {
  const fields = [...namedColumns(wish), ...wish.by.flatMap((d) => (d.kind === 'field' ? [d.field] : []))];
  const isMore = saysKind(wish) || wish.conditions.length + wish.periods.length + wish.filters.length > 0 || fields.length < wish.loose.length + wish.by.length + wish.measures.length || wish.bucket !== null || wish.top !== null || wish.sort !== null;
  const [only, ...others] = fields;
  return !only || others.length > 0 || isMore || only.role === 'time' || wish.entities.some((e) => e.table.name !== only.table) ? null : only;
}

/** A chart with a group for each of what the column is of. */
function chartOfEach(editing: Editing, field: Field): Chart | undefined {
  const title = entityOf(editing.catalogue, field.binding, field.table)?.title;
  return editing.plan.blocks.find((b): b is Chart => b.type === 'chart' && b.asked !== false && b.by.bucket === null && b.binding === field.binding && b.by.field.table === field.table && b.by.field.column === title?.column && field.column !== title.column);
}
