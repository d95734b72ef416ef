import type { Clause, Word } from '../clause';

/** "x axis category, y axis average price": what stands behind an axis' name belongs to it. */
export function readAxes(clause: Clause): void {
  for (const word of clause.marked('axis')) {
    const next = clause.after(word);
    const before = clause.before(word);
    // "price on the x axis"
    const named = word.lead.some((l) => l === 'on') ? before : next;
    clause.take(word);
    if (!named || named.taken || word.mark.axis === 'y') continue;
    takeAcross(clause, named);
  }
}

function takeAcross(clause: Clause, word: Word): void {
  const name = clause.nameOf(word);
  if (!name || name.kind === 'value' || name.kind === 'measure') return;
  const taken = clause.takeName(word);
  if (taken?.kind === 'entity') clause.wish.by.push({ kind: 'entity', entity: taken.entity });
  else if (taken?.kind === 'field' && taken.field.role === 'time') clause.wish.bucket ??= 'auto';
  else if (taken?.kind === 'field') clause.wish.by.push({ kind: 'field', field: taken.field, entity: taken.entity });
}
