import type { Catalogue, Entity, Field } from '../catalogue/entity';
import { listed } from '../build/conditions';
import { nearestAlike } from '../build/reach';
import { pathBetween } from '../catalogue/keys';
import { stem } from '../words/tokens';
import { Clause, type Word } from './clause';
import { countParts } from './counted-parts';
import { readFirstsOfEach } from './first-of-each';
import { groupTable } from './group-table';
import { isJoint, type Item } from './link';
import { everythingThat } from './meant';
import { opposite } from './opposite';
import { readRankedRows } from './ranked-rows';
import { readAlternatives } from './passes/alternatives';
import { readAxes } from './passes/axes';
import { readOwnClasses } from './passes/bands';
import { readComparisons } from './passes/comparisons';
import { readConditions } from './passes/conditions';
import { readExtremeDates } from './passes/extreme-dates';
import { readFormulas } from './passes/formulas';
import { readFilters } from './passes/filters';
import { readHowLong } from './passes/how-long';
import { readClasses, readGroups } from './passes/groups';
import { readKinds } from './passes/kinds';
import { readMeasures } from './passes/measures';
import { readPeriods } from './passes/periods';
import { readDivisions, readRatios } from './passes/ratios';
import { readRanking } from './passes/ranking';
import { readShareOf } from './passes/shares';
import { readSold } from './passes/sold';
import { readSorting } from './passes/sorting';
import { readTexts } from './passes/texts';
import { readUnlisted } from './passes/unlisted';
import { readWindows, settleMix, settleWindow } from './passes/windows';
import type { DimensionWish, Wish } from './wish';

/** What is surest first: what it takes can't be taken for something else. */
const PASSES = [readWindows, readPeriods, readTexts, readFilters, readKinds, readSorting, readAxes, readOwnClasses, readClasses, readComparisons, readExtremes, readFormulas, readHowLong, readExtremeDates, readRankedRows, readRanking, readDivisions, readConditions, readUnlisted, readSold, readGroups, readRatios, readShareOf, readMeasures, moveRanked];

/** What the passes took, made into one wish: each settles what was before it. */
const SETTLED: ((clause: Clause) => void)[] = [
  datesLast,
  countParts,
  rankByCount,
  settleWindow, settleMix,
  eachDay,
  nameKeys,
  comparedGroups, crossed, chartsApart,
  ({ wish, catalogue }) => groupTable(wish, catalogue),
  ({ wish }) => countWhatHas(wish),
  isOfEverything, onlyDone, listDate, nearestGroups,
  alignValues,
  ({ wish }) => oneOfEach(wish),
  refuseInside, settleRepeats, readTwiceNot, readAlternatives, readFirstsOfEach, rankOwners,
];

/** Reads one clause. `context` are the tables the prompt is about so far, nearest first. Marks the items it uses. */
export function readWish(items: readonly Item[], context: readonly Entity[], catalogue: Catalogue): Wish {
  const clause = new Clause(items, context, catalogue);
  for (const pass of PASSES) pass(clause);
  for (const word of clause.open()) if (word.mark?.is === 'break') clause.take(word);
  for (const settle of SETTLED) settle(clause);
  clause.wish.unknown = unknownOf(clause);
  return clause.wish;
}

/** "customers with revenue and last order date": a date is told of each, and nothing is ranked by it that has a number. */
function datesLast({ wish }: Clause): void {
  const isDate = (m: Wish['measures'][number]) => m.name.kind === 'field' && m.name.field.role === 'time';
  if (wish.measures.some(isDate)) wish.measures = [...wish.measures.filter((m) => !isDate(m)), ...wish.measures.filter(isDate)];
}

