import { sideBySide } from '../build/side-by-side';
import type { Catalogue } from '../catalogue/entity';
import { type Beside, type Block, type Chart, MAX_MEASURES, type Plan } from '../plan';
import type { Edit } from './edit';
import { IS_SO, NOTHING_LEFT } from './editing';
import { retitled } from './retitle';

/**
 * A table whose numbers are of several tables is edited as each of its parts by itself, so that what narrows or groups one narrows and groups them
 * all, and is put together again. What isn't a table any more stays apart. Null where there is no such table.
 */
export function eachTable(plan: Plan, edit: (plan: Plan) => Edit, catalogue: Catalogue): Edit | null {
  const at = plan.blocks.findIndex((b) => b.type === 'chart' && (b.beside?.length ?? 0) > 0);
  const whole = plan.blocks[at];
  if (whole?.type !== 'chart') return null;
  const parts = partsOf(whole, catalogue);
  const edits = parts.map((part) => edit({ ...plan, blocks: plan.blocks.with(at, part) }));
  const charts = edits.map((each) => each.plan.blocks.find(isPart) ?? null);
  const acted = edits.map((each, i) => isChanged(each, plan, at, parts[i] as Chart));
  const main = acted.indexOf(true);
  const emptied = edits.map(({ problems }) => problems.includes(NOTHING_LEFT));
  // "remove the customers", which are all that one of its parts has.
  if (main < 0 && emptied.includes(true) && emptied.includes(false)) {
    const [one] = together(whole, parts, parts.map((part, i) => (emptied[i] ? null : part)), [], catalogue);
    return one ? { plan: { ...plan, blocks: plan.blocks.with(at, one) }, done: [`Changed “${one.title}”.`], unread: [], problems: [], assumptions: [] } : null;
  }
  if (main < 0) return sortedBySecond(plan, at, parts, edits, catalogue) ?? { ...(edits[0] as Edit), plan };
  const after = edits[main] as Edit;
  const one = together(whole, parts, charts, charts[main]?.beside ?? [], catalogue);
  // Where it's gone from one of them, and not from the page, its other numbers stay.
  const isGone = charts[main] === null && acted.includes(false);
  const blocks = isGone ? [...after.plan.blocks.slice(0, at), ...one, ...after.plan.blocks.slice(at)] : after.plan.blocks.flatMap((block): Block[] => (block === charts[main] ? one : [block]));
  const title = plan.title === whole.title ? (blocks[at]?.title ?? plan.title) : after.plan.title;
  return { ...after, plan: { ...after.plan, title, blocks } };
}

/** Each of its tables as one of its own. They are known again by what stands beside them: at first nothing. */
function partsOf(whole: Chart, catalogue: Catalogue): Chart[] {
  const { beside = [], sortBy: _, ...own } = whole;
  return [own, ...beside.map((each) => ({ ...own, ...each }))].map((part) => ({ ...retitled(whole, part, catalogue), beside: [] }));
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
function sortedBySecond(plan: Plan, at: number, parts: readonly Chart[], edits: readonly Edit[], catalogue: Catalogue): Edit | null {
  const isSo = ({ problems }: Edit) => problems.length > 0 && problems.every((problem) => problem.includes(IS_SO));
  const sorted = edits.findIndex((each, i) => i > 0 && isSo(each));
  const whole = plan.blocks[at];
  if (whole?.type !== 'chart' || sorted < 0 || isSo(edits[0] as Edit) || whole.sortBy === placeOf(parts, sorted)) return null;
  const after = retitled(whole, { ...whole, sort: parts[sorted]?.sort ?? whole.sort, sortBy: placeOf(parts, sorted) }, catalogue);
  return { plan: { ...plan, blocks: plan.blocks.with(at, after) }, done: [`Changed “${after.title}”.`], unread: [], problems: [], assumptions: [] };
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
  return before.measures[0]?.label !== after.measures[0]?.label || before.sort !== after.sort;
}
