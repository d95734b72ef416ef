import { withLine } from '../build/chart-lines';
import { converted, TIME_UNIT_PATTERN, type TimeUnit, timeUnitCalled, timeUnitOf } from '../build/time-units';
import { leading, trailing } from '../edit/said/around';
import type { Block, Chart, ChartLine } from '../plan';
import { capitalise } from '../words/tokens';
import { type Addition, changeCharts, found, type ReadAddition, refuse, titlesOf } from './addition';

const JOINT = '(?:\\s*,)?(?:\\s+(?:and|with|plus|including|incl|showing|having|also))*';
const IN = '(?:\\s+(?:to|in|on|across|through|for)\\s+(?:it|that|this|there|(?:the|that|this|all\\s+the)\\s+(?:\\p{L}+\\s+){0,3}?(?:charts?|graph|bars|lines?|areas?|plot)))?';
/** Nothing more is said of it: "the average price" is another number. */
const STOP = '(?=\\s*(?:$|[,.;!?:]|(?:and|plus|but|please|too|as\\s+well|also|then|now|only|for\\s+comparison|by|per)(?:\\W|$)))';
const LINE = '(?:(?:horizontal|vertical|straight|dashed|dotted|thin|constant|flat|reference|comparison)\\s+)*(?:line|rule|marker)';
const AIM = '(?:target|goal|threshold|benchmark|limit|budget|quota|aim|cut-?off|baseline)';
const AMOUNT = '(?:[$€£]\\s?)?(-?\\d[\\d.,]*\\d|-?\\d)(?:\\s*(k|m|thousand|million|billion))?(?:\\s*(%|percent))?(?:\\s*' + TIME_UNIT_PATTERN + '\\b)?(?![\\w-])';
const AVERAGE = '(?:overall|grand|total|general|common)?\\s*(?:average|mean|avg)';

/** "a target line at 1000", "with a target of 1000", "draw a line at 500" */
const AT = [
  `(?:an?\\s+|the\\s+|my\\s+|our\\s+)?(${AIM})\\s+${LINE}\\s*(?:(?:set|drawn|marked)\\s+)?(?:at|of|:|=|is)\\s*${AMOUNT}`,
  `(?:an?\\s+|the\\s+|my\\s+|our\\s+)?(${AIM})\\s*(?:at|of|:|=|is)\\s*${AMOUNT}\\s+(?:shown\\s+|drawn\\s+|marked\\s+)?(?:as|by|with)\\s+an?\\s+${LINE}`,
  `(?:an?\\s+|the\\s+)?${LINE}\\s+(?:drawn\\s+)?(?:(?:at|for|with|showing|marking)\\s+)?(?:the\\s+|our\\s+|a\\s+)?(${AIM})\\s+(?:(?:of|at)\\s+)?${AMOUNT}`,
  `(?:an?(?:other)?\\s+|the\\s+)?${LINE}\\s+(?:drawn\\s+|placed\\s+)?(?:at|=)\\s*()(?:the\\s+value\\s+(?:of\\s+)?)?${AMOUNT}`,
].map((each) => new RegExp(`${JOINT}\\s*\\b${each}${IN}`, 'iu'));
/** "with a target of 1000", where nothing is called so. */
const AIMED = new RegExp(`${JOINT}\\s*\\b(?:an?\\s+|the\\s+|my\\s+|our\\s+)?(target|goal)\\s*(?:at|of|:|=|is)\\s*${AMOUNT}${IN}`, 'iu');
/** "add the average too", beside another line. */
const AVERAGE_TOO = /^\s*(?:(?:please|and|also|now)\s+)*(?:add|show|draw|include)\s+(?:also\s+)?(?:the|an|its)\s+(?:overall\s+)?(?:average|mean)(?:\s*,?\s*(?:too|as\s+well|also|please))*[\s.!?]*$/i;
/** "an average line", "the average as a line", "compared with the overall average" */
const AT_AVERAGE = [
  `(?:an?\\s+|the\\s+)?${AVERAGE}\\s+${LINE}`,
  `(?:an?\\s+|the\\s+|its\\s+)?${AVERAGE}\\s+(?:(?:shown|drawn|marked|added)\\s+)?(?:as|by|with)\\s+an?\\s+${LINE}`,
  `(?:an?\\s+|the\\s+)?${LINE}\\s+(?:drawn\\s+)?(?:at|for|showing|marking|with|of)\\s+(?:the\\s+|its\\s+)?${AVERAGE}`,
  `(?:(?:and\\s+)?(?:compare(?:d)?(?:\\s+(?:it|them|each|this|that))?\\s+(?:with|to|against)|against|versus|vs\\.?|relative\\s+to)\\s+(?:the\\s+|its\\s+|their\\s+)?${AVERAGE})(?:\\s+(?:of\\s+(?:all|them\\s+all)|over\\s+all|over\\s+everything))?`,
].map((each) => new RegExp(`${JOINT}\\s*(?<![\\p{L}-])${each}${IN}${STOP}`, 'iu'));
/** A line for what nobody told. */
const AT_NOTHING = new RegExp(`${JOINT}\\s*\\b(?:an?\\s+|the\\s+)?(?:${AIM}|reference|comparison)\\s+(?:line|rule)${IN}${STOP}`, 'iu');

