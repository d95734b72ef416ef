import { stem } from '../../words/tokens';
import { isDaily } from '../../catalogue/entity';
import { numberCalled } from '../../catalogue/measures';
import type { Clause, Word } from '../clause';
import { isFirst } from './sorting';

/** Longer lists than this are no ranking. */
const MAX_COUNT = 500;

/** What nobody wants more of. */
const HARMS = /^(?:(?:bird ?)?strike|incident|accident|complaint|ticket|return|error|defect|failure|bug|crash|injur|death|delay|cancel|refund|loss|damage|cost|debt|crime|churn|absence|fault|outage|discount)/;

/** "top 10", "the 5 largest", "worst 3", "latest 20", "most". */
export function readRanking(clause: Clause): void {
  for (const word of clause.marked('top')) {
    if (isExtreme(clause, word)) continue;
    clause.take(word);
    clause.wish.top = { count: countBeside(clause, word) ?? clause.wish.top?.count ?? leadingCount(clause, word) ?? onlyOne(clause, word), descending: word.mark.descending };
  }
  for (const word of clause.marked('aggregate')) {
    const { aggregate } = word.mark;
    const before = clause.before(word);
    const next = thingBehind(clause, word);
    const name = clause.nameOf(next);
    // "the 3 biggest categories", "the ten biggest enterprise customers"
    if (/^(biggest|smallest)$/.test(word.lower) && next && (name?.kind === 'entity' || (name?.kind === 'field' && name.field.role !== 'measure'))) {
      clause.take(word);
      clause.wish.top = { count: countBeside(clause, word) ?? clause.wish.top?.count ?? (stem(next.lower) === next.lower ? 1 : null), descending: aggregate === 'max' };
      continue;
    }
    const isWith = before?.mark?.is === 'break' && before.mark.strength === 'with' && before.at > 0 && clause.numberOf(clause.after(word)) !== null && clause.after(clause.after(word) as Word) === undefined;
    if (!isWith || (aggregate !== 'max' && aggregate !== 'min') || clause.words.some((w) => w.mark?.is === 'by')) continue;
    clause.take(word);
    clause.wish.top = { count: clause.wish.top?.count ?? leadingCount(clause, word), descending: aggregate === 'max' };
  }
  for (const word of clause.marked('superlative')) readSuperlative(clause, word);
  for (const word of clause.marked('best')) {
    // "the strongest wind": the number itself.
    if (/^(strongest|weakest)$/.test(word.lower) && clause.numberOf(clause.after(word))) continue;
    clause.take(word);
    const harm = word.lower === 'worst' ? clause.words.find((w) => !w.mark && HARMS.test(w.lower)) : undefined;
    if (harm) clause.wish.assumptions.push(`“Worst” is where there is most of it: ${harm.text}.`);
    clause.wish.top = { count: countBeside(clause, word) ?? clause.wish.top?.count ?? leadingCount(clause, word), descending: harm ? true : word.mark.descending };
    clause.wish.best = true;
  }
  for (const word of clause.marked('latest')) {
    clause.take(word);
    clause.wish.latest = { descending: word.mark.descending, count: countBeside(clause, word) ?? theOne(clause, word) };
  }
  readLast(clause);
  readTail(clause);
  readLimit(clause);
  for (const word of clause.marked('rows')) {
    const before = clause.before(word);
    if (before && !before.taken && before.number !== null && isCount(before.number)) {
      clause.take(before);
      clause.wish.rows = before.number;
    }
    clause.take(word);
  }
}

