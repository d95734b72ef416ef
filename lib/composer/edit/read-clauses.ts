import { unmetProblem } from '../account/unmet';
import { unmetByEdit } from '../account/unmet-edit';
import { listed } from '../build/conditions';
import { clausesOf } from '../read/clauses';
import { type Item, linkItems } from '../read/link';
import { isAboutSomething, onlyNarrows } from '../read/says';
import { unreadOf } from '../read/read';
import { readWish } from '../read/read-wish';
import type { Wish } from '../read/wish';
import { tokenize } from '../words/tokens';
import type { Verb } from '../words/words';
import { add, countedToo, measureToo, numberOfRanked } from './blocks/add';
import { attribute } from './columns/attributes';
import { converted, makeChange, redated } from './change-edits';
import { changedColumns, hidden, keptOnly, shownToo } from './columns/column-edits';
import type { Editing } from './editing';
import { includeToo, isNarrowing, narrow, unnarrowed } from './rows/narrow-edits';
import { countedOnes, narrowedNouns } from './said/ones';
import { isOnlyKind } from './said/replacement';
import { ALSO, exchanged, INSTEAD, ONLY_THE, SPLIT, WITHOUT_THE } from './said/phrases';
import { keepOnly, remove } from './blocks/remove';
import { missingNth, nthBlock, saidOrdinal, saysKind } from './targets';
import { comparedValues, thoseWith } from './rows/value-edits';

/** Carries out a follow-up clause by clause; what is in none of them is unread. */
export function readClauses(editing: Editing, prompt: string): void {
  const missing = missingNth(editing.plan.blocks, prompt);
  if (missing) return void editing.problems.push(`There is no ${missing} on the page, so nothing was changed.`);
  const items = linkItems(tokenize(exchanged(either(editing, prompt))), editing.index, editing.now);
  let verb: Verb | null = null;
  for (const clause of clausesOf(items)) {
    const wish = { ...countedOnes(narrowedNouns(comparePeriodsOfFigures(readWish(clause, editing.context(items), editing.catalogue)), clause)), items: clause };
    editing.assumptions.push(...wish.assumptions);
    editing.problems.push(...wish.problems);
    verb = verbOf(clause) ?? (goesOn(items, clause) ? verb : null);
    for (const [at, item] of clause.entries()) if (item.mark?.is === 'verb' || isOfNumber(item, clause[at - 1])) item.used = true;
    const before = editing.done.length;
    apply(editing, verb, wish, clause, prompt);
    if (editing.done.length > before && editing.problems.length === 0 && !INSTEAD.test(prompt) && !WITHOUT_THE.test(prompt) && !NO_COLUMN.test(prompt)) editing.problems.push(...unmetProblem(unmetByEdit(clause, verb, editing.plan, editing.catalogue)));
  }
  const ordinal = nthBlock(editing.plan.blocks, prompt) || editing.done.length ? saidOrdinal(prompt) : null;
  editing.unread.push(...unreadOf(items).filter((word) => word.toLowerCase() !== ordinal));
}

/** "only countries in Europe", of bars by country: what narrows them, and not what they are. */
function ofThoseShown(editing: Editing, wish: Wish, clause: readonly Item[]): Wish {
  const isShown = ({ field }: Wish['loose'][number]) => editing.plan.blocks.some((b) => b.asked !== false && b.type === 'chart' && [b.by, b.series].some((d) => d?.field.table === field.table && d.field.column === field.column));
  const isNarrowed = wish.conditions.some((c) => c.kind === 'values' && !wish.loose.some((l) => l.field === c.field));
  return isNarrowed && wish.loose.length > 0 && clause.some((i) => i.mark?.is === 'only') && wish.loose.every(isShown) ? { ...wish, loose: [] } : wish;
}

/** "oldest invoices first", of a table of invoices. */
function isOrderOfRows(editing: Editing, wish: Wish): boolean {
  const orders = (wish.latest !== null && wish.latest.count === null) || wish.sort !== null;
  return orders && wish.entities.length > 0 && !saysKind(wish) && wish.measures.length + wish.by.length === 0 && wish.entities.every((e) => editing.plan.blocks.some((b) => b.type === 'table' && b.asked !== false && b.table === e.table.name));
}