/** "top 10 cities by orders": by how many of them, and not within each. */
function rankByCount({ wish, words }: Clause): void {
  const [only, ...others] = wish.by;
  const [field, ...fields] = wish.loose;
  const [thing, ...things] = wish.entities;
  const isPlain = wish.top !== null && wish.measures.length === 0 && only?.kind === 'entity' && others.length + fields.length + things.length === 0;
  const joint = words.find((w) => w.mark?.is === 'by');
  const counted = joint && words[joint.at + 1];
  if (!isPlain || joint?.lower !== 'by' || !counted || stem(counted.lower) === counted.lower || counted.links[0]?.name.entity !== only.entity) return;
  const ranked = field && !thing && field.field.role !== 'measure' && field.field.role !== 'time' ? { kind: 'field' as const, field: field.field, entity: field.entity } : thing && !field && thing !== only.entity ? { kind: 'entity' as const, entity: thing } : null;
  if (!ranked) return;
  wish.measures = [{ aggregate: 'count', name: { kind: 'entity', entity: only.entity }, where: [] }];
  [wish.by, wish.loose, wish.entities] = [[ranked], [], []];
}

/** "a line with the daily highs and lows": a point for each day. */
function eachDay({ wish, words }: Clause): void {
  if (wish.bucket === null && wish.by.length === 0 && (wish.charts.includes('line') || wish.charts.includes('area')) && words.some((w) => w.lower.startsWith('daily ') && w.taken)) wish.bucket = 'day';
}

/** "customers with their support rep": a key is shown by what it points at, unless the key itself was named. */
function nameKeys({ wish, catalogue }: Clause): void {
  wish.loose = wish.loose.map((l) => {
    const key = l.entity.table.foreignKeys.find((k) => k.columns.length === 1 && k.columns[0] === l.field.column);
    const parent = key && !/\b(ids?|keys?|codes?|numbers?|nr|no)\b/i.test(l.item.lower) ? catalogue.entities.find((e) => e.binding === l.entity.binding && e.table.name === key.references.table) : undefined;
    return parent?.title && parent !== l.entity ? { ...l, field: parent.title, entity: parent } : l;
  });
}

/** "Germany against France, monthly", "day and night as separate bars": values that are set against each other are groups. */
function comparedGroups(clause: Clause): void {
  const { wish, words } = clause;
  // "two lines", "separate lines for day and night"
  if (words.some((w) => ((w.mark?.is === 'by' && /^(separate|one) /.test(w.lower)) || (w.mark?.is === 'chart' && (/^(lines|curves)$/.test(w.lower) || (/^(bars|areas)$/.test(w.lower) && /^(two|three|four|five|six|[2-6])$/.test(clause.before(w)?.lower ?? ''))))) && wish.by.length === 0)) {
    wish.split = true;
    for (const word of words) if (word.number !== null && clause.after(word)?.mark?.is === 'chart') clause.settle(word);
  }
  const values = wish.conditions.find((c) => c.kind === 'values' && !c.negated && c.values.length > 1);
  const numbers = [...wish.measures, ...wish.loose].filter((n) => !('field' in n) || n.field.source.type === 'number').length;
  const isAgainst = wish.relation && wish.charts.every((view) => view !== 'scatter') && (numbers !== 2 || wish.table);
  // "Brazil or Portugal, who spends more?"
  const isAsked = words.some((w) => /^(more|better|higher)$/.test(w.lower)) && words.some((w) => w.lead.some((l) => /^(who|which)$/.test(l)));
  if (isAsked) for (const word of words) if (/^(more|better|higher)$/.test(word.lower)) clause.settle(word);
  // "average cost for small, medium and large animals": an average of all of them says little.
  const isAveraged = wish.measures.some((m) => m.aggregate === 'avg') && wish.by.length === 0 && wish.bucket === null && !wish.stat && values?.kind === 'values' && isListedFor(clause, values.values.map(String));
  if (values?.kind !== 'values' || !(isAgainst || isAsked || isAveraged || wish.style === 'grouped') || wish.by.some((d) => d.kind === 'field' && d.field === values.field)) return;
  wish.by.push({ kind: 'field', field: values.field, entity: values.entity });
  wish.relation = false;
}

/** "a heatmap of genres against media types, number of tracks": what is set against each other are the groups. */
function crossed({ wish }: Clause): void {
  const groups = wish.entities.filter((entity) => !wish.measures.some((m) => m.name.kind === 'entity' && m.name.entity === entity));
  if (!wish.charts.includes('heatmap') || !wish.relation || wish.by.length > 0 || wish.measures.length === 0 || groups.length + wish.loose.length !== 2) return;
  wish.by = [...groups.map((entity): DimensionWish => ({ kind: 'entity', entity })), ...wish.loose.map(({ field, entity }): DimensionWish => ({ kind: 'field', field, entity }))];
  [wish.entities, wish.loose, wish.relation] = [[], [], false];
}

