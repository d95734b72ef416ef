import { stem } from '../../words/tokens';
import type { Clause, Word } from '../clause';
import { isGroup, takeGroup } from './groups';

/** What is to be made: charts, tables, figures, boards, calendars, and how a chart looks. */
export function readKinds(clause: Clause): void {
  const { wish } = clause;
  for (const word of clause.open()) {
    switch (word.mark?.is) {
      case 'chart':
        clause.take(word);
        clause.settle(countOf(clause, word));
        if (word.mark.view === null && wish.charts.length) break;
        wish.endsInTable = false;
        if (wish.charts.at(-1) === null) wish.charts.pop();
        wish.charts.push(word.mark.view);
        break;
      case 'table':
        if (isBesideChart(clause, word)) wish.charts.push('table');
        // "a grid with the years down, months across and the mean as colour"
        else if (word.lower === 'grid' && clause.words.some((w) => w.mark?.is === 'split')) wish.charts.push('heatmap');
        else wish.table = true;
        wish.endsInTable = true;
        if (word.lower === 'tables') wish.tables = true;
        clause.take(word);
        clause.settle(countOf(clause, word));
        break;
      case 'stat':
        wish.stat = true;
        clause.take(word);
        break;
      case 'board':
        wish.board = true;
        clause.take(word);
        break;
      case 'calendar':
        wish.calendar = true;
        clause.take(word);
        break;
      case 'overview':
        wish.overview = true;
        clause.take(word);
        break;
      case 'detail':
        wish.detail = true;
        clause.take(word);
        settleEach(clause, word);
        break;
      case 'style':
        wish.style = word.mark.style;
        readMix(clause, word);
        if (word.mark.style === 'cumulative') wish.bucket ??= 'auto';
        clause.take(word);
        break;
      case 'relation':
        if (word.lower === 'against' && wish.periods.length > 0) wish.versus = true;
        else wish.relation = true;
        clause.take(word);
        break;
      case 'distribution':
        wish.distribution = true;
        clause.take(word);
        break;
      case 'new':
        wish.isNew = true;
        wish.newOf = newOf(clause, word);
        clause.take(word);
        break;
      case 'same':
        wish.same = true;
        clause.take(word);
        break;
      case 'trend':
        wish.bucket ??= 'auto';
        clause.take(word);
        break;
      case 'columns':
        // "as stacked columns": bars that stand upright.
        if ((clause.before(word)?.mark?.is === 'style' || (word.lead.includes('as') && clause.words.some((w) => w.mark?.is === 'by' || w.mark?.is === 'bucket'))) && wish.charts.length === 0 && !wish.table) wish.charts.push('bar');
        clause.take(word);
        break;
      case 'only':
      case 'all':
      case 'title':
        clause.take(word);
        break;
      case 'map':
        clause.take(word);
        wish.charts.push('table');
        wish.places = true;
        wish.problems.push(`I can’t draw a ${word.lower.replace(/^on a /, '')}, so it is a table of the places.`);
        break;
      case 'form':
        clause.take(word);
        wish.table = true;
        wish.problems.push(noForm(word.lower));
        break;
      case 'split':
        wish.split = true;
        // "with the media type as colour": once what is grouped by is known.
        if (!word.lead.includes('as')) clause.take(word);
        break;
      case 'before':
        wish.versusBefore = true;
        clause.take(word);
        break;
      case 'verb':
        if (word.mark.verb === 'add' || word.mark.verb === 'instead' || isPut(clause, word)) clause.take(word);
        break;
      case 'by':
        // "one slice per source"
        if (word.lower.includes('slice') && wish.charts.length === 0) wish.charts.push('pie');
        break;
      default:
        break;
    }
  }
  readVersus(clause);
  readWith(clause);
  readForm(clause);
}

/** "the mix of sources": what it is made of. */
function readMix(clause: Clause, word: Word): void {
  const next = clause.after(word);
  if (word.lower.endsWith(' of') && next && !next.taken && isGroup(clause, next)) takeGroup(clause, next);
}

/** "put the tickets on a board": shows them there. */
function isPut(clause: Clause, word: Word): boolean {
  return word.at === 0 && /^(put|place)$/.test(word.lower) && clause.words.some((w) => w.mark && ['board', 'calendar', 'table', 'chart'].includes(w.mark.is));
}

/** "a details panel per day", "details of each ticket": every row has its own anyway. */
function settleEach(clause: Clause, word: Word): void {
  const by = clause.after(word);
  const each = by && clause.after(by);
  if (by?.mark?.is !== 'by' || !each || !/^(per|each|for each|for every|every|in each)$/.test(by.lower) || clause.after(each)) return;
  if (each.mark?.is === 'rows' || each.links.some((l) => l.name.kind === 'entity' && stem(each.lower) === each.lower)) clause.settle(by, each);
}

/** "two charts: …": they are counted by whoever reads on. */
function countOf(clause: Clause, word: Word): Word | undefined {
  const before = clause.before(word);
  return before && before.number !== null && word.lower.endsWith('s') && clause.after(word) ? before : undefined;
}

/** "a table and a pie of tickets by priority": both of one thing. */
function isBesideChart(clause: Clause, word: Word): boolean {
  if (word.lower !== 'table') return false;
  const beside = (each: Word | undefined, next: Word | undefined) => each?.mark?.is === 'break' && each.mark.strength === 'soft' && next?.mark?.is === 'chart';
  const [before, after] = [clause.before(word), clause.after(word)];
  return beside(before, before && clause.before(before)) || beside(after, after && clause.after(after));
}