/** "quantity sold": the number that is named. */
function isOfNumber({ mark }: Item, before: Item | undefined): boolean {
  return mark?.is === 'sold' && before?.used === true && before.links.some(({ name }) => name.kind === 'field' || name.kind === 'measure');
}

/** "only urgent and high ones": of two values of one column rows have the one or the other. */
function either(editing: Editing, prompt: string): string {
  const said = /^\s*(?:please\s+)?(?:show\s+|keep\s+)?only\b.*\sand\s/i.test(prompt) ? prompt.replace(/\s+and\s+/gi, ' or ') : null;
  const wish = said && editing.exactly(said);
  const [only, ...others] = wish ? wish.conditions : [];
  return said && wish && onlyNarrows({ ...wish, entities: [] }) && only?.kind === 'values' && only.values.length > 1 && others.length === 0 ? said : prompt;
}

/** What is there comes first; what is about none of it is new. */
function apply(editing: Editing, verb: Verb | null, said: Wish, clause: readonly Item[], prompt: string): void {
  const compared = comparedValues(editing.plan.blocks, said);
  // "compare with Canada", of bars by country that show Germany only.
  if (said.versus && compared === null && onlyNarrows({ ...said, versus: false }) && said.periods.length === 0 && includeToo(editing, said)) return;
  const each = perRow(editing, said);
  if (each && verb !== 'remove' && makeChange(editing, each, { change: true, instead: true, splits: false }, prompt)) return;
  const shown = compared ?? ofThoseShown(editing, said, clause);
  // "only strikes with damage" names rows, and no table that they would be in.
  const wish = shown.table && clause.some((i) => i.mark?.is === 'only') && !/\b(?:tables?|lists?|rows?|columns?)\b/i.test(prompt) ? { ...shown, table: false } : shown;
  const isChange = verb === 'change' || verb === 'instead' || verb === 'move';
  if (verb === 'remove') remove(editing, wish, { isFilter: clause.some((i) => i.mark?.is === 'filter'), isColumn: clause.some((i) => i.mark?.is === 'columns'), unknown: unreadOf(clause).length > 0 ? unknown(clause) : null, prompt });
  else if (verb === 'change' && converted(editing, wish)) return;
  else if (redated(editing, wish)) return;
  else if ((verb === 'add' || ALSO.test(prompt) || (verb === null && AND_ONES.test(prompt))) && numberOfRanked(editing, countedToo(editing, wish))) return;
  else if ((verb === 'add' || ALSO.test(prompt)) && measureToo(editing, countedToo(editing, wish))) return;
  else if ((verb === 'add' || ALSO.test(prompt) || (verb === null && (AND_ONES.test(prompt) || AND_YEAR.test(prompt)))) && onlyNarrows(wish) && includeToo(editing, wish)) return;
  else if (editing.took(changedColumns(editing.plan.blocks, { verb, wish, clause }, editing.catalogue)) || ((verb === 'add' || ALSO.test(prompt) || WITH.test(prompt) || (verb === null && (AND_THE.test(prompt) || SHOW_ONES.test(prompt)) && editing.plan.blocks.every((b) => b.type === 'table' || b.asked === false))) && !SPLIT.test(prompt) && editing.took(shownToo(editing.plan.blocks, wish, clause, editing.catalogue)))) return;
  else if ((verb === 'add' || ALSO.test(prompt) || THEIR.test(prompt)) && !SPLIT.test(prompt) && attribute(editing, wish, prompt)) return;
  else if (verb !== 'add' && ONLY_THE.test(prompt) && keepOnly(editing, wish)) return;
  else if ((WITHOUT_THE.test(prompt) || NO_COLUMN.test(prompt)) && editing.took(hidden(editing.plan.blocks, wish, editing.catalogue))) return;
  else if (WITHOUT_THE.test(prompt) && unnarrowed(editing, wish)) return;
  else if (clause.some((i) => i.mark?.is === 'only') && editing.took(keptOnly(editing.plan.blocks, wish, editing.catalogue))) return;
  else if (editing.took(thoseWith(editing.plan.blocks, wish, clause, editing.catalogue))) return;
  else if (verb !== 'add' && isNarrowing(editing, wish, clause) && unreadOf(clause).length > 0 && (isFarFetched(wish, clause) || wish.conditions.some((c) => c.kind === 'empty'))) editing.problems.push(`${unknown(clause)}, so nothing was narrowed.`);
  else if (verb === null && isNarrowing(editing, wish, clause) && beginsUnknown(clause)) editing.problems.push(`${unknown(clause)}, so nothing was narrowed.`);
  else if ((verb !== 'add' || clause.some((i) => i.mark?.is === 'only')) && isNarrowing(editing, wish, clause)) narrow(editing, wish);
  else if (WITH.test(prompt) && wish.by.length + wish.loose.length > 0 && wish.measures.length === 0 && saidFull(editing)) return;
  else if (verb === null && !INSTEAD.test(prompt) && isOnlyAggregate(wish) && unreadOf(clause).length > 0) editing.problems.push(`${unknown(clause)}, so nothing was changed.`);
  else if (verb === null && beginsUnknown(clause) && !saysKind(wish) && wish.filters.length === 0 && (wish.byNumber || wish.by.length > 0)) editing.problems.push(`${unknown(clause)}, so nothing was changed.`);
  else if (!(AND_DRAWN.test(prompt) && namesAnother(editing, wish)) && (verb !== 'add' || SPLIT.test(prompt) || compared !== null || isOnlyStyle(wish)) && makeChange(editing, wish, { few: compared !== null, change: isChange || THEM_AS_TABLE.test(prompt) || (isOnlyKind(wish) && wish.charts.every((view) => view === null)) || isOrderOfRows(editing, wish) || clause.some((i) => i.lower === 'as' || i.mark?.is === 'only'), instead: INSTEAD.test(prompt) || becomes(verb, wish), splits: compared !== null || WITH.test(prompt) || SPLIT.test(prompt) || (ALSO.test(prompt) && (wish.by.length > 0 || (wish.bucket !== null && wish.bucket !== 'auto' && wish.measures.length + wish.entities.length === 0))), ...rankingSaid(clause) }, prompt)) return;
  else if (verb !== 'add' && clause.some((i) => i.mark?.is === 'only') && unreadOf(clause).length > 0) editing.problems.push(`${unknown(clause)}, so nothing was narrowed.`);
  else if (verb === null && isOnlyTime(wish)) editing.problems.push(`I don’t know what to show of “${wish.loose[0]?.item.text}”, so nothing was added.`);
  else if (verb !== 'add' && isOfNothing(wish, clause)) editing.problems.push('I don’t know which rows those are, so nothing was narrowed.');
  else if (verb !== 'add' && !ALSO.test(prompt) && isGuess(wish, clause)) editing.problems.push(`${unknown(clause)}, so nothing was added.`);
  else if (verb === null && LEAVES_OUT.test(prompt) && isAboutSomething(wish)) editing.problems.push('I found nothing like that on the page to leave out.');
  else {
    const before = editing.plan.blocks;
    add(editing, ALSO.test(prompt) ? countedToo(editing, wish) : wish);
    // Whoever names something doesn't say by that whether it comes to what is there.
    if (verb === null && !ALSO.test(prompt) && !SAYS_MORE.test(prompt) && editing.plan.blocks.length > before.length) editing.assumptions.push('It was added beside what was there: say “instead” if it is to take its place.');
  }
}

