import { connect, latestRemark } from '../build/reach';
import { additionsIn, putAll, saysNoMore } from '../additions/additions';
import { type Catalogue, entityOf } from '../catalogue/entity';
import type { Chart, Plan } from '../plan';
import { oftenAsNumber } from '../read/how-often';
import { lengthProblem } from '../read/read';
import { onlyReadText, rowBrought } from '../read/row-writes';
import { addToChart } from './blocks/add';
import { allAgain } from './rows/all-again';
import { aggregated } from './said/aggregate-exchange';
import { withoutReason } from './said/asides';
import { turnedAxes } from './looks/axes';
import { besideEachOther } from './looks/beside-each-other';
import { rebound } from './rows/bound';
import { cannot } from './cannot';
import { cards } from './columns/cards';
import { exchangeNth } from './columns/column-exchange';
import { placedColumn } from './columns/column-places';
import { dateColumn } from './columns/date-column';
import { drawn } from './looks/drawn';
import { eachTable } from './blocks/each-table';
import { Editing, IS_SO } from './editing';
import { exchange } from './blocks/exchange';
import { dateOfEach, otherDate } from './numbers/date-of-each';
import { grandTotal } from './numbers/grand-total';
import { groupedRows } from './numbers/grouped-rows';
import { groupsWith } from './rows/groups-with';
import { undone, withHistory } from './history';
import { firstsOfEach } from './rows/first-of-each';
import { intoValues } from './rows/into-values';
import { relaned } from './looks/lanes';
import { goneByVerb, includeCalled, leaveOut, onlyCalled } from './rows/left-out';
import { move, resize, stoodOnTop, swap } from './looks/layout-edits';
import { widen } from './rows/narrow-edits';
import { numberColumn } from './numbers/number-column';
import { numberOfEach } from './numbers/number-of-each';
import { oneSeries } from './numbers/one-series';
import { removeCalled } from './blocks/remove';
import { chartOfGroups, chartOfThem, listOfThem } from './blocks/of-them';
import { fewOfRows, ordered, otherEnd, reversed } from './rows/ordered';
import { onlyThose } from './numbers/only-those';
import { endsAgain, partsOf, takesAway } from './said/parts';
import { OTHERWISE, plainly, PRAISE } from './said/phrases';
import { count, ranking } from './rows/ranking';
import { rebanded } from './numbers/rebanded';
import { rebinned } from './numbers/rebinned';
import { readClauses } from './read-clauses';
import { oneTable } from './blocks/one-table';
import { rename } from './looks/rename';
import { behind, otherEndToo, sameAgain } from './blocks/same-again';
import { exchangeNumber } from './numbers/scatter-exchange';
import { shareOfAll } from './numbers/share-of-all';
import { shares } from './numbers/shares';
import { sibling } from './numbers/sibling';
import { takenOff } from './rows/taken-off';
import { timesAgain } from './rows/times-again';
import { thoseHaving } from './rows/those-having';
import { type Titled, titledOf, withTitle } from './said/titled';
import { tableOfChart } from './blocks/table-of-chart';
import { spelledOut } from './said/typed';
import { valuesFirst } from './rows/values-first';
import { whereFrom } from './rows/where-from';
import { windows } from './numbers/windows';
import { chartOf, topBy, wholeTable } from './blocks/whole-table';

/** A follow-up: the Plan after it, with what was done and what could not be, in words. */
export type Edit = { plan: Plan; done: string[]; unread: string[]; problems: string[]; assumptions: string[] };

const UNDO = /^\s*(?:please\s+)?(?:undo|revert|go\s+back|take\s+(?:that|it)\s+back|(?:go\s+|change\s+it\s+|put\s+it\s+)?back\s+to\s+(?:(?:how|what|the\s+way)\s+it\s+(?:was|looked)(?:\s+before)?|the\s+(?:previous|last)\s+(?:one|version|chart|page)|before))(?:\s+(?:that|it|this|the\s+last\s+(?:change|step|edit)|one\s+step|last))?[\s.!]*$/i;
const THEME = /^\s*(?:please\s+)?(?:(?:make|turn|switch|set|use)\s+(?:it|this|the\s+page|everything)?\s*(?:to|into)?\s*)?(?:a\s+)?(dark|light)(?:\s+(?:mode|theme|background))?(?:\s*,?\s*please)?[\s.!]*$/i;

/** UTF-16 units. A follow-up is a sentence or two; what looks for its forms takes time that grows with the square of its length. */
const MAX_FOLLOW_UP = 2_000;

