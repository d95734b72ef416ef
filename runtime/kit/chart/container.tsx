import { type CSSProperties, type ComponentProps, type ReactNode, useContext } from 'react';
import * as recharts from 'recharts';
import { cn } from '../../../components/ui/cn';
import { type ChartConfig, ConfigContext, SizedContext, colourVariable } from './chart-context';

export type ChartContainerProps = ComponentProps<'div'> & {
  config?: ChartConfig;
  initialDimension?: { width: number; height: number };
};

/** Recharts draws with colours of its own where none is said; these are the theme's. */
const LOOK = [
  'flex h-64 w-full min-w-0 justify-center text-xs tabular-nums',
  '[&_.recharts-text]:fill-muted-foreground [&_.recharts-cartesian-axis-line]:stroke-border',
  '[&_.recharts-label]:fill-muted-foreground [&_.recharts-label-list_text]:fill-foreground',
  '[&_.recharts-cartesian-grid_line]:stroke-chart-grid [&_.recharts-polar-grid_[stroke]]:stroke-chart-grid',
  '[&_.recharts-curve.recharts-tooltip-cursor]:stroke-control/60 [&_.recharts-rectangle.recharts-tooltip-cursor]:fill-foreground/5',
  '[&_.recharts-cross]:stroke-control/60 [&_.recharts-radial-bar-background-sector]:fill-muted',
  '[&_.recharts-reference-line_line]:stroke-muted-foreground/70 [&_.recharts-brush-slide]:fill-foreground/10',
  '[&_.recharts-layer]:outline-hidden [&_.recharts-sector]:outline-hidden [&_.recharts-surface]:rounded-md',
].join(' ');

/** How large a chart is thought to be until it was measured. */
const FIRST_SIZE = { width: 480, height: 256 };

/** The theme's frame around a chart: its colours as variables, its size. 256 px high unless a class says otherwise. */
export function ChartContainer({ config, initialDimension = FIRST_SIZE, className, style, children, ...props }: ChartContainerProps) {
  const known = typeof config === 'object' && config !== null ? config : {};
  return (
    <ConfigContext value={known}>
      <SizedContext value={true}>
        <div data-slot="chart" className={cn(LOOK, className)} style={{ ...colourVariables(known), ...style }} {...props}>
          <recharts.ResponsiveContainer initialDimension={initialDimension}>
            <>{children}</>
          </recharts.ResponsiveContainer>
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

/** Recharts' own container, in the theme. Without a height of its own or around it, it has the usual one. */
export function ResponsiveContainer({ height = '100%', children, className, ...props }: ComponentProps<typeof recharts.ResponsiveContainer>) {
  return (
    <SizedContext value={true}>
      <recharts.ResponsiveContainer
        {...props}
        height={height}
        initialDimension={FIRST_SIZE}
        className={cn(LOOK, 'h-auto min-h-16', className)}
      >
        {children}
      </recharts.ResponsiveContainer>
    </SizedContext>
  );
}

/** Gives a chart a size where nothing else does. */
export function Sized({ width, height, children }: { width: unknown; height: unknown; children: ReactNode }) {
  const isSized = useContext(SizedContext);
  if (isSized || (isLength(width) && isLength(height))) return children;
  return <ChartContainer style={{ ...(isLength(height) && { height }), ...(isLength(width) && { width }) }}>{children}</ChartContainer>;
}

function isLength(value: unknown): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
