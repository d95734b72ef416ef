import { capitalise } from './catalogue';
import { attribute, element, indent, text } from './jsx-text';
import type { Part } from './outline';
import type { Format } from './plan';
import type { OutColumn } from './queries';

/** One block's own component: it reads its rows and shows waiting, failing and nothing in its own place. */
export function writePart(part: Part): string {
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
  if (part.kind === 'table') return returned(tableElement({ title: part.table.title, description: part.table.capped ? `The first ${part.table.limit}.` : null, columns: part.columns }));
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
      'loading={figures.isLoading}',
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
    series ? 'data={wide.rows}' : 'data={data}',
    attribute('x', label.name),
    series ? 'y={wide.names}' : y,
    `format="${format}"`,
    ...(lying ? ['layout="vertical"'] : []),
    ...(series && (chart.view === 'bar' || chart.view === 'area') ? ['stacked'] : []),
    `className="${lying ? 'h-80' : 'h-72'} w-full"`,
  ];
  const chartLines = element(name, attributes);
  const inner = series
    ? ['{(data) => {', `  const wide = widen(data, ${[label, series, values[0] as OutColumn].map((c) => text(c.name)).join(', ')});`, ...indent(returned(chartLines), 2), '}}']
    : chartLines.length === 1
      ? [`{(data) => ${chartLines[0]}}`]
      : ['{(data) => (', ...indent(chartLines, 2), ')}'];
  return returned(element('ChartCard', [attribute('title', chart.title), 'rows={rows}'], inner));
}

const CHART_CARD = `type Result<Row> = {
  data: Row[] | undefined;
  error: Error | undefined;
  isLoading: boolean;
  isStale: boolean;
  reload: () => void;
};

function ChartCard<Row>(props: { title: string; rows: Result<Row>; children: (data: Row[]) => ReactNode }) {
  const { title, rows, children } = props;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <CardContent className={cn("transition-opacity", rows.isStale && "opacity-60")}>
        {rows.error ? (
          <Failed what={title} error={rows.error} onRetry={rows.reload} />
        ) : !rows.data ? (
          <Skeleton className="h-72 w-full" />
        ) : rows.data.length === 0 ? (
          <Empty title="Nothing to show" description="No rows match this choice." />
        ) : (
          children(rows.data)
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

/** What several blocks are made of. */
export function writeShared(parts: readonly Part[]): string[] {
  const drawn = parts.filter((p) => p.kind === 'chart').filter((p) => p.chart.view !== 'table');
  return [
    ...(drawn.length ? [CHART_CARD] : []),
    ...(drawn.some((p) => p.series) ? [WIDEN] : []),
    ...(parts.some((p) => p.kind === 'stats' && p.stats.some((s) => s.before)) ? [CHANGE] : []),
  ];
}
