import type { PinBoard, PinLayout, PinSize } from '@/lib/client/library';

/** Where something stands on the board: a section and a place in it, both counted from 0. */
export type Place = { section: number; at: number };
export type Direction = 'left' | 'right' | 'up' | 'down';

const SIZES: readonly PinSize[] = ['small', 'wide', 'large'];

export function placeOf(board: PinBoard, programId: string): Place | null {
  for (const [section, { pins }] of board.entries()) {
    const at = pins.findIndex(({ id }) => id === programId);
    if (at >= 0) return { section, at };
  }
  return null;
}

/** The board with a pin taken to a place, counted as the board is without it. The same board where that is no place. */
export function moved(board: PinBoard, programId: string, to: Place): PinBoard {
  const from = placeOf(board, programId);
  if (!from || !board[to.section]) return board;
  const pin = board[from.section]!.pins[from.at]!;
  return board.map((section, index) => {
    const pins = section.pins.filter(({ id }) => id !== programId);
    return index === to.section ? { ...section, pins: pins.toSpliced(to.at, 0, pin) } : index === from.section ? { ...section, pins } : section;
  });
}

/** One step: left and right within a section and over its ends, up and down to the next section. */
export function stepped(board: PinBoard, programId: string, direction: Direction): PinBoard {
  const from = placeOf(board, programId);
  if (!from) return board;
  const { section, at } = from;
  const last = board[section]!.pins.length - 1;
  if (direction === 'left') return at > 0 ? moved(board, programId, { section, at: at - 1 }) : moved(board, programId, { section: section - 1, at: Infinity });
  if (direction === 'right') return at < last ? moved(board, programId, { section, at: at + 1 }) : moved(board, programId, { section: section + 1, at: 0 });
  return moved(board, programId, { section: section + (direction === 'up' ? -1 : 1), at: direction === 'up' ? Infinity : 0 });
}

/** The next size, after the last the first. */
export function nextSize(size: PinSize): PinSize {
  return SIZES[(SIZES.indexOf(size) + 1) % SIZES.length]!;
}

export function resized(board: PinBoard, programId: string, size: PinSize): PinBoard {
  return board.map((section) => ({ ...section, pins: section.pins.map((pin) => (pin.id === programId ? { ...pin, size } : pin)) }));
}

export function without(board: PinBoard, programId: string): PinBoard {
  return board.map((section) => ({ ...section, pins: section.pins.filter(({ id }) => id !== programId) }));
}

/** A section taken one place up or down. The first, which is none, stays first. */
export function sectionMoved(board: PinBoard, id: string, by: -1 | 1): PinBoard {
  const at = board.findIndex((section) => section.id === id);
  const to = at + by;
  if (at < 1 || to < 1 || to >= board.length) return board;
  return board.toSpliced(at, 1).toSpliced(to, 0, board[at]!);
}

/** A section gone; its pins stand before the first. */
export function sectionRemoved(board: PinBoard, id: string): PinBoard {
  const gone = board.find((section) => section.id === id);
  if (!gone) return board;
  return board.filter((section) => section !== gone).map((section) => (section.id === null ? { ...section, pins: [...section.pins, ...gone.pins] } : section));
}

export function layoutOf(board: PinBoard): PinLayout {
  return board.map(({ id, pins }) => ({ id, pins: pins.map(({ id: programId, size }) => ({ programId, size })) }));
}

/** Where a pin stands now, to be read out. */
export function placeInWords(board: PinBoard, programId: string): string {
  const place = placeOf(board, programId);
  if (!place) return 'Not on the home page any more.';
  const { title, pins } = board[place.section]!;
  return `Place ${place.at + 1} of ${pins.length}${title ? ` in ${title}` : ', before the sections'}.`;
}
