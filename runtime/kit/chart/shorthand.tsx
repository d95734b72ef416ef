import type { ReactNode } from 'react';
import { type FormatName, formatValue } from '../format';
import type { Row } from '../rows';
import { inWords } from '../words';
import { CartesianGrid, PolarAngleAxis, PolarGrid, XAxis, YAxis } from './axes';
import { ChartLegend } from './legend';
import { PieLegend } from './pie-legend';
import { Area, Bar, Line, Pie, Radar, Scatter } from './series';
import { ChartTooltip } from './tooltip';

export type Shorthand = 'area' | 'bar' | 'line' | 'scatter' | 'pie' | 'radar';

type Wish = { x: string; y: unknown; format: unknown; lying: boolean; rows: readonly Row[] };

const SERIES = { area: Area, bar: Bar, line: Line } as const;

/** The parts of a chart of which only the columns were said: `<BarChart data={orders} x="region" y="orders" />`. */
export function shorthandParts(kind: Shorthand, wish: Wish): ReactNode {
  const keys = [wish.y].flat().filter((key): key is string => typeof key === 'string');
  const tooltip = <ChartTooltip format={wish.format} />;
  const legend = keys.length > 1 && <ChartLegend />;
  if (kind === 'pie') return <>{tooltip}<PieLegend nameKey={wish.x} dataKey={keys[0] ?? ''} format={wish.format} /><Pie dataKey={keys[0]} nameKey={wish.x} innerRadius="62%" /></>;
  if (kind === 'scatter') return <>{scatterAxes(wish.x, keys[0], wish.format)}{tooltip}<Scatter name={inWords(keys[0] ?? '')} data={wish.rows} /></>;
  if (kind === 'radar') return <><PolarGrid /><PolarAngleAxis dataKey={wish.x} />{tooltip}{legend}{keys.map((key) => <Radar key={key} dataKey={key} />)}</>;
  const Series = SERIES[kind];
  return <>{axes(wish, keys)}{tooltip}{legend}{keys.map((key) => <Series key={key} dataKey={key} />)}</>;
}

function axes({ x, lying, format, rows }: Wish, keys: readonly string[]): ReactNode {
  // There is no half of an order.
  const areWhole = rows.every((row) => keys.every((key) => !(typeof row[key] === 'number' && !Number.isInteger(row[key]))));
  const ticks = { ...(areWhole && { allowDecimals: false }), ...ticksOf(format) };
  return (
    <>
      <CartesianGrid />
      {lying ? <YAxis dataKey={x} /> : <XAxis dataKey={x} />}
      {lying ? <XAxis {...ticks} /> : <YAxis {...ticks} />}
    </>
  );
}

function scatterAxes(x: string, y: string | undefined, format: unknown): ReactNode {
  return (
    <>
      <CartesianGrid />
      <XAxis dataKey={x} type="number" name={inWords(x)} />
      <YAxis dataKey={y} type="number" name={inWords(y ?? '')} {...ticksOf(format)} />
    </>
  );
}

/** On an axis amounts are short; what has another format is written as everywhere. */
const SHORT = ['number', 'money', 'percent'];

function ticksOf(format: unknown): { format?: string; tickFormatter?: Writer } {
  if (typeof format === 'string' && SHORT.includes(format)) return { format };
  const write = writer(format);
  return write ? { tickFormatter: write } : {};
}

type Writer = ((value: unknown) => ReactNode) | undefined;

/** How a chart's values are written out; undefined where nothing is said of it. */
export function writer(format: unknown): Writer {
  if (typeof format === 'function') return (value) => formatValue(format(value));
  return typeof format === 'string' ? (value) => formatValue(value, format as FormatName) : undefined;
}
