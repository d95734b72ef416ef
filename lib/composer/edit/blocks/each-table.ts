import { listed } from '../../build/conditions';
import { sideBySide } from '../../build/side-by-side';
import type { Catalogue } from '../../catalogue/entity';
import { type Beside, type Block, type Chart, MAX_MEASURES, type Plan } from '../../plan';
import type { Edit } from '../edit';
import { IS_SO, NOTHING_LEFT } from '../editing';
import { retitled } from '../retitle';

/**
 * A table whose numbers are of several tables is edited as each of its parts by itself, so that what narrows or groups one narrows and groups them
 * all, and is put together again. What isn't a table any more stays apart. Null where there is no such table.
 */
export function eachTable(plan: Plan, edit: (plan: Plan) => Edit, catalogue: Catalogue): Edit | null {
  const at = plan.blocks.findIndex((b) => b.type === 'chart' && (b.beside?.length ?? 0) > 0);
  const whole = plan.blocks[at];
  if (whole?.type !== 'chart') return null;
  const parts = partsOf(whole, catalogue);
  const edits = parts.map((part) => ofWhole(edit({ ...plan, blocks: plan.blocks.with(at, part) }), part, whole));
  const charts = edits.map((each) => each.plan.blocks.find(isPart) ?? null);
  const acted = edits.map((each, i) => isChanged(each, plan, at, parts[i] as Chart) && !tookOver(parts, i, charts[i] ?? null));
  for (const [i, part] of parts.entries()) if (tookOver(parts, i, charts[i] ?? null)) charts[i] = part;
  const main = mainOf(edits, acted, plan);
  const emptied = edits.map(({ problems }) => problems.includes(NOTHING_LEFT));
  // "remove the customers", which are all that one of its parts has.
  if (emptied.includes(true) && emptied.includes(false) && acted.every((is, i) => !is || isShorter(parts[i], charts[i]))) {
    const [one] = together(whole, parts, charts.map((part, i) => (emptied[i] ? null : part)), [], catalogue);
    return one ? { plan: { ...plan, title: plan.title === whole.title ? one.title : plan.title, blocks: plan.blocks.with(at, one) }, done: [`Changed “${one.title}”.`], unread: [], problems: [], assumptions: [] } : null;
  }
  if (main < 0) return sortedByPart(plan, at, parts, edits, catalogue) ?? { ...(edits[0] as Edit), plan };
  // What one of them can’t be sorted or narrowed by isn’t what was meant of it: it stays.
  const isMeant = edits.map((each, i) => acted[i] === true && isAsGood(each, edits[main] as Edit, plan));
  if (isMeant.includes(false)) for (const [i, part] of parts.entries()) if (!isMeant[i] && charts[i]) charts[i] = part;
  const refused = splitByBound(whole, charts);
  if (refused) return { plan, done: [], unread: [], problems: [refused], assumptions: [] };
  const after = edits[main] as Edit;
  // What one of them got among its own numbers isn’t beside the others as well.
  const own = charts.flatMap((chart) => chart?.measures.map((m) => m.label) ?? []);
  const added = (charts[main]?.beside ?? []).filter((each) => each.measures.every((m) => !own.includes(m.label)));
  const one = together(whole, parts, charts, added, catalogue);
  // Where it's gone from one of them, and not from the page, its other numbers stay.
  const isGone = charts[main] === null && acted.includes(false);
  const blocks = isGone ? [...after.plan.blocks.slice(0, at), ...one, ...after.plan.blocks.slice(at)] : after.plan.blocks.flatMap((block): Block[] => (block === charts[main] ? one : [block]));
  const title = plan.title === whole.title ? (blocks[at]?.title ?? plan.title) : after.plan.title;
  return { ...after, plan: { ...after.plan, title, blocks }, assumptions: [...after.assumptions, ...notNarrowed(parts, charts)] };
}

/** The edit that did the most of what was said: one that everything was read of, and that put nothing on the page. */
function mainOf(edits: readonly Edit[], acted: readonly boolean[], plan: Plan): number {
  const places = edits.flatMap((_, i) => (acted[i] ? [i] : []));
  return places.toSorted((a, b) => doubts(edits[a] as Edit, plan) - doubts(edits[b] as Edit, plan) || a - b)[0] ?? -1;
}

/** "rank by revenue", of the customers beside it: that one of the others has it says that they aren’t meant. */
function tookOver(parts: readonly Chart[], at: number, after: Chart | null): boolean {
  const has = (part: Chart | undefined, label: string) => part?.measures.some((m) => m.label === label) === true;
  return after !== null && after.measures.some((m) => !has(parts[at], m.label) && parts.some((part) => has(part, m.label)));
}

/** How far an edit is from being just what was said. */
function doubts({ plan: { blocks }, problems, unread }: Edit, before: Plan): number {
  return 10 * Math.max(0, blocks.length - before.blocks.length) + problems.length + unread.length;
}

function isAsGood(edit: Edit, main: Edit, before: Plan): boolean {
  return doubts(edit, before) <= doubts(main, before);
}

/** Whether it only lost some of its numbers. */
function isShorter(before: Chart | undefined, after: Chart | null | undefined): boolean {
  return before !== undefined && after != null && after.measures.length < before.measures.length && after.measures.every((m) => before.measures.some((each) => each.label === m.label));
}