/** "Undo": there is nothing in it for a model to think about. */
export function isUndo(prompt: string): boolean {
  return UNDO.test(prompt);
}

/** The Plan after a follow-up: taken back, renamed, or edited. A Plan keeps what it was before. */
export function editPlan(plan: Plan, said: string, catalogue: Catalogue, now: Date): Edit {
  if (said.length > MAX_FOLLOW_UP) {
    const edit = editPlan(plan, said.slice(0, MAX_FOLLOW_UP), catalogue, now);
    return { ...edit, problems: [...edit.problems, `I read only the first ${MAX_FOLLOW_UP.toLocaleString('en-US')} characters.`] };
  }
  const typed = VERBATIM_TITLE.test(said) ? said : oftenAsNumber(said, catalogue);
  const prompt = ofShownYear(plan, withoutReason(spelledOut(typed.replaceAll(/[^\S\n]{2,}/g, ' '), catalogue, now)));
  const nothing = { done: [], unread: [], problems: [], assumptions: [] };
  if (UNDO.test(prompt)) {
    const before = undone(plan);
    return before ? { ...nothing, plan: before, done: ['Took the last change back.'] } : { ...nothing, plan, problems: ['There is nothing to take back. Earlier versions are in the list of versions.'] };
  }
  if (THEME.test(prompt)) return { ...nothing, plan, problems: ['Light or dark is each viewer’s own setting, so the page follows it.'] };
  const added = VERBATIM_TITLE.test(prompt) ? null : withAdditions(plan, prompt, catalogue, now);
  if (added) return added;
  const after = ratherShown(plan, prompt);
  if (after !== null) return editPlan(plan, after, catalogue, now);
  const average = averageOfRows(plan, prompt, catalogue);
  if (average) return editPlan(plan, average, catalogue, now);
  const row = rowBrought(prompt);
  if (row) return { ...nothing, plan, problems: [onlyReadText(row)] };
  const one = /^\s*(?:and|also|plus|then)?\s*(?:another\s+|also\s+)?(?:one|another)\s+(?:for|by|on|with)\s+(.+)$/i.exec(prompt);
  if (one && addedFilter(plan)) return editPlan(plan, `add a filter for ${one[1]}`, catalogue, now);
  const both = THEN_RENAME.exec(prompt);
  const called = CALLED.exec(both?.[2] ?? '')?.[1];
  if (both?.[1] && called && plan.blocks.filter((b) => b.asked !== false).length > 1) return titledEdit(plan, { rest: both[1], title: called }, catalogue, now);
  if (both?.[1] && both[2] && rename(plan, both[2])) {
    const first = editPlan(plan, both[1], catalogue, now);
    return joined(plan, first, editPlan(first.plan, both[2], catalogue, now));
  }
  const titled = rename(plan, prompt) === null ? titledOf(prompt, catalogue, now) : null;
  if (titled) return titledEdit(plan, titled, catalogue, now);
  const [, gone, fresh] = OTHER_FILTER.exec(prompt) ?? [];
  if (gone && fresh) {
    const first = editPlan(plan, `remove the ${gone} filter`, catalogue, now);
    return first.done.length > 0 ? joined(plan, first, editPlan(first.plan, `add a ${fresh} filter`, catalogue, now)) : first;
  }
  const few = plan.blocks.some((b) => b.type === 'table' && b.asked !== false) ? fewOfRows(prompt) : null;
  if (few) {
    const first = editPlan(plan, `${few.superlative} first`, catalogue, now);
    return joined(plan, { ...first, problems: first.problems.filter((problem) => !problem.endsWith(IS_SO)) }, editPlan(first.plan, `show ${few.count} rows`, catalogue, now));
  }
  const renamed = rename(plan, prompt);
  if (typeof renamed === 'string') return { ...nothing, plan, problems: [renamed] };
  if (renamed) return { ...nothing, plan: withHistory(renamed.plan, plan), done: [renamed.done] };
  const untold = TITLE_UNTOLD.test(prompt) ? ['Say what it is to be called: “call it …”.'] : [];
  if (untold.length > 0) return { ...nothing, plan, problems: untold };
  const isOfRows = plan.blocks.every((b) => b.asked === false || b.type === 'table' || b.type === 'stat');
  if (isOfRows && MARKED.test(prompt)) return { ...nothing, plan, problems: ['What stands in a table has the colours of the theme, so that all pages look alike.'] };
  if (FORECAST.test(prompt)) return { ...nothing, plan, problems: [cannot(prompt) ?? ''].filter(Boolean) };
  const whole = edited(plan, prompt, catalogue, now);
  const why = whole.done.length > 0 || whole.problems.some((problem) => problem.endsWith(IS_SO) && whole.unread.length === 0) ? null : cannot(prompt);
  if (why) return { ...nothing, plan, problems: [why] };
  const edit = inTurn(plan, prompt, whole, catalogue, now) ?? whole;
  return { ...edit, plan: withHistory(edit.plan, plan) };
}