/** "bar charts of orders by region and by segment", "two charts": as many as there are groupings. */
function chartsApart(clause: Clause): void {
  const { wish, words } = clause;
  const plural = words.find((w) => w.mark?.is === 'chart' && /(?:charts|graphs|plots|diagrams|pies|donuts|doughnuts)$/.test(w.lower));
  const groupings = wish.by.length + Number(wish.bucket !== null) + Number(wish.secondBucket !== null);
  const isCounted = plural !== undefined && clause.before(plural)?.number === groupings;
  // "line charts of revenue by month and region": lines, of which each has a colour.
  wish.apart = plural !== undefined && groupings > 1 && wish.style === null && !wish.split && (wish.bucket === null || isCounted);
}

/** "everything that's open: date, customer": the rows, and not whose they are. */
function isOfEverything({ wish, words }: Clause): void {
  const [entity] = everythingThat(words);
  if (!entity || wish.by.length > 0 || wish.charts.length > 0) return;
  wish.entities = [entity, ...wish.entities.filter((e) => e !== entity)];
  wish.table = true;
}

/** "tickets opened per topic": by topic, and by no time. */
function onlyDone(clause: Clause): void {
  const { wish, words } = clause;
  if (wish.by.length === 0 || wish.bucket !== null) return;
  const isOnly = ({ field, entity, item }: Wish['loose'][number]) => {
    const at = words.findIndex((w) => w.start === item.start);
    const [before, after] = [words[at - 1], words[at + 1]];
    return field.role === 'time' && item.lower.endsWith('ed') && before?.links[0]?.name.kind === 'entity' && before.links[0].name.entity === entity && after?.mark?.is === 'by';
  };
  const done = wish.loose.find(isOnly);
  if (!done) return;
  clause.settle(words.find((w) => w.start === done.item.start));
  wish.time ??= done.field;
  wish.loose = wish.loose.filter((l) => l !== done);
}

/** "a table: date, airport and species": the time of its rows. */
function listDate(clause: Clause): void {
  const { wish, words } = clause;
  const entity = wish.entities[0] ?? wish.loose[0]?.entity ?? clause.context[0];
  const isAlone = (w: Word) => [clause.before(w), clause.after(w)].every((beside) => beside === undefined || beside.mark?.is === 'break') && w.at > 0;
  const date = words.find((w) => w.lower === 'date' && !w.taken && w.mark?.is === 'bucket' && isAlone(w));
  if (!wish.table || wish.bucket !== null || !entity?.time || !date || wish.loose.some((l) => l.field === entity.time)) return;
  clause.settle(date);
  wish.loose = [...wish.loose, { field: entity.time, entity, item: date }].toSorted((a, b) => a.item.start - b.item.start);
}

/** "click a row for its items": what belongs to a row has no place where it opens. */
function refuseInside({ wish, words, context, catalogue }: Clause): void {
  const detail = words.find((w) => w.mark?.is === 'detail');
  if (!detail) return;
  const named = (isThere: (w: Word) => boolean) => words.flatMap((w) => (isThere(w) && !w.mark && w.links[0]?.name.kind === 'entity' ? [w.links[0].name.entity] : []));
  const before = named((w) => w.at < detail.at);
  const inside = named((w) => w.at > detail.at).filter((e) => !before.includes(e));
  const base = wish.entities.find((e) => !inside.includes(e)) ?? context.find((e) => !inside.includes(e));
  const own = base ? [...new Set(inside)].filter((e) => pathBetween(catalogue, e, base) !== null || catalogue.entities.some((link) => pathBetween(catalogue, link, base)?.length === 1 && pathBetween(catalogue, link, e)?.length === 1)) : [];
  if (!base || own.length === 0) return;
  wish.entities = wish.entities.filter((e) => !own.includes(e));
  for (const word of words) if (word.links[0]?.name.kind === 'entity' && own.includes(word.links[0].name.entity)) Object.assign(word, { settled: true });
  wish.problems.push(`What opens are a row’s own columns: ${listed(own.map((e) => e.plural), 'and')} of ${base.plural} can’t be in there.`);
}

