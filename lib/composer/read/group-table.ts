import { listed } from '../build/conditions';
import type { Wish } from './wish';

/** "a table with category, number of products and average price", "customers with name, number of orders and revenue": a row for each group, for what is counted is no column of a row. */
export function groupTable(wish: Wish): void {
  const isReckoned = wish.measures.some((m) => m.name.kind === 'measure' || m.aggregate === 'count');
  if (!wish.table || !isReckoned || wish.by.length + wish.charts.length + wish.filters.length > 0 || wish.bucket !== null || wish.top || wish.latest || wish.stat || wish.loose.length === 0) return;
  if (wish.loose.some((l) => l.field.role === 'measure' || l.field.role === 'time')) return;
  const counted = wish.measures.flatMap((m) => (m.name.kind === 'entity' ? [m.name.entity] : []));
  const [subject, ...others] = wish.entities.filter((e) => !counted.includes(e));
  if (others.length > 0) return;
  // A second group has a column of its own only where there is one number.
  const room = wish.measures.length > 1 ? 1 : 2;
  const groups = [...(subject ? [{ kind: 'entity' as const, entity: subject }] : []), ...wish.loose.filter((l) => l.field !== subject?.title).map((l) => ({ kind: 'field' as const, field: l.field, entity: l.entity }))];
  if (subject && (!subject.title || !subject.key || wish.loose.some((l) => l.entity !== subject))) return;
  const left = groups.slice(room).flatMap((d) => (d.kind === 'field' ? [d.field.label] : []));
  if (left.length > 0) wish.problems.push(`A table of what each comes to has no room for the ${listed(left, 'and')}.`);
  wish.by = groups.slice(0, room);
  wish.entities = wish.entities.filter((e) => e !== subject);
  [wish.charts, wish.table, wish.loose] = [['table'], false, []];
}