/** "a pie of tickets by topic, and a total row for the table": what is said besides first, then what comes to a block; null where nothing does. */
function withAdditions(plan: Plan, prompt: string, catalogue: Catalogue, now: Date): Edit | null {
  const { rest, additions } = additionsIn(prompt, { catalogue, now, page: plan });
  if (additions.length === 0) return null;
  const nothing: Edit = { plan, done: [], unread: [], problems: [], assumptions: [] };
  const first = saysNoMore(rest) ? nothing : editPlan(plan, rest, catalogue, now);
  const fresh = first.plan.blocks.filter((b) => b.asked !== false && !plan.blocks.some((p) => JSON.stringify(p) === JSON.stringify(b)));
  const put = putAll(first.plan, additions, (block) => fresh.length === 0 || fresh.includes(block));
  return joined(plan, { ...first, problems: first.problems.filter((problem) => !problem.endsWith(IS_SO)) }, { ...nothing, ...put });
}

/** "city out, and nothing but consumers": two follow-ups, where each of them is read to the last word, and the whole isn't or puts something on the page. */
function inTurn(plan: Plan, prompt: string, whole: Edit, catalogue: Catalogue, now: Date): Edit | null {
  const isDoubtful = whole.unread.length + whole.problems.length > 0 || (whole.plan.blocks.length > plan.blocks.length && !ADDS.test(prompt));
  const isPlain = (text: string) => oneSeries(new Editing(plan, catalogue, now), text);
  for (const [first, second] of partsOf(prompt)) {
    if (!isDoubtful && !takesAway(second) && !endsAgain(first) && !/^(?:only|just)\b/i.test(second) && !(isPlain(first) && !isPlain(prompt))) continue;
    const one = editPlan(plan, first, catalogue, now);
    const other = isClean(one) ? editPlan(one.plan, second, catalogue, now) : null;
    if (other && isClean(other) && other.plan.blocks.length <= whole.plan.blocks.length) return joined(plan, one, other);
  }
  return null;
}

/** "add a title" */
const TITLE_UNTOLD = /^\s*(?:(?:please|and|also|can\s+you|could\s+you|i\s+want|it\s+needs|give\s+it)[\s,]+)*(?:(?:add|put|set|show)\s+(?:in\s+|on\s+)?)?an?\s+(?:nice|proper|good|better|short|big|clear)?\s*(?:title|heading|headline|caption)(?:\s+(?:on|to|above|over|for)\s+(?:it|that|this|the\s+\p{L}+))?[\s.!?]*$/iu;
/** A stretch of time to come is no narrowing, and a trend line is no line of what there is. */
const FORECAST = /\b(?:forecast|predict|extrapolate)\b|\b(?:trend|regression|best[\s-]fit)\s?lines?\b|\b(?:axis|axes|data|bar|slice|value)\s+(?:labels?|titles?)\b|\blabel\s+(?:(?:the|each|every|all)\s+)*(?:bars?|slices?|points?|lines?|dots?)\b|\bgrid\s?lines?\b|\btick\s?marks?\b|\b(?:thicker|thinner|bolder|dashed|dotted|rounded|transparent|opacity)\b/i;
/** "colour the status": of rows, nothing is drawn that has colours. */
const MARKED = /^\s*(?:(?:please|and|also|now|(?:can|could)\s+(?:you|we))[\s,]+)*(?:colou?r(?:\s*-?\s*code)?|highlight|shade|tint|underline|embolden)\s+(?:the\s+|all\s+)?\p{L}/iu;
const ADDS = /\b(?:add|also|plus|too|as\s+well|include|insert|another)\b/i;

function isClean({ done, unread, problems }: Edit): boolean {
  return done.length > 0 && unread.length + problems.length === 0;
}

