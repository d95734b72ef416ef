import { capitalise } from '../words/tokens';
import { formatProperty, written } from './format-text';
import { attribute, element, indent, jsxText, returned, text } from './jsx-text';
import type { PartOf } from './outline';
import type { OutColumn } from './select';

/** The body of a table of rows. */
export function tableBody(part: PartOf<'table'>): string[] {
  const { table, columns, detail } = part;
  // The page's own search is enough.
  const searched = table.filters.some((f) => f.id.startsWith('search'));
  const limit = table.capped ? table.limit : null;
  if (detail.length === 0) return returned(tableElement({ title: table.title, limit, columns, searched }));
  return [
    `const [shown, setShown] = useState<${rowType(part)} | null>(null);`,
    ...returned(['<>', ...indent([...tableElement({ title: table.title, limit, columns, searched, clicked: 'setShown' }), ...drawer(part)], 2), '</>']),
  ];
}

function rowType({ read }: PartOf<'table'>): string {
  return `Awaited<ReturnType<typeof data.${read.name}>>[number]`;
}

/** The body of groups that are shown as a table. */
export function groupsBody({ chart, label, series, values, totals }: PartOf<'chart'>): string[] {
  // What each is called stands in front of what it comes to.
  const told = chart.measures.map((m) => m.plain === true && m.format !== 'number' && m.format !== 'money' && m.format !== 'percent');
  const groups = [label, ...(series ? [series] : [])];
  const columns = [...groups, ...values.filter((_, i) => told[i]), ...values.filter((_, i) => !told[i])];
  return returned(tableElement({ title: chart.title, limit: null, columns, groups, totalled: totals !== null }));
}

/** `limit`: rows that are read at most, where there may be more. `groups`: columns of what each row is called, though it may be one word of the data's. */
type TableLook = { title: string; limit: number | null; columns: readonly OutColumn[]; groups?: readonly OutColumn[]; clicked?: string; searched?: boolean; totalled?: boolean };

function tableElement({ title, limit, columns, groups = [], clicked, searched, totalled }: TableLook): string[] {
  return element('DataTable', [
    attribute('title', title),
    ...(limit !== null ? [`description={rows.data && rows.data.length >= ${limit} ? "The first ${limit.toLocaleString('en-US')} rows." : undefined}`] : []),
    'data={rows}',
    ['columns={[', ...indent(columns.map((column) => columnObject(column, groups.includes(column))), 2), ']}'].join('\n'),
    ...(totalled ? ['totals={totals}'] : []),
    ...(searched ? ['searchable={false}'] : []),
    ...(clicked ? [`onRowClick={${clicked}}`] : []),
  ]);
}

function columnObject({ name, label, ...shown }: OutColumn, isGroup: boolean): string {
  const head = `key: ${text(name)}, label: ${text(capitalise(label))}`;
  if (shown.format === 'status') return `{ ${head}, format: "state" },`;
  if (isGroup && shown.format === 'text') return `{ ${head}, format: fmt.word },`;
  return `{ ${head}, ${formatProperty(shown)} },`;
}

/** What a row holds beside its columns, at the side. */
function drawer(part: PartOf<'table'>): string[] {
  const { detail } = part;
  const { title, description, said } = headOf(part);
  const labels = detail.map((c, i) => `${capitalise(c.label)}${detail.findIndex((other) => other.label === c.label) < i ? ' ID' : ''}`);
  const lines = detail.flatMap((c, i) => (said.includes(c) ? [] : `<Detail label=${text(labels[i] as string)}>${c.format === 'status' ? `<Badge state={shown.${c.name}} />` : `{${written(`shown.${c.name}`, c)}}`}</Detail>`));
  return [
    '<Sheet open={shown !== null} onOpenChange={(open) => !open && setShown(null)}>',
    ...indent(element('SheetContent', [], [
      ...element('SheetHeader', [], [`<SheetTitle>${title}</SheetTitle>`, `<SheetDescription>${description}</SheetDescription>`]),
      '{shown && (',
      ...indent(element('dl', ['className="grid gap-3 overflow-y-auto px-5 pb-5 text-sm"'], lines), 2),
      ')}',
    ]), 2),
    '</Sheet>',
  ];
}

/** What the side is headed by, and the columns that are said with it. */
function headOf({ table, columns, heading }: PartOf<'table'>): { title: string; description: string; said: OutColumn[] } {
  const value = (column: OutColumn) => `{shown?.${column.name}}`;
  const numbered = heading?.key && `{shown && ${text(`${capitalise(heading.called)} `)} + shown.${heading.key.name}}`;
  if (heading?.title) return { title: value(heading.title), description: numbered ?? jsxText(capitalise(heading.called)), said: [heading.title, ...(heading.key ? [heading.key] : [])] };
  if (heading?.key && numbered) return { title: numbered, description: heading.whose ? value(heading.whose) : jsxText(table.title), said: [heading.key, ...(heading.whose ? [heading.whose] : [])] };
  return { title: value(columns.find((c) => c.format === 'text') ?? (columns[0] as OutColumn)), description: jsxText(table.title), said: [] };
}

export const DETAIL = `function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[8rem_1fr] gap-3">
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="min-w-0 break-words">{children ?? "–"}</dd>
    </div>
  );
}`;
