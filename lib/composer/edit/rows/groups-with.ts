import { subjectOf } from '../../build/subject';
import type { Chart, Having } from '../../plan';
import type { Editing } from '../editing';
import { leading, OK, trailing } from '../said/around';
import { isOnlyGroup, isOnlyMeasured, measuresOf } from '../said/replacement';
import { retitled } from '../retitle';
import { groupedBy } from '../targets';

const OPS: [op: Having['op'], words: string][] = [
  ['at-least', 'at\\s+least|no\\s+(?:fewer|less)\\s+than|not\\s+(?:fewer|less)\\s+than|a\\s+minimum\\s+of|>='],
  ['over', 'more\\s+than|over|above|upwards\\s+of|>'],
  ['at-most', 'at\\s+most|no\\s+more\\s+than|not\\s+more\\s+than|up\\s+to|<='],
  ['under', 'fewer\\s+than|less\\s+than|under|below|<'],
];
const OP = OPS.map(([, words]) => words).join('|');
const OPPOSITE: Readonly<Record<string, Having['op']>> = { 'at-least': 'under', over: 'at-most', 'at-most': 'over', under: 'at-least' };
const LEAD = leading('please', OK, 'and', 'now', 'then', 'but');
const KEEP = '(?:(?:show|keep|list|leave|limit\\s+(?:it|this|that)\\s+to|restrict\\s+(?:it|this|that)\\s+to|narrow\\s+(?:it|this|that)\\s+(?:down\\s+)?to|(?:i|we)\\s+(?:only\\s+)?(?:want|need))\\s+)?(?:me\\s+)?';
const GONE = '(?:without|no|hide|drop|remove|exclude|omit|skip|ignore|leave\\s+out|filter\\s+out|forget(?:\\s+about)?|get\\s+rid\\s+of)\\s+';
const REST = `(.+?)\\s+(?:with|having|(?:that|which|who)\\s+(?:have|had|has)|of|(?=(?:${OP})\\s))\\s*(${OP})\\s+(\\d[\\d,.]*)(?:\\s+(.+?))?`;
const END = trailing('please', 'only', 'now', 'then', 'each');
/** "only species with at least 100 strikes" */
const KEPT = new RegExp(`${LEAD}${KEEP}(?:only|just)?\\s*(?:the\\s+)?${REST}${END}`, 'iu');
/** "hide species with fewer than 100 strikes" */
const HIDDEN = new RegExp(`${LEAD}${GONE}(?:the\\s+|all\\s+)?${REST}${END}`, 'iu');
/** "at least 100 strikes only", "those with 100 strikes or more": of whatever the groups are. */
const BARE = new RegExp(`${LEAD}${KEEP}(?:only|just)?\\s*(${OP})\\s+(\\d[\\d,.]*)\\s+(?!(?:only|please|now|then|each)\\b)(.+?)${END}`, 'iu');
const OR_MORE = new RegExp(`${LEAD}${KEEP}(?:only|just)?\\s*(?:the\\s+)?(.+?)\\s+(?:with|having|(?:that|which|who)\\s+(?:have|had|has)|of)\\s+(\\d[\\d,.]*)\\s+(?:(?:or|and)\\s+(more|fewer|less)\\s+)?(.+?)(?:\\s+(?:or|and)\\s+(more|fewer|less))?${END}`, 'iu');
/** "more than 40 only": of what the groups come to. */
const AMOUNT = new RegExp(`${LEAD}${KEEP}(?:only|just)?\\s*(?:the\\s+)?(${OP})\\s+(\\d[\\d,.]*)${END}`, 'iu');
const THOSE = /^(?:those|these|ones|the\s+ones|groups?|bars?|slices?|rows?)$/i;

/** "only species with at least 100 strikes", of a chart of strikes per species: its groups are narrowed, and nothing is added; false where it is about something else. */
export function groupsWith(editing: Editing, prompt: string): boolean {
  const hidden = HIDDEN.exec(prompt);
  const [, groups, words, number, of] = hidden ?? KEPT.exec(prompt) ?? bounded(prompt) ?? amount(prompt) ?? [];
  const value = Number(number?.replaceAll(',', ''));
  const said = OPS.find(([, each]) => new RegExp(`^(?:${each})$`, 'i').test(words ?? ''))?.[0];
  if (!groups || !said || !Number.isFinite(value)) return false;
  const chart = chartOf(editing, groups);
  if (!chart || (of !== undefined && !isMeasured(editing, chart, of)) || (of === undefined && editing.plan.blocks.some((b) => b.type === 'table' && b.asked !== false))) return false;
  const op = hidden ? OPPOSITE[said] ?? said : said;
  editing.replace(chart, retitled(chart, { ...chart, other: false, limit: null, having: { op, value } }, editing.catalogue));
  return true;
}

/** How all of the groups compare, and with what number. */
function amount(prompt: string): (string | undefined)[] | null {
  const [, op, number] = AMOUNT.exec(prompt) ?? [];
  return op === undefined ? null : [prompt, 'those', op, number];
}

/** The groups, how they compare, with what number, and of what. */
function bounded(prompt: string): (string | undefined)[] | null {
  const [, op, least, counted] = BARE.exec(prompt) ?? [];
  if (op !== undefined) return [prompt, 'those', op, least, counted];
  const [, groups, number, before, of, behind] = OR_MORE.exec(prompt) ?? [];
  const way = (before ?? behind)?.toLowerCase();
  return way === undefined ? null : [prompt, groups, way === 'more' ? 'at least' : 'at most', number, of];
}

function chartOf(editing: Editing, groups: string): Chart | null {
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.by.bucket === null && b.by.bin === undefined);
  if (THOSE.test(groups)) return charts.length === 1 ? (charts[0] ?? null) : null;
  const wish = editing.exactly(`by ${groups}`);
  const found = wish && isOnlyGroup(wish) ? groupedBy(charts, wish, editing.catalogue) : null;
  return found?.block.type === 'chart' && !found.isSplit ? found.block : null;
}

/** Whether it is what the chart shows that comes to so much. */
function isMeasured(editing: Editing, { measures: [first] }: Chart, of: string): boolean {
  const wish = editing.exactly(of);
  return wish !== null && isOnlyMeasured(wish) && measuresOf(wish).every((m) => {
    const subject = subjectOf(m, [], editing.catalogue);
    return typeof subject !== 'string' && subject.measure.label === first?.label;
  });
}
