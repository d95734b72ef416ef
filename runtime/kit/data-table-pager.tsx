import { ChevronLeftIcon, ChevronRightIcon } from 'lucide-react';
import { Button } from '../../components/ui/button';
import { fmt } from './fmt';
import type { TablePage } from './table-rows';

/** Which rows are shown of how many, and the way to the others. `all` counts those that a search left out too. */
export function DataTablePager({ page, all, onPage }: { page: TablePage; all: number; onPage: (page: number) => void }) {
  const range = page.pages > 1 ? `${fmt.number(page.from)}–${fmt.number(page.to)} of ${fmt.number(page.total)}` : `${fmt.number(page.total)} found`;
  return (
    <div className="flex items-center justify-between gap-3 border-t px-5 py-2 text-xs text-muted-foreground in-data-[slot=card]:px-1 in-data-[slot=card]:pb-0">
      <p role="status" className="min-w-0 truncate tabular-nums">
        {range}
        {page.total < all && ` (${fmt.number(all)} in all)`}
      </p>
      {page.pages > 1 && (
        <nav aria-label="Pages of the table" className="flex items-center gap-1">
          <Button variant="ghost" size="icon-sm" aria-label="Previous page" disabled={page.page === 0} onClick={() => onPage(page.page - 1)}>
            <ChevronLeftIcon aria-hidden />
          </Button>
          <Button variant="ghost" size="icon-sm" aria-label="Next page" disabled={page.page >= page.pages - 1} onClick={() => onPage(page.page + 1)}>
            <ChevronRightIcon aria-hidden />
          </Button>
        </nav>
      )}
    </div>
  );
}
