import { averageLabel } from '../build/chart-lines';
import type { Measure } from '../plan';
import { capitalise } from '../words/tokens';
import { lies } from './direction';
import { axisFormat, formatAttribute, written } from './format-text';
import { heatmapElement } from './heatmap-text';
import { attribute, element, returned, text } from './jsx-text';
import type { PartOf } from './outline';
import type { OutColumn } from './select';
import { type Standing, standingAttributes } from './standing';

type ChartPart = PartOf<'chart'>;

/** More bars than this need more height. */
const MANY_BARS = 8;

/** Whether its bars need more height than usual. */
export function isTall(part: ChartPart): boolean {
  const { chart } = part;
  const abreast = chart.series && chart.stack === 'grouped' ? (chart.series.groups ?? 2) : 1;
  return isLying(part) && (chart.limit ?? chart.by.groups ?? 0) * abreast > MANY_BARS;
}

/** The body of a chart: time and few short labels stand along the bottom, names of things are read from the left. */
export function chartBody(part: ChartPart, standing: Standing): string[] {
  const { chart, label, series, values } = part;
  const lying = isLying(part);
  if (chart.view === 'heatmap' && series) return returned(heatmapElement(part, standing));
  const wide = series && chart.view !== 'scatter';
  return [
    // Where nothing can be reckoned there is none, and no 0.
    ...(wide ? [`const wide = widen(rows.data ?? [], ${[...[label, series, values[0] as OutColumn].map((c) => text(c.name)), ...(chart.window ? ['null'] : [])].join(', ')});`] : []),
    ...returned(card(part, standing, drawn(part, lying))),
  ];
}

function card(part: ChartPart, standing: Standing, children: readonly string[]): string[] {
  return element('ChartCard', [attribute('title', part.chart.title), ...sizeNote(part), 'rows={rows}', ...standingAttributes(standing)], children);
}

function isLying({ chart }: ChartPart): boolean {
  if (chart.direction) return chart.view === 'bar' && chart.direction === 'lying';
  return chart.view === 'bar' && lies(chart.by);
}

function drawn(part: ChartPart, lying: boolean): string[] {
  const { chart, label, series, values } = part;
  if (chart.view === 'histogram') return histogram(part);
  if (chart.view === 'scatter') return points(part);
  if (chart.window?.is === 'change') return changes(part);
  const stands = chart.view === 'bar' || chart.view === 'area';
  if (series && stands && chart.stack !== 'grouped') return stacked(part, lying);
  if (!series && !lying && areUnlike(part)) return twoScales(part);
  const [value] = values as [OutColumn];
  const y = values.length === 1 ? attribute('y', value.name) : `y={[${values.map((v) => text(v.name)).join(', ')}]}`;
  return element(NAMES[chart.view], [
    series ? 'data={{ ...rows, data: rows.data && wide.rows }}' : 'data={rows}',
    attribute('x', label.name),
    series ? 'y={wide.names}' : y,
    formatAttribute(value),
    ...linesAttribute(chart),
    ...(lying ? ['layout="vertical"'] : []),
  ]);
}

/** The lines across it, each with its name; how their values are written is said of the chart. */
function linesAttribute({ lines, measures }: ChartPart['chart']): string[] {
  if (!lines?.length) return [];
  const each = lines.map((line) => (line.kind === 'value' ? `{ ${line.label === '' ? '' : `label: ${text(line.label)}, `}value: ${line.value} }` : `{ label: ${text(averageLabel(measures[0] as Measure))}, value: average.data?.[0]?.average }`));
  return [`lines={[${each.join(', ')}]}`];
}

/** The same of a chart that is written out, which says nowhere else how they are written. */
function writtenLines(chart: ChartPart['chart'], value: OutColumn): string[] {
  const lines = linesAttribute(chart);
  return lines.length > 0 ? [formatAttribute(value), ...lines] : [];
}

const NAMES = { bar: 'BarChart', line: 'LineChart', area: 'AreaChart', pie: 'PieChart', table: 'BarChart', scatter: 'ScatterChart', histogram: 'BarChart', heatmap: 'BarChart' } as const;

/** A total and an average, or money and a count: on one scale one of the two would lie on the ground. */
function areUnlike({ chart, values }: ChartPart): boolean {
  const [a, b] = chart.measures;
  if (!a || !b || values.length !== 2 || !(chart.view in SERIES)) return false;
  return values[0]?.format !== values[1]?.format || (a.aggregate === 'avg') !== (b.aggregate === 'avg');
}

const SERIES: Partial<Record<ChartPart['chart']['view'], string>> = { line: 'Line', area: 'Area', bar: 'Bar' };

