import type { Field } from '../catalogue/entity';
import type { Band } from '../plan';
import type { Edge, SaidBand, SaidBands } from '../read/bands';
import { millisecondsIn } from './time-units';

/** Classes that follow each other, with what was decided where they didn't. */
export type OwnClasses = { bands: Band[]; notes: string[] };

/** The classes as rows are put into them: each number in one at most, and what that leaves out is said. */
export function bandsOf({ bands: said, unit }: SaidBands, field: Field): OwnClasses {
  const scale = scaleOf(unit, field);
  const notes: string[] = [];
  const labelOf = (band: SaidBand) => band.name ?? rangeText(band, unit);
  const filled = said.map((band, i): SaidBand => (band.low === null && band.high === null ? { ...band, low: beginsAfter(said[i - 1]?.high ?? null) } : band));
  const edges = filled.slice(1).map((band, i) => seamOf(filled[i] as SaidBand, band, field, labelOf, notes));
  const bands = filled.map((band, i): Band => {
    const [before, after] = [edges[i - 1], edges[i]];
    const low = before ? before.low : band.low && { value: band.low.value, isIn: band.low.is !== 'out' };
    const high = after ? after.high : band.high && { value: band.high.value, isIn: band.high.is !== 'out' };
    return {
      label: labelOf(band),
      ...(low && { low: low.value * scale, ...(!low.isIn && { above: true as const }) }),
      ...(high && { high: high.value * scale, ...(high.isIn && { through: true as const }) }),
    };
  });
  return { bands, notes: [...notes, ...outsideOf(bands, field, scale, unit)] };
}

/** "and above" begins where the one before ends. */
function beginsAfter(high: Edge | null): Edge | null {
  return high && { value: high.value, is: high.is === 'out' ? 'in' : 'out' };
}

type Bound = { value: number; isIn: boolean };

/** Where one class ends and the next begins. */
function seamOf(a: SaidBand, b: SaidBand, field: Field, labelOf: (band: SaidBand) => string, notes: string[]): { high: Bound; low: Bound } {
  const [high, low] = [a.high as Edge, b.low as Edge];
  if (low.value > high.value) {
    const isNext = low.value - high.value <= stepOf(high.value, low.value);
    if (isNext && !isWhole(field)) notes.push(`What lies between ${numberText(high.value)} and ${numberText(low.value)} is in “${labelOf(a)}”.`);
    if (!isNext) notes.push(`What lies between ${numberText(high.value)} and ${numberText(low.value)} is in none of the classes, so it is left out.`);
    return isNext ? { high: { value: low.value, isIn: false }, low: { value: low.value, isIn: true } } : { high: { value: high.value, isIn: high.is !== 'out' }, low: { value: low.value, isIn: low.is !== 'out' } };
  }
  if (low.value < high.value) notes.push(`What would be in both “${labelOf(a)}” and “${labelOf(b)}” is in the first.`);
  const isSaid = high.is === 'in' || (low.is === 'out' && high.is !== 'out') || low.value < high.value;
  const isInFirst = isSaid && high.is !== 'out';
  const isUnsaid = low.value === high.value && ((high.is === 'open' && low.is === 'open') || (high.is === 'out' && low.is === 'out'));
  if (isUnsaid) notes.push(`What is exactly ${numberText(high.value)} is in “${labelOf(b)}”.`);
  return { high: { value: high.value, isIn: isInFirst }, low: { value: high.value, isIn: !isInFirst } };
}

/** Between 18 and 19 there is nothing of whole numbers, and between 9.99 and 10 nothing of cents. */
function stepOf(a: number, b: number): number {
  const digits = Math.max(...[a, b].map((value) => (String(value).split('.')[1] ?? '').length));
  return 10 ** -digits * 1.000001;
}

function isWhole({ source }: Field): boolean {
  return /int/i.test(source.sqlType);
}

function outsideOf(bands: readonly Band[], { source: { min, max } }: Field, scale: number, unit: string | null): string[] {
  const [first, last] = [bands[0], bands.at(-1)];
  const shown = (value: number) => withUnit(numberText(value / scale), unit);
  const below = first?.low !== undefined && typeof min === 'number' && min < first.low ? [`What is under ${shown(first.low)} is in none of the classes, so it is left out.`] : [];
  const above = last?.high !== undefined && typeof max === 'number' && max > last.high ? [`What is over ${shown(last.high)} is in none of the classes, so it is left out.`] : [];
  return [...below, ...above];
}

/** "under 100", "100 to 500", "over 500" */
function rangeText({ low, high }: SaidBand, unit: string | null): string {
  if (low && high) return withUnit(`${numberText(low.value)} to ${numberText(high.value)}`, unit);
  if (high) return `${high.is === 'in' ? 'up to' : 'under'} ${withUnit(numberText(high.value), unit)}`;
  const value = withUnit(numberText(low?.value ?? 0), unit);
  return low?.is === 'out' ? `over ${value}` : `${value} and over`;
}

function withUnit(text: string, unit: string | null): string {
  return unit === null || /^(dollars?|usd|euros?|eur|pounds?)$/.test(unit) ? text : `${text} ${unit}`;
}

function numberText(value: number): string {
  if (value >= 1e6 && value % 1e5 === 0) return `${value / 1e6} million`;
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** "3 minutes", of a column in milliseconds. */
function scaleOf(unit: string | null, field: Field): number {
  const [from, to] = [millisecondsIn(unit), millisecondsIn(field.unit ?? null)];
  return from === null || to === null ? 1 : from / to;
}
