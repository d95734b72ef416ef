/**
 * Charts for generated code: recharts with the theme's colours and manners, and the frame that shadcn/ui knows. A chunk of
 * its own, since it is larger than the rest of the kit.
 */
import * as plain from 'recharts';
import * as axes from './chart/axes';
import { ChartContainer, ResponsiveContainer } from './chart/container';
import * as frames from './chart/frames';
import { ChartLegend, ChartLegendContent } from './chart/legend';
import { Area, Bar, Funnel, Line, Pie, Radar, RadialBar, Scatter } from './chart/series';
import { Sankey, Treemap } from './chart/shapes';
import { ChartTooltip, ChartTooltipContent } from './chart/tooltip';

export { setChartAnimation } from './chart/animation';

const series = { Area, Bar, Funnel, Line, Pie, Radar, RadialBar, Scatter };
const shapes = { Sankey, Treemap };
const containers = { ChartContainer, ChartTooltip, ChartTooltipContent, ChartLegend, ChartLegendContent };

const { Cell, ErrorBar, ReferenceDot, LabelList, Sector, Rectangle } = plain;

/** Ambient names of charts, as lib/program/ambient.ts lists them. */
export const charts: Record<string, unknown> = {
  ...containers,
  ...frames,
  ...series,
  ...shapes,
  ...axes,
  ResponsiveContainer,
  Legend: ChartLegend,
  Cell,
  ErrorBar,
  ReferenceDot,
  LabelList,
  Sector,
  Rectangle,
};

/** What `import … from 'recharts'` answers: everything of it, with the theme's manners. `Tooltip` and `Label` are recharts'. */
export const recharts: Record<string, unknown> = { ...plain, ...charts, Tooltip: ChartTooltip, Label: plain.Label };
