import { groupingOf } from '../build/chart-block';
import { entityOf, type Field } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import type { Chart, Measure } from '../plan';
import type { Wish } from '../read/wish';
import type { Editing } from './editing';
import { retitled } from './retitle';
import { namedColumns, saysKind } from './targets';

/** "show the country too", of the top customers: a column of each of them, in a table. False where it is no column of what a chart is by. */
export function attribute(editing: Editing, wish: Wish, prompt: string): boolean {
  const field = onlyColumn(wish) ?? onlyOwner(wish, prompt);
  const chart = field && chartOfEach(editing, field);
  const isNumber = field?.role === 'measure';
  const base = chart && entityOf(editing.catalogue, chart.binding, chart.table);
  if (!field || !chart || !base || (isNumber && base.table.name === field.table)) return false;
  const entity = entityOf(editing.catalogue, field.binding, field.table) ?? base;
  // Whose each is goes by what it is, and not by "name".
  const isOwner = entity.title === field && chart.by.field.table !== field.table;
  const label = isOwner ? entity.singular : field.label;
  if (chart.series || (!isNumber && chart.measures.length > 1)) {
    editing.problems.push(`“${chart.title}” has no room for the ${label}: beside one number there is one further column.`);
    return true;
  }
  const grouping = isNumber ? null : groupingOf(isOwner ? { kind: 'entity', entity } : { kind: 'field', field, entity }, base, editing.catalogue);
  if (typeof grouping === 'string' || chart.measures.length === MAX_NUMBERS) return false;
  if (chart.view !== 'table') editing.assumptions.push(`It is a table now, which has a column for the ${label}.`);
  editing.replace(chart, retitled(chart, { ...chart, view: 'table', other: false, ...(grouping ? { series: { ...grouping.dimension, field: { ...grouping.dimension.field, label } } } : { measures: [...chart.measures, itsOwn(field)] }) }, editing.catalogue));
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

/** "with the artist", of tracks: whose each is goes by its name. */
function onlyOwner(wish: Wish, prompt: string): Field | null {
  const [only, ...others] = wish.entities;
  const isMore = saysKind(wish) || wish.loose.length + wish.measures.length + wish.by.length + wish.conditions.length + wish.periods.length + wish.filters.length > 0 || wish.bucket !== null || wish.top !== null || wish.sort !== null;
  return only?.title && others.length === 0 && !isMore && !prompt.toLowerCase().includes(only.plural) ? only.title : null;
}

/** A chart with a group for each of what the column is of, or of what has one of those. */
function chartOfEach(editing: Editing, field: Field): Chart | undefined {
  const { catalogue } = editing;
  const owner = entityOf(catalogue, field.binding, field.table);
  return editing.plan.blocks.find((b): b is Chart => {
    if (b.type !== 'chart' || b.asked === false || b.by.bucket !== null || b.binding !== field.binding) return false;
    const each = entityOf(catalogue, b.binding, b.by.field.table);
    if (!each || !owner || each.title?.column !== b.by.field.column) return false;
    return each === owner ? field.column !== owner.title?.column : field === owner.title && pathBetween(catalogue, each, owner) !== null;
  });
}