/** What a follow-up is as a whole, surest first: each is true where it took it. */
const AS_SAID: ((editing: Editing, said: string) => boolean)[] = [
  removeCalled, allAgain, timesAgain, firstsOfEach, otherDate, dateOfEach, takenOff, whereFrom, listOfThem, chartOfThem, chartOfGroups, intoValues, sibling, rebound, groupedRows, count, groupsWith, oneSeries, windows, shareOfAll, shares, reversed, grandTotal, includeCalled, leaveOut, valuesFirst, onlyCalled, thoseHaving, onlyThose, cards, numberColumn, numberOfEach, rebanded, rebinned, exchangeNumber, exchangeNth, relaned, turnedAxes, besideEachOther, dateColumn, placedColumn, tableOfChart, drawn, addToChart,
  (editing, said) => exchange(editing, said.replace(PRAISE, ' instead').replace(OTHERWISE, '$1 instead')),
];
/** The same of what a ranking and an order leave of the words. */
const AS_LEFT = [move, swap, resize, widen];

/** A follow-up about what the page shows: what is read as a whole first, else each of its clauses. */
function edited(plan: Plan, asked: string, catalogue: Catalogue, now: Date): Edit {
  const ranked = topBy(plan, asked, catalogue, now) ?? chartOf(plan, asked, catalogue, now);
  if (ranked) {
    const first = edited(plan, ranked[0], catalogue, now);
    return joined(plan, first, edited(first.plan, ranked[1], catalogue, now));
  }
  const one = oneTable(plan, asked, catalogue);
  if (one) {
    const first: Edit = { plan: connect(one.plan, catalogue), done: [one.done], unread: [], problems: [], assumptions: [] };
    return one.rest === null ? first : joined(plan, first, edited(first.plan, one.rest, catalogue, now));
  }
  const again = sameAgain(plan, asked);
  if (again) return onceMore(plan, again.chart, `by ${again.by} instead`, catalogue, now);
  const other = otherEndToo(plan, asked);
  if (other) return onceMore(plan, other.chart, other.asked, catalogue, now);
  return wholeTable(plan, asked, catalogue, now) ?? eachTable(plan, (part) => edited(part, asked, catalogue, now), catalogue) ?? editedOnce(plan, asked, catalogue, now);
}

/** "and the same per segment below": as it would be if it were changed so, behind what is there. */
function onceMore(plan: Plan, chart: Chart, change: string, catalogue: Catalogue, now: Date): Edit {
  const alone = edited({ ...plan, blocks: [chart] }, change, catalogue, now);
  const [fresh] = alone.plan.blocks;
  if (!fresh || !isClean(alone)) return { ...alone, plan };
  return { ...alone, plan: connect({ ...plan, blocks: behind(plan.blocks, chart, fresh) }, catalogue), done: [`Added “${fresh.title}”.`] };
}

function editedOnce(plan: Plan, asked: string, catalogue: Catalogue, now: Date): Edit {
  const editing = new Editing(plan, catalogue, now);
  const said = goneByVerb(editing, aggregated(asked));
  const prompt = ranking(editing, ordered(editing, plainly(said)));
  const isTaken = otherEnd(editing, asked) || AS_SAID.some((take) => take(editing, said)) || AS_LEFT.some((take) => take(editing, prompt));
  if (!isTaken) readClauses(editing, prompt);
  stoodOnTop(editing, plan.blocks, asked);
  const isAsked = editing.done.length === 0 && editing.problems.length > 0 && editing.problems.every((problem) => problem.endsWith(IS_SO)) && QUESTION.test(asked);
  if (isAsked) editing.problems.splice(0, editing.problems.length, 'That is a question I can’t answer by what is there: say what the page is to show.');
  const counted = editing.done.length ? latestRemark(editing.plan.blocks, editing.catalogue) : [];
  return {
    plan: editing.plan, done: [...new Set(editing.done)], unread: [...new Set(editing.unread)],
    problems: [...new Set([...editing.problems, ...lengthProblem(prompt)])], assumptions: [...new Set([...editing.assumptions, ...counted])],
  };
}

/** "a pie please, titled Who buys": nothing is called something that it didn't become. */
function titledEdit(plan: Plan, { rest, title }: Titled, catalogue: Catalogue, now: Date): Edit {
  const none = { plan, done: [], unread: [], problems: [], assumptions: [] };
  const first = /^[\s,.;]*(?:(?:please|and|now|then)[\s,.;]*)*$/i.test(rest) ? none : editPlan(plan, rest, catalogue, now);
  const isThere = first.done.length === 0 && first.unread.length === 0 && first.problems.every((problem) => problem.endsWith(IS_SO));
  if (first.done.length === 0 && !isThere) return { ...first, problems: [...first.problems, `So nothing is called “${title}”.`] };
  return { ...joined(plan, { ...first, problems: isThere ? [] : first.problems }, { ...none, plan: withTitle(plan, first.plan, title) }), done: [...first.done, `It is called “${title}” now.`] };
}