/** "and the number of tickets as bars" */
const AND_DRAWN = /^\s*(?:and|also|plus)\b.*\bas\s+(?:an?\s+)?(?:\p{L}+\s+)?(?:bars?|lines?|area|pie|donut|chart|columns|figure|number)[\s.!]*$/iu;

/** Whether a number is named that no chart shows. */
function namesAnother(editing: Editing, wish: Wish): boolean {
  const labels = editing.plan.blocks.filter((b) => b.asked !== false).flatMap((b) => (b.type === 'chart' ? b.measures : b.type === 'stat' ? [b.measure] : []).map((m) => m.label));
  const counted = [...wish.entities, ...wish.measures.flatMap((m) => (m.aggregate === 'count' && m.name.kind === 'entity' ? [m.name.entity] : []))];
  return counted.some((e) => !labels.includes(e.plural)) || wish.measures.some(({ name }) => (name.kind === 'measure' && !labels.includes(name.measure.measure.label)) || (name.kind === 'field' && !labels.some((l) => l.includes(name.field.label))));
}

/** "without the median": nothing is to come by that. */
const LEAVES_OUT = /^\s*(?:(?:please|and|but|now)[\s,]+)*(?:without|minus|except(?:\s+for)?|excluding|no|not)\b/i;

/** "and the average discount", "another pie", "a table below" */
const SAYS_MORE = /^\s*(?:and|plus|an?|another|second|one\s+more|with)\b|\b(?:next\s+to|beside|below|underneath|under|above|alongside|more|extra|additional|another)\b/i;