/** "countries", of whom two tables have one: that which what is measured reaches first. */
function nearestGroups({ wish, words, catalogue }: Clause): void {
  const base = wish.measures[0]?.name.entity ?? wish.entities[0];
  if (!base) return;
  const isNamed = (entity: Entity) => words.some((w) => !w.mark && w.links[0]?.name.kind === 'entity' && w.links[0].name.entity === entity);
  wish.by = wish.by.map((d) => {
    const near = isNamed(d.entity) ? d : nearestAlike(d, base, catalogue);
    if (near !== d) wish.assumptions = wish.assumptions.filter((said) => !said.includes(` is taken from ${d.entity.plural};`));
    return near;
  });
}

/** "one line per country, only for France and Canada": the country that it is grouped by, though another table has one too. "small, medium and large animals": sizes, though a damage is medium too. */
function alignValues(clause: Clause): void {
  const { wish } = clause;
  const grouped = wish.by.flatMap((d) => (d.kind === 'field' ? [d] : []));
  wish.conditions = wish.conditions.map((c) => {
    if (c.kind !== 'values') return c;
    const has = (field: Field) => field !== c.field && field.role === c.field.role && c.values.every((v) => field.source.values?.includes(String(v)));
    const beside = wish.conditions.flatMap((d) => (d.kind === 'values' && !d.negated && !c.negated && c.values.length === 1 && has(d.field) && isListed(clause, String(c.values[0]), d.values.map(String)) ? [d] : []));
    const same = grouped.find((d) => has(d.field)) ?? beside[0];
    return same ? { ...c, field: same.field, entity: same.entity } : c;
  });
}

/** "for small, medium and large", and not "small or large". */
function isListedFor(clause: Clause, values: readonly string[]): boolean {
  const said = clause.words.filter((w) => values.some((value) => value.toLowerCase() === w.lower));
  const [first] = said;
  const last = said.at(-1);
  const joints = first && last ? clause.words.slice(first.at, last.at) : [];
  return first !== undefined && said.length === values.length && first.lead.includes('for') && !joints.some((w) => w.lower === 'or');
}

/** Whether a value stands in a list with others, and not by itself. */
function isListed(clause: Clause, value: string, others: readonly string[]): boolean {
  const known = new Set(others.map((other) => other.toLowerCase()));
  const neighbour = (from: Word, step: -1 | 1) => {
    let at = from.at + step;
    while (clause.words[at]?.mark?.is === 'break') at += step;
    return Math.abs(at - from.at) > 1 ? clause.words[at] : undefined;
  };
  return clause.words.some((w) => w.lower === value.toLowerCase() && ([-1, 1] as const).some((step) => known.has(neighbour(w, step)?.lower ?? '')));
}

/** "small / medium / large": no row is two of them, so it's any. */
export function oneOfEach(wish: Wish): void {
  const isIs = (c: Wish['conditions'][number]) => c.kind === 'values' && !c.negated;
  const fields = new Set(wish.conditions.flatMap((c) => (c.kind === 'values' && isIs(c) ? [c.field] : [])));
  for (const field of fields) {
    const [first, ...others] = wish.conditions.filter((c) => c.kind === 'values' && isIs(c) && c.field === field);
    if (first?.kind !== 'values' || others.length === 0) continue;
    const values = [...new Set([first, ...others].flatMap((c) => (c.kind === 'values' ? c.values : [])))];
    wish.conditions = wish.conditions.flatMap((c) => (c === first ? [{ ...first, values }] : others.includes(c) ? [] : [c]));
  }
}

/** "average total, that is one average per month": said again, and no second number. */
function settleRepeats(clause: Clause): void {
  for (const word of clause.marked('aggregate')) if (clause.wish.measures.some((m) => m.aggregate === word.mark.aggregate)) clause.settle(word);
}

/** "skipping those without stock": what is left out has none, so what stays has some. */
function readTwiceNot(clause: Clause): void {
  const { wish } = clause;
  const outer = clause.words.find((w) => w.mark?.is === 'not' && !w.taken && (w.at === 0 || clause.before(w)?.mark?.is === 'break'));
  const inner = outer && clause.words.find((w) => w.at > outer.at && w.taken && (w.mark?.is === 'not' || w.mark?.is === 'compare'));
  if (!outer || !inner || wish.conditions.length !== 1 || wish.periods.length > 0) return;
  clause.take(outer);
  wish.conditions = wish.conditions.map(opposite);
}

