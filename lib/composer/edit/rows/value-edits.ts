import { listed } from '../../build/conditions';
import type { Catalogue } from '../../catalogue/entity';
import type { Block, Condition } from '../../plan';
import type { Item } from '../../read/link';
import { onlyNarrows } from '../../read/says';
import type { Wish } from '../../read/wish';
import { retitled } from '../retitle';

type Value = string | number | boolean;
export type Range = Extract<Wish['periods'][number], { kind: 'range' }>;

/** The page after a change and what was done; null where the change would be none. */
export type ValueEdit = { blocks: Block[]; done: string } | null;

/** "include France too": where the page shows Germany only. */
export function withValues(blocks: readonly Block[], wish: Wish, catalogue: Catalogue): ValueEdit {
  return changed(blocks, wish, catalogue, (values, asked) => [...new Set([...values, ...asked])], 'Included');
}

/** "remove Germany": out of what the page is narrowed to. */
export function withoutValues(blocks: readonly Block[], wish: Wish, catalogue: Catalogue): ValueEdit {
  return changed(blocks, wish, catalogue, (values, asked) => values.filter((v) => !asked.includes(v)), 'Took out');
}

/** "and 2014 too": from the beginning of the one to the end of the other. */
export function withPeriod(blocks: readonly Block[], wish: Wish, catalogue: Catalogue): ValueEdit {
  const [added] = wish.periods;
  if (added?.kind !== 'range' || wish.periods.length > 1 || wish.conditions.length > 0) return null;
  return renarrowed(blocks, catalogue, (c) => [c.op === 'period' && c.period.kind === 'range' ? { ...c, period: spanning(c.period, added) } : c], `Included ${added.label}.`);
}

function changed(blocks: readonly Block[], wish: Wish, catalogue: Catalogue, change: (values: readonly Value[], asked: readonly Value[]) => Value[], done: string): ValueEdit {
  const asked = wish.conditions.flatMap((c) => (c.kind === 'values' ? [c] : []));
  if (asked.length === 0) return null;
  const each = (c: Condition): Condition[] => {
    const wanted = c.op === 'is' ? asked.find((a) => a.field.table === c.field.table && a.field.column === c.field.column) : undefined;
    if (!wanted || c.op !== 'is') return [c];
    const values = change(c.values, wanted.values);
    return values.length ? [{ ...c, values }] : [];
  };
  return renarrowed(blocks, catalogue, each, `${done} ${listed(asked.flatMap((a) => a.values.map(String)), 'and')}.`);
}

function renarrowed(blocks: readonly Block[], catalogue: Catalogue, each: (condition: Condition) => Condition[], done: string): ValueEdit {
  const after = blocks.map((block) => {
    const where = block.where.flatMap(each);
    return JSON.stringify(where) === JSON.stringify(block.where) ? block : retitled(block, { ...block, where }, catalogue);
  });
  return after.every((b, i) => b === blocks[i]) ? null : { blocks: after, done };
}

/** From the beginning of the one to the end of the other. */
export function spanning(a: Range, b: Range): Range {
  const [first, last] = (a.from ?? '') <= (b.from ?? '') ? [a, b] : [b, a];
  return { kind: 'range', from: a.from && b.from && first.from, to: a.to && b.to && (a.to > b.to ? a.to : b.to), label: `${first.label} to ${last.label}` };
}

/** "compare web and store", "two lines: web and store": the rows of the two, and a colour for each. Null where no two values are set against each other. */
export function comparedValues(blocks: readonly Block[], wish: Wish): Wish | null {
  const [only, ...others] = wish.conditions;
  const values = only?.kind === 'values' && wish.versus ? besideShown(blocks, only) : only;
  const isOfLines = wish.charts.some((view) => view === 'line' || view === 'area');
  if ((!wish.versus && !isOfLines) || others.length > 0 || values?.kind !== 'values' || values.negated || values.values.length < 2) return null;
  if (wish.entities.length + wish.measures.length + wish.by.length + wish.loose.length + wish.periods.length > 0 || wish.bucket !== null) return null;
  if (!blocks.some((b) => b.type === 'chart' && b.asked !== false && b.by.field.column !== values.field.column)) return null;
  return { ...wish, conditions: [values], versus: false, by: [{ kind: 'field', field: values.field, entity: values.entity }] };
}

/** "compare with Canada", of a page that shows Germany only: both of them. */
function besideShown(blocks: readonly Block[], only: Extract<Wish['conditions'][number], { kind: 'values' }>): Extract<Wish['conditions'][number], { kind: 'values' }> {
  const shown = blocks.flatMap((b) => (b.asked === false ? [] : b.where)).find((c) => c.op === 'is' && c.field.table === only.field.table && c.field.column === only.field.column);
  const before = shown?.op === 'is' ? shown.values.filter((v) => typeof v !== 'number') : [];
  return { ...only, values: [...new Set([...before, ...only.values])] };
}

/** "only those with more than 100": the groups of a chart that come to so much. */
export function thoseWith(blocks: readonly Block[], wish: Wish, clause: readonly Item[], catalogue: Catalogue): ValueEdit {
  const [only, ...others] = wish.conditions;
  const saysThose = clause.some((i) => /^(those|ones|only those|only the ones|for those)$/.test(i.lower));
  if (!saysThose || !onlyNarrows(wish) || wish.periods.length + others.length > 0 || only?.kind !== 'compare' || only.field !== null || only.negated) return null;
  const target = blocks.find((b) => b.type === 'chart' && b.asked !== false && b.by.bucket === null && b.by.bin === undefined);
  if (target?.type !== 'chart' || blocks.some((b) => b.type === 'table' && b.asked !== false)) return null;
  const after = retitled(target, { ...target, other: false, limit: null, having: { op: only.op === 'equal' ? 'is' : only.op, value: only.value } }, catalogue);
  return { blocks: blocks.map((b) => (b === target ? after : b)), done: `Changed “${after.title}”.` };
}