/** "average cost per strike", of the cost of strikes per year: of all of them, the average. */
function perRow(editing: Editing, wish: Wish): Wish | null {
  const [only, ...others] = editing.plan.blocks.filter((b) => b.asked !== false);
  const [[measure], [by]] = [wish.measures, wish.by];
  const isBare = wish.measures.length <= 1 && wish.by.length === 1 && wish.loose.length + wish.conditions.length + wish.periods.length + wish.filters.length === 0 && wish.bucket === null && !saysKind(wish) && !wish.top;
  if (!isBare || only?.type !== 'chart' || others.length > 0 || (measure ? measure.aggregate : wish.aggregate) !== 'avg' || by?.kind !== 'entity' || by.entity.table.name !== only.table || by.entity.table.name === only.by.field.table && only.by.bucket === null && by.entity.title?.column === only.by.field.column) return null;
  return { ...wish, by: [] };
}

/** "add the running total": how a chart is drawn, and nothing of its own. */
function isOnlyStyle(wish: Wish): boolean {
  return wish.style !== null && wish.measures.length + wish.entities.length + wish.by.length + wish.loose.length + wish.conditions.length + wish.periods.length + wish.filters.length === 0 && !saysKind(wish) && (wish.bucket === null || wish.bucket === 'auto');
}

/** A table of groups with several columns can't have a second grouping as well, which is said. */
function saidFull(editing: Editing): boolean {
  const full = editing.plan.blocks.find((b) => b.asked !== false && b.type === 'chart' && b.view === 'table' && b.measures.length > 1);
  if (full) editing.problems.push(`“${full.title}” has a row for each, and several columns, so there is no room for a second grouping.`);
  return full !== undefined;
}

