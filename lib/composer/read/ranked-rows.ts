import { type Entity, type Field, isDaily } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { numberCalled, worthOf } from '../catalogue/measures';
import { WHOLE } from '../catalogue/names';
import { stem } from '../words/tokens';
import type { Clause, Word } from './clause';
import type { Item } from './link';

/** How many there are where nothing says so. */
const MANY = 10;

/** "the 10 biggest orders", "the hottest days": which rows come first, by a number of their own. `entity` is null where only days were said, `number` where it goes without saying. */
type Head<Each extends Item> = { rank: Each; thing: Each; entity: Entity | null; number: Field | null };

/** Whether so many rows are asked for in the order of a number that each has itself: what stands behind them are their columns, and nothing is added up. */
export function ranksRows(items: readonly Item[]): boolean {
  return headOf(items) !== null;
}

function headOf<Each extends Item>(items: readonly Each[]): Head<Each> | null {
  const at = items.findIndex(isRank);
  const rank = items[at];
  const thing = items.slice(at + 1).find((i) => i.mark?.is !== 'filler' && i.number === null && i.links[0]?.name.kind !== 'value');
  if (!rank || !thing) return null;
  const [link] = thing.links;
  const isSuperlative = rank.mark?.is === 'superlative';
  if (isSuperlative && thing.mark?.is === 'bucket' && /^days?$/.test(thing.lower)) return { rank, thing, entity: null, number: null };
  if (thing.mark || !link) return null;
  const { name } = link;
  const isTitle = name.kind === 'field' && name.field === name.entity.title;
  const number = numberBehind(items, thing, name.entity);
  const isRanked = number !== null || (isSuperlative ? ownNumber(rank, name.entity) !== null : name.entity.title === null);
  if (name.kind === 'entity' || isTitle) return isRanked ? { rank, thing, entity: name.entity, number } : null;
  // "the five highest discounts": the rows that have them.
  const isCounted = items.slice(Math.max(0, at - 1), at + 2).some((i) => i.number !== null);
  return !isSuperlative && name.kind === 'field' && name.field.role === 'measure' && isCounted && stem(thing.lower) !== thing.lower ? { rank, thing, entity: name.entity, number: name.field } : null;
}

/** "the ten largest orders by total": a column of theirs. */
function numberBehind(items: readonly Item[], thing: Item, entity: Entity): Field | null {
  const [joint, number] = items.slice(items.indexOf(thing) + 1).filter((i) => i.mark?.is !== 'filler');
  if (joint?.mark?.is !== 'by' || joint.lower !== 'by' || !number || (number.mark && number.lower !== 'total')) return null;
  const own = number.links.find((l) => l.name.kind === 'field' && l.name.field.role === 'measure' && l.name.entity === entity && l.score >= WHOLE)?.name;
  return own?.kind === 'field' ? own.field : null;
}

function isRank({ mark, lower }: Item): boolean {
  return mark?.is === 'top' || mark?.is === 'superlative' || (mark?.is === 'aggregate' && /^(?:biggest|smallest|largest)$/.test(lower));
}

function ownNumber({ mark }: Item, entity: Entity): Field | null {
  return mark?.is === 'superlative' ? numberCalled(entity, mark.of) : null;
}