const LEAD = leading('please', 'ok', 'okay', 'now', 'and', 'also', 'but', 'can\\s+you', 'could\\s+you');
const END = trailing('please', 'again', 'now', 'out', 'away', 'off');
const GONE = new RegExp(`${LEAD}(?:remove|drop|hide|delete|erase|lose|omit|no|without|take\\s+(?:out|away|off)|leave\\s+out|get\\s+rid\\s+of|take)\\s+(?:(?:the|that|this|any|those|these|all)\\s+)*(?:(${AVERAGE}|${AIM}|reference|comparison)\\s*)?(${LINE}|(?:lines|rules))?${IN}${END}`, 'iu');
/** "move the target to 1200" */
const MOVED = new RegExp(`${LEAD}(?:move|set|change|raise|lower|put|shift|make|let|draw)\\s+(?:the\\s+|that\\s+|our\\s+)?(?:(${AIM})(?:\\s+${LINE})?|${LINE})\\s+(?:(?:to|at|be)\\s+)?(?:the\\s+value\\s+)?${AMOUNT}(?:\\s+instead)?${END}`, 'iu');

/** "… with a target line at 1000": a line across a chart, at a value or at the average. */
export const readLines: ReadAddition = (said, { page, catalogue }) => {
  const lined = page?.blocks.filter(isLined) ?? [];
  const gone = page && GONE.exec(said);
  if (gone && (gone[1] || gone[2])) {
    if (lined.length > 0) return found(gone, withoutLines(gone[1]));
    if (gone[1] && gone[2] && !/^\s*trend/i.test(gone[1])) return found(gone, (plan) => refuse(plan, 'There is no such line on the page.'));
  }
  const moved = lined.length > 0 ? MOVED.exec(said) : null;
  if (moved) return found(moved, moveLine(amountOf(moved, 2), moved[1]));
  for (const expression of AT) {
    const match = expression.exec(said);
    if (match) return found(match, addLine({ kind: 'value', value: amountOf(match, 2), label: match[1] ? capitalise(match[1].toLowerCase()) : '' }, unitIn(match[0])));
  }
  const aimed = AIMED.exec(said);
  const isName = ({ label }: { label: string }) => label.toLowerCase() === aimed?.[1]?.toLowerCase();
  if (aimed && !catalogue.entities.some((entity) => entity.fields.some(isName))) return found(aimed, addLine({ kind: 'value', value: amountOf(aimed, 2), label: capitalise(aimed[1]?.toLowerCase() ?? '') }, unitIn(aimed[0])));
  const too = lined.length > 0 ? AVERAGE_TOO.exec(said) : null;
  if (too) return found(too, addLine({ kind: 'average' }));
  for (const expression of AT_AVERAGE) {
    const match = expression.exec(said);
    if (match) return found(match, addLine({ kind: 'average' }));
  }
  const untold = AT_NOTHING.exec(said);
  return untold && found(untold, (plan) => refuse(plan, 'Say where the line is to be: “draw a line at 500”, or “add an average line”.'));
};