/** "and closed ones", "and the closed": beside those that are there. */
const AND_ONES = /^\s*and\s+(?!only\b|just\b|not?\b|without\b|then\b|now\b)[\p{L}\s]+$/iu;
/** "show album and artist", of the same. */
const SHOW_ONES = /^(?!.*\b(?:only|just|as|in|per|by|first|instead|with)\b)\s*(?:show|include|display|list)\s+(?:me\s+)?(?:the\s+|their\s+|its\s+)?[\p{L}\s,_-]+[.!?\s]*$/iu;
/** "and the price", of rows that are listed and nothing else. */
const AND_THE = /^\s*(?:and|plus)\s+(?:the|their|its)\s+[\p{L}\s_-]+[.!?\s]*$/iu;
/** "and 2014" */
const AND_YEAR = /^\s*and\s+(?:for\s+|in\s+)?(?:19|20)\d\d[\s.!?]*$/i;
/** "show them in a list with their revenue": what is there, in rows. */
const THEM_AS_TABLE = /\b(?:it|them|these|those|that|this)\s+(?:as|in|into)\s+an?\s+(?:\p{L}+\s+)?(?:table|list)\b/iu;
/** "no title pls": a column that stands there. */
const NO_COLUMN = /^\s*(?:please\s+)?no\s+(?!more\b|longer\b|one\b)[\p{L}\s_-]+(?:please)?[\s.!]*$/iu;
/** "with channel", of a chart. */
const WITH = /^\s*(?:(?:and|but|please)\s+)*with\s+(?!the\s+(?:most|least)\b)[\p{L}\s'’]+$/iu;
/** "with their category" */
const THEIR = /^\s*(?:(?:and|but|please|show|the\s+same)\s+)*(?:with|including|incl)\b|\b(?:their|its)\b/i;

/** "a logarithmic scale for income": what is left of words that weren't understood is no wish for a block that nobody named. */
function isGuess(wish: Wish, clause: readonly Item[]): boolean {
  return unreadOf(clause).length > 0 && isAboutSomething(wish) && !saysKind(wish) && !wish.overview && wish.filters.length === 0;
}

/** "label the biggest ones": a superlative is no wish for the highest, where what is to be done with it isn't understood. */
function isOnlyAggregate(wish: Wish): boolean {
  return wish.aggregate !== null && wish.bucket === null && !saysKind(wish) && !wish.sort && !wish.top && wish.measures.length + wish.by.length + wish.entities.length === 0;
}

/** "merge the small ones into other": a value by a part of its name, among words that mean nothing. */
function isFarFetched({ conditions, assumptions }: Wish, clause: readonly Item[]): boolean {
  return conditions.length > 0 && assumptions.some((said) => said.startsWith('Read ')) && !clause.some((i) => i.mark?.is === 'only' || i.mark?.is === 'not');
}

/** "who opened them": when something was is no wish for a chart. */
function isOnlyTime(wish: Wish): boolean {
  return wish.loose.length > 0 && wish.loose.every((l) => l.field.role === 'time') && wish.bucket === null && !saysKind(wish) && !wish.overview && wish.measures.length + wish.entities.length + wish.by.length + wish.conditions.length + wish.periods.length + wish.filters.length === 0;
}

/** "zap the low ones": what is to be done with what is named isn't known. */
function beginsUnknown(clause: readonly Item[]): boolean {
  const said = clause.filter((i) => i.mark?.is !== 'filler' && i.mark?.is !== 'break');
  return !said.some((i) => i.mark?.is === 'only' || i.mark?.is === 'not') && said[0]?.used === false && said[0].mark === null && (/^\p{Ll}/u.test(said[0].text) || (said[0].start === 0 && said[1]?.used === true));
}

/** "just the ones with damage": a column, and none of its values. */
function isOfNothing(wish: Wish, clause: readonly Item[]): boolean {
  return clause.some((i) => i.mark?.is === 'only') && !saysKind(wish) && wish.bucket === null && wish.conditions.length + wish.periods.length + wish.filters.length === 0 && isAboutSomething(wish);
}

function unknown(clause: readonly Item[]): string {
  return `I don’t know ${listed(unreadOf(clause).map((word) => `“${word}”`), 'and')}`;
}

/** "change it to revenue": a number and nothing else takes the place of what was measured. */
function becomes(verb: Verb | null, wish: Wish): boolean {
  const others = wish.by.length + wish.loose.length + wish.entities.length + wish.charts.length + wish.conditions.length + wish.periods.length + wish.filters.length;
  return verb === 'change' && wish.measures.length === 1 && others === 0 && wish.bucket === null && wish.aggregate === null && !saysKind(wish) && !wish.sort && !wish.top && !wish.style;
}

/** "rank by the average discount": that it ranks, and how its number is put together. */
function rankingSaid(clause: readonly Item[]): { ranks: boolean; sortAs: Wish['aggregate'] } {
  const at = clause.findIndex((i) => i.mark?.is === 'sort');
  const behind = clause.slice(at + 1).find((i) => i.mark?.is === 'aggregate')?.mark;
  return { ranks: at >= 0 && clause[at]?.lower.startsWith('rank') === true, sortAs: at >= 0 && behind?.is === 'aggregate' && !['count', 'distinct', 'share'].includes(behind.aggregate) ? behind.aggregate : null };
}

/** "compare with last year" is about the page's charts, whatever the period. */
function comparePeriodsOfFigures(wish: Wish): Wish {
  const ofYears = wish.versus && wish.periods.every((p) => p.kind === 'unit' && p.unit === 'year');
  return ofYears ? { ...wish, periods: [] } : wish;
}

/** "remove the pie and the table": after a comma or "and" the verb still holds. */
function goesOn(items: readonly Item[], clause: readonly Item[]): boolean {
  const [first] = clause;
  const before = first ? items[items.indexOf(first) - 1] : undefined;
  return before?.mark?.is === 'break' && before.mark.strength === 'soft';
}

function verbOf(clause: readonly Item[]): Verb | null {
  const verbs = clause.flatMap((i) => (i.mark?.is === 'verb' ? [i.mark.verb] : []));
  return verbs[0] ?? null;
}
