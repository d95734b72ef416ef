/** What stands for a point in time in data: text of a database or of JSON, milliseconds, a Date. */
export type Moment = string | number | Date | null | undefined;

/** A year and month, perhaps a day, perhaps a time of day, perhaps a zone. Anything else isn't taken for a moment. */
const ISO = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?$/;

/** Seconds become milliseconds below this: as milliseconds it would be April 1970. */
const SECONDS_BELOW = 1e10;

/** Parses what data has for a moment, or null. Without a zone the viewer's is meant, also where only a day is given. */
export function toDate(value: Moment): Date | null {
  if (value instanceof Date) return valid(value);
  if (typeof value === 'number') return valid(new Date(Math.abs(value) < SECONDS_BELOW ? value * 1000 : value));
  if (typeof value !== 'string') return null;
  const parts = ISO.exec(value.trim());
  return parts ? fromParts(parts) : null;
}

/**
 * The day a value names. Drivers hand out a date column as midnight in UTC; west of Greenwich that would be
 * the day before.
 */
export function toDay(value: Moment): Date | null {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}[T ]00:00:00(\.0+)?\s?(Z|\+00(:?00)?)$/.test(value)) return toDate(value.slice(0, 10));
  return toDate(value);
}

/** Whether a text is a whole moment with a day: what a column of dates is recognised by. */
export function looksLikeMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && toDate(value) !== null;
}

/** Whether a text has a time of day that says something. */
export function hasTime(value: string): boolean {
  return value.length > 10 && !/[T ]00:00(:00(\.0+)?)?/.test(value);
}

function fromParts([, year, month, day, hour, minute, second, fraction, zone]: RegExpExecArray): Date | null {
  const numbers = [Number(year), Number(month) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), milliseconds(fraction)] as const;
  const [, monthIndex, dayOfMonth, hours, minutes] = numbers;
  if (monthIndex > 11 || dayOfMonth < 1 || dayOfMonth > daysIn(Number(year), monthIndex) || hours > 24 || minutes > 59) return null;
  if (zone === undefined) return valid(new Date(...numbers));
  return valid(new Date(Date.UTC(...numbers) - offsetOf(zone)));
}

function daysIn(year: number, monthIndex: number): number {
  return new Date(year, monthIndex + 1, 0).getDate();
}

function milliseconds(fraction: string | undefined): number {
  return fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0;
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(3).replace(':', '')];
  return (zone.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes || 0)) * 60_000;
}

function valid(date: Date): Date | null {
  return Number.isNaN(date.getTime()) ? null : date;
}
