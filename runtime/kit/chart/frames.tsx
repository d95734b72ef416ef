import { type ComponentType, type ReactNode, createElement, useContext, useMemo, useState } from 'react';
import * as recharts from 'recharts';
import { ChartContext, type ChartState, ConfigContext } from './chart-context';
import { readChartRows } from './chart-rows';
import { ChartBoundary, insteadOfChart } from './instead';
import type { Loose } from './loose';
import { barsAbreast, heightOfBars } from './bar-room';
import { coloured } from './series';
import { type Shorthand, shorthandParts, writer } from './shorthand';
import { Sized } from './sized';
import { valueLines } from './value-lines';

type Margin = { top: number; right: number; bottom: number; left: number };

/** `margin`: what a chart leaves free where a program doesn't say it of that side. */
type FrameOptions = { scattered?: boolean; colourRows?: boolean; margin?: Margin; defaults?: Loose };

/** A chart of recharts that bears any data, finds a size for itself, and draws itself where only `x` and `y` are given. */
function frame(chart: unknown, name: string, kind: Shorthand, { scattered = false, colourRows = false, margin, defaults }: FrameOptions = {}) {
  function Chart(props: Loose) {
    const { data, children, x, y, format, lines, margin: ownMargin, ...rest } = props;
    const config = useContext(ConfigContext);
    const given = useMemo(() => readChartRows(data), [data]);
    const rows = useMemo(() => (colourRows ? coloured(given.rows, rest.nameKey, config) : given.rows), [given, rest.nameKey, config]);
    const [told] = useState(() => ({ places: new Map<string, number>(), stacks: new Map<string, string>(), wholes: new Map<string, number>() }));
    const lying = rest.layout === 'vertical';
    const asShares = rest.stackOffset === 'expand';
    const state = useMemo<ChartState>(() => ({ rows, lying, scattered, asShares, ...told }), [rows, lying, asShares, told]);
    const isDrawnBySelf = children === undefined && typeof x === 'string' && y !== undefined;
    const least = kind === 'bar' && lying ? heightOfBars(rows.length, isDrawnBySelf ? [y].flat().length : barsAbreast(children as ReactNode)) : 0;
    const drawn = isDrawnBySelf ? shorthandParts(kind, { x, y, format, lying, rows }) : (children as ReactNode);
    const edges = Boolean(margin ?? ownMargin) && { margin: { ...margin, ...(margin && lying && LAST_AMOUNT), ...(lines !== undefined && lying && LINE_NAMES), ...(ownMargin as Partial<Margin> | undefined) } };
    // Some charts have their data in their series; then there is nothing to wait for here.
    const hasData = 'data' in props;
    return (
      <Sized given={rest} least={least}>
        {(size, style) => (
          <ChartBoundary data={data} style={style}>
            <ChartContext value={state}>
              {(hasData ? insteadOfChart(given, style) : null) ??
                createElement(chart as ComponentType<Loose>, { ...defaults, ...rest, ...edges, ...size, ...(hasData && { data: rows }) }, drawn, valueLines(lines, lying, writer(format)))}
            </ChartContext>
          </ChartBoundary>
        )}
      </Sized>
    );
  }
  Chart.displayName = name;
  return Chart;
}

/** The name of the highest line stands half above it. */
const EDGES: Margin = { top: 12, right: 8, bottom: 0, left: 0 };
/** Below bars that lie, the last amount stands half beyond its line. */
const LAST_AMOUNT = { right: 24 };
/** Above bars that lie, the name of a line across them stands over its upper end. */
const LINE_NAMES = { top: 24 };
/** The name of the last point stands half beyond it. */
const LAST_NAME: Margin = { ...EDGES, right: 20 };
/** A dot stands half beyond its place. */
const DOTS: Margin = { ...EDGES, right: 12 };

export const AreaChart = frame(recharts.AreaChart, 'AreaChart', 'area', { margin: LAST_NAME });
export const BarChart = frame(recharts.BarChart, 'BarChart', 'bar', { margin: EDGES, defaults: { barGap: 2, barCategoryGap: '22%' } });
export const LineChart = frame(recharts.LineChart, 'LineChart', 'line', { margin: LAST_NAME });
export const ComposedChart = frame(recharts.ComposedChart, 'ComposedChart', 'bar', { margin: EDGES });
export const ScatterChart = frame(recharts.ScatterChart, 'ScatterChart', 'scatter', { scattered: true, margin: DOTS });
export const PieChart = frame(recharts.PieChart, 'PieChart', 'pie');
export const RadarChart = frame(recharts.RadarChart, 'RadarChart', 'radar');
export const RadialBarChart = frame(recharts.RadialBarChart, 'RadialBarChart', 'bar', { colourRows: true });
export const FunnelChart = frame(recharts.FunnelChart, 'FunnelChart', 'bar');
