import type { Clause, Word } from '../clause';
import { isJoint } from '../link';

/** "products starting with A", "name contains desk", "customers called Smith", and a quoted text that no value is. */
export function readTexts(clause: Clause): void {
  for (const word of clause.marked('text')) {
    const text = clause.after(word);
    if (!text || text.taken || text.mark?.is === 'break') continue;
    const others = othersOf(clause, text);
    const subject = textName(clause, clause.before(word)) ?? calledSo(clause, clause.before(word)) ?? textBehind(clause, others.at(-1) ?? text);
    clause.take(word, text, ...others, ...(subject ? [subject.word] : []));
    const negated = takeNegation(clause, word);
    clause.wish.conditions.push({ kind: 'text', field: subject?.field ?? null, entity: subject?.entity ?? null, op: word.mark.op, text: unquoted(text.text), ...(others.length > 0 && { others: others.filter((each) => !isJoint(each)).map((each) => unquoted(each.text)) }), negated });
  }
  readWithin(clause);
  readQuoted(clause);
}

/** `type code "Duplex"`, `the customer "Patel"`: what stands in quotes is what the column says, known or not. */
function readQuoted(clause: Clause): void {
  for (const word of clause.open()) {
    if (!word.quoted || word.links.length > 0) continue;
    const subject = textName(clause, clause.before(word)) ?? calledSo(clause, clause.before(word));
    if (!subject) continue;
    clause.take(word, subject.word);
    clause.wish.conditions.push({ kind: 'values', field: subject.field, entity: subject.entity, values: [unquoted(word.text)], negated: takeNegation(clause, subject.word) });
  }
}

/** "the letters D or S": what would do as well, with the words between. */
function othersOf(clause: Clause, text: Word): Word[] {
  const [joint, other] = [clause.after(text), clause.words[text.at + 2]];
  const isOther = joint && isJoint(joint) && joint.lower === 'or' && other && !other.taken && other.mark === null && other.period === null && !other.links.some((l) => l.name.kind === 'field' || l.name.kind === 'entity');
  return isOther ? [joint, other, ...othersOf(clause, other)] : [];
}

/** "… in their first name" */
function textBehind(clause: Clause, last: Word) {
  const next = clause.after(last);
  return next?.lead.includes('in') ? textName(clause, next) : null;
}

/** "customers who have TN in their address" */
function readWithin(clause: Clause): void {
  for (const word of clause.open()) {
    const subject = word.mark === null && word.number === null && !word.links.some((l) => l.name.kind !== 'value') && word.lead.some((l) => /^(have|has|having)$/.test(l)) ? textBehind(clause, word) : null;
    if (!subject) continue;
    clause.take(word, subject.word);
    clause.wish.conditions.push({ kind: 'text', field: subject.field, entity: subject.entity, op: 'contains', text: unquoted(word.text), negated: false });
  }
}

function textName(clause: Clause, word: Word | undefined) {
  const name = clause.nameOf(word);
  return word && name?.kind === 'field' && name.field.source.type === 'string' ? { word, field: name.field, entity: name.entity } : null;
}

/** "the orders of the customer named Patel": what names a row of another table. */
function calledSo(clause: Clause, word: Word | undefined) {
  const name = clause.nameOf(word);
  const title = name?.kind === 'entity' && name.entity !== clause.context[0] ? name.entity.title : null;
  return word && name && title && !title.and ? { word, field: title, entity: name.entity } : null;
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
