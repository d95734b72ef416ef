import { numberCalled } from '../../catalogue/measures';
import { DURATIONS } from '../../words/words';
import type { Clause } from '../clause';

/** "how long are tracks on average": by what says how long each is, and not by how many there are. */
export function readHowLong(clause: Clause): void {
  const { wish } = clause;
  for (const word of clause.open()) {
    const name = word.lead.includes('how long') ? clause.nameOf(word) : null;
    const field = name?.kind === 'entity' ? numberCalled(name.entity, DURATIONS) : null;
    if (!name || !field) continue;
    const average = clause.marked('aggregate').find((w) => w.mark.aggregate === 'avg' || w.mark.aggregate === 'median');
    clause.take(word, average);
    wish.measures.push({ aggregate: average?.mark.is === 'aggregate' ? average.mark.aggregate : null, name: { kind: 'field', field, entity: name.entity }, where: [] });
  }
}
