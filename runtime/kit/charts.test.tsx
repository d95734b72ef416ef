import { type ComponentType, createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { charts } from './charts';
import { barsAbreast, heightOfBars } from './chart/bar-room';
import { ChartContext, type ChartState } from './chart/chart-context';
import { readChartRows } from './chart/chart-rows';
import { categoryTick, numberTick } from './chart/labels';
import { writer } from './chart/shorthand';
import { valueLines } from './chart/value-lines';
import { daysNamed, haveRoom, monthsNamed, ticksLeftOut } from './chart/tick-room';
import { monthTick } from './chart/labels';
import { roundDomain, roundDomainOfPoints, ticksOf } from './chart/round-domain';
import { ChartTooltipContent } from './chart/tooltip';
import { setLocale } from './fmt';

beforeEach(() => setLocale('en-US'));

const part = (name: string) => charts[name] as ComponentType<Record<string, unknown>>;
const size = { width: 480, height: 256 };
const rows = [{ region: 'North', orders: 4, total: '12.50' }, { region: 'South', orders: 7, total: '3.00' }];

/** Without a browser recharts measures nothing: with a size of its own, a chart renders its parts all the same. */
const render = (name: string, props: object) => renderToString(h(part(name), { ...size, x: 'region', y: ['orders', 'total'], dataKey: 'orders', ...props }));

const CHARTS = ['AreaChart', 'BarChart', 'LineChart', 'ComposedChart', 'PieChart', 'ScatterChart', 'RadarChart', 'RadialBarChart', 'FunnelChart', 'Treemap', 'Sankey'];
const ODD = [undefined, null, 0, 'text', {}, { data: undefined }, { data: null, error: new Error('gone') }, [], [null, 1, 'a', [], NaN], [{ region: {}, orders: 'many', total: () => 1 }], { nodes: [], links: [{ source: 4, target: 5 }] }];

describe('a chart', () => {
  it.each(CHARTS)('%s bears data of any shape', (name) => {
    for (const data of ODD) expect(() => render(name, { data })).not.toThrow();
    for (const data of ODD) expect(() => renderToString(h(part('PieChart'), size, h(part('Pie'), { data, dataKey: 'orders' })))).not.toThrow();
  });

  it('says in its own place that data are to come, missing or failed', () => {
    expect(render('BarChart', { data: undefined })).toContain('aria-label="Loading the chart"');
    expect(render('BarChart', { data: [] })).toContain('No data to draw.');
    expect(render('LineChart', { data: { data: undefined, error: { message: 'No such column' } } })).toContain('No such column.');
    expect(render('BarChart', { data: rows })).toContain('recharts-wrapper');
  });

  it('draws a line across at a value, with its name, wherever its bars stand', () => {
    const lines = [{ label: 'Target', value: 20 }, { label: 'Average', value: undefined }, null, { value: '5.50' }];
    const drawn = (lying: boolean) => (valueLines(lines, lying, writer('money')) as ({ props: object } | null)[]).map((line) => line?.props ?? null);
    expect(drawn(false)).toMatchObject([{ y: 20, ifOverflow: 'extendDomain', label: { value: 'Target $20.00' } }, null, null, { y: 5.5, label: { value: '$5.50' } }]);
    expect(drawn(true)).toMatchObject([{ x: 20, label: { position: 'top' } }, null, null, { x: 5.5 }]);
    for (const odd of ODD) expect(() => render('AreaChart', { data: rows, lines: odd })).not.toThrow();
  });

  it('doesn’t follow flows that go in a circle', () => {
    const nodes = [{ name: 'a' }, { name: 'b' }];
    const link = (source: number, target: number) => ({ source, target, value: 1 });
    expect(render('Sankey', { data: { nodes, links: [link(0, 1), link(1, 0)] } })).toContain('No data to draw.');
    expect(render('Sankey', { data: { nodes, links: [link(0, 1)] } })).toContain('recharts-wrapper');
  });

  it('gets a container where it has no size', () => {
    expect(renderToString(h(part('BarChart'), { data: rows }))).toContain('data-slot="chart"');
    const contained = renderToString(h(part('ChartContainer'), { config: { orders: { color: 'red' } } }, h(part('BarChart'), { data: rows })));
    expect(contained.split('data-slot="chart"')).toHaveLength(2);
    expect(contained).toContain('--color-orders:red');
  });
});

describe('rows of a chart', () => {
  it('have numbers where a database gave text, and gaps where there is none', () => {
    expect(readChartRows([{ a: '12.50', b: 'x', code: '007', c: 1 }, { a: '3', b: '4', code: '008', c: NaN }]).rows).toEqual([
      { a: 12.5, b: 'x', code: '007', c: 1 },
      { a: 3, b: '4', code: '008', c: null },
    ]);
  });
});

describe('ticks', () => {
  it('stand at round amounts with little room above', () => {
    expect([[0, 533_000], [12, 366], [0, 4_100], [-30, 96], [0, 0.83], [0, 0]].map((each) => roundDomain(each as [number, number]))).toEqual([[0, 600_000], [0, 400], [0, 6_000], [-50, 100], [0, 1], [0, 4]]);
    expect(roundDomain([Infinity, -Infinity])).toEqual([0, 4]);
    expect([[940, 1_010], [3, 90], [7, 7]].map((each) => roundDomainOfPoints(each as [number, number]))).toEqual([[940, 1_020], [0, 100], [0, 8]]);
  });

  it('of many months stand where quarters, halves and years begin', () => {
    const months = Array.from({ length: 14 }, (_, at) => `${at < 2 ? 2024 : 2025}-${String(((at + 10) % 12) + 1).padStart(2, '0')}`);
    expect(monthsNamed(months, 20)?.map((month, at) => monthTick(month, at === 0))).toEqual(['Jan 2025', 'Apr', 'Jul', 'Oct']);
    expect(monthsNamed(['Nov 2024', 'Dec 2024', 'Jan 2025', 'Feb 2025'], 30)).toEqual(['Nov 2024', 'Jan 2025']);
    expect(monthsNamed(['North', 'South'], 30)).toBeNull();
  });

  it('are short, and years are no thousands', () => {
    expect([categoryTick('2026-10'), categoryTick('2026-10', 3), categoryTick('2026-10-03'), categoryTick(2026), numberTick(12_300), categoryTick({ a: 1 })]).toEqual(['Oct 2026', 'Oct', 'Oct 3', '2026', '12.3K', '{"a":1}']);
    expect(categoryTick('Europe, the Middle East and Africa')).toBe('Europe, the Middle Ea…');
  });

  it('are all named where that can be read', () => {
    const ranges = ['0 – 2,000', '10,000 – 12,000'];
    expect([haveRoom(70, null), haveRoom(40, null), haveRoom(70, ['0K', '10K']), haveRoom(70, ranges), haveRoom(120, ranges)]).toEqual([true, false, true, false, true]);
  });
});

describe('bars that lie', () => {
  const many = Array.from({ length: 20 }, (_, at) => ({ city: `City ${at}`, orders: 20 - at }));

  it('have the room that their names need', () => {
    const container = (data: object[], layout?: string) => /min-height:(\d+)px/.exec(renderToString(h(part('BarChart'), { data, x: 'city', y: 'orders', layout })))?.[1];
    expect([container(many, 'vertical'), container(many.slice(0, 3), 'vertical'), container(many)]).toEqual(['544', '136', undefined]);
    expect(heightOfBars(20, 3)).toBeGreaterThan(heightOfBars(20, 1));
    expect(heightOfBars(500, 1)).toBe(1_600);
  });

  it('stand abreast unless they are one stack', () => {
    const bar = (dataKey: string, stackId?: string) => h(part('Bar'), { key: dataKey, dataKey, stackId });
    expect([barsAbreast([bar('a'), bar('b')]), barsAbreast([bar('a', 's'), bar('b', 's')]), barsAbreast(null)]).toEqual([2, 1, 1]);
  });
});

describe('ticks of amounts', () => {
  it('begin with the first, end with the last and are even where not all have room', () => {
    const names = ['$0', '$100K', '$200K', '$300K', '$400K'];
    expect([400, 120, 60, 0].map((width) => ticksLeftOut(names, width))).toEqual([0, 1, 3, 3]);
    expect(ticksLeftOut(names.slice(0, 4), 100)).toBe(2);
    expect([ticksOf(0, 400_000, false), ticksOf(0, 2, true), ticksOf('a', 'b', false)]).toEqual([[0, 100_000, 200_000, 300_000, 400_000], [0, 1, 2], []]);
  });
});

describe('ticks of days', () => {
  const daily = (from: string, count: number) => Array.from({ length: count }, (_, at) => new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10));

  it('stand where months begin, with the year where it changes', () => {
    expect([...daysNamed(daily('2024-11-20', 200), 700)!]).toEqual([
      ['2024-12-01', 'Dec 2024'], ['2025-01-01', 'Jan 2025'], ['2025-02-01', 'Feb'], ['2025-03-01', 'Mar'], ['2025-04-01', 'Apr'], ['2025-05-01', 'May'], ['2025-06-01', 'Jun'],
    ]);
    const weeks = daily('2024-12-30', 90 * 7).filter((_, at) => at % 7 === 0);
    expect([...daysNamed(weeks, 700)!.values()]).toEqual(['Jan 2025', 'Apr', 'Jul', 'Oct', 'Jan 2026', 'Apr', 'Jul']);
  });

  it('of some weeks are a week apart, and of one week all there', () => {
    expect([...daysNamed(['24 Nov 2026', '25 Nov 2026', '26 Nov 2026'], 500)!.values()]).toEqual(['Nov 24, 2026', 'Nov 25', 'Nov 26']);
    expect([...daysNamed(daily('2026-11-01', 30), 600)!.values()]).toEqual(['Nov 1, 2026', 'Nov 8', 'Nov 15', 'Nov 22', 'Nov 29']);
  });

  it('are only of days that follow each other', () => {
    expect([daysNamed(['North', 'South'], 500), daysNamed(['2026-11-02', '2026-11-01'], 500), daysNamed(['2026-11-02T08:00', '2026-11-02T09:00'], 500)]).toEqual([null, null, null]);
  });
});

