import type { Catalogue, Entity } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { opposite } from '../read/opposite';
import type { Item } from '../read/link';
import type { ConditionWish, OneConditionWish } from '../read/wish';
import type { Span } from './parts';

/** “who do not work in departments with managers that have ids between 100 and 200”: of another table, and not those. */
const NOT_IN = /\b(?:do|does|did|are|is|were|was|have|has|had)(?: not|n['’]t) (?:\w+ ){0,2}?(?:in|at|for|to|with|on|of|under|from) (?:(?:any|an?|the|those) )?([\w-]+(?: [\w-]+)??) (?=(?:with|whose|that|which|where|having|located|in) )/i;
/** “managers that have ids”: the key that is called for them. */
const HOLDS = /^(?:that|which|who|have|has|having|with)$/;
const KEYS = /^(?:ids?|codes?|numbers?)$/;

export type NotIn = { owner: Entity; /** What those that are left out are. */ inner: Item[]; /** Words that only say so. */ said: Item[] };

/** Which rows of another table none may belong to; null where the words say nothing of the kind. */
export function notInOf(span: Span, items: readonly Item[], base: Entity, catalogue: Catalogue): NotIn | null {
  const match = NOT_IN.exec(span.text);
  if (!match?.[1]) return null;
  const [start, end] = [span.start + match.index, span.start + match.index + match[0].length];
  const owner = items.filter((item) => item.start >= start && item.end <= end).flatMap(({ links }) => links.flatMap(({ name, score }) => (name.kind === 'entity' && score === links[0]?.score ? [name.entity] : []))).find((entity) => entity !== base && pathBetween(catalogue, base, entity));
  if (!owner) return null;
  const behind = items.filter((item) => item.start >= end - 1 && item.end <= span.start + span.text.length);
  const inner = behind.map((item) => ofOwner(item, owner)).filter(({ lower }, i) => i > 0 || !HOLDS.test(lower));
  return { owner, inner: byTheirKeys(inner), said: [...items.filter((item) => item.start >= start && item.end <= end), ...behind] };
}

/** “managers that have ids between 100 and 200”: by the column that holds those. */
function byTheirKeys(items: readonly Item[]): Item[] {
  const at = items.findIndex(({ links }) => links[0]?.name.kind === 'field' && links[0].name.field.role === 'id');
  const key = items.findIndex(({ lower }, i) => i > at && KEYS.test(lower));
  const isHeld = at >= 0 && key > at && items.slice(at + 1, key).every(({ lower }) => HOLDS.test(lower));
  return items.flatMap((item, i) => (!isHeld || i < at || i > key ? [item] : i === key ? [{ ...item, text: `${items[at]?.text} ${item.text}`, lower: `${items[at]?.lower} ${item.lower}`, links: (items[at]?.links ?? []).map((link) => ({ ...link, score: 100 })) }] : []));
}

/** A word as it is meant of the other table, where it has one of that name. */
function ofOwner(item: Item, owner: Entity): Item {
  const own = item.links.filter(({ name }) => name.entity === owner);
  return own.length ? { ...item, links: own } : item;
}

/** None of what the conditions say together, nor anything at all there; null where that can’t be said. */
export function noneOf(conditions: readonly ConditionWish[], owner: Entity): ConditionWish | null {
  const each = conditions.flatMap((condition): OneConditionWish[] => (condition.kind === 'any' ? [] : [condition]));
  if (each.length === 0 || each.length < conditions.length) return null;
  const none: OneConditionWish[][] = owner.key ? [[{ kind: 'empty', field: owner.key, entity: owner, negated: false }]] : [];
  const [only] = each;
  if (only && each.length === 1 && none.length === 0) return opposite(only);
  return { kind: 'any', entity: owner, of: [...each.map((condition) => [opposite(condition) as OneConditionWish]), ...none] };
}
