import type { Entity, Field } from '../../catalogue/entity';
import { stem } from '../../words/tokens';
import type { Clause, Word } from '../clause';

/** "when was the last order", "first order date", "date of the most recent invoice", "last ordered": the date itself, and not the row. */
export function readExtremeDates(clause: Clause): void {
  for (const word of clause.open()) {
    const descending = endOf(word);
    const subject = descending === null ? undefined : word.mark || word.lower === 'last' ? clause.after(word) : word;
    const asked = subject && dateOf(clause, word, subject);
    if (!asked || descending === null) continue;
    clause.settle(word, ...asked.words);
    const aggregate = descending ? 'max' : 'min';
    // "with their last order date, sorted by last order date"
    const isSaid = clause.wish.measures.some((m) => m.aggregate === aggregate && m.name.kind === 'field' && m.name.field === asked.field);
    if (!isSaid) clause.wish.measures.push({ aggregate, name: { kind: 'field', field: asked.field, entity: asked.entity }, where: [] });
  }
}

/** The latest, or the first; null where a word says neither. */
function endOf({ mark, lower, lead }: Word): boolean | null {
  if (mark?.is === 'latest') return mark.descending;
  if (mark) return null;
  if (lower === 'last') return true;
  return lead.at(-1) === 'first' || lead.at(-1) === 'very first' ? false : null;
}

type Asked = { words: Word[]; field: Field; entity: Entity };

function dateOf(clause: Clause, word: Word, first: Word): Asked | null {
  // "the last open order"
  const narrowed = first.mark ? undefined : clause.nameOf(first);
  const subject = narrowed?.kind === 'value' ? clause.after(first) : first;
  const name = clause.nameOf(subject);
  const next = subject && clause.after(subject);
  if (!subject || !name || name.kind === 'value' || name.kind === 'measure') return null;
  if (name.kind === 'field') {
    const isOfRows = next !== undefined && next.lead.length === 0 && clause.nameOf(next)?.kind === 'entity';
    return name.field.role === 'time' && subject === first && !isOfRows ? { words: [subject], field: name.field, entity: name.entity } : null;
  }
  const { entity } = name;
  if (!entity.time || stem(subject.lower) !== subject.lower) return null;
  const isDate = (w: Word | undefined) => w !== undefined && !w.taken && w.mark?.is === 'bucket' && /^(date|day|time)$/.test(w.lower);
  const behind = isDate(next) && next?.lead.length === 0 ? next : undefined;
  const before = clause.words.findLast((w) => w.at < word.at && isDate(w) && (clause.after(w)?.lead.includes('of') ?? false));
  const isWhen = clause.words.some((w) => w.at <= subject.at && w.lead.includes('when')) || clause.words.some((w) => w.mark?.is === 'stat' && w.at < word.at);
  if (!behind && !before && !isWhen) return null;
  return { words: [subject, ...(behind ?? before ? [(behind ?? before) as Word] : [])], field: entity.time, entity };
}
