import { type Catalogue, type Entity, pathBetween, toPlanField } from '../catalogue/catalogue';
import { Names } from '../write/identifiers';
import type { Filter } from '../plan';
import { reachableTime } from './reach';
import type { FilterWish } from '../read/wish';

/** A select of more choices is no help. */
const MAX_CHOICES = 400;

/** The page's filter for a wish, given the tables that its blocks are about; in words where there can be none. */
export function filterOf(wish: FilterWish, bases: readonly Entity[], present: readonly Filter[], catalogue: Catalogue): Filter | string {
  if (wish.kind === 'field') return selectFilter(wish, bases, present, catalogue);
  const base = bases.find((b) => reachableTime(b, catalogue));
  const time = base && reachableTime(base, catalogue);
  if (!base || !time) return 'There is no date to filter by.';
  const common = { binding: base.binding, dialect: base.dialect, field: toPlanField(time) };
  return wish.kind === 'month' ? { ...common, id: 'month', type: 'month', label: 'month' } : { ...common, id: 'dates', type: 'dates', label: 'dates' };
}

function selectFilter(wish: Extract<FilterWish, { kind: 'field' }>, bases: readonly Entity[], present: readonly Filter[], catalogue: Catalogue): Filter | string {
  const { field, entity } = wish;
  const choices = field.source.distinct ?? field.source.values?.length ?? entity.table.rows;
  if (field.role === 'measure' || choices > MAX_CHOICES) return `The ${field.label} of ${entity.plural} has too many values to choose from; the tables can be searched instead.`;
  if (!bases.some((base) => pathBetween(catalogue, base, entity))) return `The ${field.label} of ${entity.plural} narrows nothing that is shown.`;
  const own = field.label === 'name' || field.label === 'title';
  const label = own ? entity.singular : field.label;
  const names = new Names([...present.map((f) => f.id), ...bases.map((b) => b.binding), 'from', 'to', 'data', 'options', 'value', 'rows', 'row', 'figures']);
  return { id: names.camel(label, 'choice'), type: 'select', label, binding: entity.binding, dialect: entity.dialect, field: toPlanField(field) };
}

export function sameFilter(a: Filter, b: Filter): boolean {
  if (a.type !== b.type) return false;
  return a.type !== 'select' || (a.field.table === b.field.table && a.field.column === b.field.column);
}
