/** A tick's name needs about as much room as this, in pixels, a letter of it as that. */
const LEAST_TICK_ROOM = 52;
const LETTER_ROOM = 6.2;
const BETWEEN_TICKS = 8;

/** How many letters a tick may have that has so many pixels. */
export function lettersIn(room: number): number {
  return Math.floor((room - BETWEEN_TICKS) / LETTER_ROOM);
}

/** Whether all ticks can be named, each in so many pixels. Names of our own can be shortened; those that a program wrote have to fit. */
export function haveRoom(room: number, written: readonly string[] | null): boolean {
  return room >= LEAST_TICK_ROOM && (written ?? []).every((name) => name.length <= lettersIn(room));
}
