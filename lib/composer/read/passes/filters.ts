import type { Field } from '../../catalogue/entity';
import type { Name } from '../../catalogue/names';
import type { Clause, Word } from '../clause';
import { isJoint } from '../link';
import type { FilterWish } from '../wish';
import { readSearches } from './search';

/** What the person who looks is to choose: "with a region filter", "filter by status and month", "a price slider", "with search". */
export function readFilters(clause: Clause): void {
  for (const word of clause.marked('dates')) {
    clause.take(word);
    clause.wish.filters.push({ kind: 'dates', field: timeBeside(clause, word) });
  }
  readSearches(clause);
  for (const word of clause.marked('filter')) readFilter(clause, word);
}

/** "a date range for when they joined", "an opening date range" */
function timeBeside(clause: Clause, word: Word): Field | null {
  const next = clause.after(word);
  const behind = next?.mark?.is === 'by' ? clause.after(next) : next;
  const before = clause.before(word);
  // "opened between a start date and an end date"
  const between = before?.mark?.is === 'compare' && before.mark.op === 'between' ? before : undefined;
  if (between) clause.take(between);
  for (const beside of [behind, between ? clause.before(between) : before]) {
    const link = beside && !beside.taken ? beside.links.find((l) => l.name.kind === 'field' && l.name.field.role === 'time' && (clause.context.length === 0 || clause.isNear(l.name.entity))) : undefined;
    const isTied = beside !== behind || next?.mark?.is === 'by' || behind?.lead.some((l) => /^(for|on|of|when|by|over)$/.test(l));
    if (!beside || !link || link.name.kind !== 'field' || !isTied) continue;
    clause.take(beside, ...(beside === behind && next !== behind ? [next] : []));
    return link.name.field;
  }
  return null;
}

function readFilter(clause: Clause, word: Word): void {
  clause.take(word);
  const next = behindVerb(clause, clause.after(word));
  const filtered = filteredBy(clause, next);
  const from = filtered ?? (next?.mark?.is === 'by' || (next && isJoint(next)) ? clause.after(next) : next);
  // "a region filter for everything": nothing behind it is its column.
  const before = (filtered !== null || isForward(clause, word)) && (isFilterable(clause, from) || from?.mark?.is === 'aggregate') ? [] : listBefore(clause, word);
  const bound = boundsFrom(clause, from);
  if (bound && before.length === 0) clause.take(bound);
  const members = before.length ? before : clause.listFrom(bound ? clause.after(bound) : from, (w) => isFilterable(clause, w));
  if (members.length === 0 && readChoices(clause, from)) return;
  if (before.length === 0 && next?.mark?.is === 'by') clause.take(next);
  if (filtered) clause.take(clause.before(filtered));
  clause.takeJoints(members);
  for (const member of members) clause.wish.filters.push(...filterOf(clause, member));
}

/** "a dropdown to switch between open, paid and shipped": by the column that these are values of. */
function readChoices(clause: Clause, from: Word | undefined): boolean {
  const valueOf = (w: Word | undefined) => (w && !w.taken && !w.mark ? w.links.flatMap((l) => (l.name.kind === 'value' && (clause.context.length === 0 || clause.isNear(l.name.entity)) ? [l.name] : [])) : []);
  const [first] = valueOf(from).filter((v) => valueOf(clause.words.slice((from?.at ?? 0) + 1).find((w) => !isJoint(w))).some((other) => other.field === v.field));
  if (!first) return false;
  const members = clause.listFrom(from, (w) => valueOf(w).some((v) => v.field === first.field));
  if (members.length < 2) return false;
  clause.takeJoints(members);
  clause.settle(...members);
  clause.wish.filters.push({ kind: 'field', field: first.field, entity: first.entity });
  return true;
}

