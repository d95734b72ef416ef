import type { Wish } from '../read/wish';
import type { Period, Unit } from '../plan';

/**
 * "this month vs last month" sets two stretches of time against each other. Years become two lines by month; of everything shorter
 * the newer one is shown, against the one before; two that have names ("Q1 and Q2 2026") stand side by side.
 */
export function comparePeriods(asked: Wish): Wish {
  const wish = withWholeYear(asked);
  const spans = spansApart(wish);
  if (spans) return { ...wish, style: null, versus: false, versusBefore: false, periods: [], spans };
  // "with the change to last week": of this one.
  const [only] = wish.periods;
  const isPast = !wish.versus && only?.kind === 'unit' && only.back === 1 && only.unit !== 'year' && wish.periods.length === 1;
  if (wish.versusBefore && wish.periods.length < 2 && !isPast) return againstBefore(wish);
  if (wish.versusBefore) return comparePeriods({ ...wish, versus: true, versusBefore: false });
  // "web versus store in the last 90 days": two groups are compared, and not two times.
  const groups = wish.versus && wish.periods.length === 1 ? wish.conditions.find((c) => c.kind === 'values' && !c.negated && c.values.length > 1) : undefined;
  if (groups?.kind === 'values') return { ...wish, versus: false, by: wish.by.some((d) => d.kind === 'field' && d.field === groups.field) ? wish.by : [...wish.by, { kind: 'field', field: groups.field, entity: groups.entity }] };
  const years = wish.periods.filter((p) => p.kind === 'range');
  // "2025 and 2026 side by side"
  if (!wish.versus && years.length === 2 && wish.style === 'grouped') return compareRanges(wish, years);
  if (!wish.versus) return years.length < 2 ? wish : joinRanges(wish);
  if (wish.periods.length === 0) return wish;
  const relative = wish.periods.filter((p) => p.kind === 'unit');
  const ranges = wish.periods.filter((p) => p.kind === 'range');
  if (ranges.length >= 2) return compareRanges(wish, ranges);
  const [recent] = wish.periods.filter((p) => p.kind === 'recent');
  const other = wish.periods.find((p) => p.kind === 'recent' && recent && (p.count !== recent.count || p.unit !== recent.unit));
  if (recent && other?.kind === 'recent') {
    const problem = `A figure is set against as long a time before, so it is ${recent.count} ${recent.unit}s against the ${recent.count} before, and not ${other.count} ${other.unit}s.`;
    return againstBefore({ ...wish, periods: [recent], problems: [...wish.problems, problem] });
  }
  if (recent) return againstBefore({ ...wish, periods: [recent] });
  const [first] = relative;
  if (!first || (first.unit === 'year' && !wish.stat) || relative.some((p) => p.unit !== first.unit)) return wish;
  const newest = Math.min(...relative.map((p) => p.back));
  const back = relative.length === 1 && newest > 0 ? newest - 1 : newest;
  const grouped = isGrouped(wish);
  const problems = grouped ? [...wish.problems, `A chart shows one ${first.unit} at a time, so the ${first.unit} before is in the figures only.`] : wish.problems;
  const assumptions = back === 0 ? [...wish.assumptions, toTheSameDay(first.unit)] : wish.assumptions;
  return { ...wish, versus: false, stat: !grouped, periods: [{ ...first, back }], problems, assumptions };
}

/** "year to date against last year": this year, which has come no further. */
function withWholeYear(wish: Wish): Wish {
  const isSoFar = wish.versus && wish.periods.some((p) => p.kind === 'unit');
  return isSoFar ? { ...wish, periods: wish.periods.map((p) => (p.kind === 'to-date' ? { kind: 'unit', unit: p.unit, back: 0 } : p)) } : wish;
}

/** "revenue by region this year vs last year": what is grouped by a thing has a number for each stretch. */
function spansApart(wish: Wish): [Period, Period] | null {
  // "this year and last year side by side"
  const isBeside = wish.style === 'grouped' && wish.periods.length === 2;
  const isCompared = wish.versus || wish.versusBefore || wish.versusYears || isBeside;
  const isGroups = wish.by.length === 1 && wish.by.every((d) => d.kind !== 'field' || d.bin === undefined) && wish.bucket === null && wish.secondBucket === null && (wish.style === null || isBeside) && wish.charts.every((view) => view === null || view === 'bar' || view === 'table');
  if (!isCompared || !isGroups || wish.stat || wish.board || wish.calendar || wish.relation) return null;
  const units = wish.periods.flatMap((p) => (p.kind === 'unit' ? [p] : []));
  const [first, second, ...more] = units.toSorted((a, b) => a.back - b.back);
  if (units.length < wish.periods.length || more.length > 0) return null;
  if (!first) return wish.versusYears ? spansFrom('year', 0, 1) : null;
  if (second) return first.unit === second.unit && first.back !== second.back ? spansFrom(first.unit, first.back, second.back) : null;
  return first.back === 0 || wish.versusBefore ? spansFrom(first.unit, first.back, first.back + 1) : spansFrom(first.unit, first.back - 1, first.back);
}

function spansFrom(unit: Unit, newer: number, older: number): [Period, Period] {
  return [{ kind: 'unit', unit, back: newer }, { kind: 'unit', unit, back: older }];
}