/** "only countries with more than 50 customers": the groups of one of its tables can’t be told from those of the others. */
function splitByBound({ title }: Chart, charts: readonly (Chart | null)[]): string | null {
  return charts.some((chart) => chart?.having) ? `“${title}” has numbers of several tables, so its rows can’t be narrowed by what one of them comes to: “top 5” or sorting it can be had.` : null;
}

/** "only paid orders", where customers are counted beside them: what stays as it was is said. */
function notNarrowed(parts: readonly Chart[], charts: readonly (Chart | null)[]): string[] {
  const isSame = charts.map((chart, i) => JSON.stringify(chart?.where) === JSON.stringify(parts[i]?.where));
  const stays = parts.flatMap((part, i) => (isSame[i] ? part.measures.map((m) => m.label) : []));
  return isSame.includes(false) && stays.length > 0 ? [`It narrows what it can, and not the ${listed(stays, 'and')}.`] : [];
}

/** Each of its tables as one of its own. They are known again by what stands beside them: at first nothing. */
function partsOf(whole: Chart, catalogue: Catalogue): Chart[] {
  const { beside = [], sortBy: _, ...own } = whole;
  return [own, ...beside.map((each) => ({ ...own, ...each }))].map((part) => ({ ...retitled(whole, part, catalogue), beside: [] }));
}

/** What is said of a part is said of the table that people see. */
function ofWhole(edit: Edit, part: Chart, whole: Chart): Edit {
  const named = (said: readonly string[]) => said.map((each) => each.replaceAll(`“${part.title}”`, `“${whole.title}”`));
  return { ...edit, problems: named(edit.problems), assumptions: named(edit.assumptions) };
}

function isPart(block: Block): block is Chart {
  return block.type === 'chart' && block.beside !== undefined;
}

/** Whether an edit did anything to the page, or to the part that it was given. */
function isChanged({ plan: after }: Edit, before: Plan, at: number, part: Chart): boolean {
  const { blocks, history: _, ...page } = after;
  const { blocks: was, history: _was, ...pageBefore } = before;
  return JSON.stringify([page, blocks]) !== JSON.stringify([pageBefore, was.with(at, part)]);
}

/** "sort by revenue", of a part that is sorted by it: now they all are. */
function sortedByPart(plan: Plan, at: number, parts: readonly Chart[], edits: readonly Edit[], catalogue: Catalogue): Edit | null {
  const [sorted, ...more] = edits.flatMap(({ problems }, i) => (problems.length > 0 && problems.every((problem) => problem.includes(IS_SO)) ? [i] : []));
  const whole = plan.blocks[at];
  const isOfMore = sorted === 0 && more.length > 0;
  if (whole?.type !== 'chart' || sorted === undefined || isOfMore || (whole.sortBy ?? 0) === placeOf(parts, sorted)) return null;
  const after = retitled(whole, { ...whole, sort: parts[sorted]?.sort ?? whole.sort, sortBy: placeOf(parts, sorted) }, catalogue);
  return { plan: { ...plan, title: plan.title === whole.title ? after.title : plan.title, blocks: plan.blocks.with(at, after) }, done: [`Changed “${after.title}”.`], unread: [], problems: [], assumptions: [] };
}

/** Where the numbers of a part begin. */
function placeOf(parts: readonly (Chart | null)[], part: number): number {
  return parts.slice(0, part).reduce((sum, each) => sum + (each?.measures.length ?? 0), 0);
}

/** One table again, where they still are tables of the same groups, with what was added to it. */
function together(whole: Chart, parts: readonly Chart[], charts: readonly (Chart | null)[], added: readonly Beside[], catalogue: Catalogue): Chart[] {
  const plain = charts.flatMap((chart) => (chart ? [bare(chart)] : []));
  const [one, ...others] = sideBySide(plain, catalogue);
  if (!one || others.length > 0) return plain;
  const sorted = charts.findIndex((chart, i) => i > 0 && isSorted(parts[i], chart));
  const [sort, sortBy] = sorted < 0 ? [plain[0]?.sort ?? whole.sort, whole.sortBy] : [charts[sorted]?.sort ?? whole.sort, placeOf(charts, sorted)];
  const known = (table: string) => plain.find((c) => c.table === table);
  const beside = [...(one.beside ?? []).map((each) => ({ ...each, joins: known(each.table)?.joins ?? [], filters: known(each.table)?.filters ?? [] })), ...added];
  const room = beside.filter((_, i) => [one, ...beside.slice(0, i + 1)].flatMap((b) => b.measures).length <= MAX_MEASURES);
  const after: Chart = { ...(known(one.table) as Chart), ...one, sort, ...(room.length > 0 && { beside: room }), ...(sortBy !== undefined && { sortBy }), title: whole.title };
  return [retitled(whole, after, catalogue)];
}

function bare(part: Chart): Chart {
  const { beside: _, ...chart } = part;
  return chart;
}

/** Whether one of its numbers was put first, or the order turned. */
function isSorted(before: Chart | undefined, after: Chart | null): boolean {
  if (!before || !after || before.measures.length !== after.measures.length) return false;
  const isSame = after.measures.every((m) => before.measures.some((each) => each.label === m.label));
  return (isSame && before.measures[0]?.label !== after.measures[0]?.label) || before.sort !== after.sort;
}
