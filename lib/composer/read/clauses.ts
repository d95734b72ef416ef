import { begins } from './clauses/begins';
import { type Chunk, isSoft } from './clauses/chunk';
import { endsFigures, isCountable, isPair } from './clauses/figures';
import { has, isContent } from './clauses/items';
import { saysOnlyHow } from './clauses/looks';
import type { Item } from './link';

/**
 * Cuts a prompt's items where a new wish begins. "revenue and orders by region" is one wish, "revenue by region and a
 * table of orders" two: a comma or "and" only cuts where what follows asks for a block of its own.
 */
export function clausesOf(items: readonly Item[]): Item[][] {
  const chunks = chunksOf(items);
  const clauses: Item[][] = [];
  for (const [at, chunk] of chunks.entries()) {
    const last = clauses.at(-1);
    if (last && !begins(chunk, last, clauses.length > 1) && !endsFigures(chunk, last, chunks.slice(at + 1))) last.push(...(chunk.lead ? [chunk.lead] : []), ...chunk.items);
    else {
      if (chunk.lead) chunk.lead.used = true;
      clauses.push([...chunk.items]);
    }
  }
  return mergeFilterLists(clauses.filter((c) => c.some((item) => item.mark?.is !== 'filler') || c.length > 0));
}

function chunksOf(items: readonly Item[]): Chunk[] {
  const chunks: Chunk[] = [{ lead: null, items: [] }];
  for (const item of items) {
    const last = chunks.at(-1);
    // "…, or with a discount": another way, whatever it begins with.
    const isAfterStop = last?.items.length === 0 && last.lead?.mark?.is === 'break' && last.lead.mark.strength === 'hard';
    // "…? And how many …": a sentence of its own all the same.
    if (item.mark?.is === 'break' && last?.items.length === 0 && (last.lead?.lower === 'or' || (isAfterStop && item.mark.strength === 'soft'))) item.used = true;
    else if (item.mark?.is === 'break') chunks.push({ lead: item, items: [] });
    else chunks.at(-1)?.items.push(item);
  }
  for (const chunk of chunks) if (chunk.lead && chunk.items.length === 0) chunk.lead.used = true;
  return joinTiles(joinFilterLists(chunks.filter((chunk) => chunk.items.length > 0)));
}

/** "with region and status filters": names alone, up to the "filters" that they all belong to, are one chunk. */
function joinFilterLists(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (let at = 0; at < chunks.length; ) {
    const first = chunks[at] as Chunk;
    let end = at;
    const isSecond = at > 0 && isPair((chunks[at - 1] as Chunk).items, first.items);
    while (!isSecond && end < chunks.length - 1 && isNames(chunks[end] as Chunk) && isSoft(chunks[end + 1] as Chunk)) end++;
    // "name, category and price and a price slider": one, of what stands in it.
    const isOne = end > at && isLedByArticle(chunks[end] as Chunk) && !isLedByArticle(first) && (chunks[end] as Chunk).items.filter(isContent).length > 1;
    // "customer, priority, and a dropdown for the topic": what is chosen stands behind it.
    const isOwn = isOne || ((chunks[end] as Chunk).items.find(isContent)?.mark?.is === 'filter' && (chunks[end] as Chunk).items.filter(isContent).length > 1);
    const isList = end > at && !isOwn && first.lead !== null && has((chunks[end] as Chunk).items, ['filter']) && !has((chunks[end] as Chunk).items, ['by']);
    if (!isList) end = at;
    const members = chunks.slice(at, end + 1);
    for (const { lead } of members.slice(1)) if (lead) lead.used = true;
    joined.push({ lead: first.lead, items: members.flatMap((c, i) => (c.lead && i > 0 ? [c.lead, ...c.items] : c.items)) });
    at = end + 1;
  }
  return joined;
}

/** "open tickets, open orders and enterprise customers as tiles": what is said of the last is said of all. */
function joinTiles(chunks: readonly Chunk[]): Chunk[] {
  const end = chunks.findIndex(({ items }) => has(items, ['stat']) && saysOnlyHow(items));
  let from = end;
  while (from > 0 && isSoft(chunks[from] as Chunk) && isCountable((chunks[from - 1] as Chunk).items)) from--;
  if (end < 0 || from === end) return [...chunks];
  const [first, ...others] = chunks.slice(from, end + 1) as [Chunk, ...Chunk[]];
  return [...chunks.slice(0, from), { lead: first.lead, items: [...first.items, ...others.flatMap(({ lead, items }) => (lead ? [lead, ...items] : items))] }, ...chunks.slice(end + 1)];
}

function isLedByArticle({ lead, items: [first] }: Chunk): boolean {
  return / an?$/.test(lead?.lower ?? '') || (first?.mark?.is === 'filler' && /^an?$/.test(first.lower));
}

function isNames({ items }: Chunk): boolean {
  return items.filter(isContent).every((i) => i.mark?.is === 'bucket' || (!i.mark && (i.links[0]?.name.kind === 'field' || i.links[0]?.name.kind === 'entity')));
}

/** "with month and region filters": the names in front of the last "filters" belong to it. */
function mergeFilterLists(clauses: Item[][]): Item[][] {
  const merged: Item[][] = [];
  for (const clause of clauses) {
    const last = merged.at(-1);
    const onlyNames = last?.filter(isContent).every((i) => i.mark?.is === 'bucket' || i.mark?.is === 'break' || i.links[0]?.name.kind === 'field');
    if (last && onlyNames && has(clause, ['filter']) && !has(clause, ['by'])) last.push(...clause);
    else merged.push(clause);
  }
  return merged;
}