/** "number of customers with more than 3 orders": how many groups come to so much. */
function countWhatHas(wish: Wish): void {
  const [only, ...others] = wish.measures;
  const { having } = wish;
  if (!only || others.length > 0 || !having?.of || wish.by.length + wish.charts.length > 0 || wish.bucket !== null) return;
  const { name } = only;
  if (name.kind === 'entity' && only.aggregate === 'count' && having.of !== name.entity) wish.entities = [name.entity];
  else if (name.kind === 'field' && name.field.role !== 'measure' && ['count', 'distinct'].includes(only.aggregate ?? '') && having.of === name.entity) wish.by = [{ kind: 'field', field: name.field, entity: name.entity }];
  else return;
  [wish.measures, wish.countsGroups] = [[], true];
}

/** "orders of the 5 biggest customers": rows aren't narrowed by a ranking, so the ranking itself is shown. */
function rankOwners({ wish, words }: Clause): void {
  const top = words.find((w) => w.mark?.is === 'top' || w.mark?.is === 'best' || (w.mark?.is === 'aggregate' && /^(biggest|smallest)$/.test(w.lower)));
  const ranked = top && words.find((w) => w.at > top.at && w.at <= top.at + 2 && !w.mark && w.links[0]?.name.kind === 'entity')?.links[0]?.name.entity;
  const first = top && words.find((w) => w.at < top.at && !w.mark && w.links[0]?.name.kind === 'entity')?.links[0]?.name.entity;
  const isOf = top?.lead.some((l) => l === 'of' || l === 'from' || l === 'by') || (top && words[top.at - 1]?.number !== null && words[top.at - 1]?.lead.some((l) => l === 'of' || l === 'from' || l === 'by'));
  const isOnlyThem = wish.by.every((d) => d.kind === 'entity' && (d.entity === first || d.entity === ranked)) && wish.measures.every((m) => m.name.kind === 'entity' && (m.name.entity === first || m.name.entity === ranked));
  if (!wish.top || !ranked || !first || ranked === first || !isOf || !isOnlyThem) return;
  wish.entities = [];
  wish.by = [{ kind: 'entity', entity: ranked }];
  wish.measures = [{ aggregate: 'count', name: { kind: 'entity', entity: first }, where: [] }];
  [wish.table, wish.sort] = [false, null];
  wish.problems.push(`I can’t narrow ${first.plural} to the first ${ranked.plural}, so those are shown by how many ${first.plural} they have.`);
}

/** "lowest and highest income per region": both of one number, and no ranking. */
function readExtremes(clause: Clause): void {
  for (const word of [...clause.marked('top'), ...clause.marked('superlative')]) {
    const joint = clause.after(word);
    const other = joint && isJoint(joint) ? clause.after(joint) : undefined;
    if ((other?.mark?.is === 'top' || other?.mark?.is === 'superlative') && other.mark.descending !== word.mark.descending && clause.numberOf(clause.after(other))) {
      for (const each of [word, other]) asAggregate(each);
      clause.take(joint);
    } else if (isOneOfSeveral(clause, word)) asAggregate(word);
  }
}

/** "average wind and highest temperature for each weather": one of several numbers of the groups. */
function isOneOfSeveral(clause: Clause, word: Word): boolean {
  const [before, after] = [clause.before(word), clause.after(word)];
  const isSecond = before !== undefined && isJoint(before) && clause.words.slice(0, word.at).some((w) => w.mark?.is === 'aggregate');
  return isSecond && after?.number === null && clause.numberOf(after, null, true) !== null && clause.words.some((w) => w.mark?.is === 'by' || w.mark?.is === 'bucket');
}

function asAggregate(word: Word): void {
  if (word.mark?.is === 'top' || word.mark?.is === 'superlative') word.mark = { is: 'aggregate', aggregate: word.mark.descending ? 'max' : 'min' };
}

