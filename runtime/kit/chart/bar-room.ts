import { Children, type ReactNode, isValidElement } from 'react';
import { Bar } from './series';

/** A name and the bar beside it, in pixels, and each further bar of the same name. */
const ROOM_OF_NAME = 24;
const ROOM_OF_BAR = 14;
/** Below the bars stand the amounts, above them is a margin, and there may be a legend. */
const ROOM_AROUND = 64;
/** Nobody scrolls further through one chart. */
const MOST_HEIGHT = 1_600;

/** Lower than this names run into each other. */
export const LEAST_ROOM_OF_NAME = 14;

/** How high bars that lie have to be, so that each of them has its name: `abreast` of them for each of the names. */
export function heightOfBars(names: number, abreast: number): number {
  const each = Math.max(ROOM_OF_NAME, 10 + ROOM_OF_BAR * abreast);
  return Math.min(MOST_HEIGHT, names * each + ROOM_AROUND);
}

/** How many bars of a chart stand beside each other: of a stack only one does. */
export function barsAbreast(children: ReactNode): number {
  const bars = Children.toArray(children).filter((child) => isValidElement<{ stackId?: unknown }>(child) && child.type === Bar);
  const stacks = bars.map((bar, at) => (isValidElement<{ stackId?: unknown }>(bar) ? (bar.props.stackId ?? at) : at));
  return Math.max(1, new Set(stacks).size);
}
