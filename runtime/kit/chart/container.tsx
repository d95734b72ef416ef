import { type CSSProperties, type ComponentProps, type ReactNode, useState } from 'react';
import { cn } from '../../../components/ui/cn';
import { type ChartConfig, ConfigContext, SizedContext, colourVariable } from './chart-context';
import type { Loose } from './loose';

export type ChartContainerProps = ComponentProps<'div'> & { config?: ChartConfig };

/** Recharts draws with colours of its own where none is said; these are the theme's. */
const LOOK = [
  'relative min-w-0 text-xs tabular-nums',
  '[&_.recharts-text]:fill-muted-foreground [&_.recharts-cartesian-axis-line]:stroke-border',
  '[&_.recharts-label]:fill-muted-foreground [&_.recharts-label-list_text]:fill-foreground',
  '[&_.recharts-curve.recharts-tooltip-cursor]:stroke-control/60 [&_.recharts-rectangle.recharts-tooltip-cursor]:fill-foreground/5',
  '[&_.recharts-cross]:stroke-control/60 [&_.recharts-radial-bar-background-sector]:fill-muted',
  '[&_.recharts-brush-slide]:fill-foreground/10 [&_.recharts-sankey-link]:hover:stroke-opacity-40',
  '[&_.recharts-layer]:outline-hidden [&_.recharts-sector]:outline-hidden [&_.recharts-surface]:rounded-md',
  // The first and the last name of an axis may reach into the card's padding, where they would be cut off.
  '[&_.recharts-surface]:overflow-visible',
].join(' ');

/** The theme's frame around a chart: its colours as variables, its size. 256 px high unless a class says otherwise, or what is drawn needs more. */
export function ChartContainer({ config, className, style, children, ...props }: ChartContainerProps) {
  const known = typeof config === 'object' && config !== null ? config : {};
  const [least, setLeast] = useState(0);
  return (
    <ConfigContext value={known}>
      <SizedContext value={setLeast}>
        <div data-slot="chart" className={cn(LOOK, 'h-64 w-full', className)} style={{ ...colourVariables(known), ...style, ...(least > 0 && { minHeight: least }) }} {...props}>
          {children}
        </div>
      </SizedContext>
    </ConfigContext>
  );
}

function colourVariables(config: ChartConfig): CSSProperties {
  const entries = Object.entries(config).flatMap(([key, series]) => {
    const colour = series?.theme ? `light-dark(${series.theme.light}, ${series.theme.dark ?? series.theme.light})` : series?.color;
    return colour ? [[colourVariable(key), colour]] : [];
  });
  return Object.fromEntries(entries) as CSSProperties;
}

/** Lower than this a chart is all axis. */
const LEAST_HEIGHT = 64;

/** What recharts' container of this name says, said in CSS: its own renders nothing until it was measured. */
export function ResponsiveContainer({ width = '100%', height, aspect, minWidth, minHeight = LEAST_HEIGHT, maxHeight, className, style, children, id }: Loose) {
  const [least, setLeast] = useState(0);
  const size = { width, height: height ?? (aspect ? undefined : '100%'), aspectRatio: aspect, minWidth, minHeight: least || minHeight, maxHeight } as CSSProperties;
  return (
    <SizedContext value={setLeast}>
      <div id={id as string | undefined} data-slot="chart" className={cn(LOOK, className as string | undefined)} style={{ ...size, ...(style as CSSProperties | undefined) }}>
        {children as ReactNode}
      </div>
    </SizedContext>
  );
}
