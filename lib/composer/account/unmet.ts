import type { Catalogue } from '../catalogue/entity';
import type { Name } from '../catalogue/names';
import { periodLabel } from '../read/periods';
import { listed } from '../build/conditions';
import type { Plan } from '../plan';
import type { Item } from '../read/link';
import { monthsNamed } from '../read/recurrences';
import { type Facts, factsOf } from './facts';
import { isMarkMet } from './marks';

/**
 * The words of a prompt that were read, and yet are nowhere in what was made of it: asked for a calendar and given a table, asked
 * for an average and given a sum. Whichever rule is to blame, it is said.
 */
export function unmetWords(items: readonly Item[], plan: Plan, catalogue: Catalogue, options: { all?: boolean } = {}): string[] {
  const facts = factsOf(plan, catalogue, options);
  return [...new Set(items.filter((item) => item.used && !item.settled && !isMet(item, facts)).map((item) => item.text))];
}

/** The same as a sentence; none where everything has its place. */
export function unmetProblem(words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`Nothing on the page answers to ${listed(words.map((word) => `“${word}”`), 'and')}.`];
}

function isMet(item: Item, facts: Facts): boolean {
  const { mark, period, number, links } = item;
  if (mark?.is === 'filler' || mark?.is === 'break') return true;
  if (period && monthsNamed(item.lower) && facts.conditions.some((c) => 'cycle' in c && c.cycle === 'month-of-year')) return true;
  if (period) return facts.blocks.some((b) => b.type === 'chart' && b.versus) || facts.conditions.some((c) => ('during' in c && c.during !== undefined) || ((c.op === 'period' || c.op === 'period-not') && (c.period.kind !== 'range' || period.kind !== 'range' || overlaps(c.period, period) || periodLabel(c.period) === periodLabel(period))));
  if (number !== null) return facts.numbers.has(number) || facts.dimensions.some((d) => d.bin !== undefined);
  if (links.some((link) => isNamed(link.name, facts))) return true;
  if (mark) return isMarkMet(mark, facts, item.lower);
  // "each customer's last order"
  if (item.lower === 'last') return isMarkMet({ is: 'latest', descending: true }, facts, item.lower);
  return links.length === 0;
}

type Range = { from: string | null; to: string | null };

/** "2024 and 2025" are one stretch from the beginning of the one to the end of the other. */
function overlaps(a: Range, b: Range): boolean {
  return (a.from ?? '') < (b.to ?? '9') && (b.from ?? '') < (a.to ?? '9');
}

function isNamed(name: Name, facts: Facts): boolean {
  switch (name.kind) {
    case 'entity':
      return facts.tables.has(name.entity.table.name);
    case 'field':
      // A key is shown by what it points at.
      return facts.columns.has(`${name.field.table}.${name.field.column}`) || name.entity.table.foreignKeys.some((key) => key.columns.includes(name.field.column) && facts.tables.has(key.references.table)) || (name.field === name.entity.title && facts.columns.has(`${name.field.table}.${name.field.and ?? name.field.column}`));
    case 'measure': {
      const { label, of } = name.measure.measure;
      return facts.measures.some((m) => m.label.includes(label) || (of !== null && JSON.stringify(m.of) === JSON.stringify(of))) || (of?.op === 'column' && facts.columns.has(`${of.table}.${of.column}`));
    }
    case 'value':
      return facts.values.has(String(name.value));
  }
}
