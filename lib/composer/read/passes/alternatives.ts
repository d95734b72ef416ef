import { type Clause, type Word } from '../clause';
import type { ConditionWish, OneConditionWish } from '../wish';

type Placed = { condition: OneConditionWish; from: number; to: number };

/**
 * "orders that are open or over 1000": rows that are the one or the other. What stands in front of the thing itself holds for both, and so
 * does what is added at the end without an "and"; between two "or" an "and" binds.
 */
export function readAlternatives(clause: Clause): void {
  const { wish, words } = clause;
  const ors = words.filter((w) => w.mark?.is === 'break' && w.lower === 'or' && !isOfLeftOut(clause, w));
  if (ors.length === 0 || wish.conditions.length < 2) return;
  const placed = wish.conditions.flatMap((c) => placeOf(c, clause) ?? []).toSorted((a, b) => a.from - b.from);
  // "open or closed": two values of one column are one condition.
  const between = ors.filter((or) => placed.some((p) => p.to < or.at) && placed.some((p) => p.from > or.at) && !placed.some((p) => p.from < or.at && or.at < p.to) && leadsToCondition(or, placed, clause));
  if (between.length === 0) return;
  if (placed.length < wish.conditions.length || between.some((or) => clause.after(or)?.period)) {
    wish.problems.push('I can’t ask for one or the other there, so rows must meet both.');
    return;
  }
  const first = between[0] as Word;
  const noun = words.find((w) => w.at < first.at && clause.isTable(w))?.at ?? -1;
  const always = placed.filter((p) => p.to < noun);
  const bounds = [...between.map((or) => or.at), Infinity];
  const groups = bounds.map((to, i) => placed.filter((p) => !always.includes(p) && p.from < to && p.from > (bounds[i - 1] ?? -1)));
  const [last, added] = splitWhere(groups.pop() ?? [], (p, before) => !words.slice(before.to + 1, p.from).some((w) => w.mark?.is === 'break' && w.mark.strength === 'soft'));
  const alternatives = [...groups, last].filter((group) => group.length > 0).map((group) => group.map((p) => p.condition));
  clause.take(...between);
  goOn(alternatives);
  wish.conditions = [...[...always, ...added].map((p) => p.condition), { kind: 'any', entity: alternatives[0]?.[0]?.entity ?? null, of: alternatives }];
}

/** "not in 2023 or 2024": neither the one nor the other. */
function isOfLeftOut(clause: Clause, or: Word): boolean {
  const out = clause.wish.conditions.flatMap((c) => (c.kind === 'period' && c.negated ? [c.period] : []));
  return [clause.before(or), clause.after(or)].every((w) => w !== undefined && w.period !== null && out.includes(w.period));
}

/** "age above 50 or below 20": the same number. */
function goOn(alternatives: OneConditionWish[][]): void {
  let before: OneConditionWish | undefined;
  for (const group of alternatives) {
    for (const [at, each] of group.entries()) {
      if (each.kind === 'compare' && each.field === null && before?.kind === 'compare') group[at] = { ...each, field: before.field, entity: before.entity };
      before = group[at];
    }
  }
}

/** Nothing but the words of a condition stands between "or" and the next one. */
function leadsToCondition(or: Word, placed: readonly Placed[], { words }: Clause): boolean {
  const next = placed.find((p) => p.from > or.at);
  return next !== undefined && !words.slice(or.at + 1, next.from).some((w) => w.mark !== null && STRANGE.has(w.mark.is));
}

/** Marks that begin something else. */
const STRANGE = new Set(['by', 'bucket', 'chart', 'table', 'filter', 'sort', 'top', 'best', 'break', 'verb']);

/** Up to the first that begins anew. */
function splitWhere(list: Placed[], isNew: (one: Placed, before: Placed) => boolean): [Placed[], Placed[]] {
  const at = list.findIndex((one, i) => i > 0 && isNew(one, list[i - 1] as Placed));
  return at < 0 ? [list, []] : [list.slice(0, at), list.slice(at)];
}

/** Which words a condition was read from; null where that can't be told. */
function placeOf(condition: ConditionWish, { words }: Clause): Placed | null {
  if (condition.kind === 'any') return null;
  const at = words.filter((w) => isOf(w, condition)).map((w) => w.at);
  return at.length === 0 ? null : { condition, from: Math.min(...at), to: Math.max(...at) };
}

function isOf(word: Word, condition: OneConditionWish): boolean {
  const { links, mark } = word;
  switch (condition.kind) {
    case 'values':
      return links.some(({ name }) => name.kind === 'value' && name.field === condition.field && condition.values.includes(name.value));
    case 'compare':
      return word.number === condition.value || (mark?.is === 'stock' && condition.value === 0);
    case 'average':
      return mark?.is === 'aggregate' && mark.aggregate === 'avg';
    case 'text':
      return word.quoted && [condition.text, ...(condition.others ?? [])].some((text) => word.lower.includes(text.toLowerCase()));
    case 'empty':
      return mark?.is === 'empty' || links.some(({ name }) => name.kind === 'field' && name.field === condition.field);
    case 'period':
      return word.period === condition.period;
    case 'recurs':
      return mark?.is === 'recurs' && mark.cycle === condition.cycle && mark.parts.every((part) => condition.parts.includes(part));
    case 'has':
      return mark?.is === 'unsold' || links.some(({ name }) => name.kind === 'entity' && name.entity === condition.other);
  }
}