/** The second of two numbers by a scale of its own at the right. */
function twoScales({ chart, label, values }: ChartPart): string[] {
  const [first, second] = values as [OutColumn, OutColumn];
  const name = `${capitalise(second.label)} (right)`;
  const axis = (value: OutColumn, at: string) => `<YAxis${at}${axisFormat(value)} />`;
  return element(NAMES[chart.view], ['data={rows}', ...writtenLines(chart, first)], [
    '<CartesianGrid />',
    `<XAxis dataKey="${label.name}" />`,
    axis(first, ''),
    axis(second, ' yAxisId="right" orientation="right"'),
    `<ChartTooltip formatter={(value: number, name: string) => [name === ${text(name)} ? ${written('value', second)} : ${written('value', first)}, name]} />`,
    '<ChartLegend />',
    `<${SERIES[chart.view]} dataKey="${first.name}" name=${text(capitalise(first.label))} />`,
    `<${SERIES[chart.view]} dataKey="${second.name}" name=${text(name)} yAxisId="right" />`,
  ]);
}

/** The kit's short form draws series side by side; one upon the other is written out. */
function stacked({ chart, label, values }: ChartPart, lying: boolean): string[] {
  const [value] = values as [OutColumn];
  const asShares = chart.stack === 'share';
  const names = `<${lying ? 'YAxis' : 'XAxis'} dataKey="${label.name}" />`;
  const whole = value.format === 'number' && !asShares && areWhole(chart) ? ' allowDecimals={false}' : '';
  const amounts = `<${lying ? 'XAxis' : 'YAxis'}${whole}${asShares ? ' format="percent"' : axisFormat(value)} />`;
  return element(NAMES[chart.view], ['data={{ ...rows, data: rows.data && wide.rows }}', ...(lying ? ['layout="vertical"'] : []), ...(asShares ? ['stackOffset="expand"'] : []), ...writtenLines(chart, value)], [
    '<CartesianGrid />',
    ...(lying ? [amounts, names] : [names, amounts]),
    `<ChartTooltip ${formatAttribute(value)} />`,
    '<ChartLegend />',
    '{wide.names.map((name) => (',
    `  <${chart.view === 'area' ? 'Area' : 'Bar'} key={name} dataKey={name} stackId="all" />`,
    '))}',
  ]);
}

/** How values change, upwards and downwards from the line where nothing does. */
function changes({ chart, label, series, values }: ChartPart): string[] {
  const [value] = values as [OutColumn];
  const name = SERIES[chart.view] ?? 'Bar';
  const legend = series || values.length > 1 ? ['<ChartLegend />'] : [];
  const drawn = series ? ['{wide.names.map((name) => (', `  <${name} key={name} dataKey={name} />`, '))}'] : values.map((v) => `<${name} dataKey="${v.name}" name=${text(capitalise(v.label))} />`);
  return element(NAMES[chart.view], [series ? 'data={{ ...rows, data: rows.data && wide.rows }}' : 'data={rows}'], [
    '<CartesianGrid />',
    `<XAxis dataKey="${label.name}" />`,
    `<YAxis${axisFormat(value)} />`,
    `<ChartTooltip formatter={(value: number) => ${written('value', value)}} />`,
    ...legend,
    '<ReferenceLine y={0} />',
    ...drawn,
  ]);
}

/** There is no half of an order. */
function areWhole({ measures: [measure] }: ChartPart['chart']): boolean {
  return measure?.aggregate === 'rows';
}

/** Classes of numbers stand close together, each called by where it begins and ends. */
function histogram({ chart, label, values }: ChartPart): string[] {
  const [value] = values as [OutColumn];
  const width = chart.by.bin ?? 1;
  return element('BarChart', ['data={rows}', 'barCategoryGap={1}'], [
    '<CartesianGrid />',
    `<XAxis dataKey="${label.name}" tickFormatter={(from) => ${shortRange(label, width)}} />`,
    `<YAxis${areWhole(chart) ? ' allowDecimals={false}' : ''}${axisFormat(value)} />`,
    `<ChartTooltip ${formatAttribute(value)} labelFormatter={(from) => ${range(label, width)}} />`,
    `<Bar dataKey="${value.name}" name=${text(capitalise(value.label))} maxBarSize={400} />`,
  ]);
}

/** The same on an axis, where there is little room: $2k – 4k. */
function shortRange(label: OutColumn, width: number): string {
  const digits = '{ maximumFractionDigits: 2 }';
  const from = label.format === 'money' ? 'fmt.money(from, { notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 2 })' : `fmt.compact(from, ${digits})`;
  return `\`\${${from}}–\${fmt.compact(Number(from) + ${width}, ${digits})}\``;
}

function range(label: OutColumn, width: number): string {
  const write = (value: string) => (label.format === 'money' && Number.isInteger(width) ? `fmt.money(${value}, { maximumFractionDigits: 0 })` : `fmt.number(${value})`);
  return `\`\${${write('from')}} – \${${write(`Number(from) + ${width}`)}}\``;
}

