import { subjectOf } from '../../build/subject';
import { entityOf } from '../../catalogue/entity';
import type { Block, Chart, Plan } from '../../plan';
import { onlyNarrows } from '../../read/says';
import type { Wish } from '../../read/wish';
import { changeOf } from '../change';
import { isNumberOf } from '../change/measured';
import { exchangeColumn } from '../columns/column-exchange';
import type { Editing } from '../editing';
import { lanedBy, onlyBoard } from '../looks/lanes';
import { readClauses } from '../read-clauses';
import { canGroup, rebased } from '../rebase';
import { isOnlyGroup, isOnlyKind, isOnlyMeasured, measuresOf, type Replacement, replacementOf } from '../said/replacement';
import { groupedBy, targetsOf } from '../targets';

/** "operators, not airports", "no, operators": one thing in place of another that is there. */
export function exchange(editing: Editing, prompt: string): boolean {
  const said = replacementOf(prompt);
  const [fresh, old] = [said && editing.exactly(said.fresh), said?.old ? editing.exactly(said.old) : null];
  if (said?.old != null && COUNT.test(said.old) && fresh && isOnlyMeasured(fresh)) return reads(editing, `${bare(said.fresh)} instead`);
  if (!said || !fresh || (said.old !== null && !old)) return false;
  if (said.isBack && isOnlyMeasured(fresh) && wasMeasured(editing, fresh)) return reads(editing, `${bare(said.fresh)} instead`);
  if (said.isBack && isOnlyKind(fresh)) return reads(editing, `make it a ${bare(said.fresh)}`);
  if (regroup(editing, said, fresh, /\b(?:by|per)\s+(?:the\s+)?$/i.test(prompt.slice(0, prompt.indexOf(said.fresh))))) return true;
  if (said.old !== null && exchangeColumn(editing, { fresh: said.fresh, old: said.old })) return true;
  if (old && isOnlyKind(fresh) && isOnlyKind(old)) return reads(editing, `change the ${bare(said.old)} to ${bare(said.fresh)}`);
  if (old && isOnlyMeasured(fresh) && isOnlyMeasured(old)) return remeasure(editing, fresh, old) || refuse(editing, said);
  if (!old && isOnlyMeasured(fresh) && editing.plan.blocks.some((b) => b.type === 'chart' && b.asked !== false)) return reads(editing, `${bare(said.fresh)} instead`);
  if (old && isGroup(editing, said.fresh) && isGroup(editing, said.old)) return refuse(editing, said);
  return old !== null && onlyNarrows(fresh) && onlyNarrows(old) && reads(editing, `only ${bare(said.fresh)}`);
}

/** "not the count but the average total", "the average total, not the sum": what is shown goes by how it is put together. */
const COUNT = /^(?:the\s+)?(?:(?:row|record|plain|mere|simple|raw)\s+)?(?:counts?|number(?:\s+of\s+(?:rows|records))?|how\s+(?:many|often|much)|sums?|totals?|averages?|means?|medians?)$/i;

function isGroup(editing: Editing, text: string | null): boolean {
  const wish = text === null ? null : editing.exactly(`by ${text}`);
  return wish !== null && isOnlyGroup(wish);
}

/** What is to give way isn't there. */
function refuse(editing: Editing, { old }: Replacement): boolean {
  editing.problems.push(`Nothing on the page shows ${bare(old)}, so nothing was changed.`);
  return true;
}

/** "back to orders": they are what a chart showed before. */
function wasMeasured(editing: Editing, wish: Wish): boolean {
  const before = (editing.plan.history ?? []).flatMap((each) => (each as Partial<Plan>).blocks ?? []);
  return measuresOf(wish).some((m) => {
    const subject = subjectOf(m, [], editing.catalogue);
    return typeof subject !== 'string' && before.some((b) => b.type === 'chart' && b.measures.some(({ label }) => label === subject.measure.label));
  });
}

function reads(editing: Editing, prompt: string): boolean {
  readClauses(editing, prompt);
  return true;
}

