import { anchorOf } from '../catalogue/catalogue';
import { type Catalogue, entityOf, type Field, fieldOf } from '../catalogue/entity';
import { type Anchor, type Bucket, type Chart, type Dimension, type Format, MAX_WINDOW, showsValues, type Unit, unitSchema, type Window } from '../plan';
import type { WindowWish } from '../read/wish';
import type { Unjoined } from './reach';

/** What is reckoned along a chart: beside the values in a chart of its own where both are asked for and don't fit one. */
export type Windowed = { window: Window; isApart: boolean; assumptions: string[] };

/** Stretches that a moving average is over where nothing says how many. */
const USUAL: Record<Unit, number> = { day: 7, week: 4, month: 3, quarter: 4, year: 3 };
/** How many of the one a stretch of the other is about. */
const DAYS: Record<Unit, number> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };
const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/** What a wish for something reckoned along the time is of a chart, or why it can't be. */
export function windowFor(chart: Unjoined<Chart>, wish: WindowWish, catalogue: Catalogue, now: Date): Windowed | string {
  const unit = unitSchema.safeParse(chart.by.bucket).data;
  const refused = refusal(chart, wish, unit);
  if (refused !== null || !unit) return refused ?? '';
  const time = timeOf(chart, catalogue);
  const { window, said } = windowOf(chart, wish, unit, time ? anchorOf(time, now) : 'today');
  if (typeof window === 'string') return window;
  const fits = chart.view === 'table' || (window.is === 'moving-average' && chart.measures.length === 1 && chart.series === null);
  const own = window.is === 'moving-average' && wish.values && fits && chart.view !== 'table' ? { ...window, values: true as const } : window;
  const whole = time ? unfinished(chart, own, unit, time, now) : { said: [], since: null };
  return { window: whole.since && own.is === 'change' ? { ...own, since: whole.since } : own, isApart: wish.values && !fits, assumptions: [...said, ...whole.said] };
}

const NUMBERS: readonly Format[] = ['number', 'money', 'percent', 'days'];

/** Why nothing can be reckoned along a chart; null where it can. */
function refusal(chart: Unjoined<Chart>, { is }: WindowWish, unit: Unit | undefined): string | null {
  const what = is === 'change' ? 'I don’t reckon growth here' : 'I don’t reckon a moving average here';
  if (!unit) return `${what}, since “${chart.title}” doesn’t go along the calendar: say “per month”.`;
  if (chart.versus) return `${what}, since “${chart.title}” compares two years.`;
  if (chart.measures.some((m) => m.during)) return `${what}, since “${chart.title}” sets stretches of time beside each other.`;
  if (chart.measures.some((m) => !NUMBERS.includes(m.format))) return `${what}, since “${chart.title}” shows no numbers.`;
  if (chart.having || chart.limit !== null || chart.perGroup !== undefined) return `${what}, since only some of the ${unit}s are shown.`;
  return null;
}

/** What is reckoned, with what was taken for granted, or why it can't be. */
function windowOf(chart: Unjoined<Chart>, wish: WindowWish, unit: Unit, anchor: Anchor): { window: Window | string; said: string[] } {
  if (wish.is === 'change') {
    const [measure] = chart.measures;
    const than = unit === 'year' ? 'stretch' : wish.than;
    const kind = wish.as ?? (measure?.format === 'percent' ? 'amount' : 'percent');
    return { window: { is: 'change', as: kind, than, anchor }, said: wish.as === null && kind === 'amount' ? ['The growth of a percentage is in percentage points.'] : [] };
  }
  if (!wish.of) return { window: { is: 'moving-average', of: USUAL[unit], anchor }, said: [`The average is over ${USUAL[unit]} ${unit}s at a time, since no number was named.`] };
  const of = stretchesIn(wish.of, unit);
  const over = `${wish.of.count} ${wish.of.unit}${wish.of.count === 1 ? '' : 's'}`;
  if (of < 2 || of > MAX_WINDOW) return { window: `I don’t reckon an average over ${over} per ${unit}, so it is the values themselves.`, said: [] };
  return { window: { is: 'moving-average', of, anchor }, said: wish.of.unit === unit ? [] : [`The average over ${over} is over ${of} ${unit}s.`] };
}

function stretchesIn({ count, unit }: { count: number; unit: Unit }, of: Unit): number {
  const [months, each] = [MONTHS[unit], MONTHS[of]];
  return Math.round(months !== undefined && each !== undefined ? (count * months) / each : (count * DAYS[unit]) / DAYS[of]);
}

/** What is reckoned along a chart is drawn as: a change stands above or below its line, an average is one, and neither has parts. */
export function drawnAs(view: Chart['view'], by: Dimension, hasSeries: boolean, { is }: Window): Chart['view'] {
  if (view === 'table' || view === 'line') return view;
  return is === 'moving-average' || hasSeries || by.bucket === 'day' ? 'line' : 'bar';
}

/** The chart without what was reckoned, as it would be drawn. */
export function withoutWindow<T extends Unjoined<Chart>>(chart: T): T {
  const { window: _, ...plain } = chart;
  return plain as unknown as T;
}

