import { type ComponentType, createElement, useContext } from 'react';
import * as recharts from 'recharts';
import { ChartContext } from './chart-context';
import { categoryTick, monthTick, numberTick, shorten } from './labels';
import type { Loose } from './loose';
import { roundDomain, roundDomainOfPoints } from './round-domain';
import { haveRoom, lettersIn, monthsNamed } from './tick-room';

const QUIET = { tickLine: false, axisLine: false, tickMargin: 8 };

/** Recharts' own steps leave the least room, and give 0, 95, 190; its round ones leave too much. */
function round(scattered: boolean): Loose {
  return { niceTicks: 'snap125', domain: scattered ? roundDomainOfPoints : roundDomain };
}

function part(component: unknown, props: Loose) {
  return createElement(component as ComponentType<Loose>, props);
}

/**
 * Without line and ticks. Names that have some room each are all there, shortened; otherwise every second or third. What the program writes itself is
 * never shortened, so it's all there only where it fits.
 */
export function XAxis(props: Loose) {
  const { lying, scattered, rows } = useContext(ChartContext);
  const room = (recharts.usePlotArea()?.width ?? 0) / Math.max(1, rows.length);
  const isNumber = props.type === 'number' || (props.type === undefined && (lying || scattered));
  return part(recharts.XAxis, {
    ...QUIET,
    minTickGap: 20,
    type: isNumber ? 'number' : 'category',
    tickFormatter: isNumber ? numberTick : categoryTick,
    ...(isNumber && round(scattered)),
    ...(!isNumber && (haveRoom(room, ownNames(props, rows)) ? allTicks(room) : (monthTicks(props, rows, room) ?? { interval: 'equidistantPreserveStart' }))),
    ...props,
  });
}

function allTicks(room: number): Loose {
  return { interval: 0, tickFormatter: (value: unknown, index: number) => shorten(categoryTick(value, index), lettersIn(room)) };
}

/** Of more months than there is room for those that begin a quarter, half a year or a year. */
function monthTicks({ dataKey, tickFormatter }: Loose, rows: readonly Loose[], room: number): Loose | null {
  if (typeof dataKey !== 'string' || tickFormatter !== undefined) return null;
  const ticks = monthsNamed(rows.map((row) => row[dataKey]), room);
  return ticks && { ticks, interval: 0, tickFormatter: (value: unknown) => monthTick(value, value === ticks[0]) };
}

/** What the program itself writes at the ticks; null where it leaves that to us. */
function ownNames({ dataKey, tickFormatter }: Loose, rows: readonly Loose[]): string[] | null {
  if (typeof tickFormatter !== 'function' || typeof dataKey !== 'string') return null;
  return rows.map((row, index) => String(tickFormatter(row[dataKey], index)));
}

/** As wide as its labels. */
export function YAxis(props: Loose) {
  const { lying, scattered } = useContext(ChartContext);
  const isCategory = props.type === 'category' || (props.type === undefined && lying);
  return part(recharts.YAxis, {
    ...QUIET,
    tickMargin: 6,
    width: 'auto',
    type: isCategory ? 'category' : 'number',
    tickFormatter: isCategory ? categoryTick : numberTick,
    ...(!isCategory && round(scattered)),
    ...props,
  });
}

/** Areas of dots in square pixels: the smallest can still be seen, the largest hides little. */
const DOT_AREAS = [16, 1000];

/** How large dots are: by their area, from nothing at all on, so that twice as much is twice as large. */
export function ZAxis(props: Loose) {
  return part(recharts.ZAxis, { type: 'number', domain: [0, 'dataMax'], range: DOT_AREAS, ...props });
}

/** Only the lines that help to read a value off, unless it is said which. */
export function CartesianGrid(props: Loose) {
  const { lying, scattered } = useContext(ChartContext);
  const isSaid = props.vertical !== undefined || props.horizontal !== undefined;
  const lines = isSaid || scattered ? {} : { vertical: lying, horizontal: !lying };
  return part(recharts.CartesianGrid, { stroke: 'var(--chart-grid)', ...lines, ...props });
}

export function PolarGrid(props: Loose) {
  return part(recharts.PolarGrid, { stroke: 'var(--chart-grid)', ...props });
}

export function PolarAngleAxis(props: Loose) {
  return part(recharts.PolarAngleAxis, { tickLine: false, tickFormatter: categoryTick, ...props });
}

export function PolarRadiusAxis(props: Loose) {
  return part(recharts.PolarRadiusAxis, { axisLine: false, tickFormatter: numberTick, ...props });
}

export function ReferenceLine(props: Loose) {
  return part(recharts.ReferenceLine, { stroke: 'var(--muted-foreground)', strokeDasharray: '4 4', ...props, label: aboveLine(props.label) });
}

/** On the line its name would be struck through. */
function aboveLine(label: unknown): unknown {
  return typeof label === 'string' || typeof label === 'number' ? { value: label, position: 'insideBottomRight', offset: 6 } : label;
}

export function ReferenceArea(props: Loose) {
  return part(recharts.ReferenceArea, { fill: 'var(--foreground)', fillOpacity: 0.05, ...props });
}

export function Brush(props: Loose) {
  return part(recharts.Brush, { height: 28, stroke: 'var(--control)', fill: 'transparent', travellerWidth: 8, tickFormatter: categoryTick, ...props });
}
