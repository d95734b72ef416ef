import { canBeSeries, type Grouping, groupingOf, timeGrouping } from '../../build/chart-block';
import { entityOf } from '../../catalogue/entity';
import type { Block, Board, Chart, Dimension } from '../../plan';
import type { Wish } from '../../read/wish';
import { changeOf } from '../change';
import type { Editing } from '../editing';
import { CAN_I, I_WANT, I_WOULD_LIKE, leading, LETS, OK, trailing } from '../said/around';
import { isOnlyGroup } from '../said/replacement';
import { retitled } from '../retitle';

/** Which way the groups stand: a board has only lanes, which stand across. */
type Way = 'across' | 'down';
type Said = { what: string; way: Way; /** It is said of cards, and of nothing else. */ ofCards: boolean };

const LANES = '(columns?|(?:swim\\s?)?lanes?|groups|rows?|(?:x|horizontal)[\\s-]axis|(?:y|vertical)[\\s-]axis)';
const WHAT = '(?:the\\s+)?([\\p{L}\\p{N}_][^,.;:!?]*?)';
const LEAD = leading('please', 'no', OK, 'now', 'and', I_WANT, I_WOULD_LIKE, CAN_I, LETS);
const END = trailing('instead', 'please', 'now', 'then', 'rather');

/** "make the columns the topics", "the lanes should be the topics", "columns: topic", "lanes by topic" */
const ARE = new RegExp(`${LEAD}(?:(?:make|turn|change|switch|set|let|have|use|group|sort|order)\\s+)?(?:the\\s+)?${LANES}(?:\\s*:\\s*|\\s*=\\s*|\\s+(?:(?:should|shall|must|to|can|could|into|are|is|be|show|hold|mean|stand\\s+for|by|per|of|from|for(?:\\s+(?:the|each|every))?|each)\\s+)*)${WHAT}${END}`, 'iu');
/** "topics as the lanes", "use status for the columns", "damage in the rows" */
const AS = new RegExp(`${LEAD}(?:(?:use|take|put|show|have|set|make|place|get)\\s+)?${WHAT}\\s+(?:as|for|in|on|into|to|along)\\s+(?:the\\s+)?${LANES}${END}`, 'iu');
/** "a column per topic" */
const ONE = new RegExp(`${LEAD}(?:(?:make|show|have|use|give\\s+me)\\s+)?(?:it\\s+)?(?:an?|one)\\s+(column|lane|row)\\s+(?:per|for\\s+(?:each|every)|each\\s+for)\\s+${WHAT}${END}`, 'iu');
/** "each column a topic", "make it a board of topics" */
const EACH = new RegExp(`${LEAD}(?:make\\s+|let\\s+)?(?:each|every)\\s+(column|lane|row)\\s+(?:(?:is|be|should\\s+be|stands?\\s+for|for|shows?)\\s+)*(?:an?|one)\\s+${WHAT}${END}`, 'iu');
const BOARD_OF = new RegExp(`${LEAD}(?:make|turn|change)\\s+(?:it|this|that)\\s+(?:into\\s+)?(?:an?\\s+)?(?:kanban\\s+)?(?:board|kanban)\\s+(?:of|by|per|with|over)\\s+${WHAT}${END}`, 'iu');
/** "status columns please" */
const NAMED = new RegExp(`${LEAD}(?:(?:make|show|have|use|give\\s+me|with)\\s+)?(?:(?:it|them)\\s+)?${WHAT}\\s+(columns|(?:swim\\s?)?lanes)${END}`, 'iu');
/** "group the cards by topic", "sort them into lanes by topic" */
const CARDS = new RegExp(`${LEAD}(?:group|sort|arrange|split|divide|organi[sz]e|stack|put|sorted|grouped|regroup|lay\\s+out|distribute|order)\\s+(?:(?:the\\s+)?cards|it|them|these|those|everything|the\\s+board|the\\s+kanban)?\\s*(?:into\\s+|in\\s+)?(?:the\\s+)?(?:columns?\\s+|lanes?\\s+)?(?:by|per|according\\s+to|of|for\\s+each)\\s+${WHAT}${END}`, 'iu');
/** "time of day across", "put the size down the side" */
const ALONG = new RegExp(`${LEAD}(?:(?:use|take|put|show|have|set|place|move|get)\\s+)?${WHAT}\\s+(across(?:\\s+the\\s+top)?|along\\s+the\\s+(?:top|bottom)|from\\s+left\\s+to\\s+right|horizontally|down(?:\\s+the\\s+(?:side|left))?|(?:along|on|at)\\s+the\\s+(?:side|left)|from\\s+top\\s+to\\s+bottom|vertically)${END}`, 'iu');
const FLIP = new RegExp(`${LEAD}(?:(?:swap|switch|exchange|flip|turn|transpose|reverse)\\s+(?:the\\s+)?(?:rows?\\s+(?:and|with|for)\\s+(?:the\\s+)?columns?|columns?\\s+(?:and|with|for)\\s+(?:the\\s+)?rows?|(?:two\\s+)?axes|sides)|(?:transpose|flip)\\s+(?:it|that|this|the\\s+(?:chart|heat\\s?map|matrix|grid))|rows?\\s+(?:as|to)\\s+columns?|the\\s+other\\s+way\\s+(?:a)?round)(?:\\s+(?:around|over|round))?${END}`, 'iu');