/** Two changes as one step to take back. */
function joined(plan: Plan, first: Edit, second: Edit): Edit {
  const all = (key: 'done' | 'unread' | 'problems' | 'assumptions') => [...first[key], ...second[key]];
  return { plan: withHistory({ ...second.plan, history: plan.history }, plan), done: all('done'), unread: all('unread'), problems: all('problems'), assumptions: all('assumptions') };
}

const AVERAGE_PER = /^\s*(?:(?:show|use|make\s+it|give\s+me)\s+)?(?:the\s+)?average\s+(?:value\s+|amount\s+)?per\s+(\p{L}+)(?:\s+instead)?[\s.!]*$/iu;

/** "average per order instead", of the revenue of orders: what one comes to on average; null where the numbers are of other rows. */
function averageOfRows({ blocks }: Plan, prompt: string, catalogue: Catalogue): string | null {
  const row = AVERAGE_PER.exec(prompt)?.[1]?.toLowerCase();
  const isOf = (b: Plan['blocks'][number]) => b.asked !== false && (b.type === 'chart' || b.type === 'stat') && entityOf(catalogue, b.binding, b.table)?.singular === row;
  return row !== undefined && blocks.some(isOf) ? 'use the average instead' : null;
}

/** "replace the status filter with a channel filter" */
const OTHER_FILTER = /^\s*(?:please\s+)?(?:replace|swap|exchange|change|switch)\s+the\s+(.+?)\s+(?:filter|slider)\s+(?:with|for|by|to|into)\s+(?:an?\s+|one\s+for\s+(?:the\s+)?)?(.+?)(?:\s+(?:filter|slider|one))?[\s.!]*$/i;

/** "instead show me the five products with the highest stock", after something was taken away: it comes in its place, and nothing else changes. */
function ratherShown({ blocks, history }: Plan, prompt: string): string | null {
  const rest = /^\s*(?:and\s+)?instead\s*,?\s+(?:(?:please|show|give|add|put)\s+)+(?:me\s+)?(?!of\b)(.+)$/i.exec(prompt)?.[1];
  const before = (history?.at(-1) as Partial<Plan> | undefined)?.blocks;
  return rest !== undefined && before !== undefined && before.length > blocks.length ? `add ${rest}` : null;
}

const MONTH = /\b(january|february|march|april|june|july|august|september|october|november|december)\b/i;

/** "only december", of a page that shows one year: of that year, and not of the last one. */
function ofShownYear({ blocks }: Plan, prompt: string): string {
  const years = new Set(blocks.flatMap((b) => b.where.flatMap((c) => (c.op === 'period' && c.period.kind === 'range' && /^(?:[A-Z][a-z]+ )?\d{4}$/.test(c.period.label) ? [c.period.label.slice(-4)] : []))));
  const [year] = years;
  return year === undefined || years.size > 1 || /\b(?:19|20)\d\d\b|\b(?:this|last|next)\s/i.test(prompt) || VERBATIM_TITLE.test(prompt) ? prompt : prompt.replace(MONTH, `$1 ${year}`);
}

/** A title is as it was typed. */
const VERBATIM_TITLE = /["“”]|\b(?:call|name|rename|retitle|titled?|called|named)\b/i;

/** "who has the most of these?": that the rows are in that order already is no answer. */
const QUESTION = /^\s*(?:(?:and|so|but)[\s,]+)*(?:who|whose|which|what|when|why)\b(?!.*\b(?:first|top)\b)/i;

/** "make it a donut and call it Order states" */
const THEN_RENAME = /^(.+?)(?:[,;]?\s+(?:and|then|and then)|[,;.?!])\s+(?:please\s+)?((?:call|name|rename|retitle|title)\s+.+)$/i;

/** Of several things on a page, the one that was changed is meant. */
const CALLED = /^(?:call|name|rename|retitle|title)\s+(?:it|this|that)\s+(?:to\s+|as\s+)?["“'‘]?(.+?)["”'’.!]*\s*$/i;

/** "and one for the month", after a filter was added. */
function addedFilter({ filters, history }: Plan): boolean {
  const before = (history?.at(-1) as Partial<Plan> | undefined)?.filters;
  return before !== undefined && filters.length > before.length;
}