/** "5 most expensive products", "the cheapest product": rows in the order of a column that the word stands for. */
function readSuperlative(clause: Clause, word: Word & { mark: { of: readonly string[]; descending: boolean } }): void {
  const { wish, catalogue } = clause;
  const next = clause.after(word);
  const named = clause.nameOf(next);
  const entity = named?.kind === 'entity' || clause.context[0] ? (named?.kind === 'entity' ? named.entity : clause.context[0]) : catalogue.entities.find((e) => numberCalled(e, word.mark.of) !== null);
  if (!entity) return;
  const field = numberCalled(entity, word.mark.of);
  // "the hottest temperature": the number itself.
  const isItself = field && next && !next.taken && next.links.some((l) => l.name.kind === 'field' && l.name.field.role === 'measure' && l.name.entity === entity);
  if (isItself) {
    clause.take(word, next);
    wish.measures.push({ aggregate: word.mark.descending ? 'max' : 'min', name: { kind: 'field', field, entity }, where: [] });
    return;
  }
  // "which 15 countries are the most populous?"
  const count = countBeside(clause, word) ?? (next ? null : leadingCount(clause, word)) ?? (next && stem(next.lower) === next.lower ? 1 : null);
  const unit = clause.words.slice(word.at + 1).find((w) => !w.taken);
  // "the rainiest month": what a month comes to.
  if (field && unit?.mark?.is === 'bucket' && unit.mark.unit !== 'day') {
    clause.take(word, unit);
    wish.bucket ??= unit.mark.unit;
    wish.top = { count: count ?? (stem(unit.lower) === unit.lower ? 1 : null), descending: word.mark.descending };
    wish.measures.push({ aggregate: null, name: { kind: 'field', field, entity }, where: [] });
    return;
  }
  const within = clause.words.slice(word.at + 1).find((w) => w.mark?.is === 'by' && !w.taken);
  // "hottest day of each year", of a table with a row for each day: the day itself.
  if (field && within && unit?.mark?.is === 'bucket' && unit.mark.unit === 'day' && unit.at < within.at && isDaily(entity)) {
    clause.take(word);
    clause.settle(unit);
    clause.remark(unit, null);
    clause.relink(unit, [{ name: { kind: 'entity', entity }, score: 100 }]);
    wish.top = { count, descending: word.mark.descending };
    wish.sort = { name: { kind: 'field', field, entity }, axis: null, descending: word.mark.descending };
    return;
  }
  // "hottest day of each year": how hot it was, for the day itself is another question.
  if (field && within && unit?.mark?.is === 'bucket' && unit.at < within.at) {
    clause.settle(word, unit);
    wish.measures.push({ aggregate: word.mark.descending ? 'max' : 'min', name: { kind: 'field', field, entity }, where: [] });
    wish.assumptions.push(`Shown is the ${word.mark.descending ? 'highest' : 'lowest'} ${field.label} of each, and not which ${unit.text} it was.`);
    return;
  }
  const isOrder = next === undefined && isFirst(clause.tail.at(-1));
  if (field && !isOrder && !clause.words.some((w) => clause.nameOf(w)?.kind === 'entity')) {
    wish.entities.push(entity);
    if (unit?.mark?.is === 'bucket' && /^days?$/.test(unit.lower)) clause.settle(unit);
  }
  const name = clause.nameOf(next);
  if (field && name?.kind === 'field' && name.field !== field) {
    clause.take(word);
    wish.top = { count, descending: word.mark.descending };
    wish.measures.push({ aggregate: null, name: { kind: 'field', field, entity }, where: [] });
    return;
  }
  const measure = field ? undefined : catalogue.measures.find((m) => word.mark.of.includes(m.measure.label) && m.entity.binding === entity.binding);
  if (!field && !measure) return;
  clause.take(word);
  const group = clause.words.slice(0, word.at).find((w) => {
    const each = clause.nameOf(w);
    return each?.kind === 'field' && each.field.role !== 'measure';
  });
  const groupName = clause.nameOf(group);
  // "which phase of flight is the costliest"
  if (field && next === undefined && !isFirst(clause.tail.at(-1)) && groupName?.kind === 'field' && groupName.field.role !== 'measure' && groupName.field !== entity.title) {
    wish.top = { count, descending: word.mark.descending };
    wish.measures.push({ aggregate: null, name: { kind: 'field', field, entity }, where: [] });
    return;
  }
  // "most expensive first"
  if (field && next === undefined) {
    wish.sort = { name: { kind: 'field', field, entity }, axis: null, descending: word.mark.descending };
    // "only the 10 most expensive"
    wish.rows = count ?? wish.rows;
    return;
  }
  wish.top = { count, descending: word.mark.descending };
  // "the 15 most populous countries as bars": what is drawn is what they are ranked by.
  if (field && wish.charts.some((view) => view !== null && view !== 'table' && view !== 'scatter')) wish.measures.push({ aggregate: null, name: { kind: 'field', field, entity }, where: [] });
  else if (field) {
    wish.sort = { name: { kind: 'field', field, entity }, axis: null, descending: word.mark.descending };
    if (wish.charts.length === 0) wish.table = true;
  } else if (measure) wish.measures.push({ aggregate: null, name: { kind: 'measure', entity: measure.entity, measure }, where: [] });
}

