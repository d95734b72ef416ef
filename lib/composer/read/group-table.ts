import { listed } from '../build/conditions';
import type { Catalogue, Entity } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import type { Wish } from './wish';

/** "a table with category, number of products and average price", "customers with name, number of orders and revenue": a row for each group, for what is counted is no column of a row. */
export function groupTable(wish: Wish, catalogue: Catalogue): void {
  const isReckoned = wish.measures.some((m) => m.name.kind === 'measure' || m.aggregate === 'count');
  if (!wish.table || !isReckoned || wish.by.length + wish.charts.length + wish.filters.length > 0 || wish.bucket !== null || wish.top || wish.latest || wish.stat) return;
  const counted = wish.measures.flatMap((m) => (m.name.kind === 'entity' ? [m.name.entity] : []));
  const named = wish.entities.filter((e) => !counted.includes(e));
  if (named.length > 0) groupThings(wish, named, catalogue);
  else if (wish.loose.length > 0) groupFields(wish);
}

/** A row for each thing, with what it has itself: the others that were named are its own. */
function groupThings(wish: Wish, named: readonly Entity[], catalogue: Catalogue): void {
  const reaches = (from: Entity, to: Entity) => from === to || pathBetween(catalogue, from, to) !== null;
  const subject = named.find((entity) => [...named, ...wish.loose.map((l) => l.entity)].every((other) => reaches(entity, other)));
  if (!subject?.title || !subject.key || (wish.loose.length === 0 && named.length === 1)) return;
  wish.by = [subject, ...named.filter((e) => e !== subject)].map((entity) => ({ kind: 'entity', entity }));
  wish.entities = wish.entities.filter((e) => !named.includes(e));
  wish.loose = wish.loose.filter((l) => l.field !== subject.title);
  [wish.charts, wish.table] = [['table'], false];
}

/** A row for each value of a column; numbers beside it are put together. */
function groupFields(wish: Wish): void {
  const groups = wish.loose.filter((l) => l.field.role !== 'measure');
  if (groups.length === 0 || groups.some((l) => l.field.role === 'time')) return;
  // A second group has a column of its own only where there is one number.
  const room = wish.measures.length + wish.loose.length - groups.length > 1 ? 1 : 2;
  const left = groups.slice(room).map((l) => l.field.label);
  if (left.length > 0) wish.problems.push(`A table of what each comes to has no room for the ${listed(left, 'and')}.`);
  wish.by = groups.slice(0, room).map(({ field, entity }) => ({ kind: 'field', field, entity }));
  wish.measures.push(...wish.loose.filter((l) => l.field.role === 'measure').map(({ field, entity }) => ({ aggregate: null, name: { kind: 'field' as const, field, entity }, where: [] })));
  [wish.charts, wish.table, wish.loose] = [['table'], false, []];
}
