import { attributeOf, belongsTo } from '../../build/attributes';
import { groupingOf } from '../../build/chart-block';
import { entityOf, type Field } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import { MAX_MEASURES, type Chart } from '../../plan';
import type { Wish } from '../../read/wish';
import type { Editing } from '../editing';
import { retitled } from '../retitle';
import { namedColumns, saysKind } from '../targets';

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
  const each = entityOf(editing.catalogue, chart.binding, chart.by.field.table) ?? base;
  const isColumn = chart.series === null && chart.measures.length < MAX_MEASURES && belongsTo(field, each, editing.catalogue);
  const grouping = isColumn || isNumber || chart.series !== null || chart.measures.length > 1 ? null : groupingOf(isOwner ? { kind: 'entity', entity } : { kind: 'field', field, entity }, base, editing.catalogue);
  if (typeof grouping === 'string') return false;
  if (!isColumn && !grouping) {
    editing.problems.push(`“${chart.title}” has no room for the ${label}.`);
    return true;
  }
  if (chart.view !== 'table') editing.assumptions.push(`It is a table now, which has a column for the ${label}.`);
  const column = isColumn ? { measures: [...chart.measures, { ...attributeOf(field), label }] } : { series: grouping && { ...grouping.dimension, field: { ...grouping.dimension.field, label } } };
  if (isColumn && chart.measures.some((m) => m.of?.op === 'column' && m.of.table === field.table && m.of.column === field.column)) editing.problems.push(`“${chart.title}” has ${label} already.`);
  else editing.replace(chart, retitled(chart, { ...chart, view: 'table', other: false, ...column }, editing.catalogue));
  return true;
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