/** The number that begins at a group of a match: "$1,200", "1.5k", "20%". */
function amountOf(match: RegExpExecArray, at: number): number {
  const [digits = '', scale = '', percent] = match.slice(at);
  const factor = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, billion: 1e9 }[scale.toLowerCase()] ?? 1;
  const value = Number(digits.replaceAll(',', '').replace(/\.$/, '')) * factor;
  return percent ? value / 100 : value;
}

const AMOUNT_UNIT = new RegExp(`\\d\\s*(${TIME_UNIT_PATTERN})\\b`, 'i');

/** "at 48 hours" */
function unitIn(text: string): TimeUnit | null {
  const word = AMOUNT_UNIT.exec(text)?.[1];
  return word === undefined ? null : timeUnitCalled(word);
}

/** The line in the unit that the chart's number is told in. */
function toldIn(chart: Chart, line: ChartLine, unit: TimeUnit | null): ChartLine {
  const own = chart.measures[0] ? timeUnitOf(chart.measures[0]) : null;
  return line.kind === 'value' && unit !== null && own !== null ? { ...line, value: converted(line.value, unit, own) } : line;
}

function isLined(block: Block): block is Chart {
  return block.type === 'chart' && (block.lines ?? []).length > 0;
}

function addLine(line: ChartLine, unit: TimeUnit | null = null): Addition['put'] {
  return (plan, isMeant) => {
    const charts = plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && isMeant(b));
    const drawn = charts.filter((chart) => typeof withLine(chart, line) !== 'string');
    const targets = drawn.length > 0 ? drawn : charts.slice(0, 1);
    if (targets.length === 0) return refuse(plan, 'Only bars, lines and areas have a line across.');
    return changeCharts(plan, targets.slice(0, 1), (chart) => withLine(chart, toldIn(chart, line, unit)), (changed) => `Added a line to ${titlesOf(changed)}.`, remarksOn(targets, line));
  };
}

function remarksOn([first, ...others]: readonly Chart[], line: ChartLine): string[] {
  if (!first) return [];
  const several = others.length > 0 ? [`Several could have the line; I took “${first.title}”.`] : [];
  const [measure, ...more] = first.measures;
  const ofFirst = more.length > 0 && line.kind === 'average' ? [`The line is the average of ${measure?.label}.`] : [];
  const ofEach = first.series && line.kind === 'average' ? [`The average is that of every ${first.series.field.label} together.`] : [];
  return [...several, ...ofFirst, ...ofEach, ...(first.limit !== null && line.kind === 'average' ? ['The average is that of all, shown or not.'] : [])];
}

/** Takes away all lines, or those of one kind. */
function withoutLines(kind: string | undefined): Addition['put'] {
  const isAverage = kind !== undefined && /average|mean|avg/i.test(kind);
  const isGone = (line: ChartLine) => kind === undefined || (line.kind === 'average') === isAverage;
  return (plan) => {
    const charts = plan.blocks.filter(isLined).filter((chart) => chart.lines?.some(isGone));
    if (charts.length === 0) return refuse(plan, 'There is no such line on the page.');
    return changeCharts(plan, charts, ({ lines = [], ...rest }) => {
      const kept = lines.filter((line) => !isGone(line));
      return kept.length > 0 ? { ...rest, lines: kept } : rest;
    }, (changed) => `Took the line out of ${titlesOf(changed)}.`);
  };
}

function moveLine(value: number, label: string | undefined): Addition['put'] {
  const isMoved = (line: ChartLine) => line.kind === 'value' && (label === undefined || line.label.toLowerCase() === label.toLowerCase());
  return (plan) => {
    const [chart] = plan.blocks.filter(isLined).filter(({ lines = [] }) => lines.filter(isMoved).length === 1);
    if (!chart) return refuse(plan, 'I don’t know which line that is: say “draw a line at 500”.');
    return changeCharts(plan, [chart], ({ lines = [], ...rest }) => ({ ...rest, lines: lines.map((line) => (isMoved(line) && line.kind === 'value' ? { ...line, value } : line)) }), (changed) => `Moved the line of ${titlesOf(changed)}.`);
  };
}
