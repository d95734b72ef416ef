import { cn } from '../../components/ui/cn';
import { TableCell, TableFooter, TableRow } from '../../components/ui/table';
import type { Column } from './columns';
import { ALIGNMENT, EDGE, FROZEN } from './data-table-head';
import { type RowSet, fieldOf } from './rows';

/**
 * What all rows come to, below them: in their order whatever they are sorted by, and on every page. Where a search hides some of
 * them it is still that of all.
 */
export function DataTableTotals({ totals, columns, isSearched }: { totals: RowSet; columns: readonly Column[]; isSearched: boolean }) {
  const [, ...others] = columns;
  const [row] = totals.rows;
  return (
    <TableFooter className={cn('transition-opacity', totals.stale && 'opacity-60')}>
      <TableRow className="hover:bg-transparent">
        <th scope="row" className={cn('h-10 py-2 text-left font-medium', EDGE, FROZEN, 'bg-[color-mix(in_oklab,var(--muted)_50%,var(--card))]')}>{isSearched ? 'All' : 'Total'}</th>
        {!row && Boolean(totals.error) && <td colSpan={others.length} className={cn('text-right font-normal text-muted-foreground', EDGE)}>Could not be loaded</td>}
        {(row !== undefined || !totals.error) && others.map((column, index) => (
          <TableCell key={`${column.key}:${index}`} className={cn(EDGE, ALIGNMENT[column.align], 'whitespace-nowrap', column.className)}>
            {row && fieldOf(row, column.key) !== undefined ? column.cell(row) : null}
          </TableCell>
        ))}
      </TableRow>
    </TableFooter>
  );
}