/** "orders with a discount": those that have one. */
function readSome(clause: Clause, word: Word): boolean {
  const { wish } = clause;
  const next = clause.after(word);
  const before = clause.before(word);
  const rows = before?.mark?.is === 'bucket' && before.lower === 'days' ? before.links.find((l) => l.name.kind === 'entity')?.name.entity : undefined;
  const isWith = word.mark?.is === 'break' && word.mark.strength === 'with' && (rows !== undefined || clause.nameOf(before)?.kind === 'entity');
  const name = clause.nameOf(next);
  if (!isWith || !next || name?.kind !== 'field' || name.field.role !== 'measure' || clause.after(next)) return false;
  // Of a number that many have none of, "with" asks for those that have some.
  const isRare = name.field.source.min === 0 && !wish.table && !clause.words.some((w) => w.mark?.is === 'table');
  if (!isRare && !next.lead.some((l) => /^(a|an|any|some)$/.test(l))) return false;
  if (isRare) wish.assumptions.push(`“with ${next.text}” is read as ${name.field.label} above 0.`);
  clause.take(word, next);
  if (rows) {
    clause.settle(before);
    wish.entities.push(rows);
  }
  clause.wish.conditions.push({ kind: 'compare', field: name.field, entity: name.entity, op: 'over', value: 0 });
  return true;
}

/** What narrows or groups, and isn't listed. */
const NO_LIST = new Set(['compare', 'or-more', 'text', 'by', 'not', 'stock', 'top', 'best', 'filter']);

/** "customers with their total revenue", "orders with customer and total": a list, with what is to stand in it. */
function readWith(clause: Clause): void {
  const { wish } = clause;
  if (wish.charts.length > 0 || wish.overview || wish.stat || clause.words.some((w) => w.mark && NO_LIST.has(w.mark.is))) return;
  for (const word of clause.words) {
    if (readSome(clause, word)) return;
    const isWith = word.mark?.is === 'break' && word.mark.strength === 'with';
    if (isWith && groupsWith(clause, word)) return;
    const before = clause.before(word);
    // "snow days with wind": of a table with a row for each day.
    const isTable = isWith && clause.nameOf(before, before?.lower === 'days')?.kind === 'entity';
    if (isTable && (clause.nameOf(clause.after(word)) || clause.after(word)?.mark?.is === 'aggregate')) wish.table = true;
  }
}

/** "categories with revenue and profit": a row for each, with its numbers. */
function groupsWith(clause: Clause, word: Word): boolean {
  const before = clause.before(word);
  const name = clause.nameOf(before);
  const next = clause.after(word);
  const isNumber = next?.mark?.is === 'aggregate' || clause.nameOf(next)?.kind === 'measure' || (next !== undefined && clause.numberOf(next) !== null);
  if (!before || name?.kind !== 'field' || !['category', 'place', 'status'].includes(name.field.role) || stem(before.lower) === before.lower || !isNumber) return false;
  const taken = clause.takeName(before, (n) => n.kind === 'field');
  if (taken?.kind !== 'field') return false;
  clause.wish.by.push({ kind: 'field', field: taken.field, entity: taken.entity });
  clause.wish.charts.push('table');
  return true;
}

function noForm(said: string): string {
  return `I can’t make a form (“${said}”): a connection of tables is only read. So here are the rows.`;
}

/** "let me create a ticket" asks for a form, "create a chart of tickets" doesn't. */
function readForm(clause: Clause): void {
  for (const word of clause.words) {
    const at = word.lead.findIndex((l) => /^(create|make|build)$/.test(l));
    const verb = clause.before(word)?.mark;
    const asked = at >= 0 ? word.lead.slice(0, at).some((l) => /^(me|us|to|can|people|i|you|let)$/.test(l)) : verb?.is === 'verb' && verb.verb === 'add' && clause.before(word)?.lead.some((l) => /^(me|us|to|can|people|i|let)$/.test(l));
    const isOne = word.lead.some((l) => l === 'a' || l === 'an') || / an?$/.test(clause.before(word)?.lower ?? '') || clause.before(word)?.mark?.is === 'new';
    const isAlone = !clause.words.some((w) => w.mark && ['chart', 'table', 'overview', 'stat', 'board', 'calendar', 'filter'].includes(w.mark.is));
    if (!asked || !isOne || !isAlone || clause.nameOf(word)?.kind !== 'entity' || stem(word.lower) !== word.lower) continue;
    clause.wish.table = true;
    clause.wish.problems.push(noForm(word.lead[at] ?? 'add'));
    return;
  }
}

function newOf(clause: Clause, word: Word): Clause['wish']['newOf'] {
  const name = clause.nameOf(clause.after(word));
  return name?.kind === 'entity' ? name.entity : null;
}

/** "this year vs last year" compares times; "price vs rating" sets one number against another. */
function readVersus(clause: Clause): void {
  for (const word of clause.marked('versus')) {
    clause.take(word);
    if (/^(year|yoy)/.test(word.lower)) clause.wish.versusYears = true;
    const [left, right] = [clause.before(word), clause.after(word)];
    const isOverTime = clause.words.some((w) => w.at > word.at && w.mark?.is === 'bucket' && (w.mark.adverb || clause.before(w)?.mark?.is === 'by'));
    // "cost versus price by year": two lines.
    if (isNumber(clause, left) && isNumber(clause, right) && isOverTime) continue;
    // "sources vs years as a heatmap": the two that it is drawn of.
    if (left && right && clause.wish.charts.includes('heatmap') && [left, right].every((each) => !each.taken && isGroup(clause, each))) {
      for (const each of [left, right]) takeGroup(clause, each);
      continue;
    }
    if (isNumber(clause, left) && isNumber(clause, right)) clause.wish.relation = true;
    else clause.wish.versus = true;
  }
}

function isNumber(clause: Clause, word: Word | undefined): boolean {
  const name = clause.nameOf(word);
  return name?.kind === 'field' && name.field.role === 'measure';
}
