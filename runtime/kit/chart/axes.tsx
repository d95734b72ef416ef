import { type ComponentType, createElement, useContext, useMemo } from 'react';
import * as recharts from 'recharts';
import { tickWriter } from '../same-decimals';
import { ChartContext } from './chart-context';
import { LEAST_ROOM_OF_NAME } from './bar-room';
import { categoryTick, monthTick, numberTick, shorten } from './labels';
import type { Loose } from './loose';
import { roundDomain, roundDomainOfPoints, ticksOf } from './round-domain';
import { daysNamed, haveRoom, lettersIn, monthsNamed, ticksLeftOut } from './tick-room';

const QUIET = { tickLine: false, axisLine: false, tickMargin: 8 };

function part(component: unknown, props: Loose) {
  return createElement(component as ComponentType<Loose>, props);
}

/** Without line and ticks. */
export function XAxis(props: Loose) {
  const { lying, scattered } = useContext(ChartContext);
  const isNumber = props.type === 'number' || (props.type === undefined && (lying || scattered));
  return isNumber ? <AmountsAcross {...props} /> : <NamesAcross {...props} />;
}

function AmountsAcross({ format, ...props }: Loose) {
  const { ticks, ...amounts } = useAmounts(recharts.useXAxisDomain(axisId(props.xAxisId)), format, props);
  const width = recharts.usePlotArea()?.width ?? 0;
  const name = typeof props.tickFormatter === 'function' ? (props.tickFormatter as typeof amounts.tickFormatter) : amounts.tickFormatter;
  const interval = ticks && ticksLeftOut(ticks.map((tick, at) => String(name(tick, at))), width);
  return part(recharts.XAxis, { ...QUIET, type: 'number', ...amounts, ...(interval !== null && { interval }), ...props });
}

/**
 * Names that have some room each are all there, shortened; otherwise every second or third. What the program writes itself is never shortened, so
 * it's all there only where it fits.
 */
function NamesAcross(given: Loose) {
  const { format: _, ...props } = given;
  const { rows } = useContext(ChartContext);
  const width = recharts.usePlotArea()?.width ?? 0;
  const room = width / Math.max(1, rows.length);
  const some = () => (haveRoom(room, ownNames(props, rows)) ? allTicks(room) : (monthTicks(props, rows, room) ?? { interval: 'equidistantPreserveStart' }));
  return part(recharts.XAxis, { ...QUIET, minTickGap: 12, type: 'category', tickFormatter: categoryTick, ...(dayTicks(props, rows, width) ?? some()), ...props });
}

function axisId(given: unknown): string | number {
  return typeof given === 'string' || typeof given === 'number' ? given : 0;
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

/** Of days and weeks those that begin a week or a month. */
function dayTicks({ dataKey, tickFormatter }: Loose, rows: readonly Loose[], width: number): Loose | null {
  if (typeof dataKey !== 'string' || tickFormatter !== undefined) return null;
  const names = daysNamed(rows.map((row) => row[dataKey]), width);
  return names && { ticks: [...names.keys()], interval: 0, tickFormatter: (value: unknown) => names.get(value) ?? categoryTick(value) };
}

/** What the program itself writes at the ticks; null where it leaves that to us. */
function ownNames({ dataKey, tickFormatter }: Loose, rows: readonly Loose[]): string[] | null {
  if (typeof tickFormatter !== 'function' || typeof dataKey !== 'string') return null;
  return rows.map((row, index) => String(tickFormatter(row[dataKey], index)));
}

/** As wide as its labels. */
export function YAxis(props: Loose) {
  const { lying } = useContext(ChartContext);
  const isCategory = props.type === 'category' || (props.type === undefined && lying);
  return isCategory ? <NamesUp {...props} /> : <AmountsUp {...props} />;
}

function AmountsUp({ format, ...props }: Loose) {
  const { ticks: _, ...amounts } = useAmounts(recharts.useYAxisDomain(axisId(props.yAxisId)), format, props);
  return part(recharts.YAxis, { ...QUIET, tickMargin: 6, width: 'auto', type: 'number', ...amounts, ...props });
}

/** Names of bars that lie are all there where they have room. */
function NamesUp(given: Loose) {
  const { format: _, ...props } = given;
  const { rows } = useContext(ChartContext);
  const room = (recharts.usePlotArea()?.height ?? 0) / Math.max(1, rows.length);
  const interval = room >= LEAST_ROOM_OF_NAME ? 0 : 'equidistantPreserveStart';
  return part(recharts.YAxis, { ...QUIET, tickMargin: 6, width: 'auto', type: 'category', tickFormatter: categoryTick, interval, ...props });
}

type Amounts = { niceTicks: string; domain: unknown; tickFormatter: (value: unknown, index: number) => string; ticks: number[] | null };

/**
 * What an axis of amounts is told. Recharts' own steps leave the least room, and give 0, 95, 190; its round ones leave too much. Ticks have the
 * same decimals; what isn't a number is a category all the same. Kept while nothing changes: of another formatter recharts lays out everything anew.
 * `ticks` are null where a program says itself where they stand.
 */
function useAmounts(domain: unknown, format: unknown, given: Loose): Amounts {
  const { scattered } = useContext(ChartContext);
  const [low, high] = Array.isArray(domain) ? (domain as unknown[]) : [];
  const areWhole = given.allowDecimals === false;
  const isOwn = [given.domain, given.ticks, given.tickCount, given.scale].every((each) => each === undefined);
  return useMemo(() => {
    const ticks = ticksOf(low, high, areWhole);
    const write = tickWriter(ticks, format);
    return {
      niceTicks: 'snap125',
      domain: scattered ? roundDomainOfPoints : roundDomain,
      tickFormatter: (value: unknown, index: number) => (typeof value === 'number' ? write(value) : categoryTick(value, index)),
      ticks: isOwn ? ticks : null,
    };
  }, [low, high, format, areWhole, isOwn, scattered]);
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
