import { cn } from '../../components/ui/cn';
import { Skeleton } from '../../components/ui/skeleton';

/** Columns nobody knows yet are drawn as this many. */
const USUAL_COLUMNS = 4;
const WIDTHS = ['w-2/3', 'w-1/2', 'w-3/4', 'w-2/5', 'w-3/5'];

/** A table's size before its rows have come. */
export function DataTableSkeleton({ columns, rows }: { columns: number; rows: number }) {
  const count = Math.min(6, columns || USUAL_COLUMNS);
  return (
    <div role="status" aria-label="Loading" className="px-5 pb-1 in-data-[slot=card]:px-1">
      {Array.from({ length: rows + 1 }, (_, row) => (
        <div key={row} className={cn('grid items-center gap-6 border-b last:border-b-0', row === 0 ? 'h-9' : 'h-10')} style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }}>
          {Array.from({ length: count }, (_, column) => (
            <Skeleton key={column} className={cn(row === 0 ? 'h-3 w-1/3 opacity-70' : 'h-4', row > 0 && WIDTHS[(row + column * 2) % WIDTHS.length])} />
          ))}
        </div>
      ))}
    </div>
  );
}
