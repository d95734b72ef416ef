import { type CSSProperties, type ReactNode, useContext, useLayoutEffect } from 'react';
import { SizedContext } from './chart-context';
import { ChartContainer } from './container';
import type { Loose } from './loose';

export type SizedProps = {
  /** As the chart was given them. */
  given: Loose;
  /** How high, in pixels, what is drawn has to be at least. */
  least?: number;
  /** Gets the properties that give a part its size: recharts' own, and the style for anything else in its place. */
  children: (size: Loose, style: CSSProperties) => ReactNode;
};

const FILLING: CSSProperties = { position: 'absolute', inset: 0 };

/**
 * Finds a chart's size. Its container's; or its own, where it has both lengths; or a container is put around it. A
 * chart in a Brush (`compact`) is told its size by that.
 */
export function Sized({ given, least = 0, children }: SizedProps) {
  const tell = useContext(SizedContext);
  const isContained = tell !== null;
  useLayoutEffect(() => tell?.(least), [tell, least]);
  const { width, height, compact } = given;
  if (compact || (!isContained && isLength(width) && isLength(height))) {
    return children({ width, height }, { width, height } as CSSProperties);
  }
  const filling = children({ responsive: true, width: undefined, height: undefined, style: { ...(given.style as object), ...FILLING } }, FILLING);
  if (isContained) return filling;
  return <ChartContainer style={{ ...(isLength(height) && { height }), ...(isLength(width) && { width }), ...(least > 0 && { minHeight: least }) }}>{filling}</ChartContainer>;
}

function isLength(value: unknown): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
