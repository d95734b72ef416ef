import type { Clause, Word } from '../clause';

/** "sorted by stock descending", "highest first", "order by the y axis". */
export function readSorting(clause: Clause): void {
  const { wish } = clause;
  readFirst(clause);
  for (const word of clause.marked('sort')) {
    clause.take(word);
    // "rank regions by revenue"
    const ranked = clause.after(word);
    if (word.lower === 'rank' && clause.nameOf(ranked) && ranked && clause.after(ranked)?.mark?.is === 'by') continue;
    if (sortsByCount(clause, word)) continue;
    const next = skipBy(clause, word);
    wish.sort = { name: null, axis: null, descending: wish.sort?.descending ?? null };
    if (!next) continue;
    if (next.mark?.is === 'axis') {
      wish.sort.axis = next.mark.axis;
      clause.take(next);
    } else if (/^(names?|labels?)$/.test(next.lower) && !next.taken) {
      wish.sort.axis = 'x';
      clause.settle(next);
    } else if (next.mark?.is === 'bucket' && next.links.length === 0) {
      wish.sort.axis = 'x';
      clause.take(next);
    } else {
      // "by the number of customers" is how many, and not what they're called.
      const isCounted = isCount(clause.before(next));
      readSortName(clause, next);
      if (isCounted && wish.sort.name?.kind === 'entity') wish.sort.axis = 'y';
    }
  }
  for (const word of clause.marked('direction')) {
    clause.take(word);
    const by = clause.after(word);
    const axis = by?.mark?.is === 'by' ? clause.after(by) : by;
    if (axis?.mark?.is === 'axis' && !axis.taken) {
      clause.take(axis, ...(by && by !== axis ? [by] : []));
      wish.sort = { name: null, axis: axis.mark.axis, descending: word.mark.descending };
      continue;
    }
    wish.sort = { name: wish.sort?.name ?? null, axis: word.mark.byName ? 'x' : (wish.sort?.axis ?? null), descending: word.mark.descending, bySize: /larg|small|big|high|low|most|least|few/.test(word.lower) };
  }
}

/** "customers sorted by number of orders": what they have is counted, a row for each. */
function sortsByCount(clause: Clause, word: Word): boolean {
  const first = clause.after(word);
  const count = first?.mark?.is === 'by' ? clause.after(first) : first;
  const counted = count && clause.after(count);
  const name = clause.nameOf(counted);
  const subject = clause.words.slice(0, word.at).find((w) => clause.nameOf(w)?.kind === 'entity');
  const owner = clause.nameOf(subject);
  if (!isCount(count) || name?.kind !== 'entity' || owner?.kind !== 'entity' || owner.entity === name.entity || !subject) return false;
  clause.take(count, counted, subject, ...(first === count ? [] : [first]));
  const { wish } = clause;
  wish.by.push({ kind: 'entity', entity: owner.entity });
  wish.measures.push({ aggregate: 'count', name, where: [] });
  if (wish.charts.length === 0) wish.charts.push('table');
  wish.table = false;
  return true;
}

/** "highest total first", "highest total at the top" */
export const isFirst = (said: string | undefined) => said === 'first' || said === 'at the top' || said === 'on top';

/** "biggest discount first": an extreme at the very end is where the rows begin. */
function readFirst(clause: Clause): void {
  const last = clause.words.at(-1);
  const extreme = last && clause.before(last);
  const { mark: alone } = last ?? {};
  // "most first"
  if (last && (alone?.is === 'top' || alone?.is === 'best') && isFirst(clause.tail.at(-1))) {
    clause.take(last);
    clause.wish.sort = { name: null, axis: null, descending: alone.descending };
    return;
  }
  const { mark } = extreme ?? {};
  const descending = mark?.is === 'top' || mark?.is === 'best' ? mark.descending : mark?.is === 'aggregate' && mark.aggregate === 'max' ? true : mark?.is === 'aggregate' && mark.aggregate === 'min' ? false : null;
  // "highest rate on top": of the numbers that are there.
  if (last?.mark?.is === 'aggregate' && last.links.length === 0 && extreme?.mark?.is === 'top' && isFirst(clause.tail.at(-1))) {
    clause.settle(last);
    clause.take(extreme);
    clause.wish.sort = { name: null, axis: null, descending: extreme.mark.descending };
    return;
  }
  if (!last || !extreme || descending === null || !isFirst(clause.tail.at(-1))) return;
  const name = clause.nameOf(last, true);
  if (!name || name.kind === 'value') return;
  clause.take(extreme);
  // "the best region first": by what regions come to, and not by what they're called.
  const isGroup = name.kind === 'entity' || (name.kind === 'field' && ['category', 'place', 'status', 'text', 'flag'].includes(name.field.role));
  if (isGroup) clause.settle(last);
  clause.wish.sort = { name: isGroup ? null : clause.takeName(last), axis: null, descending };
}

function isCount(word: Word | undefined): boolean {
  return word?.mark?.is === 'aggregate' && word.mark.aggregate === 'count';
}

function skipBy(clause: Clause, word: Word): Word | undefined {
  let next = clause.after(word);
  if (next?.mark?.is === 'by' && !next.taken) {
    clause.take(next);
    next = clause.after(next);
  }
  // "sorted by number of orders", "by total revenue"
  if (next?.mark?.is === 'aggregate' && clause.nameOf(clause.after(next))) {
    clause.take(next);
    next = clause.after(next);
  }
  return next;
}

function readSortName(clause: Clause, word: Word): void {
  const name = clause.nameOf(word, true);
  if (!name || name.kind === 'value' || !clause.wish.sort) return;
  clause.wish.sort.name = clause.takeName(word);
}
