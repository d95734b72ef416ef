import { type Catalogue, type Entity, entityOf, type Field, toPlanField } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { Names } from '../write/identifiers';
import type { Filter } from '../plan';
import { listed } from './conditions';
import { reachableTime, searchedFields } from './reach';
import type { FilterWish } from '../read/wish';

/** A select of more choices is no help. */
const MAX_CHOICES = 400;

/** The page's filter for a wish, given the tables that its blocks are about; in words where there can be none. */
export function filterOf(wish: FilterWish, bases: readonly Entity[], present: readonly Filter[], catalogue: Catalogue): Filter | string {
  if (wish.kind === 'field') return choiceFilter(wish, bases, present, catalogue);
  if (wish.kind === 'range') return rangeFilter(wish, bases, present, catalogue);
  if (wish.kind === 'search') return searchFilter(wish, bases, present, catalogue);
  const asked = wish.field ?? null;
  const owner = asked && entityOf(catalogue, asked.binding, asked.table);
  if (asked && owner && !bases.some((b) => pathBetween(catalogue, b, owner))) return `The ${asked.label} of ${owner.plural} narrows nothing that is shown.`;
  const base = owner ?? bases.find((b) => reachableTime(b, catalogue));
  const time = asked ?? (base && reachableTime(base, catalogue));
  if (!base || !time) return 'There is no date to filter by.';
  const common = { binding: base.binding, dialect: base.dialect, field: toPlanField(time) };
  return wish.kind === 'month' ? { ...common, id: 'month', type: 'month', label: 'month' } : { ...common, id: 'dates', type: 'dates', label: 'dates' };
}

function choiceFilter(wish: Extract<FilterWish, { kind: 'field' }>, bases: readonly Entity[], present: readonly Filter[], catalogue: Catalogue): Filter | string {
  const { field, entity } = wish;
  const choices = field.source.distinct ?? field.source.values?.length ?? entity.table.rows;
  if (choices > MAX_CHOICES) return `The ${field.label} of ${entity.plural} has too many values to choose from; a search finds them.`;
  const common = fieldFilter(wish, bases, present, catalogue);
  return typeof common === 'string' ? common : { ...common, type: 'select' };
}

function rangeFilter(wish: Extract<FilterWish, { kind: 'range' }>, bases: readonly Entity[], present: readonly Filter[], catalogue: Catalogue): Filter | string {
  const { min, max } = wish.field.source;
  const common = fieldFilter(wish, bases, present, catalogue);
  if (typeof common === 'string') return common;
  const bounds = typeof min === 'number' && typeof max === 'number' && max > min ? { bounds: { low: Math.floor(min), high: Math.ceil(max) } } : {};
  return { ...common, type: 'range', ...bounds };
}

function fieldFilter({ field, entity }: { field: Field; entity: Entity }, bases: readonly Entity[], present: readonly Filter[], catalogue: Catalogue): Omit<Filter, 'type'> | string {
  if (!bases.some((base) => pathBetween(catalogue, base, entity))) return `The ${field.label} of ${entity.plural} narrows nothing that is shown.`;
  const own = field.label === 'name' || field.label === 'title';
  const label = own ? entity.singular : field.label;
  const names = new Names([...present.map((f) => f.id), ...bases.map((b) => b.binding), ...TAKEN]);
  return { id: names.camel(label, 'choice'), label, binding: entity.binding, dialect: entity.dialect, field: toPlanField(field) };
}

/** What the program calls other things by. */
const TAKEN = ['from', 'to', 'data', 'options', 'value', 'rows', 'row', 'figures', 'search', 'range', 'write', 'props', 'groups', 'wide', 'shown'];

function searchFilter({ entity, fields = [] }: Extract<FilterWish, { kind: 'search' }>, bases: readonly Entity[], present: readonly Filter[], catalogue: Catalogue): Filter | string {
  const base = bases.find((b) => b === entity) ?? bases[0];
  if (base && fields.length > 0) return namedSearch(fields, base, bases, present, catalogue);
  const [first] = base ? searchedFields(base, catalogue) : [];
  const field = base && first && (catalogue.entities.find((e) => e.binding === base.binding && e.table.name === first.table)?.fields.find((f) => f.column === first.column));
  if (!base || !field) return 'There is nothing to search in.';
  return { id: 'search', type: 'search', label: base.plural, binding: base.binding, dialect: base.dialect, field: toPlanField(field) };
}

/** A search in some columns only: customers by name, tickets by customer. */
function namedSearch(fields: readonly Field[], base: Entity, bases: readonly Entity[], present: readonly Filter[], catalogue: Catalogue): Filter | string {
  const [first] = fields;
  const lost = fields.find((field) => {
    const owner = entityOf(catalogue, field.binding, field.table);
    return !owner || !bases.some((b) => pathBetween(catalogue, b, owner));
  });
  if (!first || lost) return `The ${lost?.label} can’t be searched: it belongs to nothing that is shown.`;
  const label = listed(fields.map((field) => ownLabel(field, base, catalogue)), 'and');
  const id = present.some((f) => f.id === 'search') ? new Names([...present.map((f) => f.id), ...bases.map((b) => b.binding), ...TAKEN]).camel(`search ${label}`, 'search') : 'search';
  return { id, type: 'search', label: `${base.plural} by ${label}`, binding: base.binding, dialect: base.dialect, field: toPlanField(first), among: fields.map(({ table, column, and }) => ({ table, column, ...(and && { and }) })) };
}

/** Another table's name is called by what it names. */
function ownLabel(field: Field, base: Entity, catalogue: Catalogue): string {
  const owner = field.table === base.table.name ? null : entityOf(catalogue, field.binding, field.table);
  return owner && (field.label === 'name' || field.label === 'title') ? owner.singular : field.label;
}

/** Whether `b` is what `a` means: "the search" is any, "the search by name" that one. A page has one month and one range of dates. */
export function sameFilter(a: Filter, b: Filter): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'search') return a.among === undefined || JSON.stringify(a.among) === JSON.stringify(b.among);
  if (a.type === 'month' || a.type === 'dates') return true;
  return a.field.table === b.field.table && a.field.column === b.field.column;
}