function regroup(editing: Editing, said: Replacement, wish: Wish, isBy: boolean): boolean {
  // "orders by channel, not region"
  const [, of, behind] = /^(.+?)\s+(?:by|per)\s+(.+)$/i.exec(said.fresh) ?? [];
  const fresh = editing.exactly(`by ${behind ?? said.fresh}`);
  const old = said.old === null ? null : editing.exactly(`by ${said.old}`);
  if (!fresh || !isOnlyGroup(fresh) || (old && !isOnlyGroup(old)) || (said.old !== null && !old)) return false;
  const isCounted = !isBy && isOnlyMeasured(wish) && editing.plan.blocks.some((b) => b.type === 'chart' && b.asked !== false && countsByColumn(editing, b));
  const target = old ? groupedBy(editing.plan.blocks, old, editing.catalogue) : regroupable(editing, fresh, isCounted);
  // "no, tickets", of orders by region: they are counted, and of the top customers by revenue "no, products" are ranked.
  if (!old && !isBy && isOnlyMeasured(wish) && target?.block.type === 'chart' && countsByColumn(editing, target.block)) return false;
  const board = old ? lanedBy(editing.plan.blocks, old) : target ? null : onlyBoard(editing.plan.blocks);
  const laned = board && !target && of === undefined ? changeOf(fresh, { change: true, instead: false, splits: false }) : null;
  if (board && laned?.by) {
    editing.changed(board, laned);
    return true;
  }
  if (!target || (of !== undefined && targetsOf([target.block], editing.wishOf(of).wish).length === 0)) return false;
  const change = changeOf(fresh, { change: true, instead: false, splits: target.isSplit });
  if (!change) return false;
  editing.assumptions.push(...fresh.assumptions);
  editing.changed(target.block, change);
  return true;
}

/** The chart that can be grouped so, of its own rows first; where there are several, the first is said. */
function regroupable(editing: Editing, { by: [by], bucket }: Wish, ownOnly: boolean): { block: Block; isSplit: boolean } | null {
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.by.bin === undefined);
  const own = charts.filter((b) => (by ? canGroup(b, by, editing.catalogue) : b.by.bucket !== null));
  const fitting = own.length > 0 || ownOnly ? own : charts.filter((b) => by && typeof rebased(b, by, editing.catalogue) !== 'string');
  const [first, ...others] = fitting;
  if (first && others.length) editing.assumptions.push(`Several could be meant; I took “${first.title}”.`);
  return first && (by || bucket) ? { block: first, isSplit: false } : null;
}

function countsByColumn(editing: Editing, { measures: [measure], by: { field }, binding }: Chart): boolean {
  const owner = entityOf(editing.catalogue, binding, field.table);
  return (measure?.aggregate === 'rows' || measure?.aggregate === 'distinct') && owner?.title?.column !== field.column;
}

/** "profit, not revenue", "customers, not orders" */
function remeasure(editing: Editing, fresh: Wish, old: Wish): boolean {
  const [now, was] = [measuresOf(fresh), measuresOf(old)];
  const target = editing.plan.blocks.find((b) => b.asked !== false && (b.type === 'chart' ? b.measures : b.type === 'stat' ? [b.measure] : []).some((m) => was.some((each) => isNumberOf(m, each, editing.catalogue))));
  const change = target && changeOf({ ...fresh, entities: [], measures: now }, { change: true, instead: true, splits: false });
  if (!target) return relisted(editing, fresh, old);
  if (!change) return false;
  editing.assumptions.push(...fresh.assumptions);
  editing.changed(target, { ...change, replaces: was });
  return true;
}

/** A table of orders becomes one of customers. */
function relisted(editing: Editing, fresh: Wish, old: Wish): boolean {
  const target = editing.plan.blocks.find((b) => b.type === 'table' && b.asked !== false && old.entities.some((e) => e.table.name === b.table));
  if (!target || fresh.entities.length !== 1 || fresh.measures.length > 0) return false;
  const { blocks: [block] } = editing.built({ ...fresh, table: true });
  if (!block) return false;
  editing.set(editing.plan.blocks.map((b) => (b === target ? block : b)));
  editing.done.push(`“${target.title}” is “${block.title}” now.`);
  return true;
}

/** Without its article. */
function bare(text: string | null): string {
  return (text ?? '').replace(/^(?:an?|the)\s+/i, '');
}
