import { subjectOf } from '../../build/subject';
import type { Catalogue } from '../../catalogue/entity';
import { type Chart, chartSchema, type Measure, measuresOf, type Plan } from '../../plan';
import type { Edit } from '../edit';
import { Editing } from '../editing';
import { CAN_YOU, leading, OK, trailing } from '../said/around';
import { plainly } from '../said/phrases';
import { isOnlyMeasured } from '../said/replacement';
import { retitled } from '../retitle';

const LEAD = leading('please', OK, 'now', 'and', 'also', 'but', CAN_YOU);
const END = `(?:\\s+(?:columns?|numbers?|figures?))?(?:\\s+(?:only|alone))?${trailing('please', 'now', 'too', 'then')}`;
/** "just the revenue" */
const ONLY = new RegExp(`${LEAD}(?:show\\s+|keep\\s+|leave\\s+)?(?:me\\s+)?(?:only|just)\\s+(?:the\\s+)?(.+?)${END}`, 'iu');
/** "remove the customers and the orders" */
const WITHOUT = new RegExp(`${LEAD}(?:remove|drop|hide|delete|skip|omit|lose|without|no|forget(?:\\s+about)?|ignore|scrap|minus|leave\\s+out|take\\s+(?:out|away)|get\\s+rid\\s+of)\\s+(?:the\\s+)?(.+?)${END}`, 'iu');
/** "sort by the new one" */
const BY_NEW = new RegExp(`${LEAD}(?:sort|order|rank)(?:ed)?\\s+(?:(?:it|them|this)\\s+)?by\\s+(?:(?:the\\s+|that\\s+|this\\s+)?(?:new(?:est|ly\\s+added)?|added|last|latest)\\s+(?:one|column|number|figure)|(?:that|this)(?:\\s+(?:one|column|number))?)(?:\\s*,?\\s*(?:(ascending|smallest|lowest)|descending|largest|highest)(?:\\s+first)?)?(?:\\s*,?\\s*please)?[\\s.!]*$`, 'iu');
/** "put revenue first", "swap orders and customers" */
const PLACED = new RegExp(`${LEAD}(?:(?:put|move|have|show)\\s+(?:the\\s+)?(.+?)\\s+(?:first|last|in\\s+front|(?:to|at|on)\\s+the\\s+(?:front|left|right|end|start|beginning)|(?:before|after|behind)\\s+.+?)|(?:swap|switch)\\s+(?:the\\s+)?(.+?))${END}`, 'iu');

/** "make it a chart of the revenue" */
const CHART_OF = new RegExp(`${LEAD}(?:(?:make|turn|show|draw|convert|change)\\s+(?:it|this|that|them)\\s+)?(?:as\\s+|into\\s+|to\\s+)?(?:an?\\s+)?((?:\\p{L}+\\s+)?(?:chart|graph|bars?|pie|donut|columns))\\s+(?:of|with|for|showing)\\s+(?:just\\s+|only\\s+)?(?:the\\s+)?(.+?)(?:\\s+instead)?(?:\\s*,?\\s*please)?[\\s.!]*$`, 'iu');
/** "top 10 by revenue", "do it per city, top 10 by revenue" */
const TOP_BY = /^(.*?)\b((?:top|best|bottom|worst|first)\s+(?:\d{1,3}|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?:\s+\p{L}+)?)\s+by\s+(?:the\s+)?([\p{L}\p{N} _-]+?)[\s.!]*$/iu;

/** "make it a chart of the revenue", which only one of its tables has: that one alone, and then how it is drawn. Null where nothing of the kind is said. */
export function chartOf(plan: Plan, said: string, catalogue: Catalogue, now: Date): [string, string] | null {
  const whole = plan.blocks.find((b): b is Chart => b.type === 'chart' && (b.beside?.length ?? 0) > 0);
  const [, kind, of] = CHART_OF.exec(said) ?? [];
  const isAdded = /\b(?:add|also|too|as\s+well|below|underneath|above|next\s+to|beside)\b/i.test(said);
  const labels = whole && !isAdded ? labelsOf(new Editing(plan, catalogue, now), of) : null;
  if (!whole || kind === undefined || !labels?.every((label) => measuresOf(whole).some((m) => m.label === label))) return null;
  return [`only ${of}`, `make it a ${/^(?:chart|graph)$/i.test(kind.trim()) ? 'bar chart' : kind}`];
}

