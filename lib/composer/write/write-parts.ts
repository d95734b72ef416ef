import { capitalise } from '../catalogue/catalogue';
import { attribute, element, indent, text } from './jsx-text';
import type { Part } from './outline';
import type { Format } from '../plan';
import type { OutColumn } from './queries';

/** One block's own component: it reads its rows and shows waiting, failing and nothing in its own place. */
function writePart(part: Part): string {
  const { params, name } = part.read;
  const parameter = params.length ? `{ ${params.join(', ')} }: { ${params.map((p) => `${p}: string`).join('; ')} }` : '';
  const result = part.kind === 'stats' ? 'figures' : 'rows';
  return [
    `function ${part.component}(${parameter}) {`,
    `  const ${result} = useData(data.${name}, ${params.length ? `{ ${params.join(', ')} }` : '{}'});`,
    ...indent(bodyOf(part), 2),
    '}',
  ].join('\n');
}

function bodyOf(part: Part): string[] {
  if (part.kind === 'stats') return statsBody(part);
  if (part.kind === 'table') return returned(tableElement({ title: part.table.title, description: part.table.capped ? `Up to ${part.table.limit.toLocaleString('en-US')} rows.` : null, columns: part.columns }));
  if (part.chart.view === 'table') return returned(tableElement({ title: part.chart.title, description: null, columns: [part.label, ...(part.series ? [part.series] : []), ...part.values] }));
  return chartBody(part);
}

function returned(lines: readonly string[]): string[] {
  return lines.length === 1 ? [`return ${lines[0]};`] : ['return (', ...indent(lines, 2), ');'];
}

function statsBody({ stats }: Extract<Part, { kind: 'stats' }>): string[] {
  const elements = stats.flatMap((stat) =>
    element('Stat', [
      attribute('label', capitalise(stat.label)),
      `value={row?.${stat.name}}`,
      `format="${formatName(stat.format)}"`,
      ...(stat.before ? [`change={change(row?.${stat.name}, row?.${stat.before})}`, 'hint="against the period before"'] : []),
      'error={figures.error}',
    ]),
  );
  return ['const row = figures.data?.[0];', ...returned(stats.length > 1 ? ['<>', ...indent(elements, 2), '</>'] : elements)];
}

type TableLook = { title: string; description: string | null; columns: readonly OutColumn[] };

function tableElement({ title, description, columns }: TableLook): string[] {
  return element('DataTable', [
    attribute('title', title),
    ...(description ? [attribute('description', description)] : []),
    'data={rows}',
    ['columns={[', ...indent(columns.map(columnObject), 2), ']}'].join('\n'),
  ]);
}

function columnObject({ name, label, format }: OutColumn): string {
  const head = `key: ${text(name)}, label: ${text(capitalise(label))}`;
  if (format === 'status') return `{ ${head}, render: (row) => <Badge variant="outline">{row.${name}}</Badge> },`;
  if (format === 'flag') return `{ ${head}, format: (value) => (value ? "Yes" : "No") },`;
  return `{ ${head}, format: "${formatName(format)}" },`;
}

function formatName(format: Format): string {
  if (format === 'number' || format === 'days') return 'number';
  return format === 'money' || format === 'percent' || format === 'date' ? format : 'text';
}

type ChartPart = Extract<Part, { kind: 'chart' }>;

