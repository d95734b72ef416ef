import { dayOf, dayTick, monthOf } from './labels';

/** A tick's name needs about as much room as this, in pixels, a letter of it as that. */
const LEAST_TICK_ROOM = 52;
const LETTER_ROOM = 6.2;
/** What a program writes is mostly amounts, and digits are wide. */
const WRITTEN_LETTER_ROOM = 6.8;
const BETWEEN_TICKS = 8;
/** Ranges that are nearer to each other read as one. */
const BETWEEN_WRITTEN = 16;

/** How many letters a tick may have that has so many pixels. */
export function lettersIn(room: number): number {
  return Math.floor((room - BETWEEN_TICKS) / LETTER_ROOM);
}

/** Whether all ticks can be named, each in so many pixels. Names of our own can be shortened; those that a program wrote have to fit. */
export function haveRoom(room: number, written: readonly string[] | null): boolean {
  return room >= LEAST_TICK_ROOM && (written ?? []).every((name) => name.length * WRITTEN_LETTER_ROOM + BETWEEN_WRITTEN <= room);
}

/** How many ticks of an axis of amounts are left out between two that are named, so that all fit; the last one is named too. */
export function ticksLeftOut(names: readonly string[], width: number): number {
  const steps = names.length - 1;
  const needed = Math.max(0, ...names.map((name) => name.length)) * WRITTEN_LETTER_ROOM + BETWEEN_TICKS;
  const every = Array.from({ length: Math.max(1, steps) }, (_, at) => at + 1).find((each) => steps % each === 0 && (width / steps) * each >= needed);
  return Math.max(0, (every ?? steps) - 1);
}

/** Half of “Jan 2026”, half of “Apr”, and something between. */
const MONTH_ROOM = 48;
/** “Jan 2025” beside “Jan 2026”. */
const YEAR_ROOM = 64;
const MONTH_STEPS = [2, 3, 6, 12, 24, 60, 120];
/** More than a year is read in quarters. */
const YEAR = 12;

/** Which months are named where not all can be, each with so many pixels; null where these are no months. */
export function monthsNamed(values: readonly unknown[], room: number): unknown[] | null {
  const months = values.map(monthOf);
  if (room <= 0 || months.length < 2 || months.includes(null)) return null;
  const step = MONTH_STEPS.find((each) => each * room >= MONTH_ROOM && (each > 2 || months.length <= YEAR));
  const named = step === undefined ? [] : values.filter((_, index) => (months[index] as number) % step === 0);
  return named.length > 1 ? named : null;
}

/** “24 Nov 2026” with some room around it. */
const DAY_ROOM = 76;
const DAYS_OF_WEEK = 7;
/** A stretch longer than this is read in months. */
const DAYS_READ_ALONE = 62;
const DAY_MS = 86_400_000;

/** Which of many days are named, and how, where all of them have so many pixels; null where these are no days. */
export function daysNamed(values: readonly unknown[], width: number): Map<unknown, string> | null {
  const days = values.map(dayOf);
  if (width <= 0 || days.length < 2 || !areDays(days)) return null;
  const span = Math.round(((days.at(-1) as Date).getTime() - (days[0] as Date).getTime()) / DAY_MS) + 1;
  const byMonth = span > DAYS_READ_ALONE;
  const named = byMonth ? monthStarts(days, width) : evenly(days, (DAY_ROOM * days.length) / width);
  return new Map(named.map((at, place) => [values[at], dayTick(days[at] as Date, days[named[place - 1] ?? -1] ?? null, byMonth)]));
}

function areDays(days: readonly (Date | null)[]): days is readonly Date[] {
  return days.every((day, at) => day !== null && (at === 0 || day > (days[at - 1] as Date)));
}

/** The first day there is of every month, quarter, half year or year: as many as have room. A month that begins within the data is whole. */
function monthStarts(days: readonly Date[], width: number): number[] {
  const months = days.map((day) => day.getFullYear() * 12 + day.getMonth());
  const starts = months.flatMap((month, at) => (at > 0 ? month !== months[at - 1] : (days[0] as Date).getDate() <= DAYS_OF_WEEK) ? [at] : []);
  const count = (months.at(-1) as number) - (months[0] as number) + 1;
  const hasRoom = (each: number) => (each * width) / count >= (each < YEAR ? MONTH_ROOM : YEAR_ROOM);
  const step = [1, ...MONTH_STEPS].find((each) => hasRoom(each) && (each !== 2 || count <= YEAR)) ?? MONTH_STEPS.at(-1)!;
  return starts.filter((at) => (months[at] as number) % step === 0);
}

/** Every so many, in whole weeks where every other day is still too many. */
function evenly(days: readonly Date[], atLeast: number): number[] {
  const isDaily = days.every((day, at) => at === 0 || Math.round((day.getTime() - (days[at - 1] as Date).getTime()) / DAY_MS) === 1);
  const step = isDaily && atLeast > 2 ? Math.ceil(atLeast / DAYS_OF_WEEK) * DAYS_OF_WEEK : Math.max(1, Math.ceil(atLeast));
  return days.flatMap((_, at) => (at % step === 0 ? [at] : []));
}
