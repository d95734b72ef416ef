import { entityOf } from '../../catalogue/entity';
import { worthOf } from '../../catalogue/measures';
import type { RowTable } from '../../plan';
import type { Wish } from '../../read/wish';
import type { Editing } from '../editing';
import { retitled } from '../retitle';

/** "group by category with average price", "sum them per country" */
const GROUPS = /^\s*(?:(?:please|now|and|ok(?:ay)?|can\s+you|could\s+you)[\s,]+)*(?:(?:group|aggregate|summari[sz]e|roll|collapse)(?:ed)?\s+(?:(?:it|them|these|those|this|that|the\s+rows|everything|all)\s+)?|(?:sum|total|add|count|average)\s+(?:(?:it|them|these|those|this|that|the\s+rows|everything|all)\s+(?:up\s+)?|up\s+))(?:up\s+)?(?=(?:by|per|for\s+each|to)\b)/i;

/** "… next to it": one more, and nothing in its place. */
const BESIDE = /\b(?:next\s+to|beside|below|underneath|under|above|also|too|as\s+well|alongside)\b/i;

/** "sum them per country", of a list of invoices: a row for each country; false where no rows are listed, or it isn't said. */
export function groupedRows(editing: Editing, prompt: string): boolean {
  if (BESIDE.test(prompt)) return false;
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  const [table, ...others] = asked.filter((b): b is RowTable => b.type === 'table');
  const base = table && entityOf(editing.catalogue, table.binding, table.table);
  const [said] = GROUPS.exec(prompt) ?? [];
  const wish = said === undefined ? null : editing.exactly(prompt.slice(said.length));
  if (!table || !base || said === undefined || !wish || others.length > 0 || asked.length > 1 || wish.by.length + (wish.bucket === null || wish.bucket === 'auto' ? 0 : 1) !== 1 || wish.conditions.length + wish.periods.length + wish.filters.length > 0) return false;
  const worth = worthOf(base);
  const isSum = /\b(?:sum|total|add)/i.test(said);
  const isAverage = /\baverage/i.test(said);
  const measures: Wish['measures'] = wish.measures.length > 0 ? wish.measures : (isSum || isAverage) && worth ? [{ aggregate: isSum ? 'sum' : 'avg', name: { kind: 'field', field: worth, entity: base }, where: [] }] : [{ aggregate: 'count', name: { kind: 'entity', entity: base }, where: [] }];
  const { blocks: [fresh], problems, assumptions } = editing.built({ ...wish, entities: [], measures, charts: ['table'], table: false });
  if (fresh?.type !== 'chart') return false;
  const block = fresh.table === table.table ? retitled(fresh, { ...fresh, where: table.where }, editing.catalogue) : fresh;
  editing.problems.push(...problems);
  editing.assumptions.push(...wish.assumptions, ...assumptions);
  editing.set(editing.plan.blocks.map((b) => (b === table ? block : b)));
  editing.done.push(`“${table.title}” is “${block.title}” now.`);
  return true;
}