/** "the 10 biggest orders with date and customer", "the 5 longest tracks: album, length": rows in an order, with their columns. */
export function readRankedRows(clause: Clause): void {
  const { wish, words } = clause;
  const joint = words.find((w) => w.mark?.is === 'break' && (w.text === ':' || w.mark.strength === 'with'));
  const before = words.slice(0, joint?.at);
  const head = headOf(before);
  const ordered = head ? before.slice(before.indexOf(head.thing) + 1).filter((w) => head.number && (w.mark?.is === 'by' || w.links.some((l) => l.name.kind === 'field' && l.name.field === head.number))).slice(0, 2) : [];
  const isOther = (w: Word) => w.mark !== null && ['chart', 'stat', 'board', 'calendar', 'by', 'aggregate', 'bucket'].includes(w.mark.is) && w !== head?.rank && w !== head?.thing && !ordered.includes(w);
  if (!head || !(joint || (head.number && ordered.length === 0)) || before.some(isOther)) return;
  const order = orderOf(clause, head);
  const list = order && (joint ? listOf(clause, joint, order.entity) : { words: [], columns: [] });
  if (!order || !list) return;
  const descending = head.rank.mark?.is === 'aggregate' ? head.rank.mark.aggregate === 'max' : head.rank.mark?.is === 'top' || head.rank.mark?.is === 'superlative' ? head.rank.mark.descending : true;
  const counted = [clause.before(head.rank), clause.after(head.rank)].find((w) => w?.number != null);
  const isOne = stem(head.thing.lower) === head.thing.lower;
  clause.take(head.rank, counted, joint, head.thing, ...ordered);
  clause.settle(...list.words);
  if (head.entity === null) clause.settle(head.thing);
  [wish.table, wish.entities, wish.rows] = [true, [order.entity], counted?.number ?? (isOne ? 1 : MANY)];
  wish.sort = { name: { kind: 'field', field: order.field, entity: order.entity }, axis: null, descending };
  const { entity, field } = order;
  const day = head.entity === null ? entity.time : null;
  const named = (own: Field | null) => (own && !list.columns.some((c) => c.field === own) ? [{ field: own, entity, item: head.thing }] : []);
  if (joint) wish.loose = [...named(day), ...list.columns, ...named(field)];
}

function orderOf({ context, catalogue }: Clause, { rank, entity, number }: Head<Word>): { entity: Entity; field: Field } | null {
  if (entity && number) return { entity, field: number };
  const among = entity ? [entity] : [...context, ...catalogue.entities.filter(isDaily)];
  return among.flatMap((each) => {
    const field = rank.mark?.is === 'superlative' ? ownNumber(rank, each) : worthOf(each);
    return field ? [{ entity: each, field }] : [];
  })[0] ?? null;
}

/** The columns behind "with"; null where one of them isn't the rows' own, or more is said than columns. */
function listOf(clause: Clause, joint: Word, entity: Entity): { words: Word[]; columns: Clause['wish']['loose'] } | null {
  const columns: Clause['wish']['loose'] = [];
  const said: Word[] = [];
  for (const word of clause.words.slice(joint.at + 1)) {
    if (word.mark?.is === 'break' && word.mark.strength === 'soft') {
      said.push(word);
      continue;
    }
    // "the order date": its own.
    const next = clause.after(word);
    if (!word.mark && word.links[0]?.name.kind === 'entity' && word.links[0].name.entity === entity && next && next.mark?.is !== 'break') {
      said.push(word);
      continue;
    }
    const column = columnOf(clause, word, entity);
    if (!column) {
      const isEnd = word.taken || word.period !== null || (word.mark !== null && ['sort', 'direction', 'latest', 'filter', 'search', 'detail', 'dates', 'break'].includes(word.mark.is));
      if (!isEnd) return null;
      break;
    }
    said.push(word);
    columns.push({ ...column, item: word });
  }
  return columns.length > 0 ? { words: said, columns } : null;
}

function columnOf({ catalogue }: Clause, word: Word, entity: Entity): { field: Field; entity: Entity } | null {
  if (word.taken || word.number !== null || word.period !== null) return null;
  if (word.lower === 'date') return entity.time && { field: entity.time, entity };
  const reached = (owner: Entity) => pathBetween(catalogue, entity, owner) !== null;
  if (word.mark && word.lower !== 'total' && word.lower !== 'name') return null;
  const [best] = word.links;
  // "customer" is whose it is; "customers" would be how many.
  const owner = best?.name.kind === 'entity' && stem(word.lower) === word.lower ? best.name.entity : null;
  if (owner?.title && (owner === entity || reached(owner))) return { field: owner.title, entity: owner };
  const fields = word.links.flatMap((l) => (l.name.kind === 'field' && l.score > (best?.score ?? 0) - 20 ? [l.name] : []));
  const found = fields.find((name) => name.entity === entity) ?? fields.find((name) => reached(name.entity));
  const field = found?.field ?? (word.lower === 'name' ? entity.title : word.lower === 'total' ? worthOf(entity) : null);
  return field && { field, entity: found?.entity ?? entity };
}
