import type { Clause, Word } from '../clause';

/** "products starting with A", "name contains desk", "customers called Smith", and a quoted text that no value is. */
export function readTexts(clause: Clause): void {
  for (const word of clause.marked('text')) {
    const text = clause.after(word);
    if (!text || text.taken || text.mark?.is === 'break') continue;
    const subject = textName(clause, clause.before(word));
    clause.take(word, text, ...(subject ? [subject.word] : []));
    const negated = takeNegation(clause, word);
    clause.wish.conditions.push({ kind: 'text', field: subject?.field ?? null, entity: subject?.entity ?? null, op: word.mark.op, text: unquoted(text.text), negated });
  }
}

function textName(clause: Clause, word: Word | undefined) {
  const name = clause.nameOf(word);
  return word && name?.kind === 'field' && name.field.source.type === 'string' ? { word, field: name.field, entity: name.entity } : null;
}

function unquoted(text: string): string {
  return text.replace(/^["“]|["”]$/g, '');
}

/** A "not" right in front of a word. */
export function takeNegation(clause: Clause, word: Word): boolean {
  const before = clause.before(word);
  if (before?.mark?.is !== 'not') return false;
  clause.take(before);
  return true;
}
