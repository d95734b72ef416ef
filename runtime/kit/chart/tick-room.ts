import { monthOf } from './labels';

/** A tick's name needs about as much room as this, in pixels, a letter of it as that. */
const LEAST_TICK_ROOM = 52;
const LETTER_ROOM = 6.2;
/** What a program writes is mostly amounts, and digits are wide. */
const WRITTEN_LETTER_ROOM = 6.8;
const BETWEEN_TICKS = 8;

/** How many letters a tick may have that has so many pixels. */
export function lettersIn(room: number): number {
  return Math.floor((room - BETWEEN_TICKS) / LETTER_ROOM);
}

/** Whether all ticks can be named, each in so many pixels. Names of our own can be shortened; those that a program wrote have to fit. */
export function haveRoom(room: number, written: readonly string[] | null): boolean {
  return room >= LEAST_TICK_ROOM && (written ?? []).every((name) => name.length * WRITTEN_LETTER_ROOM + BETWEEN_TICKS <= room);
}

/** Half of “Jan 2026”, half of “Apr”, and something between. */
const MONTH_ROOM = 48;
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
