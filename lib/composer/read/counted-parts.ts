import type { Entity } from '../catalogue/entity';
import { sameName } from '../catalogue/names';
import type { Clause, Word } from './clause';
import { isJoint } from './link';
import { listStart } from './list-columns';
import type { ConditionWish, MeasureWish } from './wish';

/** "orders and returned orders by channel": what stands in front of the one says nothing of the other, so each is counted by itself. */
export function countParts(clause: Clause): void {
  const { wish } = clause;
  const parts = partsOf(clause.words).map((words) => ({ words, entity: entityIn(words), conditions: conditionsIn(words, wish.conditions) }));
  const [only, ...others] = new Set(parts.flatMap((p) => p.entity ?? []));
  if (only && wish.stat && (others.length > 0 || wish.measures.some((m) => m.name.kind !== 'entity'))) return countEach(clause, parts);
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

/** "revenue, open tickets and open orders as tiles": each has a state of its own, called by the same word, and the revenue has none. */
function countEach({ wish }: Clause, parts: readonly Part[]): void {
  const [things, numbers] = [parts.filter((p) => p.entity !== null), parts.filter((p) => p.entity === null)];
  const counted = things.map((part) => ({ part, entity: part.entity as Entity, when: part.words.flatMap((w) => ownValue(w, part.entity as Entity) ?? []) }));
  const own = numbers.flatMap((part) => numberOf(part, wish.measures) ?? []);
  if ([...counted, ...own].every(({ when }) => when.length === 0) || wish.measures.some((m) => m.aggregate === 'share' || m.per)) return;
  for (const { measure, when } of own) if (when.length > 0) measure.when = [...(measure.when ?? []), ...when];
  const isCounted = (m: MeasureWish) => m.name.kind === 'entity' && counted.some(({ entity }) => m.name.entity === entity);
  const inOrder = parts.flatMap((part): MeasureWish[] => {
    const thing = counted.find((each) => each.part === part);
    if (thing) return [{ aggregate: 'count', name: { kind: 'entity', entity: thing.entity }, where: [], ...(thing.when.length > 0 && { when: thing.when }) }];
    return own.flatMap((each) => (each.part === part ? [each.measure] : []));
  });
  wish.measures = [...new Set([...inOrder, ...wish.measures.filter((m) => !isCounted(m))])];
  const told = valuesIn([...things, ...own.map(({ part }) => part)]);
  wish.conditions = wish.conditions.filter((c) => c.kind !== 'values' || c.negated || !c.values.every((value) => told.includes(value)));
  // "revenue of open orders": whose revenue it is, and no number of them.
  wish.entities = wish.entities.filter((e) => !counted.some(({ entity }) => entity === e) && !own.some(({ part, when }) => when.length > 0 && part.words.some((w) => !w.mark && w.links[0]?.name.kind === 'entity' && w.links[0].name.entity === e)));
}

/** The number that a part names, with what it is narrowed to. */
function numberOf(part: Part, measures: readonly MeasureWish[]): { part: Part; measure: MeasureWish; when: ConditionWish[] } | null {
  const measure = measures.find((m) => part.words.some((w) => w.links.some((l) => sameName(l.name, m.name))));
  const named = part.words.findLast((w) => !w.mark && w.links[0]?.name.kind === 'entity')?.links[0]?.name.entity;
  const entity = named ?? measure?.name.entity;
  return measure && entity ? { part, measure, when: part.words.flatMap((w) => ownValue(w, entity) ?? []) } : null;
}

function valuesIn(parts: readonly Part[]): (string | boolean)[] {
  return parts.flatMap(({ words }) => words.flatMap((w) => w.links.flatMap(({ name }) => (name.kind === 'value' ? [name.value] : []))));
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