/** "profit by region", where nothing is called profit. */
function unknownOf(clause: Clause): string[] {
  const by = clause.words.find((w) => w.mark?.is === 'by');
  return clause.open().filter((w) => w.mark === null && w.number === null && by !== undefined && w.at < by.at).map((w) => w.text);
}

/** "top customers by revenue": what stands in front of "by" is grouped, what follows is measured. */
function moveRanked({ wish, words }: Clause): void {
  if (!(wish.top || wish.byNumber) || wish.by.length > 0 || wish.bucket) return;
  if (!wish.top && (wish.table || wish.measures.length === 0)) return;
  const [subject] = wish.entities;
  const joint = words.find((w) => w.mark?.is === 'break' && w.mark.strength === 'with');
  const isWith = joint !== undefined;
  // "top 10 customers with their number of orders and revenue"
  if (wish.top && isWith && subject && wish.measures.length > 1 && wish.charts.length === 0 && wish.measures.every((m) => m.name.kind !== 'entity' || m.name.entity !== subject)) {
    wish.by.push({ kind: 'entity', entity: subject });
    wish.entities = wish.entities.filter((e) => e !== subject && !wish.measures.some((m) => m.name.kind === 'entity' && m.name.entity === e));
    wish.measures.sort((a, b) => Number(b.name.kind === 'measure') - Number(a.name.kind === 'measure'));
    [wish.charts, wish.table] = [['table'], false];
    return;
  }
  // "top 20 customers with country and total revenue": the country is one more column of each.
  const told = wish.loose.filter((l) => l.field.role !== 'measure' && l.field.role !== 'time' && l.entity === subject && joint !== undefined && l.item.start > joint.start);
  const [own, ...further] = wish.measures;
  // "top 10 countries with region and income", of a table with a row for each.
  if (wish.top && subject?.title?.source.distinct === subject?.table.rows && subject && told.length > 0 && told.length === wish.loose.length && own?.name.kind === 'field' && own.name.entity === subject && own.aggregate === null && further.length === 0 && wish.charts.length === 0) {
    wish.sort = { name: own.name, axis: null, descending: wish.top.descending };
    wish.table = true;
    return;
  }
  if (wish.top && isWith && subject && told.length > 0 && told.length === wish.loose.length && wish.charts.length === 0 && wish.measures.every((m) => m.name.kind === 'measure' || m.aggregate === 'count')) {
    wish.by.push({ kind: 'entity', entity: subject }, ...told.filter((l) => l.field !== subject.title).map(({ field, entity }) => ({ kind: 'field' as const, field, entity })));
    wish.entities = wish.entities.filter((e) => e !== subject);
    [wish.charts, wish.table, wish.loose] = [['table'], false, []];
    return;
  }
  // "a table of the top 5 products with revenue and quantity"
  if (wish.top && wish.table && subject && [...wish.measures.map((m) => m.name.entity), ...wish.loose.map((l) => l.entity)].some((e) => e !== subject)) {
    const numbers = wish.loose.filter((l) => l.field.role === 'measure');
    wish.measures.push(...numbers.map((l) => ({ aggregate: null, name: { kind: 'field' as const, field: l.field, entity: l.entity }, where: [] })));
    wish.loose = wish.loose.filter((l) => !numbers.includes(l));
    wish.by.push({ kind: 'entity', entity: subject });
    wish.entities = wish.entities.filter((e) => e !== subject);
    [wish.charts, wish.table] = [['table'], false];
    return;
  }
  // "the five countries with the biggest population"
  const number = wish.top && subject ? wish.loose.find((l) => l.field.role === 'measure' && l.entity === subject) : undefined;
  if (number && wish.top) {
    wish.sort = { name: { kind: 'field', field: number.field, entity: number.entity }, axis: null, descending: wish.top.descending };
    wish.loose = wish.loose.filter((l) => l !== number);
    wish.table = true;
    return;
  }
  const loose = wish.loose.shift();
  if (loose) wish.by.push({ kind: 'field', field: loose.field, entity: loose.entity });
  else if (wish.entities[0] && !wish.table && (wish.top || !wish.measures.some((m) => m.name.kind === 'entity' && m.name.entity === wish.entities[0]))) wish.by.push({ kind: 'entity', entity: wish.entities.shift() as Entity });
}
