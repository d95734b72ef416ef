import type { Clause, Word } from '../clause';
import type { ConditionWish } from '../wish';

/** "percentage of orders over 1000", "share of tickets that aren't open": of all of them, the part that meets what was said. */
export function readShareOf(clause: Clause): void {
  const { wish } = clause;
  for (const word of clause.marked('aggregate')) {
    if (word.mark.aggregate !== 'share') continue;
    const counted = clause.words.slice(word.at).find((w) => clause.nameOf(w)?.kind === 'entity' || isRow(w));
    const entity = counted?.links.find((l) => l.name.kind === 'entity')?.name.entity ?? clause.context[0];
    // What was left out of time is no part of anything.
    const of = wish.conditions.filter((c) => c.kind !== 'period' && isOf(c, entity ?? null));
    // "share of rated tickets with a rating of 4 or more": of the rated ones.
    const met = of.filter((c) => !(c.kind === 'empty' && c.negated && of.some((other) => other !== c && 'field' in other && other.field === c.field)));
    if (!entity || met.length === 0) continue;
    clause.take(word, counted);
    wish.conditions = wish.conditions.filter((c) => !met.includes(c));
    wish.measures.push({ aggregate: 'share', name: { kind: 'entity', entity }, where: [], when: met });
  }
}

/** "days" of a table with a row for each. */
function isRow(word: Word): boolean {
  return !word.taken && word.mark?.is === 'bucket' && word.lower === 'days' && word.links.some((l) => l.name.kind === 'entity');
}

function isOf(condition: ConditionWish, entity: { table: unknown } | null): boolean {
  return !('entity' in condition) || condition.entity === null || condition.entity === entity;
}
