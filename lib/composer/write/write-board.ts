import { capitalise } from '../words/tokens';
import { written } from './format-text';
import { attribute, element, indent, returned, text } from './jsx-text';
import type { PartOf } from './outline';
import type { OutColumn } from './select';
import type { Standing } from './standing';

/** The body of a board: a column for each value, a card for each row. */
export function boardBody({ board, by, name, columns }: PartOf<'board'>, { named }: Standing): string[] {
  return returned(element('Board', [
    attribute('title', board.title),
    ...(named ? ['untitled'] : []),
    'rows={rows}',
    `columnOf={(row) => row.${by.name}}`,
    `order={[${board.order.map(text).join(', ')}]}`,
    `limit={${board.limit}}`,
  ], cardOf(name, columns)));
}

/** A row's name and what else is said of it, as a function that is a child. */
export function cardOf(name: OutColumn, columns: readonly OutColumn[]): string[] {
  const title = `<p className="truncate font-medium">{${written(`row.${name.name}`, name)}}</p>`;
  if (columns.length === 0) return [`{(row) => ${title}}`];
  const isNumber = (c: OutColumn) => c.format === 'money' || c.format === 'number';
  // Two numbers beside each other are told apart by their names.
  const named = columns.filter(isNumber).length > 1;
  // A discount of nothing says nothing.
  const rest = columns.map((c) => {
    if (c.format === 'status') return `<span><Badge state={row.${c.name}} /></span>`;
    const value = `{${written(`row.${c.name}`, c)}}`;
    if (!isNumber(c)) return `<span>${value}</span>`;
    return `{row.${c.name} ? <span>${named ? `${labelOf(c)} ` : ''}${value}</span> : null}`;
  });
  return ['{(row) => (', '  <>', ...indent([title, '<p className="flex flex-wrap items-center gap-y-1 text-xs text-muted-foreground *:not-last:after:mx-1 *:not-last:after:content-[\'·\']">', ...indent(rest, 2), '</p>'], 4), '  </>', ')}'];
}

/** As text between tags, where it can stand there. */
function labelOf(column: OutColumn): string {
  const label = capitalise(column.label);
  return /[{}<>&]/.test(label) ? `{${text(label)}}` : label;
}

export const BOARD = `/** Cards in columns; on a phone the columns stand one below the other. */
function Board<Row>(props: {
  title: string;
  untitled?: boolean;
  rows: { data: readonly Row[] | undefined; error: Error | undefined; reload: () => void };
  columnOf: (row: Row) => string | null;
  order: readonly string[];
  limit: number;
  children: (row: Row) => ReactNode;
}) {
  const { title, untitled, rows, columnOf, order, limit, children } = props;
  const found = rows.data?.map((row) => columnOf(row) ?? "None") ?? [];
  const columns = [...new Set([...order, ...found])];
  return (
    <section aria-label={title} className="grid gap-3">
      <h2 className={untitled ? "sr-only" : "text-base font-medium"}>{title}</h2>
      {found.length >= limit && <p className="text-sm text-muted-foreground">The latest {fmt.number(limit)} cards are here, and counted; narrow it down for others.</p>}
      {rows.error && !rows.data ? (
        <Failed what={title} error={rows.error} onRetry={rows.reload} />
      ) : (
        <div className="grid items-start gap-3 @xl:grid-flow-col @xl:auto-cols-[minmax(11rem,1fr)] @xl:overflow-x-auto">
          {columns.map((column) => {
            const cards = rows.data?.filter((row) => (columnOf(row) ?? "None") === column);
            return (
              <div key={column} className="grid gap-2 rounded-xl bg-muted/60 p-2">
                <h3 className="flex justify-between px-1 text-sm font-medium">
                  {fmt.label(column)}
                  <span className="font-normal text-muted-foreground tabular-nums">{cards ? fmt.number(cards.length) : ""}</span>
                </h3>
                <ul tabIndex={0} aria-label={fmt.label(column)} className="grid max-h-[32rem] grid-cols-[minmax(0,1fr)] gap-2 overflow-y-auto">
                  {cards?.map((row, index) => (
                    <li key={index} className="rounded-lg border bg-card px-3 py-2 text-sm shadow-xs">
                      {children(row)}
                    </li>
                  ))}
                  {!cards && <li><Skeleton className="h-14 w-full" /></li>}
                  {cards?.length === 0 && <li className="px-1 py-3 text-sm text-muted-foreground">Nothing here.</li>}
                </ul>
              </div>
            );
          })}
        </div>
      )}
    </section>
  );
}`;