/** The window of a chart that was changed: by other stretches it is reckoned anew. */
export function keptWindow<T extends Unjoined<Chart>>(before: Unjoined<Chart>, after: T, catalogue: Catalogue, now: Date): T {
  const { window } = after;
  const fitting = fittingWindow(after);
  if (!window || !fitting.window || (before.by.bucket === after.by.bucket && before.by.field.column === after.by.field.column)) return fitting;
  const values = window.is === 'moving-average' && window.values === true;
  const unit = unitSchema.safeParse(after.by.bucket).data;
  const wish: WindowWish = window.is === 'change' ? { is: 'change', as: window.as, than: window.than, values } : { is: 'moving-average', of: unit ? { count: window.of, unit } : null, values };
  const made = windowFor(withoutWindow(after), wish, catalogue, now);
  return typeof made === 'string' ? withoutWindow(after) : { ...fitting, window: made.window };
}

/** What no longer goes along the calendar is no change of it. */
export function fittingWindow<T extends Unjoined<Chart>>(chart: T): T {
  if (!chart.window) return chart;
  const isAlong = unitSchema.safeParse(chart.by.bucket).success && !chart.versus && !chart.measures.some((m) => m.during) && !chart.cumulative && chart.limit === null && ['bar', 'line', 'area', 'table'].includes(chart.view);
  if (!isAlong) return withoutWindow(chart);
  const isStacked = chart.series !== null && (chart.view === 'area' || (chart.view === 'bar' && chart.stack !== 'grouped'));
  const { stack: _, ...plain } = chart;
  const own = chart.window.is === 'moving-average' && chart.window.values && (chart.series !== null || chart.measures.length > 1) ? { ...chart.window, values: undefined } : chart.window;
  return { ...(isStacked ? { ...plain, view: 'line' } : chart), window: own } as T;
}

function timeOf(chart: Unjoined<Chart>, catalogue: Catalogue): Field | null {
  const owner = entityOf(catalogue, chart.binding, chart.by.field.table);
  return owner && fieldOf(owner, chart.by.field.column);
}

/** A stretch that isn't whole looks like a fall, or like a rise after it: what is said of that, and the beginning of the second where nothing is to be set against the first. */
function unfinished(chart: Unjoined<Chart>, window: Window, unit: Unit, { source }: Field, now: Date): { said: string[]; since: string | null } {
  const [first, last] = [dayOf(source.min), dayOf(source.max)];
  if (!first || !last || isOncePer(unit, first, last, source.distinct)) return { said: [], since: null };
  const what = window.is === 'moving-average' ? 'average' : window.as === 'percent' ? 'growth' : 'change';
  const isPiece = window.is === 'change' && (first.getTime() - startOf(unit, first).getTime()) / DAY > DAYS[unit] * MUCH;
  const since = isPiece ? iso(startOf(unit, new Date(startOf(unit, first).getTime() + DAYS[unit] * 1.5 * DAY))) : null;
  const isNarrowed = chart.where.some((c) => c.op === 'period' && c.field.column === chart.by.field.column);
  const begun = since && !isNarrowed ? [`The data begin on ${iso(first)}, so the first ${unit} isn’t whole, and nothing is set against it.`] : [];
  if (window.anchor === 'today') {
    const values = showsValues({ view: chart.view, window });
    return { since, said: last >= startOf(unit, now) ? [...begun, `${unit === 'day' ? 'Today' : `This ${unit}`} isn’t over, so it has no ${what} yet${values ? ', only its value' : ''}.`] : begun };
  }
  const isPart = startOf(unit, new Date(last.getTime() + DAY)).getTime() === startOf(unit, last).getTime();
  return { since, said: isPart && !isNarrowed ? [...begun, `The data end on ${iso(last)}, so the last ${unit} may not be whole.`] : begun };
}

const DAY = 86_400_000;
/** The part of a stretch that matters where it is missing. */
const MUCH = 0.1;

function dayOf(value: string | number | undefined): Date | null {
  const time = Date.parse(`${String(value).slice(0, 10)}T00:00:00Z`);
  return Number.isFinite(time) ? new Date(time) : null;
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Whether there is one date for each stretch: a year's number is dated on its first day. */
function isOncePer(unit: Unit, first: Date, last: Date, distinct: number | undefined): boolean {
  const areStarts = [first, last].every((date) => date.getTime() === startOf(unit, date).getTime());
  return areStarts && distinct !== undefined && distinct <= (last.getTime() - first.getTime()) / DAY / DAYS[unit] + 2;
}

function startOf(unit: Bucket, date: Date): Date {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'year') return new Date(Date.UTC(year, 0));
  if (unit === 'quarter') return new Date(Date.UTC(year, month - (month % 3)));
  if (unit === 'month') return new Date(Date.UTC(year, month));
  return new Date(Date.UTC(year, month, unit === 'week' ? day - ((date.getUTCDay() + 6) % 7) : day));
}
