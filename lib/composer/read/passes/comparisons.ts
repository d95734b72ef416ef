import type { Name } from '../../catalogue/names';
import { type Clause, isJoint, type Word } from '../clause';
import type { CompareOp } from '../wish';

/** "stock under 20", "orders over 1000", "between 100 and 500", "rating of 4 or more", "customers with more than 5 orders". */
export function readComparisons(clause: Clause): void {
  for (const word of clause.marked('compare')) readComparison(clause, word);
  for (const word of clause.marked('or-more')) readOrMore(clause, word);
  readEquals(clause);
}

function readComparison(clause: Clause, word: Word & { mark: { op: CompareOp | 'between' } }): void {
  const value = clause.after(word);
  if (!value || value.number === null || value.taken) return;
  const subject = subjectOf(clause, word, value);
  if (word.mark.op !== 'between') {
    clause.take(word, value);
    return compare(clause, subject, word.mark.op, value);
  }
  const joint = clause.after(value);
  const upper = joint && isJoint(joint) ? clause.after(joint) : joint;
  if (!upper || upper.number === null) return;
  clause.take(word, value, joint, upper);
  compare(clause, subject, 'at-least', value);
  compare(clause, subject, 'at-most', upper);
}

/** "4 or more", "20 or less" */
function readOrMore(clause: Clause, word: Word & { mark: { more: boolean } }): void {
  const value = clause.before(word);
  if (!value || value.number === null || value.taken) return;
  const subject = subjectOf(clause, value, word);
  clause.take(word, value);
  compare(clause, subject, word.mark.more ? 'at-least' : 'at-most', value);
}

/** "rating 5", "year = 1999": a number right behind a column. */
function readEquals(clause: Clause): void {
  for (const word of clause.open()) {
    if (word.number === null || !Number.isFinite(word.number)) continue;
    const subject = clause.before(word);
    const name = clause.nameOf(subject);
    if (!subject || name?.kind !== 'field' || (name.field.role !== 'measure' && name.field.source.type !== 'number')) continue;
    clause.take(word, subject);
    clause.wish.conditions.push({ kind: 'compare', field: name.field, entity: name.entity, op: 'equal', value: word.number });
  }
}

type Subject = { name: Name; word: Word } | null;

/** What is compared: the number in front of the comparison, or what the number counts. */
function subjectOf(clause: Clause, first: Word, last: Word): Subject {
  const before = clause.before(first);
  const name = numberName(clause, before);
  if (before && name) return { name, word: before };
  const after = clause.after(last);
  const counted = after && (numberName(clause, after) ?? entityName(clause, after));
  return after && counted ? { name: counted, word: after } : null;
}

function numberName(clause: Clause, word: Word | undefined): Name | null {
  const name = clause.nameOf(word, word?.mark?.is === 'aggregate');
  if (name?.kind === 'measure') return name;
  return name?.kind === 'field' && name.field.source.type === 'number' ? name : null;
}

function entityName(clause: Clause, word: Word): Name | null {
  const name = clause.nameOf(word);
  return name?.kind === 'entity' ? name : null;
}

function compare(clause: Clause, subject: Subject, op: CompareOp, value: Word): void {
  const { wish } = clause;
  const amount = value.number as number;
  if (subject) clause.take(subject.word);
  const name = subject?.name;
  if (name?.kind === 'entity' && isOther(clause, subject)) wish.having = { op, value: amount, of: name.entity };
  else if (name?.kind === 'entity') {
    // "more than 1000 orders" with nothing else named: those above what they are worth.
    if (!wish.entities.includes(name.entity)) wish.entities.push(name.entity);
    wish.having = { op, value: amount, of: null };
  } else if (name?.kind === 'measure') {
    wish.measures.push({ aggregate: null, name, where: [] });
    wish.having = { op, value: amount, of: null };
  } else wish.conditions.push({ kind: 'compare', field: name?.kind === 'field' ? name.field : null, entity: name?.entity ?? null, op, value: amount });
}

/** "customers with more than 5 orders": there is something else that has them. */
function isOther(clause: Clause, subject: Subject): boolean {
  return clause.words.some((w) => w !== subject?.word && clause.nameOf(w)?.kind === 'entity');
}