/** "top 10 by revenue", of customers, orders and revenue: how many, and then their order. Null where it isn’t by one of several numbers that are shown. */
export function topBy(plan: Plan, said: string, catalogue: Catalogue, now: Date): [string, string] | null {
  const whole = plan.blocks.find((b): b is Chart => b.type === 'chart' && b.asked !== false && measuresOf(b).length > 1);
  const [, before, top, of] = TOP_BY.exec(said) ?? TOP_BY.exec(plainly(said)) ?? [];
  const labels = whole && labelsOf(new Editing(plan, catalogue, now), of);
  if (!whole || top === undefined || !labels?.every((label) => measuresOf(whole).some((m) => m.label === label))) return null;
  return [`${before ?? ''}${top}`, `sort by ${of} ${/^(?:bottom|worst)/i.test(top) ? 'ascending' : 'descending'}`];
}

/** What is said of the columns of a table whose numbers are of several tables, which none of its parts has all of; null where it is something else. */
export function wholeTable(plan: Plan, said: string, catalogue: Catalogue, now: Date): Edit | null {
  const whole = plan.blocks.find((b): b is Chart => b.type === 'chart' && (b.beside?.length ?? 0) > 0);
  if (!whole) return null;
  const editing = new Editing(plan, catalogue, now);
  const all = measuresOf(whole);
  const none = { done: [], unread: [], problems: [], assumptions: [] };
  const after = sortedByNew(whole, plan, said) ?? withOnly(whole, keptOf(editing, all, said) ?? keptOf(editing, all, plainly(said)));
  if (after) {
    const block = retitled(whole, after, catalogue);
    return { ...none, plan: { ...plan, title: plan.title === whole.title ? block.title : plan.title, blocks: plan.blocks.map((b) => (b === whole ? block : b)) }, done: [`Changed “${block.title}”.`] };
  }
  const [, moved, swapped] = PLACED.exec(said) ?? [];
  const labels = labelsOf(editing, moved ?? swapped?.replace(/\s+with\s+/i, ' and '));
  if (!labels || !labels.every((label) => all.some((m) => m.label === label))) return null;
  return { ...none, plan, problems: [`The columns of “${whole.title}” stand in the order of the tables that they are of, so they can’t change places.`] };
}

/** The numbers that stay; null where none are named, or others than it has. */
function keptOf(editing: Editing, all: readonly Measure[], said: string): Measure[] | null {
  const [kept, gone] = [ONLY.exec(said)?.[1], WITHOUT.exec(said)?.[1]].map((text) => labelsOf(editing, text));
  const labels = kept ?? gone;
  if (!labels?.every((label) => all.some((m) => m.label === label))) return null;
  return all.filter((m) => labels.includes(m.label) === (labels === kept));
}

/** What the numbers are called that words name; null where they name something else. */
function labelsOf(editing: Editing, text: string | undefined): string[] | null {
  const wish = text === undefined ? null : editing.exactly(text);
  if (!wish || !isOnlyMeasured(wish)) return null;
  const counted = wish.entities.filter((e) => !wish.measures.some((m) => m.aggregate === 'count' && m.name.entity === e)).map((entity) => ({ aggregate: 'count' as const, name: { kind: 'entity' as const, entity }, where: [] }));
  const subjects = [...wish.measures, ...counted].map((m) => subjectOf(m, [], editing.catalogue));
  return subjects.map((subject) => (typeof subject === 'string' ? '' : subject.measure.label));
}

function withOnly(whole: Chart, kept: Measure[] | null): Chart | null {
  if (!kept || kept.length === 0 || kept.length === measuresOf(whole).length) return null;
  const { beside = [], sortBy = 0, ...own } = whole;
  const [first, ...others] = [own, ...beside].map((part) => ({ ...part, measures: part.measures.filter((m) => kept.includes(m)) })).filter((part) => part.measures.length > 0);
  const at = kept.indexOf(measuresOf(whole)[sortBy] as Measure);
  return first ? { ...own, ...first, ...(others.length > 0 && { beside: others.map(({ table, joins, where, filters, by, measures }) => ({ table, joins, where, filters, by, measures })) }), ...(at > 0 && { sortBy: at }) } : null;
}

/** By what it didn’t show before it did. */
function sortedByNew(whole: Chart, { history = [] }: Plan, said: string): Chart | null {
  const [isSaid, ascending] = BY_NEW.exec(said) ?? [];
  if (isSaid === undefined) return null;
  const all = measuresOf(whole).map((m) => m.label);
  const before = history.map((each) => ((each as Partial<Plan>).blocks ?? []).flatMap((b) => (chartSchema.safeParse(b).success ? measuresOf(b).map((m) => m.label) : []))).toReversed();
  const fresh = before.map((labels) => all.findIndex((label) => !labels.includes(label))).find((at) => at >= 0) ?? all.length - 1;
  return { ...whole, sort: ascending === undefined ? 'value-desc' : 'value-asc', sortBy: fresh };
}
