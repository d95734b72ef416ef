import type { ReactNode } from 'react';
import { fmt } from '../fmt';
import { asText, shown } from '../format';
import { hasTime, looksLikeMoment, toDate, toDay } from '../moment';
import { asWord } from '../words';

/** Longer names don't fit below an axis. */
const LONGEST_TICK = 22;

/** A tick of an axis of categories: moments short, numbers as they are, since they may be years. */
export function categoryTick(value: unknown, index = 0): string {
  if (isMonth(value)) return fmt.month(value, index === 0 || value.endsWith('-01') ? undefined : { month: 'short' });
  if (looksLikeMoment(value)) return hasTime(value) ? timeTick(value) : fmt.date(value, { month: 'short', day: 'numeric' });
  return shorten(asWord(asText(value)), LONGEST_TICK);
}

/** A text of at most this many letters. */
export function shorten(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, Math.max(1, letters - 1)).replace(/[\s,;&–-]+$/, '')}…` : text;
}

/** On an axis of hours of one day the day would only be repeated. */
function timeTick(value: string): string {
  const date = toDate(value);
  return date && date.getMinutes() === 0 && date.getHours() === 0 ? fmt.date(value, { month: 'short', day: 'numeric' }) : fmt.time(value);
}

/** A tick of an axis of numbers: 1.2K. */
export function numberTick(value: unknown, index = 0): string {
  return typeof value === 'number' ? fmt.compact(value) : categoryTick(value, index);
}

/** What a tooltip is about: the whole moment or name. */
export function fullLabel(value: unknown): ReactNode {
  if (isMonth(value)) return fmt.month(value, { year: 'numeric', month: 'long' });
  if (looksLikeMoment(value)) return hasTime(value) ? fmt.dateTime(value) : fmt.date(value);
  return typeof value === 'string' ? asWord(value) : shown(value);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Months since the year 0 of “2026-10” or “Oct 2026”; null where it is no month. */
export function monthOf(value: unknown): number | null {
  if (isMonth(value)) return Number(value.slice(0, 4)) * 12 + Number(value.slice(5)) - 1;
  const [, name, year] = (typeof value === 'string' && /^([A-Z][a-z]{2}) (\d{4})$/.exec(value)) || [];
  const at = MONTHS.indexOf(name ?? '');
  return at < 0 ? null : Number(year) * 12 + at;
}

/** A month's name; the year stands with the first of an axis and with each January. */
export function monthTick(value: unknown, first: boolean): string {
  const month = monthOf(value);
  if (month === null) return categoryTick(value);
  const [year, at] = [Math.floor(month / 12), month % 12];
  const day = `${String(year).padStart(4, '0')}-${String(at + 1).padStart(2, '0')}-01`;
  return fmt.month(day, first || at === 0 ? undefined : { month: 'short' });
}

/** The day of “2026-10-03” or “3 Oct 2026”, without a time of day; null where it is none. */
export function dayOf(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  if (looksLikeMoment(value)) return hasTime(value) ? null : toDay(value);
  const [, day, name, year] = /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})$/.exec(value) ?? [];
  const at = MONTHS.indexOf(name ?? '');
  return at < 0 ? null : new Date(Number(year), at, Number(day));
}

/** What a tick of days says: the day, or the month that it begins; the year where it isn't that of the tick before. */
export function dayTick(day: Date, before: Date | null, byMonth: boolean): string {
  const isNewYear = before === null || before.getFullYear() !== day.getFullYear();
  return fmt.date(day, { ...(!byMonth && { day: 'numeric' }), month: 'short', ...(isNewYear && { year: 'numeric' }) });
}

function isMonth(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
}
