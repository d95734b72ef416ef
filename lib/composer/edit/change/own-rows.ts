import { subjectOf } from '../../build/subject';
import { type Catalogue, type Entity, entityOf, toPlanField } from '../../catalogue/entity';
import type { Condition } from '../../plan';
import type { Change } from '../change';

/** The tables that rows are narrowed by: whatever is measured has to be of rows that have them. */
export function ownersOf(where: readonly Condition[], binding: string, catalogue: Catalogue): Entity[] {
  return where.flatMap((c) => entityOf(catalogue, binding, c.field.table) ?? []);
}

/** "tickets, not orders", of open ones: tickets have a status of their own, and it isn't that of the order they are about. What they have none of stays. */
export function ownWhere(measures: Change['measures'], targets: readonly Entity[], where: readonly Condition[], before: Entity | null, catalogue: Catalogue): { base: Entity | null; where: Condition[] } {
  const [first] = measures.map((m) => subjectOf(m, targets, catalogue));
  const base = first === undefined || typeof first === 'string' ? null : first.base;
  if (!base || base === before) return { base, where: [...where] };
  const own = where.map((c) => {
    const field = (c.op === 'is' || c.op === 'is-not') && c.field.table === before?.table.name ? base.fields.find((f) => f.column === c.field.column && c.values.every((v) => f.source.values?.includes(String(v)))) : undefined;
    return field ? { ...c, field: toPlanField(field) } : c;
  });
  return { base, where: own };
}
