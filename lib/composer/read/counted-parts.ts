import type { Entity } from '../catalogue/entity';
import type { Clause, Word } from './clause';
import { isJoint } from './link';
import { listStart } from './list-columns';
import type { ConditionWish, MeasureWish } from './wish';

/** "orders and returned orders by channel": what stands in front of the one says nothing of the other, so each is counted by itself. */
export function countParts(clause: Clause): void {
  const { wish } = clause;
  const parts = partsOf(clause.words).map((words) => ({ words, entity: entityIn(words), conditions: conditionsIn(words, wish.conditions) }));
  const [only, ...others] = new Set(parts.flatMap((p) => p.entity ?? []));
  if (others.length > 0 && wish.stat) return countEach(clause, parts.filter((p) => p.entity !== null));
  // "open orders with customer and order date": columns.
  if (!wish.stat && listStart(clause.words) >= 0) return;
  const counted = parts.filter((p) => p.entity !== null);
  if (!only || others.length > 0 || counted.length < 2 || new Set(counted.map((p) => JSON.stringify(p.conditions.map(textOf)))).size !== counted.length) return;
  const own = counted.flatMap((p) => p.conditions);
  const narrowed = wish.conditions.flatMap((c): ConditionWish[] => (c.kind === 'values' ? split(c, own) : [c]));
  const isCount = (m: MeasureWish) => m.name.kind === 'entity' && m.name.entity === only && (m.aggregate === 'count' || m.aggregate === null);
  wish.measures = [...counted.map(({ conditions }): MeasureWish => ({ aggregate: 'count', name: { kind: 'entity', entity: only }, where: [], ...(conditions.length > 0 && { when: conditions }) })), ...wish.measures.filter((m) => !isCount(m))];
  wish.conditions = narrowed;
  wish.entities = wish.entities.filter((e) => e !== only);
}

type Part = { words: Word[]; entity: Entity | null };

/** "open tickets and open orders as tiles": each has a state of its own, called by the same word. */
function countEach({ wish }: Clause, parts: readonly Part[]): void {
  const counted = parts.map(({ words, entity }) => ({ entity: entity as Entity, when: words.flatMap((w) => ownValue(w, entity as Entity) ?? []) }));
  const isSaid = counted.some(({ when }) => when.length > 0);
  if (!isSaid || wish.measures.some((m) => m.name.kind !== 'entity' || m.aggregate === 'share' || m.per)) return;
  wish.measures = counted.map(({ entity, when }): MeasureWish => ({ aggregate: 'count', name: { kind: 'entity', entity }, where: [], ...(when.length > 0 && { when }) }));
  const values = parts.flatMap(({ words }) => words.flatMap((w) => w.links.flatMap(({ name }) => (name.kind === 'value' ? [name.value] : []))));
  wish.conditions = wish.conditions.filter((c) => c.kind !== 'values' || c.negated || !c.values.every((value) => values.includes(value)));
  wish.entities = wish.entities.filter((e) => !counted.some(({ entity }) => entity === e));
}

function ownValue({ links, mark }: Word, entity: Entity): ConditionWish | null {
  const own = mark ? undefined : links.find(({ name }) => name.kind === 'value' && name.entity === entity)?.name;
  return own?.kind === 'value' ? { kind: 'values', field: own.field, entity, values: [own.value], negated: false } : null;
}

type Values = Extract<ConditionWish, { kind: 'values' }>;

/** The members of a list, up to what they are all grouped by. */
function partsOf(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [[]];
  let isGroup = false;
  for (const word of words) {
    if (isJoint(word) || word.mark?.is === 'break') parts.push([]);
    if (word.mark?.is === 'by' || word.mark?.is === 'bucket' || word.period) isGroup = true;
    if (isJoint(word) || word.text === ':') isGroup = false;
    if (!isGroup && word.mark?.is !== 'break') parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0);
}

/** A thing that is counted: nothing of it is measured. */
function entityIn(words: readonly Word[]): Entity | null {
  const named = words.findLast((w) => !w.mark && w.links[0]?.name.kind === 'entity');
  const isMeasured = words.some((w) => (w.mark?.is === 'aggregate' && w.mark.aggregate !== 'count') || (!w.mark && w.links[0] && ['measure', 'field'].includes(w.links[0].name.kind)) || w.mark?.is === 'compare' || w.mark?.is === 'not');
  const last = words.findLast((w) => w.mark?.is !== 'stat');
  return named && !isMeasured && last === named ? (named.links[0]?.name.entity ?? null) : null;
}

function conditionsIn(words: readonly Word[], all: readonly ConditionWish[]): Values[] {
  return all.flatMap((c) => {
    if (c.kind !== 'values' || c.negated) return [];
    const values = c.values.filter((value) => words.some((w) => w.links.some((l) => l.name.kind === 'value' && l.name.field === c.field && l.name.value === value)));
    return values.length > 0 ? [{ ...c, values }] : [];
  });
}

/** What is left of a condition when its values went to the parts. */
function split(condition: Values, own: readonly Values[]): Values[] {
  const values = condition.values.filter((value) => !own.some((c) => c.field === condition.field && c.values.includes(value)));
  return values.length === condition.values.length ? [condition] : values.length > 0 ? [{ ...condition, values }] : [];
}

function textOf({ field, values }: Values): string {
  return `${field.table}.${field.column} ${values.join()}`;
}
