import { SearchIcon } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import { cn } from '../../components/ui/cn';
import { Input } from '../../components/ui/input';
import { shown } from './format';
import { PageTitle } from './page-title';

export type DataTableToolsProps = {
  title: ReactNode;
  description: ReactNode;
  actions: ReactNode;
  search: { query: string; placeholder: string | undefined; onQuery: (query: string) => void } | null;
};

/** What stands above a table: its name, its search, its buttons. Nothing where there is none of them. */
export function DataTableTools({ title, description, actions, search }: DataTableToolsProps) {
  const isSaid = useContext(PageTitle) === title;
  if (!title && !description && !actions && !search) return null;
  // The heading stays for who listens; alone it takes no room.
  if (isSaid && !description && !actions && !search) return <h2 className="sr-only">{shown(title)}</h2>;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-5 pt-4 pb-2 in-data-[slot=card]:px-0 in-data-[slot=card]:pt-0">
      {(title || description) && (
        <div className="min-w-0 flex-[1_1_12rem]">
          {title && <h2 className={cn('text-sm leading-5 font-medium', isSaid && 'sr-only')}>{shown(title)}</h2>}
          {description && <p className="text-sm text-muted-foreground">{shown(description)}</p>}
        </div>
      )}
      {(search || actions) && (
        <div className="flex min-w-0 flex-[1_1_14rem] flex-wrap items-center gap-2 @lg:flex-none">
          {search && <Search {...search} title={title} />}
          {actions && shown(actions)}
        </div>
      )}
    </div>
  );
}

function Search({ query, placeholder = 'Search', onQuery, title }: NonNullable<DataTableToolsProps['search']> & { title: ReactNode }) {
  return (
    <div className="relative min-w-0 flex-1 @lg:w-56 @lg:flex-none">
      <SearchIcon aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted-foreground" />
      <Input
        type="search"
        value={query}
        placeholder={placeholder}
        aria-label={typeof title === 'string' ? `Search ${title.toLowerCase()}` : 'Search the table'}
        className="h-8 pl-8"
        onChange={(event) => onQuery(event.target.value)}
      />
    </div>
  );
}
