/* oxlint-disable react/immutability -- What was drawn last is remembered while drawing; a render thrown away does no harm. */
import { useState } from 'react';
import type { Row } from '../rows';

let animated = false;

/**
 * Whether charts grow when they appear. Off until someone says otherwise: while a draft is written a chart is swapped ten
 * times a second and would never arrive. People who asked for less motion get none either way.
 */
export function setChartAnimation(on: boolean): void {
  animated = on;
}

/**
 * For everything that recharts draws. What was drawn before animation was on isn't drawn a second time: it moves only once
 * its rows are other ones. `auto` heeds prefers-reduced-motion.
 */
export function useAnimation(rows: readonly Row[]): { isAnimationActive: 'auto' | false; animationDuration: number; animationEasing: string } {
  const [drawn] = useState(() => ({ isOn: animated, rows }));
  if (animated && !drawn.isOn) drawn.isOn = !isSame(rows, drawn.rows);
  drawn.rows = rows;
  return { isAnimationActive: animated && drawn.isOn ? 'auto' : false, animationDuration: 280, animationEasing: 'ease-out' };
}

/** Rows that a render made anew of the same values are the same. */
function isSame(a: readonly Row[], b: readonly Row[]): boolean {
  return a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));
}