/** "a slider should limit the cost": what it does to the column goes without saying. */
function behindVerb(clause: Clause, next: Word | undefined): Word | undefined {
  const column = next && clause.after(next);
  const isVerb = next?.mark?.is === 'only' || (next?.mark === null && /^(limits|restricts?|narrows?|bounds?|sets?|caps?)$/.test(next.lower));
  if (!next || !isVerb || next.taken || !isFilterable(clause, column)) return next;
  clause.settle(next);
  return column;
}

/** "where I can filter orders by status": the table stays what is shown. */
function filteredBy(clause: Clause, next: Word | undefined): Word | null {
  const by = next && clause.after(next);
  const column = by && clause.after(by);
  const isTable = clause.nameOf(next)?.kind === 'entity' && by?.mark?.is === 'by' && !by.taken;
  return isTable && column && isFilterable(clause, column) ? column : null;
}

/** "a slider for the minimum total", "adjustable minimum and maximum income": the last of such words. */
function boundsFrom(clause: Clause, from: Word | undefined): Word | undefined {
  let last: Word | undefined;
  for (let word = from; word && !word.taken; word = clause.after(word)) {
    const isBound = word.mark?.is === 'aggregate' && (word.mark.aggregate === 'min' || word.mark.aggregate === 'max');
    if (isBound && last) clause.take(last);
    if (isBound) last = word;
    else if (last && isJoint(word)) clause.take(word);
    else return last && isFilterable(clause, word) ? last : undefined;
  }
  return undefined;
}

/** "filter by region" and "dropdown for region" name it behind themselves. */
function isForward(clause: Clause, word: Word): boolean {
  const next = clause.after(word);
  if (/( by| for| on)$/.test(word.lower)) return true;
  // "where I can pick the region": a verb's object stands behind it.
  if (/(^| )(picks?|chooses?|selects?|adjusts?|drags?|slides?|which|between|from)$/.test(word.lower) && isFilterable(clause, next)) return true;
  return next !== undefined && (next.mark?.is === 'by' || next.lead.some((l) => /^(for|on|of|to)$/.test(l))) && isFilterable(clause, next.mark?.is === 'by' ? clause.after(next) : next);
}

function listBefore(clause: Clause, word: Word): Word[] {
  const found: Word[] = [];
  for (let at = word.at - 1; at >= 0; at--) {
    const each = clause.words[at] as Word;
    if (each.taken) break;
    if (each.mark?.is === 'classes' && found.length === 0) {
      clause.take(each);
      continue;
    }
    if (isFilterable(clause, each)) {
      found.unshift(each);
      const joint = clause.words[at - 1];
      if (!joint || !isJoint(joint)) break;
    } else if (!isJoint(each) || found.length === 0) break;
  }
  return found;
}

function isFilterable(clause: Clause, word: Word | undefined): boolean {
  if (!word || word.taken) return false;
  if (word.mark?.is === 'bucket') return true;
  const name = clause.nameOf(word, word.mark?.is === 'aggregate' || word.mark?.is === 'stat');
  return name?.kind === 'field' || name?.kind === 'entity' || name?.kind === 'measure';
}

function filterOf(clause: Clause, word: Word): FilterWish[] {
  if (word.mark?.is === 'bucket' && !word.links.some((l) => l.name.kind === 'field' && l.name.field.role !== 'time')) {
    clause.take(word);
    if (!/^(day|date|time|month)/.test(word.lower)) clause.wish.assumptions.push(`A ${word.mark.unit} is chosen as a range of dates.`);
    return [word.mark.unit === 'month' ? { kind: 'month' } : { kind: 'dates' }];
  }
  const name = clause.takeName(word);
  return name ? wishOf(name) : [];
}

function wishOf(name: Name): FilterWish[] {
  if (name.kind === 'entity') return name.entity.title ? [{ kind: 'field', field: name.entity.title, entity: name.entity }] : [];
  if (name.kind !== 'field') return [];
  const { field, entity } = name;
  if (field.role === 'time') return [{ kind: 'dates', field }];
  return [{ kind: field.role === 'measure' ? 'range' : 'field', field, entity }];
}