/** "limit to 3", "make it 20": a number by itself is how many there are to be. */
function readLimit(clause: Clause): void {
  const [number, ...others] = clause.words.filter((w) => w.number !== null && !w.taken);
  const rest = clause.words.filter((w) => w !== number && w.mark?.is !== 'verb' && w.mark?.is !== 'only' && w.mark?.is !== 'break');
  const before = number && clause.before(number);
  const isLimit = number?.lead.some((l) => /^(show|just)$/.test(l)) || clause.words.some((w) => number !== undefined && w.at < number.at && w.mark?.is === 'only' && w.lower.startsWith('limit'));
  if (!number || number.number === null || others.length > 0 || !isCount(number.number) || (!isLimit && (rest.length > 0 || before === undefined))) return;
  clause.take(number);
  clause.wish.rows = number.number;
}

/** "the highest single order", "the top customer" */
function onlyOne(clause: Clause, word: Word): number | null {
  const next = clause.after(word);
  const isOne = next !== undefined && clause.nameOf(next)?.kind === 'entity' && stem(next.lower) === next.lower && !/(s|data|series)$/.test(next.lower);
  const isSaid = next?.lead.some((l) => /^(single|individual)$/.test(l)) || word.lead.some((l) => /^(the|single|our)$/.test(l));
  const follows = next && clause.after(next)?.mark?.is;
  return isOne && isSaid && follows !== 'table' && follows !== 'by' ? 1 : null;
}

/** "top artists by number of tracks, 15" */
function readTail(clause: Clause): void {
  const { wish, words } = clause;
  const last = words.at(-1);
  const joint = last && clause.before(last);
  if (!wish.top || wish.top.count !== null || !last || last.taken || last.number === null || !isCount(last.number) || joint?.lower !== ',') return;
  clause.take(joint, last);
  wish.top.count = last.number;
}

/** "oldest open ticket": one. */
function theOne(clause: Clause, word: Word): number | null {
  const thing = clause.words.slice(word.at + 1).find((w) => clause.nameOf(w)?.kind === 'entity');
  const isOne = thing && stem(thing.lower) === thing.lower && thing.at - word.at <= 2 && !thing.lower.endsWith('s');
  return isOne && clause.after(thing)?.mark?.is !== 'table' && !clause.words.some((w) => w.mark?.is === 'by') ? 1 : null;
}

/** "first 10 customers", "last 20 orders" */
function readLast(clause: Clause): void {
  for (const word of clause.open()) {
    if (word.lower === 'last' && !word.mark && word.links.length === 0) {
      const next = clause.after(word);
      if (next && !next.taken && next.number !== null && isCount(next.number) && clause.nameOf(clause.after(next))?.kind === 'entity') {
        clause.take(word, next);
        clause.wish.latest = { descending: true, count: next.number };
        continue;
      }
      if (clause.nameOf(next)?.kind !== 'entity' || !next) continue;
      clause.take(word);
      clause.wish.latest = { descending: true, count: stem(next.lower) === next.lower ? 1 : null };
      continue;
    }
    const led = word.lead.at(-1);
    if (word.number === null || !isCount(word.number) || (led !== 'first' && led !== 'last')) continue;
    clause.take(word);
    clause.wish.latest = { descending: led === 'last', count: word.number };
  }
}

/** "highest price per category" asks for a number, and not for the first of many. */
function isExtreme(clause: Clause, word: Word): boolean {
  const next = clause.after(word);
  const name = clause.nameOf(next);
  const counted = clause.before(word)?.number !== null && clause.before(word) !== undefined;
  return !counted && word.lower !== 'top' && word.lower !== 'bottom' && name?.kind === 'field' && name.field.role === 'measure' && !clause.words.slice(0, word.at).some((w) => !w.taken && w.links.length > 0 && !w.mark && clause.before(w)?.mark?.is !== 'top');
}

function countBeside(clause: Clause, word: Word): number | null {
  for (const beside of [clause.after(word), clause.before(word)]) {
    if (!beside || beside.taken || beside.number === null || !isCount(beside.number)) continue;
    clause.take(beside);
    return beside.number;
  }
  return null;
}

/** "10 countries with the highest income" */
function leadingCount(clause: Clause, word: Word): number | null {
  const number = clause.words.slice(0, word.at).find((w) => !w.taken && w.number !== null && isCount(w.number));
  const counted = number && clause.after(number);
  const name = clause.nameOf(counted);
  const isDays = counted?.mark?.is === 'bucket';
  if (!number || number.number === null || (!isDays && (!name || name.kind === 'value'))) return null;
  clause.take(number);
  return number.number;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MAX_COUNT;
}

/** What is ranked, behind what it is narrowed by. */
function thingBehind(clause: Clause, word: Word): Word | undefined {
  let next = clause.after(word);
  while (next && clause.nameOf(next)?.kind === 'value' && clause.after(next)?.lead.length === 0) next = clause.after(next);
  return next;
}
