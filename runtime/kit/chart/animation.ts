let animated = false;

/**
 * Whether charts grow when they appear. Off until someone says otherwise: while a draft is written a chart is swapped ten
 * times a second and would never arrive. People who asked for less motion get none either way.
 */
export function setChartAnimation(on: boolean): void {
  animated = on;
}

/** For everything that recharts draws. `auto` heeds prefers-reduced-motion. */
export function animation(): { isAnimationActive: 'auto' | false; animationDuration: number; animationEasing: string } {
  return { isAnimationActive: animated ? 'auto' : false, animationDuration: 280, animationEasing: 'ease-out' };
}