/** One point for each group, from one measure to the other. */
function points({ chart, label, values, series }: ChartPart): string[] {
  const [x, y, size = null] = values as [OutColumn, OutColumn, OutColumn?];
  return scatterElement({ x, y, name: label, series, size: chart.sized ? size : null });
}

/** A scatter of rows or of groups. */
export function scatterElement({ x, y, name, series, size }: { x: OutColumn; y: OutColumn; name: OutColumn | null; series: OutColumn | null; size: OutColumn | null }): string[] {
  const axis = (column: OutColumn, is: 'XAxis' | 'YAxis') => `<${is} dataKey="${column.name}" type="number" name=${text(capitalise(column.label))}${axisFormat(column)} ${axisLabel(column, is)} />`;
  const amounts = [x, ...(size ? [size] : [])].map((column) => `name === ${text(capitalise(column.label))} ? ${written('value', column)} : `).join('');
  const heading = name ? ` labelFormatter={(_, [point]) => point?.payload.${name.name}}` : '';
  const titled = `<ChartTooltip formatter={(value: number, name: string) => [${amounts}${written('value', y)}, name]}${heading} />`;
  const one = `<Scatter name=${text(capitalise(y.label))} />`;
  const each = series
    ? ['<ChartLegend verticalAlign="top" />', '{groups.map((group) => (', `  <Scatter key={group} name={group} data={rows.data?.filter((row) => String(row.${series.name}) === group)} />`, '))}']
    : [one];
  return element('ScatterChart', ['data={rows}', 'margin={{ bottom: 20, left: 12 }}'], ['<CartesianGrid />', axis(x, 'XAxis'), axis(y, 'YAxis'), ...(size ? [`<ZAxis dataKey="${size.name}" name=${text(capitalise(size.label))} />`] : []), titled, ...each]);
}

function axisLabel({ label }: OutColumn, is: 'XAxis' | 'YAxis'): string {
  const value = text(capitalise(label));
  return is === 'XAxis' ? `label={{ value: ${value}, position: "insideBottom", offset: -12 }}` : `label={{ value: ${value}, angle: -90, position: "insideLeft" }}`;
}

/** The groups that a scatter has a colour for. */
export function groupsLine(series: OutColumn): string {
  return `const groups = [...new Set(rows.data?.map((row) => String(row.${series.name})))];`;
}

/** What the size of dots tells, as a property of their card; none where they are all of one size. */
export function sizeNote(part: PartOf<'chart'> | PartOf<'scatter'>): string[] {
  const size = part.kind === 'scatter' ? part.size : part.chart.sized ? part.values[2] : null;
  return size ? [attribute('note', `Dots are sized by ${size.label}.`)] : [];
}

export const CHART_CARD = `type Result = { data: unknown; error: Error | undefined; reload: () => void };

/** A chart says itself that it is loading or empty; what failed can be tried again. */
function ChartCard(props: { title: string; untitled?: boolean; rows: Result; tall?: boolean; children: ReactNode }) {
  const { title, untitled, rows, tall, children } = props;
  return (
    <Card role="figure" aria-label={title}>
      {!untitled && (
        <CardHeader>
          <CardTitle>{title}</CardTitle>
        </CardHeader>
      )}
      <CardContent>
        {rows.error && !rows.data ? (
          <Failed what={title} error={rows.error} onRetry={rows.reload} />
        ) : (
          <ChartContainer className={tall ? "h-96" : "h-72"}>{children}</ChartContainer>
        )}
      </CardContent>
    </Card>
  );
}`;

/** The same where one tells in a note how it is to be read. */
export const NOTED_CHART_CARD = CHART_CARD.replace('title: string; untitled?: boolean;', 'title: string; untitled?: boolean; note?: string;')
  .replace('const { title, untitled,', 'const { title, untitled, note,')
  .replace(
    `      {!untitled && (
        <CardHeader>
          <CardTitle>{title}</CardTitle>
        </CardHeader>
      )}`,
    `      {(!untitled || note) && (
        <CardHeader>
          {!untitled && <CardTitle>{title}</CardTitle>}
          {note && <CardDescription>{note}</CardDescription>}
        </CardHeader>
      )}`,
  );

export const WIDEN = `type Value = string | number | null;

/** One row per label with a column per series, from one row per label and series. Where there is none, it is missing. */
function widen(rows: Record<string, Value>[], label: string, series: string, value: string, missing: 0 | null = 0) {
  const names = [...new Set(rows.map((row) => String(row[series])))];
  const byLabel = new Map<Value, Record<string, Value>>();
  for (const row of rows) {
    const key = row[label] ?? null;
    const wide = byLabel.get(key) ?? { [label]: key, ...Object.fromEntries(names.map((name) => [name, missing])) };
    wide[String(row[series])] = row[value] ?? missing;
    byLabel.set(key, wide);
  }
  return { rows: [...byLabel.values()], names };
}`;