/** Time and few short labels stand along the bottom; names of things are read from the left. */
function chartBody(part: ChartPart): string[] {
  const { chart, label, series, values } = part;
  const format = formatName((values[0] as OutColumn).format);
  const y = values.length === 1 ? attribute('y', (values[0] as OutColumn).name) : `y={[${values.map((v) => text(v.name)).join(', ')}]}`;
  const name = { bar: 'BarChart', line: 'LineChart', area: 'AreaChart', pie: 'PieChart', table: 'BarChart' }[chart.view];
  const lying = chart.view === 'bar' && !chart.by.bucket;
  const attributes = [
    series ? 'data={{ ...rows, data: wide.rows }}' : 'data={rows}',
    attribute('x', label.name),
    series ? 'y={wide.names}' : y,
    `format="${format}"`,
    ...(lying ? ['layout="vertical"'] : []),
  ];
  const stacked = series !== null && (chart.view === 'bar' || chart.view === 'area');
  const drawn = stacked ? stackedElement(part, name, lying) : element(name, attributes);
  const tall = lying && (chart.limit ?? 0) > MANY_BARS;
  return [
    ...(series ? [`const wide = widen(rows.data ?? [], ${[label, series, values[0] as OutColumn].map((c) => text(c.name)).join(', ')});`] : []),
    ...returned(element('ChartCard', [attribute('title', chart.title), 'rows={rows}', ...(tall ? ['tall'] : [])], drawn)),
  ];
}

/** More bars than this need more height. */
const MANY_BARS = 8;

/** The kit's short form draws series side by side; one upon the other is written out. */
function stackedElement({ chart, label, values }: ChartPart, name: string, lying: boolean): string[] {
  const ticks = formatName((values[0] as OutColumn).format) === 'percent' ? 'fmt.percent' : 'fmt.compact';
  const names = `<${lying ? 'YAxis' : 'XAxis'} dataKey="${label.name}" />`;
  const amounts = `<${lying ? 'XAxis' : 'YAxis'} tickFormatter={(value) => ${ticks}(value)} />`;
  return element(name, ['data={{ ...rows, data: wide.rows }}', ...(lying ? ['layout="vertical"'] : [])], [
    '<CartesianGrid />',
    ...(lying ? [amounts, names] : [names, amounts]),
    '<ChartTooltip />',
    '<ChartLegend />',
    '{wide.names.map((name) => (',
    `  <${chart.view === 'area' ? 'Area' : 'Bar'} key={name} dataKey={name} stackId="all" />`,
    '))}',
  ]);
}

const CHART_CARD = `type Result = { data: unknown; error: Error | undefined; reload: () => void };

/** A chart says itself that it is loading or empty; what failed can be tried again. */
function ChartCard(props: { title: string; rows: Result; tall?: boolean; children: ReactNode }) {
  const { title, rows, tall, children } = props;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
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

const CHANGE = `/** Against the period before, as a share: 0.12 is 12 % more. */
function change(now: number | null | undefined, before: number | null | undefined) {
  return typeof now === "number" && before ? now / before - 1 : undefined;
}`;

const WIDEN = `type Value = string | number | null;

/** One row per label with a column per series, from one row per label and series. */
function widen(rows: Record<string, Value>[], label: string, series: string, value: string) {
  const names = [...new Set(rows.map((row) => String(row[series])))];
  const byLabel = new Map<Value, Record<string, Value>>();
  for (const row of rows) {
    const key = row[label] ?? null;
    const wide = byLabel.get(key) ?? { [label]: key, ...Object.fromEntries(names.map((name) => [name, 0])) };
    wide[String(row[series])] = row[value] ?? 0;
    byLabel.set(key, wide);
  }
  return { rows: [...byLabel.values()], names };
}`;

/** What several blocks are made of, each right in front of the first that needs it. */
export function writeParts(parts: readonly Part[]): string[] {
  const stats = parts.filter((p) => p.kind === 'stats');
  const charts = parts.filter((p) => p.kind === 'chart');
  const tables = parts.filter((p) => p.kind === 'table');
  return [
    ...stats.map(writePart),
    ...(stats.some((p) => p.stats.some((s) => s.before)) ? [CHANGE] : []),
    ...(charts.some((p) => p.chart.view !== 'table') ? [CHART_CARD] : []),
    ...(charts.some((p) => p.series && p.chart.view !== 'table') ? [WIDEN] : []),
    ...[...charts, ...tables].map(writePart),
  ];
}
