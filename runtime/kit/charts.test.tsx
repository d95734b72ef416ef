import { type ComponentType, createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { charts } from './charts';
import { readChartRows } from './chart/chart-rows';
import { categoryTick, numberTick } from './chart/labels';
import { writer } from './chart/shorthand';
import { valueLines } from './chart/value-lines';
import { haveRoom, monthsNamed } from './chart/tick-room';
import { monthTick } from './chart/labels';
import { roundDomain, roundDomainOfPoints } from './chart/round-domain';

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
    expect([haveRoom(70, null), haveRoom(40, null), haveRoom(70, ['0K', '10K']), haveRoom(70, ranges), haveRoom(110, ranges)]).toEqual([true, false, true, false, true]);
  });
});
