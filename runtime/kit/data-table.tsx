import { type ReactNode, type UIEvent, useDeferredValue, useMemo, useState } from 'react';
import { cn } from '../../components/ui/cn';
import { Empty } from '../../components/ui/empty';
import { Table, TableBody, TableHeader, TableRow } from '../../components/ui/table';
import { Button } from '../../components/ui/button';
import { type Column, type ColumnInput, toColumns } from './columns';
import { Failed } from './failed';
import { shown } from './format';
import { type Row, readRows } from './rows';
import { DataTableHead } from './data-table-head';
import { DataTablePager } from './data-table-pager';
import { DataTableRow } from './data-table-row';
import { DataTableSkeleton } from './data-table-skeleton';
import { DataTableTools } from './data-table-tools';
import { DataTableTotals } from './data-table-totals';
import { type Sort, nextSort, pageOf, searchRows, sortRows } from './table-rows';

export type DataTableProps = {
  /** Rows, nothing yet, or what useData gave. */
  data: unknown;
  columns?: readonly (string | ColumnInput)[];
  /** One row of what all rows come to, by the same columns, or what useData gave. */
  totals?: unknown;
  title?: ReactNode;
  description?: ReactNode;
  searchable?: boolean;
  searchPlaceholder?: string;
  pageSize?: number;
  defaultSort?: { key: string; direction?: 'asc' | 'desc' };
  onRowClick?: (row: Row) => void;
  rowKey?: string | ((row: Row, index: number) => string | number);
  empty?: ReactNode;
  actions?: ReactNode;
  loading?: boolean;
  error?: unknown;
  onRetry?: () => void;
  className?: string;
};

const DEFAULT_PAGE_SIZE = 10;

/** Standing alone it is a case of its own, as round as what fills it; in a Card it is part of that. */
const CASE =
  '@container flex min-w-0 flex-col rounded-xl border bg-card text-card-foreground shadow-case *:first:rounded-t-[inherit] *:last:rounded-b-[inherit] [&>.sr-only+*]:rounded-t-[inherit] *:data-[slot=table-container]:scroll-edges in-data-[slot=card]:rounded-none in-data-[slot=card]:border-0 in-data-[slot=card]:bg-transparent in-data-[slot=card]:shadow-none';

/** Rows with sorting, search and pages. Says itself that it is loading, empty or failed. */
export function DataTable(props: DataTableProps) {
  const given = useMemo(() => readRows(props.data), [props.data]);
  const columns = useMemo(() => toColumns(props.columns, given.rows), [props.columns, given.rows]);
  const [query, setQuery] = useState('');
  const pageSize = Math.max(1, Math.floor(Number(props.pageSize)) || DEFAULT_PAGE_SIZE);
  const hasSearch = props.searchable ?? given.rows.length > pageSize;
  const state = stateOf(props, given);
  return (
    <section
      data-slot="data-table"
      aria-busy={state === 'loading' || given.stale || undefined}
      aria-label={typeof props.title === 'string' ? props.title : undefined}
      onScrollCapture={markScrolled}
      className={cn(CASE, props.className)}
    >
      <DataTableTools
        title={props.title}
        description={props.description}
        actions={props.actions}
        search={hasSearch ? { query, placeholder: props.searchPlaceholder, onQuery: setQuery } : null}
      />
      {state === 'loading' && <DataTableSkeleton columns={columns.length} rows={Math.min(pageSize, 5)} />}
      {state === 'failed' && (
        <div className="p-4 in-data-[slot=card]:p-0">
          <Failed what={typeof props.title === 'string' ? props.title.toLowerCase() : 'the rows'} error={props.error ?? given.error} onRetry={props.onRetry ?? given.reload} />
        </div>
      )}
      {state === 'empty' && <Nothing says={props.empty} />}
      {state === 'rows' && (
        <Rows {...props} rows={given.rows} stale={given.stale} columns={columns} pageSize={pageSize} query={hasSearch ? query : ''} onClear={() => setQuery('')} />
      )}
    </section>
  );
}

/** Said in the document itself: nothing but its look follows from it. */
function markScrolled({ currentTarget, target }: UIEvent<HTMLElement>): void {
  currentTarget.toggleAttribute('data-scrolled', (target as HTMLElement).scrollLeft > 0);
}

/** Rows that are there stay, whatever happened to the newer ones. */
function stateOf(props: DataTableProps, given: ReturnType<typeof readRows>): 'loading' | 'failed' | 'empty' | 'rows' {
  if (given.rows.length > 0) return 'rows';
  if (props.error ?? given.error) return 'failed';
  return (props.loading ?? given.loading) ? 'loading' : 'empty';
}

function Nothing({ says }: { says: ReactNode }) {
  if (says !== undefined && says !== null && typeof says !== 'string') return <>{shown(says)}</>;
  return <Empty title={says ?? 'No rows'} description={says ? undefined : 'Nothing matches what this shows.'} />;
}

type RowsProps = Omit<DataTableProps, 'columns'> & {
  rows: Row[];
  stale: boolean;
  columns: Column[];
  pageSize: number;
  query: string;
  onClear: () => void;
};

function Rows({ rows, stale, columns, pageSize, query, onClear, defaultSort, onRowClick, rowKey, title, totals }: RowsProps) {
  const [sort, setSort] = useState<Sort | null>(defaultSort ? { direction: 'asc', ...defaultSort } : null);
  const [at, setAt] = useState({ page: 0, query: '' });
  const settled = useDeferredValue(query);
  const total = useMemo(() => (totals === undefined ? null : readRows(totals)), [totals]);
  const found = useMemo(() => searchRows(rows, settled, columns), [rows, settled, columns]);
  const sorted = useMemo(() => sortRows(found, sort, columns), [found, sort, columns]);
  // Another query starts on its first page.
  const page = pageOf(sorted, at.query === query ? at.page : 0, pageSize);
  if (found.length === 0) {
    return <Empty title="Nothing matches" description={`No row has “${settled}” in it.`} action={<Button variant="outline" size="sm" onClick={onClear}>Clear the search</Button>} />;
  }
  return (
    <>
      <Table aria-label={typeof title === 'string' ? title : undefined} className={cn('transition-opacity', stale && 'opacity-60')}>
        <TableHeader>
          <TableRow>
            {columns.map((column, index) => (
              <DataTableHead
                key={`${column.key}:${index}`}
                column={column}
                frozen={index === 0}
                direction={sort?.key === column.key ? sort.direction : null}
                onSort={() => {
                  setSort(nextSort(sort, column));
                  setAt({ page: 0, query });
                }}
              />
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {keyed(page.rows, rowKey).map(({ key, row }) => (
            <DataTableRow key={key} row={row} columns={columns} onClick={onRowClick} />
          ))}
        </TableBody>
        {total && <DataTableTotals totals={total} columns={columns} isSearched={found.length < rows.length} />}
      </Table>
      {(page.pages > 1 || settled !== '') && <DataTablePager page={page} all={rows.length} onPage={(next) => setAt({ page: next, query })} />}
    </>
  );
}

/** Rows with a key each; where the data's own repeat itself, their place tells them apart. */
function keyed(rows: readonly Row[], rowKey: DataTableProps['rowKey']): { key: string; row: Row }[] {
  const seen = new Set<string>();
  return rows.map((row, index) => {
    const own = typeof rowKey === 'function' ? rowKey(row, index) : row[rowKey ?? 'id'];
    const key = typeof own === 'string' || typeof own === 'number' ? String(own) : `row ${index}`;
    const unique = seen.has(key) ? `${key} ${index}` : key;
    seen.add(unique);
    return { key: unique, row };
  });
}