describe('a tooltip', () => {
  const chart: ChartState = { rows: [], lying: false, scattered: false, asShares: false, stacks: new Map(), wholes: new Map(), places: new Map() };
  const entries = [{ dataKey: 'desks', name: 'desks', value: 115_617, color: 'red' }, { dataKey: 'chairs', name: 'chairs', value: 68_229, color: 'blue' }];
  const html = (state: Partial<ChartState>, props: object) => renderToString(h(ChartContext, { value: { ...chart, ...state } }, h(ChartTooltipContent, { payload: entries, label: 'Dec 2025', ...props })));
  const text = (...given: Parameters<typeof html>) => html(...given).replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|');
  const stacks = new Map([['desks', 'all'], ['chairs', 'all']]);

  it('of a stack goes from top to bottom, with colours, the total and the same decimals', () => {
    expect(text({ stacks }, { format: 'money' })).toBe('|Dec 2025|Chairs|$68,229|Desks|$115,617|Total|$183,846|');
    expect(html({ stacks }, { valueFormatter: (value: number) => `${value}` })).toContain('background:red');
    expect(text({ stacks, lying: true }, {})).toBe('|Dec 2025|Desks|115,617|Chairs|68,229|Total|183,846|');
    expect(text({}, {})).not.toContain('Total');
  });

  it('says which part of a whole it is', () => {
    expect(text({ wholes: new Map([['desks', 200_000]]) }, { payload: entries.slice(0, 1) })).toBe('|Dec 2025|Desks|115,617|57.8%|');
    expect(text({ stacks, asShares: true }, {})).toContain('|115,617|62.9%|');
  });

  it('has no colours where a point stands on two axes', () => {
    expect(html({ scattered: true }, {})).not.toContain('background:');
  });
});
