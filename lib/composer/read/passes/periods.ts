import type { Cycle, Period } from '../../plan';
import { type Clause, type Word } from '../clause';
import { isJoint } from '../link';
import { monthsNamed, type Recurrence } from '../recurrences';

/** "this month", "since March", and the column that they are of: "closed this month"; what comes again, and what is left out. */
export function readPeriods(clause: Clause): void {
  let last: Word | null = null;
  let isOut = false;
  for (const word of clause.open()) {
    const said = timeSaid(clause, word);
    if (!said) continue;
    isOut = takeNot(clause, word) || (isOut && last !== null && goesOn(clause, last, word));
    last = word;
    const months = said.kind === 'period' ? monthsNamed(word.lower) : null;
    const again: Recurrence | null = said.kind === 'recurs' ? said : months && (isOut || comesAgain(clause, word)) ? { cycle: 'month-of-year', parts: months } : null;
    if (again && isGrouped(clause, word)) continue;
    clause.take(word);
    if (again) {
      takeEach(clause, word);
      leaveOrKeep(clause, word, again, isOut);
    } else if (said.kind === 'period' && isOut) clause.wish.conditions.push({ kind: 'period', ...timeBeside(clause, word), period: said.period, negated: true });
    else if (said.kind === 'period') {
      clause.wish.periods.push(said.period);
      timeBeside(clause, word);
    }
  }
}

type Said = { kind: 'period'; period: Period } | ({ kind: 'recurs' } & Recurrence);

/** The time that a word names. "on weekdays" are five days, where "by weekday" are seven groups. */
function timeSaid(clause: Clause, word: Word): Said | null {
  if (word.period) return { kind: 'period', period: word.period };
  if (word.mark?.is === 'recurs') return { kind: 'recurs', ...word.mark, parts: [...word.mark.parts] };
  const isMany = word.mark?.is === 'bucket' && word.lower === 'weekdays' && !word.lead.some((l) => l === 'which' || l === 'what');
  const isSaid = word.lead.some((l) => /^(on|during|at)$/.test(l)) || [clause.before(word), clause.after(word)].some((w) => w?.mark?.is === 'only') || isNot(clause.before(word));
  return isMany && isSaid && clause.before(word)?.mark?.is !== 'by' ? { kind: 'recurs', cycle: 'weekday', parts: [1, 2, 3, 4, 5] } : null;
}

function isNot(word: Word | undefined): boolean {
  return word?.mark?.is === 'not' && !word.taken;
}

/** "except December", "but not those of 2023", "not closed last week" */
function takeNot(clause: Clause, word: Word): boolean {
  const before = clause.before(word);
  // "excluding the years 2021 and 2022"
  const isUnit = before?.mark?.is === 'bucket' && !before.mark.adverb && !before.taken;
  const not = before && (isUnit || timeOf(clause, before)) ? clause.before(before) : before;
  if (!not || !isNot(not)) return false;
  clause.take(not);
  if (isUnit) clause.settle(before);
  return true;
}

/** "except July and August", "without 2024, 2025": what is left out goes on, without an "and" over its like alone. */
function goesOn(clause: Clause, last: Word, word: Word): boolean {
  const between = clause.words.slice(last.at + 1, word.at);
  const isAlike = (last.mark?.is === 'recurs') === (word.mark?.is === 'recurs') && last.period?.kind === word.period?.kind && (monthsNamed(last.lower) === null) === (monthsNamed(word.lower) === null);
  return (isAlike || between.some((w) => w.lower !== ',')) && between.length > 0 && between.every((w) => isJoint(w));
}

/** "every December", "July over the years", "in July by year": of all years, and not of the last. */
function comesAgain(clause: Clause, word: Word): boolean {
  const before = clause.before(word);
  const isEach = before?.mark?.is === 'by' && EACH.test(before.lower);
  const isOfYears = clause.words.some((w) => w.mark?.is === 'bucket' && (w.mark.unit === 'year' || /\byear/.test(w.lower)));
  return isEach || (isOfYears && clause.words.every((w) => w.period === null || monthsNamed(w.lower) !== null));
}

const EACH = /^(each|every|for each|for every|in each)$/;

/** "by weekend": what is grouped by narrows nothing. */
function isGrouped(clause: Clause, word: Word): boolean {
  const before = clause.before(word);
  return before?.mark?.is === 'by' && !EACH.test(before.lower);
}

function takeEach(clause: Clause, word: Word): void {
  const before = clause.before(word);
  if (before?.mark?.is === 'by' && !before.taken) clause.settle(before);
}

/** Rows of the times that come again, or of all others; those of one kind that are named one after another are one condition. */
function leaveOrKeep(clause: Clause, word: Word, { cycle, parts, assumption }: Recurrence, negated: boolean): void {
  const { wish } = clause;
  if (assumption) wish.assumptions.push(assumption);
  if (parts.length === 0) {
    clause.settle(word);
    wish.problems.push(`I know times of day by the hour, so “${word.text.replace(' : ', ':')}” is left out.`);
    return;
  }
  const beside = timeBeside(clause, word);
  const same = wish.conditions.find((c) => c.kind === 'recurs' && c.cycle === cycle && c.negated === negated && (c.field === beside.field || beside.field === null));
  if (same?.kind === 'recurs') same.parts = inOrder([...same.parts, ...parts]);
  else if (isSetAgainst(clause, cycle)) setAgainst(clause, cycle);
  else wish.conditions.push({ kind: 'recurs', ...beside, cycle, parts: inOrder(parts), negated });
}

function inOrder(parts: readonly number[]): number[] {
  return [...new Set(parts)].toSorted((a, b) => a - b);
}

/** "weekdays against weekends" */
function isSetAgainst(clause: Clause, cycle: Cycle): boolean {
  const named = clause.words.filter((w) => w.mark?.is === 'recurs' && w.mark.cycle === cycle);
  return named.some((w) => [clause.before(w), clause.after(w)].some((beside) => beside?.mark?.is === 'versus'));
}

const NAMES: Readonly<Record<Cycle, string>> = { weekday: 'day of the week', 'month-of-year': 'month of the year', 'hour-of-day': 'hour of the day' };

function setAgainst({ wish }: Clause, cycle: Cycle): void {
  wish.bucket ??= cycle;
  const problem = `I can’t set those times against each other, so it is by ${NAMES[cycle]}.`;
  if (!wish.problems.includes(problem)) wish.problems.push(problem);
}

/** The column that a time is of, where one was named beside it: "closed this month". */
function timeBeside(clause: Clause, word: Word): { field: Clause['wish']['time']; entity: Clause['context'][number] | null } {
  const beside = [clause.before(word), clause.after(word)].find((w) => w && timeOf(clause, w));
  if (!beside) return { field: null, entity: null };
  clause.wish.time = timeOf(clause, beside);
  const owner = beside.links.find((l) => l.score > 100 && l.name.kind === 'field' && l.name.field === clause.wish.time)?.name.entity;
  if (owner && !clause.wish.entities.includes(owner)) clause.wish.entities.push(owner);
  clause.take(beside);
  const named = beside.links.find((l) => l.name.kind === 'field' && l.name.field === clause.wish.time)?.name.entity ?? null;
  return { field: clause.wish.time, entity: named };
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