/** "make the columns the topics instead": the lanes of a board, or what a heatmap has across or down; false where neither is spoken of. */
export function relaned(editing: Editing, prompt: string): boolean {
  if (/^\s*(?:please\s+)?(?:also\s+)?(?:add|include|insert|remove|hide|drop|delete)\b|\b(?:too|also|as\s+well)\b/i.test(prompt)) return false;
  const board = editing.plan.blocks.find((b): b is Board => b.type === 'board' && b.asked !== false);
  const heatmap = editing.plan.blocks.find((b): b is Chart => b.type === 'chart' && b.view === 'heatmap' && b.asked !== false && b.series !== null);
  if (heatmap && FLIP.test(prompt)) return turned(editing, heatmap);
  for (const said of lanesOf(prompt)) {
    const wish = editing.exactly(`by ${said.what}`);
    if (!wish || !isOnlyGroup(wish)) continue;
    if (board && said.way === 'across') return laned(editing, board, wish);
    if (heatmap && !said.ofCards) return alongOf(editing, heatmap, wish, said.way);
  }
  return false;
}

function lanesOf(prompt: string): Said[] {
  const [, axis, are] = ARE.exec(prompt) ?? [];
  const [, as, place] = AS.exec(prompt) ?? [];
  const [, one, per] = ONE.exec(prompt) ?? [];
  const [, each, of] = EACH.exec(prompt) ?? [];
  const [, boarded] = BOARD_OF.exec(prompt) ?? [];
  const [, named, noun] = NAMED.exec(prompt) ?? [];
  const [, cards] = CARDS.exec(prompt) ?? [];
  const [, along, way] = ALONG.exec(prompt) ?? [];
  const found: [string | undefined, string | undefined][] = [[per, one], [of, each], [boarded, 'lanes'], [are, axis], [as, place], [named, noun], [along, way], [cards, 'lanes']];
  return found.flatMap(([what, said]) => (what && said ? [{ what, way: /^(?:rows?|y|vertical|down|from top|.*\bthe (?:side|left)$)/i.test(said) ? ('down' as const) : ('across' as const), ofCards: what === cards || what === named || what === boarded }] : []));
}

function laned(editing: Editing, board: Board, wish: Wish): boolean {
  const change = changeOf(wish, { change: true, instead: false, splits: false });
  if (wish.bucket !== null || !change?.by) editing.problems.push(`The lanes of “${board.title}” are the values of a column, and no stretches of time.`);
  else editing.changed(board, change);
  return true;
}

function turned(editing: Editing, chart: Chart): boolean {
  if (chart.series) editing.replace(chart, retitled(chart, { ...chart, by: chart.series, series: chart.by }, editing.catalogue));
  return true;
}

/** What stands the other way already changes places with what stands there. */
function alongOf(editing: Editing, chart: Chart, wish: Wish, way: Way): boolean {
  const base = entityOf(editing.catalogue, chart.binding, chart.table);
  const [by] = wish.by;
  const grouping = !base ? null : by ? groupingOf(by, base, editing.catalogue) : wish.bucket && wish.bucket !== 'auto' ? timeGrouping(wish.bucket, base, editing.catalogue) : null;
  if (!grouping) return false;
  if (typeof grouping === 'string') editing.problems.push(grouping);
  else if (isSame(grouping, way === 'across' ? chart.series : chart.by)) return turned(editing, chart);
  else if (!canBeSeries(grouping, 'heatmap')) editing.problems.push(`${grouping.name.plural} are too many for a heatmap, so nothing was changed.`);
  else {
    const before = way === 'across' ? chart.by : chart.series;
    editing.replace(chart, retitled(chart, { ...chart, [way === 'across' ? 'by' : 'series']: grouping.dimension }, editing.catalogue));
    if (before) editing.assumptions.push(`By ${grouping.name.singular} ${way}, in place of ${before.field.label}.`);
  }
  return true;
}

function isSame({ dimension }: Grouping, other: Dimension | null): boolean {
  return other?.field.table === dimension.field.table && other.field.column === dimension.field.column && other.bucket === dimension.bucket;
}

/** The board of a page that has nothing else that could be grouped. */
export function onlyBoard(blocks: readonly Block[]): Board | null {
  const asked = blocks.filter((b) => b.asked !== false && (b.type === 'board' || b.type === 'chart'));
  return asked.length === 1 && asked[0]?.type === 'board' ? asked[0] : null;
}

/** The board that has these lanes. */
export function lanedBy(blocks: readonly Block[], { by: [by] }: Wish): Board | null {
  const field = by?.kind === 'field' ? by.field : by?.entity.title;
  return blocks.find((b): b is Board => b.type === 'board' && b.asked !== false && field !== undefined && b.by.column === field?.column && b.by.table === field.table) ?? null;
}
