import { type ComponentType, type ReactNode, Children, createElement, isValidElement, useContext } from 'react';
import * as recharts from 'recharts';
import { toNumber } from '../amount';
import type { Row } from '../rows';
import { fieldOf } from '../rows';
import { inWords } from '../words';
import { useAnimation } from './animation';
import { ChartContext, type ChartState, ConfigContext, colourVariable, configOf, paletteColour, useSeriesColour } from './chart-context';
import { readChartRows } from './chart-rows';
import type { Loose } from './loose';

type Defaults = (colour: string, chart: ChartState, props: Loose) => Loose;

/** A part that draws one series, in the theme's next colour unless it is told another. */
function series(part: unknown, name: string, defaults: Defaults) {
  function Series(props: Loose) {
    const colour = useSeriesColour(props.dataKey);
    const chart = useContext(ChartContext);
    const given = withoutNothing(props);
    if (given.stackId !== undefined) chart.stacks.set(String(props.dataKey), String(given.stackId));
    else chart.stacks.delete(String(props.dataKey));
    const own = given.data === undefined ? null : readChartRows(given.data).rows;
    return createElement(part as ComponentType<Loose>, {
      ...useAnimation(own ?? chart.rows),
      ...nameOf(props.dataKey),
      ...defaults(ownColour(given) ?? colour, chart, given),
      ...given,
      ...(own && { data: own }),
    });
  }
  Series.displayName = name;
  return Series;
}

/** What is given as undefined isn't given: it would hide the default. */
function withoutNothing(props: Loose): Loose {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}

/** A line or fill that was given colours the rest of the series too. */
function ownColour({ stroke, fill }: Loose): string | undefined {
  return [stroke, fill].find((each): each is string => typeof each === 'string' && each !== 'none' && !each.startsWith('url('));
}

function nameOf(dataKey: unknown): Loose {
  return typeof dataKey === 'string' ? { name: inWords(dataKey) } : {};
}

/** Round where the bar ends; in a stack nowhere, the parts touch. */
function barCorners(lying: boolean, stacked: boolean): Loose {
  if (stacked) return {};
  return { radius: lying ? [0, 4, 4, 0] : [4, 4, 0, 0] };
}

export const Bar = series(recharts.Bar, 'Bar', (fill, { lying }, { stackId }) => ({
  fill,
  maxBarSize: 44,
  ...barCorners(lying, stackId !== undefined),
}));

/** A point without a neighbour makes no line; with one of those, all points are drawn. */
function hasLonePoint(rows: readonly Row[], dataKey: unknown): boolean {
  if (typeof dataKey !== 'string') return rows.length === 1;
  const isThere = (at: number) => typeof (rows[at] && fieldOf(rows[at], dataKey)) === 'number';
  return rows.some((_, at) => isThere(at) && !isThere(at - 1) && !isThere(at + 1));
}

export const Line = series(recharts.Line, 'Line', (stroke, { rows }, { dataKey }) => ({
  stroke,
  type: 'monotone',
  strokeWidth: 2,
  dot: hasLonePoint(rows, dataKey),
  activeDot: { r: 4, strokeWidth: 2, stroke: 'var(--card)', fill: stroke },
}));

export const Area = series(recharts.Area, 'Area', (colour, { rows }, { dataKey }) => ({
  stroke: colour,
  fill: colour,
  fillOpacity: 0.14,
  type: 'monotone',
  strokeWidth: 2,
  dot: hasLonePoint(rows, dataKey),
  activeDot: { r: 4, strokeWidth: 2, stroke: 'var(--card)', fill: colour },
}));

export const Scatter = series(recharts.Scatter, 'Scatter', (fill) => ({ fill, fillOpacity: 0.75 }));

export const Radar = series(recharts.Radar, 'Radar', (colour) => ({ stroke: colour, fill: colour, fillOpacity: 0.16, strokeWidth: 2 }));

export const RadialBar = series(recharts.RadialBar, 'RadialBar', () => ({ background: true, cornerRadius: 4 }));

/** A part that draws one piece for each row, each in a colour of its own. */
function pieces(part: unknown, name: string, defaults: Loose) {
  function Pieces(props: Loose) {
    const chart = useContext(ChartContext);
    const config = useContext(ConfigContext);
    const given = withoutNothing(props);
    const rows = given.data === undefined ? chart.rows : readChartRows(given.data).rows;
    chart.wholes.set(String(given.dataKey), sumOf(rows, given.dataKey));
    const isColoured = given.fill !== undefined || hasCells(given.children as ReactNode);
    return createElement(part as ComponentType<Loose>, {
      ...useAnimation(rows),
      stroke: 'var(--card)',
      strokeWidth: 2,
      ...defaults,
      ...given,
      data: isColoured ? rows : coloured(rows, given.nameKey, config),
    });
  }
  Pieces.displayName = name;
  return Pieces;
}

function sumOf(rows: readonly Row[], dataKey: unknown): number {
  return typeof dataKey === 'string' ? rows.reduce((sum, row) => sum + Math.max(0, toNumber(fieldOf(row, dataKey)) ?? 0), 0) : 0;
}

export const Pie = pieces(recharts.Pie, 'Pie', { outerRadius: '84%', startAngle: 90, endAngle: -270 });
export const Funnel = pieces(recharts.Funnel, 'Funnel', {});

/** What is left over is no group of its own. */
const REST = 'var(--control)';

/** Rows with a `fill` each: their own, the config's, or the theme's by place. */
export function coloured(rows: readonly Row[], nameKey: unknown, config: Parameters<typeof configOf>[0]): Row[] {
  return rows.map((row, place) => {
    const name = fieldOf(row, typeof nameKey === 'string' ? nameKey : 'name');
    const own = fieldOf(row, 'fill');
    const isRest = place > 0 && place === rows.length - 1 && typeof name === 'string' && /^others?$/i.test(name);
    const fill = typeof own === 'string' ? own : configOf(config, name)?.color ? `var(${colourVariable(String(name))})` : isRest ? REST : paletteColour(place);
    return { ...row, fill };
  });
}

function hasCells(children: ReactNode): boolean {
  return Children.toArray(children).some((child) => isValidElement(child) && child.type === recharts.Cell);
}
