import type { Name } from '../../catalogue/names';
import { CLASS_WORD } from '../bands';
import type { Clause, Word } from '../clause';

/** How many words in front of classes say what they are of: "by the total of orders: …". */
const REACH = 4;

/** "by price band: under 100, 100 to 500, over 500", "age groups 0-18, 19-65, 66+": classes of one's own. */
export function readOwnClasses(clause: Clause): void {
  for (const word of clause.marked('bands')) {
    const { subject, called } = subjectOf(clause, word);
    const [first] = clause.words;
    // "group orders into small (<200), …"
    if (first && !first.taken && /^(group|class|bucket|band|cut|sort|divide|split)$/.test(first.lower)) clause.settle(first);
    clause.take(word);
    const { bands, unit } = word.mark;
    if (subject) clause.wish.by.push({ kind: 'field', field: subject.field, entity: subject.entity, bands: { bands: [...bands], unit } });
    else clause.wish.bands = { bands: [...bands], unit, called };
  }
}

type Subject = Extract<Name, { kind: 'field' }>;

/** The number that is cut into classes, or what it was called where that is no number. */
function subjectOf(clause: Clause, word: Word): { subject: Subject | null; called: string | null } {
  const named = namedBefore(clause, word);
  if (named) return { subject: named, called: null };
  let called: Word | null = null;
  for (let at = word.at - 1; at >= Math.max(0, word.at - REACH); at--) {
    const each = clause.words[at] as Word;
    if (each.taken || (each.mark?.is === 'break' && each.text !== ':')) break;
    const subject = isClassWord(each) ? null : numberIn(clause, each);
    if (isClassWord(each) || each.mark?.is === 'classes' || each.mark?.is === 'by' || each.mark?.is === 'verb') clause.settle(each);
    else if (each.mark?.is === 'break') clause.take(each);
    else if (subject) {
      if (!clause.takeName(each, (n) => n.kind === 'field' && n.field === subject.field)) clause.take(each);
      takeBy(clause, each);
      return { subject, called: null };
    } else if (clause.isTable(each)) continue;
    else if (called === null && isBehindBy(clause, each)) called = each;
    else break;
    if (each.mark?.is === 'by') break;
  }
  if (called) clause.settle(called, clause.before(called));
  return { subject: called ? null : numberBehind(clause, word), called: called?.text ?? null };
}

/** "top price bands by revenue: under 100, …": the number that the classes were called by. */
function namedBefore(clause: Clause, word: Word): Subject | null {
  const classes = clause.words.findLast((w) => w.at < word.at && !w.taken && (w.mark?.is === 'classes' || isClassWord(w)));
  const number = classes && clause.before(classes);
  const subject = number ? numberIn(clause, number) : null;
  if (!classes || !number || !subject) return null;
  clause.settle(classes);
  if (!clause.takeName(number, (n) => n.kind === 'field' && n.field === subject.field)) clause.take(number);
  takeBy(clause, number);
  for (const between of clause.words.slice(classes.at + 1, word.at)) if (between.mark?.is === 'break') clause.take(between);
  return subject;
}

function isClassWord(word: Word): boolean {
  return CLASS_WORD.test(word.lower) && !(word.links[0] && word.links[0].score >= 100 && word.links[0].name.kind === 'field' && word.links[0].name.field.role === 'measure');
}

/** "total" is a word of the grammar too, and revenue the column that it adds up. */
function numberIn(clause: Clause, word: Word): Subject | null {
  const name = clause.nameOf(word);
  const of = name?.kind === 'measure' && name.measure.measure.of?.op === 'column' ? name.measure.measure.of : null;
  const field = of && name?.entity.fields.find((f) => f.column === of.column && f.table === of.table);
  if (!field || !name) return clause.numberOf(word, null, true);
  const [about] = clause.context;
  // "customers by revenue: …"
  if (about && about !== name.entity) clause.wish.problems.push(`I can’t put ${about.plural} into classes by what they come to, so it is the ${field.label} of each ${name.entity.singular}.`);
  return { kind: 'field', field, entity: name.entity };
}

function isBehindBy(clause: Clause, word: Word): boolean {
  return clause.before(word)?.mark?.is === 'by';
}

function takeBy(clause: Clause, word: Word): void {
  const before = clause.before(word);
  if (before?.mark?.is === 'by') clause.take(before);
}

/** "in under 100, 100 to 500 and over 500 by price" */
function numberBehind(clause: Clause, word: Word): Subject | null {
  const by = clause.after(word);
  const next = by?.mark?.is === 'by' ? clause.after(by) : undefined;
  const subject = next ? numberIn(clause, next) : null;
  if (subject) clause.take(by, next);
  return subject;
}
