import type { Clause, Word } from '../clause';

/** "this month", "since March", and the column that they are of: "closed this month". */
export function readPeriods(clause: Clause): void {
  for (const word of clause.open()) {
    if (!word.period) continue;
    clause.take(word);
    clause.wish.periods.push(word.period);
    const beside = [clause.before(word), clause.after(word)].find((w) => w && timeOf(clause, w));
    if (beside) {
      clause.wish.time = timeOf(clause, beside);
      const owner = beside.links.find((l) => l.score > 100 && l.name.kind === 'field' && l.name.field === clause.wish.time)?.name.entity;
      if (owner && !clause.wish.entities.includes(owner)) clause.wish.entities.push(owner);
      clause.take(beside);
    }
  }
}

/** The time that a word can mean: of the tables that it is about, where there are any. */
function timeOf(clause: Clause, word: Word): Clause['wish']['time'] {
  if (word.taken || (word.mark && word.mark.is !== 'bucket' && word.mark.is !== 'not')) return null;
  // "invoices this year": the table, though its date is called invoice date.
  if (word.links[0]?.name.kind === 'entity') return null;
  for (const { name } of word.links) {
    if (name.kind === 'field' && name.field.role === 'time' && (clause.context.length === 0 || clause.context.includes(name.entity))) return name.field;
  }
  return null;
}
