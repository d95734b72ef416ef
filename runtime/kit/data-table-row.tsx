import type { KeyboardEvent, ReactNode } from 'react';
import { cn } from '../../components/ui/cn';
import { TableCell, TableRow } from '../../components/ui/table';
import { Badge } from './badge';
import type { Column } from './columns';
import { ALIGNMENT, EDGE, FROZEN } from './data-table-head';
import { NOTHING } from './fmt';
import type { Row } from './rows';

/** An arrow at the end of a row that opens something, within the edge, so that no column is added. */
const OPENS =
  'relative after:absolute after:top-1/2 after:right-2 after:size-1.5 after:-translate-y-1/2 after:rotate-45 after:border-t-[1.5px] after:border-r-[1.5px] after:border-current after:opacity-40 group-hover/row:after:opacity-100 group-focus-visible/row:after:opacity-100';

/** One row. Where a click does something, the row can be reached and pressed with the keyboard. */
export function DataTableRow({ row, columns, onClick }: { row: Row; columns: readonly Column[]; onClick?: (row: Row) => void }) {
  const press = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    onClick?.(row);
  };
  const pressable = onClick && {
    tabIndex: 0,
    onClick: () => onClick(row),
    onKeyDown: press,
    className: 'group/row cursor-pointer hover:bg-accent focus-visible:bg-accent focus-visible:-outline-offset-2',
  };
  return (
    <TableRow {...pressable}>
      {columns.map((column, index) => (
        <TableCell key={`${column.key}:${index}`} className={cn(EDGE, ALIGNMENT[column.align], onClick && index === columns.length - 1 && OPENS, column.kind !== 'text' && 'whitespace-nowrap', index === 0 && FROZEN, column.className)}>
          <Content kind={column.kind} align={column.align} width={index === 0 && columns.length > FEW_COLUMNS ? 'max-w-[min(20rem,40cqw)]' : 'max-w-80'}>{column.cell(row)}</Content>
        </TableCell>
      ))}
    </TableRow>
  );
}

/** Where a cell is wider than its text may be, the text stands at its own side. */
const SIDE = { left: '', center: 'mx-auto', right: 'ml-auto' } as const;

/** So many columns fit on a phone; of more, the first one stays while the others scroll, and leaves them room. */
const FEW_COLUMNS = 3;

/** Long texts are cut in their cell and whole in its title. */
function Content({ kind, align, width, children }: { kind: Column['kind']; align: Column['align']; width: string; children: ReactNode }) {
  if (children === NOTHING || children === '') return <span className="text-muted-foreground">{NOTHING}</span>;
  if (typeof children !== 'string') return <>{children}</>;
  if (kind === 'state') return <Badge state={children} />;
  return <div title={children.length > 40 ? children : undefined} className={cn('truncate', width, SIDE[align])}>{children}</div>;
}
