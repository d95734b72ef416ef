import { groupCount, limitFor } from '../../build/first-of-each';
import { openedRow } from '../../build/table-block';
import { type Catalogue, entityOf, type Field, fieldOf, toPlanField } from '../../catalogue/entity';
import { worthOf } from '../../catalogue/measures';
import type { Measure, RowTable } from '../../plan';
import { capitalise } from '../../words/tokens';
import type { Change } from '../change';

/** The table in another order, of another number of rows, or with details; in words why it can’t be. */
export function changedTable(block: RowTable, { sort, ranks, top, detail, latest, rows }: Change, catalogue: Catalogue): RowTable | string {
  const base = entityOf(catalogue, block.binding, block.table);
  if (!base) return block;
  const named = sort?.axis === 'x' && base ? base.title : sort?.name?.kind === 'field' ? sort.name.field : sort?.name?.kind === 'entity' ? sort.name.entity.title : sort?.name?.kind === 'measure' ? fieldOf(base, columnIn(block, sort.name.measure.measure) ?? '') : null;
  const current = block.sort && fieldOf(base, block.sort.field.column);
  const size = sort?.bySize && !named && current?.role !== 'measure' ? (worthOf(base) ?? base.fields.find((f) => f.role === 'measure' && block.columns.some((c) => c.column === f.column))) : null;
  if (sort?.bySize && !named && !size && current?.role !== 'measure') return `${capitalise(base.plural)} have no number that says which are the largest.`;
  const field = named ?? size ?? (sort?.name === null && sort.descending !== null ? current : null) ?? (sort || latest ? base.time : null);
  const turned = top !== null && sort === null && current?.role === 'measure' ? { ...block.sort, field: toPlanField(current), descending: top.descending } : null;
  const descending = sort?.descending ?? latest?.descending ?? (field?.role === 'measure' || field?.role === 'time');
  const limit = top?.count ?? latest?.count ?? rows;
  const firsts = block.perGroup;
  if (firsts && field && field.column !== block.sort?.field.column && !ranks) return `“${block.title}” stands in the order of its groups; a click on the head of a column sorts it by that.`;
  if (firsts) return { ...block, ...((field ?? turned) && { sort: turned ?? { field: toPlanField(field as Field), descending } }), perGroup: { ...firsts, count: limit ?? firsts.count }, ...limitFor(groupCount(firsts.by, base, catalogue), limit ?? firsts.count, base), ...(detail && { detail: base.fields.map(toPlanField) }) };
  return {
    ...block,
    ...(turned && { sort: turned }),
    ...(field && { sort: { field: toPlanField(field), descending } }),
    ...(limit !== null && { limit, capped: false }),
    ...(detail && openedRow(base, catalogue)),
  };
}

/** "10 tracks with the highest price": as many as there are now, and from the end that they are from. */
export function recounted(before: RowTable, after: RowTable): RowTable {
  const latest = latestRenamed(before, after);
  if (latest !== null) return { ...after, title: latest };
  const [whole, count, of, , by] = /^(\d+) (.+) with the (highest|lowest) (.+)$/.exec(before.title) ?? [];
  const isSame = before.sort?.field.column === after.sort?.field.column;
  if (!whole || Number(count) !== before.limit || !isSame || after.sort === null) return after;
  return { ...after, title: `${after.limit} ${of} with the ${after.sort.descending ? 'highest' : 'lowest'} ${by}` };
}

/** "Latest 20 orders": as many as there are now, and no longer the latest where they are in another order; null where they aren't called so. */
function latestRenamed(before: RowTable, after: RowTable): string | null {
  const [, lead, count, rows] = /^(Latest|Oldest) (\d+) (.+)$/.exec(before.title) ?? [];
  if (!lead || !rows || Number(count) !== before.limit) return null;
  if (JSON.stringify(before.sort) === JSON.stringify(after.sort) || after.sort === null) return `${lead} ${after.limit} ${rows}`;
  const { field, descending } = after.sort;
  if (field.column === before.sort?.field.column) return `${descending ? 'Latest' : 'Oldest'} ${after.limit} ${rows}`;
  return `${after.limit} ${rows} with the ${descending ? 'highest' : 'lowest'} ${field.label}`;
}

/** The column of a table's own rows that a measure adds up: revenue is the total of orders. */
export function columnIn({ table }: RowTable, { of }: Measure): string | null {
  return of?.op === 'column' && of.table === table ? of.column : null;
}
