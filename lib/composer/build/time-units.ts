import { type Block, type Chart, type Measure, measuresOf, type PlanField, type Scale } from '../plan';
import { capitalise } from '../words/tokens';

/** What lengths of time are told in, each with its milliseconds. */
const MILLISECONDS = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, days: 86_400_000, weeks: 604_800_000 } as const;
export type TimeUnit = keyof typeof MILLISECONDS;

/** As they are said. */
export const TIME_UNIT_NAMES: Readonly<Record<TimeUnit, string>> = { ms: 'milliseconds', s: 'seconds', min: 'minutes', h: 'hours', days: 'days', weeks: 'weeks' };
/** In a label. */
const SAID: Readonly<Record<TimeUnit, RegExp>> = { ms: /\b(?:milliseconds|millis|ms)\b/i, s: /\b(?:seconds|secs|sec)\b/i, min: /\b(?:minutes|mins)\b/i, h: /\b(?:hours|hrs)\b/i, days: /\bdays\b/i, weeks: /\bweeks\b/i };

/** What they are called, in the singular. */
const CALLED: Readonly<Record<TimeUnit, readonly string[]>> = { ms: ['ms', 'milli', 'millisecond'], s: ['s', 'sec', 'second'], min: ['min', 'minute'], h: ['h', 'hr', 'hour'], days: ['day'], weeks: ['week'] };
const BY_NAME: ReadonlyMap<string, TimeUnit> = new Map(Object.entries(CALLED).flatMap(([unit, names]) => names.map((name) => [name, unit as TimeUnit] as const)));

/** Their names in full, in the singular or the plural: a piece of a regular expression. */
export const TIME_UNIT_PATTERN = `(?:${Object.values(CALLED).flatMap((names) => names.filter((name) => name.length > 2)).join('|')})s?`;

/** The unit that a word names, in the singular or the plural; null where it names none. */
export function timeUnitCalled(word: string): TimeUnit | null {
  const name = word.toLowerCase();
  return BY_NAME.get(name) ?? BY_NAME.get(name.replace(/s$/, '')) ?? null;
}

/** How many milliseconds the unit has that a word names; null where it names none. */
export function millisecondsIn(word: string | null): number | null {
  const unit = word === null ? null : timeUnitCalled(word);
  return unit && MILLISECONDS[unit];
}

/** A length of time in another unit. */
export function converted(value: number, from: TimeUnit, to: TimeUnit): number {
  return (value * MILLISECONDS[from]) / MILLISECONDS[to];
}

type Told = Pick<PlanField, 'label' | 'format' | 'unit' | 'scale'>;

/** The unit that a number of a length of time is told in; null of any other number. */
export function timeUnitOf({ format, unit }: Pick<Told, 'format' | 'unit'>): TimeUnit | null {
  if (format === 'days') return 'days';
  return format === 'number' && unit !== undefined && Object.hasOwn(MILLISECONDS, unit) ? (unit as TimeUnit) : null;
}

/** The same length of time in another unit; null where it is none. */
function inUnit<T extends Told>(told: T, unit: TimeUnit): T | null {
  const now = timeUnitOf(told);
  if (now === null) return null;
  const kept = (told.scale?.from as TimeUnit | undefined) ?? now;
  const { scale: _, unit: __, ...rest } = told;
  const label = told.label.replace(SAID[now], TIME_UNIT_NAMES[unit]);
  if (unit === kept) return { ...rest, label, ...(kept === 'days' ? { format: 'days' as const } : { unit }) } as T;
  return { ...rest, label, format: 'number' as const, unit, scale: scaleOf(kept, unit) } as T;
}

function scaleOf(from: TimeUnit, to: TimeUnit): Scale {
  const [kept, told] = [MILLISECONDS[from], MILLISECONDS[to]];
  return kept > told ? { op: 'multiply', by: kept / told, from } : { op: 'divide', by: told / kept, from };
}

const asMeasure = (measure: Measure, unit: TimeUnit): Measure => inUnit(measure, unit) ?? measure;
const asField = (field: PlanField, unit: TimeUnit): PlanField => inUnit(field, unit) ?? field;

/** A block with its lengths of time in a unit; the same block where it has none. */
export function withTimeUnit(block: Block, unit: TimeUnit): Block {
  if (!lengthsOf(block).some((told) => timeUnitOf(told) !== unit)) return block;
  const after = toldIn(block, unit);
  // A title that says what is measured says its unit.
  const labels = lengthsOf(block).map(({ label }, i) => [label, lengthsOf(after)[i]?.label ?? label] as const);
  return { ...after, title: labels.reduce((title, [was, is]) => renamed(title, was, is), block.title) };
}

function renamed(title: string, was: string, is: string): string {
  const at = title.toLowerCase().indexOf(was.toLowerCase());
  return at < 0 ? title : `${title.slice(0, at)}${at === 0 ? capitalise(is) : is}${title.slice(at + was.length)}`;
}

function toldIn(block: Block, unit: TimeUnit): Block {
  switch (block.type) {
    case 'stat':
      return { ...block, measure: asMeasure(block.measure, unit) };
    case 'chart':
      return chartIn(block, unit);
    case 'table':
      return { ...block, columns: block.columns.map((c) => asField(c, unit)), ...(block.detail && { detail: block.detail.map((c) => asField(c, unit)) }) };
    case 'scatter':
      return { ...block, x: asField(block.x, unit), y: asField(block.y, unit), ...(block.size && { size: asField(block.size, unit) }) };
    case 'board':
    case 'calendar':
      return { ...block, columns: block.columns.map((c) => asField(c, unit)) };
  }
}

function chartIn(chart: Chart, unit: TimeUnit): Chart {
  const own = chart.measures[0] ? timeUnitOf(chart.measures[0]) : null;
  return {
    ...chart,
    ...(chart.lines && own && { lines: chart.lines.map((line) => (line.kind === 'value' ? { ...line, value: converted(line.value, own, unit) } : line)) }),
    measures: chart.measures.map((m) => asMeasure(m, unit)),
    ...(chart.beside && { beside: chart.beside.map((each) => ({ ...each, measures: each.measures.map((m) => asMeasure(m, unit)) })) }),
  };
}

/** The lengths of time that a block tells. */
export function lengthsOf(block: Block): Told[] {
  return toldBy(block).filter((told) => timeUnitOf(told) !== null);
}

function toldBy(block: Block): readonly Told[] {
  switch (block.type) {
    case 'stat':
    case 'chart':
      return measuresOf(block);
    case 'scatter':
      return [block.x, block.y, ...(block.size ? [block.size] : [])];
    default:
      return block.columns;
  }
}
