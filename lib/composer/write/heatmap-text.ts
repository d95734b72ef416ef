import type { Dimension } from '../plan';
import { capitalise } from '../words/tokens';
import { formatAttribute } from './format-text';
import { attribute, element, text } from './jsx-text';
import type { PartOf } from './outline';
import type { OutColumn } from './select';
import type { Standing } from './standing';

/** A table of cells, the darker the more: its numbers can be read without seeing colours. */
export function heatmapElement({ chart, label, series, values }: PartOf<'chart'>, { named }: Standing): string[] {
  const [value] = values as [OutColumn];
  const down = series as OutColumn;
  return element('Heatmap', [
    attribute('title', chart.title),
    ...(named ? ['untitled'] : []),
    'rows={rows}',
    `across={(row) => String(row.${label.name})}`,
    `down={(row) => String(row.${down.name})}`,
    `value={(row) => row.${value.name}}`,
    `corner=${text(capitalise(down.label))}`,
    `measure=${text(capitalise(value.label))}`,
    ...(chart.by.bucket === null ? ['sorted'] : []),
    ...every('columns', chart.by),
    ...every('lines', chart.series),
    formatAttribute(value),
  ]);
}

/** A day has all of its hours and a week all of its days, also where nothing happened. */
function every(name: string, by: Dimension | null): string[] {
  if (by?.bucket === 'hour-of-day') return [`${name}={Array.from({ length: 24 }, (_, hour) => \`\${String(hour).padStart(2, "0")}:00\`)}`];
  return by?.bucket === 'weekday' ? [`${name}={["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]}`] : [];
}

export const HEATMAP = `/** What can be read on each of the five steps of colour, by day and by night. */
const TEXT_ON = ["text-foreground", "text-foreground", "text-foreground", "text-foreground dark:text-white", "text-white dark:text-card", "text-white dark:text-card"];

/** A number for each pair of two groups; the stronger the colour, the more. */
function Heatmap<Row>(props: {
  title: string;
  untitled?: boolean;
  rows: { data: readonly Row[] | undefined; error: Error | undefined; reload: () => void };
  across: (row: Row) => string;
  down: (row: Row) => string;
  value: (row: Row) => number | null;
  corner: string;
  measure: string;
  sorted?: boolean;
  columns?: readonly string[];
  lines?: readonly string[];
  format: "number" | "money" | "percent" | "date" | "text" | ((value: unknown) => string);
}) {
  const { title, untitled, rows: result, across, down, value, corner, measure, sorted, format } = props;
  const rows = result.data ?? [];
  const columns = props.columns ?? [...new Set(rows.map(across))].toSorted((a, b) => (sorted ? a.localeCompare(b) : 0));
  const lines = props.lines ?? [...new Set(rows.map(down))];
  const cells = new Map(rows.map((row) => [\`\${down(row)}\\n\${across(row)}\`, value(row)]));
  const most = Math.max(...[...cells.values()].map((amount) => amount ?? 0), 0);
  const write = (amount: number) => {
    if (typeof format === "function") return format(amount);
    if (format === "percent") return fmt.percent(amount, { maximumFractionDigits: 0 });
    return format === "money" ? fmt.money(amount, { maximumFractionDigits: 0 }) : fmt.number(amount);
  };
  // In its cell a number has no room for a unit, which stands below, and of thousands for no decimals.
  const short = (amount: number) => (format === "number" || format === "money" ? fmt.compact(amount, most < 10_000 ? undefined : 0) : write(amount));
  return (
    <Card role="figure" aria-label={title}>
      {!untitled && (
        <CardHeader>
          <CardTitle>{title}</CardTitle>
        </CardHeader>
      )}
      <CardContent>
        {result.error && !result.data ? (
          <Failed what={title} error={result.error} onRetry={result.reload} />
        ) : !result.data ? (
          <Skeleton className="h-72 w-full" />
        ) : rows.length === 0 ? (
          <Empty title="Nothing to show" description="No rows match." />
        ) : (
          <div tabIndex={0} role="region" aria-label={title} className="scroll-edges overflow-x-auto rounded-sm">
            <table className="w-full border-separate border-spacing-0.5 text-xs tabular-nums">
              <thead>
                <tr>
                  <th scope="col" className="sticky left-0 bg-card pr-2 text-left font-normal text-muted-foreground">{corner}</th>
                  {columns.map((column) => (
                    <th key={column} scope="col" className="px-0.5 pb-1 font-normal text-muted-foreground">{column.replace(/:00$/, "")}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line}>
                    <th scope="row" className="sticky left-0 bg-card pr-2 text-left font-normal whitespace-nowrap text-muted-foreground">{line}</th>
                    {columns.map((column) => {
                      const amount = cells.get(\`\${line}\\n\${column}\`);
                      const step = amount && amount > 0 ? Math.max(1, Math.ceil((amount / most) * 5)) : 0;
                      return (
                        <Tooltip key={column}>
                          <TooltipTrigger asChild>
                            <td
                              className={cn("h-8 rounded-sm px-1 text-center", columns.length > 14 ? "min-w-6" : "min-w-9", TEXT_ON[step])}
                              style={{ background: step ? \`var(--sequential-\${step})\` : "var(--muted)" }}
                            >
                              {amount == null ? "" : short(amount)}
                            </td>
                          </TooltipTrigger>
                          <TooltipContent>
                            {line}, {column}: {amount == null ? "none" : write(amount)}
                          </TooltipContent>
                        </Tooltip>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="sticky left-0 mt-3 flex w-fit items-center gap-1.5 text-xs text-muted-foreground tabular-nums">
              <span className="mr-1">{measure}</span>
              {write(0)}
              {[1, 2, 3, 4, 5].map((step) => (
                <span key={step} aria-hidden className="size-3 rounded-xs" style={{ background: \`var(--sequential-\${step})\` }} />
              ))}
              {write(most)}
            </p>
          </div>
        )}
      </CardContent>
    </Card>
  );
}`;
