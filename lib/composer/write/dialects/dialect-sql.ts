import type { Dialect } from '../../../binding/binding';
import type { Cycle, Unit } from '../../plan';

/** A stretch of the calendar that begins somewhere. */
export type Stretch = Unit | 'hour';

/** What differs from dialect to dialect in the queries that are written. Every argument and result is a piece of SQL. */
export type DialectSql = {
  dialect: Dialect;
  asText(value: string): string;
  /** The part of the rows that meet a condition. */
  share(condition: string): string;
  /** An aggregate of only the rows that meet a condition; `of` is `*` where it counts rows. */
  only(aggregate: string, of: string, condition: string): string;
  /** Days between two times, with a fraction. */
  days(from: string, to: string): string;
  today: string;
  /** The day of the latest value of a column. */
  latestDay(column: string, table: string): string;
  /** A date as it's typed: 2026-01-31. */
  day(iso: string): string;
  /** A parameter that holds a date, or '' where there's none. */
  dayGiven(parameter: string): string;
  nextDay(day: string): string;
  plus(time: string, count: number, unit: Unit): string;
  minus(time: string, count: number, unit: Unit): string;
  /** The beginning of the day, week, … that a time is in. */
  startOf(unit: Stretch, time: string): string;
  /** The number of a stretch, of which the next has the next number: of its beginning. */
  place(unit: Unit, start: string): string;
  /** "3 Mar 2026", "Mar 2026", "Q1 2026", "2026", "3 Mar 14:00" */
  bucketLabel(bucket: string, unit: Stretch): string;
  /** 1 (Monday) to 7, 0 to 23, 1 to 12 */
  cycle(cycle: Cycle, time: string): string;
  /** "Mon" */
  weekdayName(time: string): string;
  /** "14:00" of 14. */
  hourName(hour: string): string;
  /** "2026-03" */
  monthKey(time: string): string;
  /** "March 2026" */
  monthLabel(time: string): string;
  /** "Mar" */
  monthName(time: string): string;
  /** 1 to 12, or 1 to 4 */
  part(part: 'month' | 'quarter', time: string): string;
  /** "Q1" of 1. */
  quarterName(quarter: string): string;
  /** The middle one of the values; null where there is no such function. */
  median: string | null;
  /** One text behind the other, with a space between them. */
  both(first: string, second: string): string;
  /** Whether a text has another in it, capitals or not. */
  contains(text: string, part: string): string;
  /** The beginning of the class of this width that a number is in. */
  bin(number: string, width: number): string;
  /** A parameter that holds a number, or '' where there's none. */
  numberGiven(parameter: string): string;
  isNot(value: string, other: string): string;
  /** After ORDER BY: the largest first, and what is missing last. */
  descending(value: string): string;
};

/** Days and weeks are counted from a Monday, longer stretches from the beginning of a year. */
export const FIRST_DAY = '2000-01-03';
export const FIRST_MONTH = '2000-01-01';

/** Where the standard's FILTER is known. */
export function filterOnly(aggregate: string, of: string, condition: string): string {
  return `${aggregate.replace('*', () => of)} filter (where ${condition})`;
}