/** "sales in 2025 versus 2024": a figure for each stretch that was named. */
export function namedStretches(wish: Wish): Wish[] {
  const ranges = wish.periods.filter((p) => p.kind === 'range');
  if (!wish.versus || ranges.length < 2 || ranges.length < wish.periods.length || isGrouped(wish) || wish.table) return [];
  return ranges.map((range) => ({ ...wish, versus: false, stat: true, periods: [range] }));
}

/** "this month vs last month" names both: the figure of last month stands beside, whole and not only up to the same day. */
export function namedBefore(asked: Wish): Wish | null {
  const wish = withWholeYear(asked);
  // Of several figures each has the stretch before beside it anyway.
  if (wish.measures.length + wish.entities.filter((e) => !wish.measures.some((m) => m.name.entity === e)).length > 1) return null;
  const [first, second, ...more] = wish.periods.filter((p) => p.kind === 'unit');
  const isPair = (wish.versus || wish.versusBefore) && first && second && more.length === 0 && wish.periods.length === 2 && first.unit === second.unit && (first.unit !== 'year' || wish.stat) && first.unit !== 'day';
  const newest = isPair ? Math.min(first.back, second.back) : 1;
  // "last month against the same month last year"
  const isYear = isPair && second.back === (first.unit === 'month' ? 12 : 4);
  if (!isPair || (newest !== 0 && !isYear) || isGrouped(wish)) return null;
  const back = isYear ? first.back + second.back : wish.versusBefore || wish.items.some((i) => i.lower.endsWith('before')) ? newest + 1 : Math.max(1, first.back, second.back);
  return { ...wish, versus: false, versusBefore: false, stat: true, periods: [{ ...first, back }], filters: [] };
}

/** What a figure of a stretch that isn't over is set against. */
export function toTheSameDay(unit: Unit): string {
  return `The change is against last ${unit} up to the same day.`;
}

function isGrouped(wish: Wish): boolean {
  return wish.by.length > 0 || wish.bucket !== null || wish.charts.length > 0;
}

/** Days that are looked at where nobody says which. */
const RECENT_DAYS = 30;

/** A figure is always shown against the stretch before its own. */
function againstBefore(wish: Wish): Wish {
  const period: Period = { kind: 'recent', unit: 'day', count: RECENT_DAYS };
  const grouped = isGrouped(wish);
  const chosen = wish.periods.length ? {} : { periods: [period], assumptions: [...wish.assumptions, `No time was said, so it is the last ${RECENT_DAYS} days.`] };
  const [said] = wish.periods;
  const before = said?.kind === 'recent' && wish.versus ? { assumptions: [...wish.assumptions, `Shown against the ${said.count} ${said.unit}s before.`] } : {};
  const isOpen = (said?.kind === 'unit' && said.back === 0 && said.unit !== 'day') || said?.kind === 'to-date';
  const open = isOpen ? { assumptions: [...wish.assumptions, toTheSameDay(said.unit)] } : {};
  return { ...wish, ...chosen, ...before, ...open, versus: false, stat: !grouped };
}

type Range = Extract<Period, { kind: 'range' }>;

/** "for 2025 and 2026": one stretch. No row is of both. */
function joinRanges(wish: Wish): Wish {
  const ranges = wish.periods.filter((p) => p.kind === 'range').sort((a, b) => String(a.from).localeCompare(String(b.from)));
  const [first, last] = [ranges[0] as Range, ranges.at(-1) as Range];
  const gap = ranges.some((range, i) => i > 0 && String(ranges[i - 1]?.to) < String(range.from));
  const problems = gap ? [...wish.problems, `What lies between ${first.label} and ${last.label} is shown too.`] : wish.problems;
  return { ...wish, periods: [{ kind: 'range', from: first.from, to: last.to, label: `${first.label} to ${last.label}` }, ...wish.periods.filter((p) => p.kind !== 'range')], problems };
}

/** From the beginning of the first to the end of the last, a bar for each. */
function compareRanges(wish: Wish, ranges: readonly Range[]): Wish {
  const sorted = [...ranges].sort((a, b) => String(a.from).localeCompare(String(b.from)));
  const [first, last] = [sorted[0] as Range, sorted.at(-1) as Range];
  const gap = sorted.some((range, i) => i > 0 && sorted[i - 1]?.to !== range.from);
  const period: Range = { kind: 'range', from: first.from, to: last.to, label: `${first.label} to ${last.label}` };
  const days = (Date.parse(String(first.to)) - Date.parse(String(first.from))) / 86_400_000;
  // "2024 and 2025 for every country": the years are the colours.
  if (days > 300 && wish.bucket === null && wish.by.length === 1) return { ...wish, versus: false, periods: [period], secondBucket: 'year', charts: wish.charts.length ? wish.charts : ['bar'], style: wish.style ?? 'grouped' };
  if (days > 300 && (wish.bucket === null || wish.bucket === 'month' || wish.bucket === 'auto')) return { ...wish, versus: false, periods: [period], bucket: 'month-of-year', secondBucket: 'year', charts: wish.charts.length ? wish.charts : ['line'] };
  const bucket = days > 300 ? 'year' : days > 80 ? 'quarter' : days > 20 ? 'month' : 'day';
  const problems = gap ? [...wish.problems, `What lies between ${first.label} and ${last.label} is shown too.`] : wish.problems;
  return { ...wish, versus: false, periods: [period], bucket: wish.bucket ?? bucket, problems };
}
