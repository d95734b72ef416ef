import { ArrowDownIcon, ArrowUpIcon, ChevronsUpDownIcon } from 'lucide-react';
import { cn } from '../../components/ui/cn';
import { TableHead } from '../../components/ui/table';
import type { Column } from './columns';

export const ALIGNMENT = { left: 'text-left', center: 'text-center', right: 'text-right' } as const;
/** The table's edge has the padding of its case, so that what scrolls runs to the edge. */
export const EDGE = 'px-3 first:pl-5 last:pr-5 in-data-[slot=card]:first:pl-1 in-data-[slot=card]:last:pr-1';

/** The first column stays where the others are scrolled away under it; only then a hairline parts them. */
export const FROZEN =
  'sticky left-0 z-1 bg-card after:absolute after:inset-y-0 after:right-0 after:w-px in-[tr:hover]:bg-[color-mix(in_oklab,var(--foreground)_3%,var(--card))] in-[thead]:bg-card in-data-scrolled:after:bg-border';

const SORTED = { asc: 'ascending', desc: 'descending' } as const;

/** A column's name, and its button to sort by. The arrow keeps its place when it isn't there, so nothing moves. */
export function DataTableHead({ column, frozen, direction, onSort }: { column: Column; frozen: boolean; direction: 'asc' | 'desc' | null; onSort: () => void }) {
  const Arrow = direction === 'asc' ? ArrowUpIcon : direction === 'desc' ? ArrowDownIcon : ChevronsUpDownIcon;
  return (
    <TableHead
      scope="col"
      aria-sort={column.sortable ? (direction ? SORTED[direction] : 'none') : undefined}
      className={cn(EDGE, ALIGNMENT[column.align], frozen && FROZEN, column.className)}
    >
      {column.sortable ? (
        <button
          type="button"
          onClick={onSort}
          className={cn(
            'group/sort inline-flex h-8 items-center gap-1 rounded-sm whitespace-nowrap transition-colors hover:text-foreground pointer-coarse:h-10',
            column.align === 'right' && 'flex-row-reverse',
            direction && 'text-foreground',
          )}
        >
          {column.label}
          <Arrow
            aria-hidden
            className={cn('size-3 shrink-0 transition-opacity', !direction && 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60')}
          />
        </button>
      ) : (
        column.label
      )}
    </TableHead>
  );
}
