import { WHOLE } from '../../catalogue/names';
import type { Item } from '../../read/link';
import type { Wish } from '../../read/wish';

/** "the number of waiting ones": of the rows that wait. */
export function countedOnes(wish: Wish): Wish {
  const [first] = wish.conditions;
  const entity = first && 'entity' in first ? first.entity : null;
  if (wish.aggregate !== 'count' || wish.measures.length + wish.entities.length + wish.by.length > 0 || !entity) return wish;
  return { ...wish, aggregate: null, measures: [{ aggregate: 'count', name: { kind: 'entity', entity }, where: [] }] };
}

/** "military flights only": the rows that are called so, whatever column has a like name. */
export function narrowedNouns(wish: Wish, clause: readonly Item[]): Wish {
  const isBehindValue = (item: Item) => clause[clause.findIndex((each) => each.start === item.start) - 1]?.links[0]?.name.kind === 'value' && (item.links[0]?.score ?? 0) < WHOLE;
  const nouns = wish.loose.filter((l) => isBehindValue(l.item));
  if (nouns.length === 0 || wish.conditions.length === 0 || !clause.some((item) => item.mark?.is === 'only' || item.mark?.is === 'not')) return wish;
  for (const noun of nouns) for (const item of clause) if (item.start === noun.item.start) item.settled = true;
  return { ...wish, loose: wish.loose.filter((l) => !nouns.includes(l)), assumptions: [...wish.assumptions, ...nouns.map((l) => `Read “${l.item.text}” as the rows themselves.`)] };
}
