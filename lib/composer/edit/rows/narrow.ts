import { conditionsOf, listed } from '../../build/conditions';
import { spansOf } from '../../build/spans';
import { type Catalogue, type Entity, entityOf } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import { type Block, type Condition, isOfTime, type Join } from '../../plan';
import type { ConditionWish, Wish } from '../../read/wish';
import { retitled } from '../retitle';

/** The block with the wish's conditions, each in place of one on the same column. */
export function narrowBlock(block: Block, wish: Wish, catalogue: Catalogue, now: Date): Block {
  const base = entityOf(catalogue, block.binding, block.table);
  if (!base) return block;
  // "only open tickets" says nothing of the orders beside them, whose status may be "open" too.
  const isMeant = wish.entities.length === 0 || wish.entities.includes(base);
  if (!isMeant && !wish.entities.some((e) => pathBetween(catalogue, base, e))) return block;
  const { where } = conditionsOf({ ...wish, conditions: isMeant ? wish.conditions.map((c) => onOwnColumn(c, base)) : wish.conditions }, base, catalogue, now);
  const fresh = where.filter((c) => belongsTo(base, c, catalogue));
  if (fresh.length === 0) return block;
  const kept = block.where.filter((c) => !fresh.some((f) => replaces(f, c)));
  const whole = fresh.some((c) => c.op === 'period') ? withoutSpans(block) : block;
  return retitled(block, { ...whole, where: [...kept, ...fresh.map((c) => withEarlier(c, block.where))] }, catalogue);
}

/** "only this year", of this one beside the last. */
function withoutSpans(block: Block): Block {
  if (block.type !== 'chart') return block;
  const apart = spansOf(block.measures);
  return { ...block, versus: null, ...(apart && { measures: apart.bare }) };
}

/** What no longer narrows, since something else does on the same column. */
export function gaveWay(before: readonly Block[], after: readonly Block[]): string[] {
  const said = before.flatMap((block, i) => {
    const gone = block.where.filter((c) => c.op === 'is' && !after[i]?.where.includes(c));
    return gone.flatMap((c) => {
      const fresh = after[i]?.where.find((f) => f.op === 'is' && f.field.column === c.field.column && f.field.table === c.field.table);
      return c.op === 'is' && fresh?.op === 'is' && !c.values.every((v) => fresh.values.includes(v)) ? [`${listed(fresh.values.map(String), 'and')} now in place of ${listed(c.values.map(String), 'and')}.`] : [];
    });
  });
  return [...new Set(said)];
}

/** The block without what narrowed it on the columns that the wish names, or without anything that did. */
export function widenBlock(block: Block, wish: Wish, catalogue: Catalogue): Block {
  const fields = [...wish.loose.map((l) => l.field), ...wish.conditions.flatMap((c) => ('field' in c && c.field ? [c.field] : []))];
  const kept = block.where.filter((c) => fields.length > 0 && !fields.some((f) => f.table === c.field.table && f.column === c.field.column) && !(wish.periods.length > 0 && c.op === 'period'));
  return kept.length === block.where.length ? block : retitled(block, { ...block, where: kept }, catalogue);
}

/** "drop Rock", "drop Jazz": what was left out stays out. */
function withEarlier(fresh: Condition, where: readonly Condition[]): Condition {
  if (fresh.op === 'recurs-not') return withoutParts(fresh, where);
  const old = fresh.op === 'is-not' ? where.find((c) => c.op === 'is-not' && c.field.table === fresh.field.table && c.field.column === fresh.field.column) : undefined;
  return fresh.op === 'is-not' && old?.op === 'is-not' ? { ...fresh, values: [...new Set([...old.values, ...fresh.values])] } : fresh;
}

type Recurring = Extract<Condition, { parts: number[] }>;

/** "without Mondays", "no weekends": of the days that are shown, or beside those that are left out already. */
function withoutParts(fresh: Recurring, where: readonly Condition[]): Condition {
  const old = where.find((c): c is Recurring => 'parts' in c && isSameCycle(fresh, c));
  if (!old) return fresh;
  if (old.op === 'recurs-not') return { ...fresh, parts: [...new Set([...old.parts, ...fresh.parts])].toSorted((a, b) => a - b) };
  const parts = old.parts.filter((part) => !fresh.parts.includes(part));
  return parts.length > 0 ? { ...old, parts } : old;
}

function isSameCycle(fresh: Recurring, old: Condition): boolean {
  return 'parts' in old && old.cycle === fresh.cycle && old.field.table === fresh.field.table && old.field.column === fresh.field.column;
}

/** A lower and an upper bound of one column stand together; everything else on a column is said anew. */
function replaces(fresh: Condition, old: Condition): boolean {
  if (fresh.field.table !== old.field.table || fresh.field.column !== old.field.column) return false;
  if (isOfTime(fresh) && isOfTime(old)) return 'parts' in fresh ? isSameCycle(fresh, old) : fresh.op === old.op && (fresh.op === 'period' || JSON.stringify(fresh) === JSON.stringify(old));
  const isLower = (c: Condition) => c.op === 'over' || c.op === 'at-least';
  const isUpper = (c: Condition) => c.op === 'under' || c.op === 'at-most';
  return !((isLower(fresh) && isUpper(old)) || (isUpper(fresh) && isLower(old)));
}

/** "only open": tickets have a status of their own, and it isn't that of the order they are about. */
function onOwnColumn(condition: ConditionWish, base: Entity): ConditionWish {
  if (condition.kind !== 'values' || condition.entity === base) return condition;
  const own = base.fields.find((f) => f.column === condition.field.column && condition.values.every((v) => f.source.values?.includes(String(v))));
  return own ? { ...condition, field: own, entity: base } : condition;
}

/** A ticket may be about an order or not, so "no returned orders" doesn't say which tickets are meant. */
function belongsTo(base: Entity, { field }: Condition, catalogue: Catalogue): boolean {
  const owner = entityOf(catalogue, base.binding, field.table);
  const path = owner ? pathBetween(catalogue, base, owner) : null;
  return path !== null && !path.some((join) => isDeclaredOptional(join, catalogue, base.binding));
}

function isDeclaredOptional({ from, fromColumns }: Join, catalogue: Catalogue, binding: string): boolean {
  const entity = entityOf(catalogue, binding, from);
  const key = entity?.table.foreignKeys.find((k) => k.columns.join() === fromColumns.join());
  return key?.inferred === false && fromColumns.some((name) => entity?.fields.find((f) => f.column === name)?.source.nullable);
}
