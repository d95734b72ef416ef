import type { CSSProperties, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import type { Announced, Kind } from './announced';

/** More rows than a screen shows would be a page of grey. */
const MOST_ROWS = 8;
const USUAL_ROWS = 5;
const USUAL_COLUMNS = 4;
const WIDTHS = ['w-2/3', 'w-1/2', 'w-3/4', 'w-2/5', 'w-3/5'];

const CASE = 'flex min-w-0 flex-col gap-3 rounded-xl border bg-card p-5 shadow-case';

export type ShapeProps = Announced & { isInCard: boolean };

/** A line of text's grey, in the width of the n-th. */
export function Line({ n = 0, className }: { n?: number; className?: string }): ReactNode {
  return <Skeleton className={cn('h-4', WIDTHS[n % WIDTHS.length], className)} />;
}

export function rowsOf({ count }: Pick<Announced, 'count'>): number {
  return Math.min(MOST_ROWS, Math.max(1, count ?? USUAL_ROWS));
}

function Rows({ count, columns }: { count: number; columns: number }): ReactNode {
  return Array.from({ length: count }, (_, row) => (
    <div key={row} className="flex h-10 items-center gap-6 border-b last:border-b-0">
      {Array.from({ length: columns }, (_cell, column) => (
        <div key={column} className="min-w-0 flex-1">
          <Line n={row + column * 2} />
        </div>
      ))}
    </div>
  ));
}

function Figure(): ReactNode {
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1 rounded-xl border bg-card p-4 shadow-case">
      <div className="flex h-5 items-center"><Skeleton className="h-3.5 w-20 max-w-full" /></div>
      <div className="flex h-8 items-center"><Skeleton className="h-6 w-24 max-w-full" /></div>
      <div className="flex h-4 items-center"><Skeleton className="h-3 w-16 max-w-full opacity-70" /></div>
    </div>
  );
}

/** What stands in a case of its own: a title and what is below it. */
function Case({ title = true, isInCard, children }: { title?: boolean; isInCard: boolean; children: ReactNode }): ReactNode {
  return (
    <div className={isInCard ? 'flex min-w-0 flex-col gap-3' : cn(CASE, 'h-full')}>
      {title && !isInCard && <Skeleton className="h-4 w-36 max-w-full" />}
      {children}
    </div>
  );
}

const SHAPES: Partial<Record<Kind, (props: ShapeProps) => ReactNode>> = {
  chart: ({ isInCard, height }) => (
    <Case isInCard={isInCard}>
      <Skeleton className="min-h-16 flex-1" style={{ height: height ?? '16rem', flexBasis: height ?? '16rem' }} />
    </Case>
  ),
  table: (props) => (
    <Case isInCard={props.isInCard}>
      <div>
        <div className="flex h-9 items-center border-b"><Skeleton className="h-3 w-1/4 opacity-70" /></div>
        <Rows count={rowsOf(props)} columns={USUAL_COLUMNS} />
      </div>
    </Case>
  ),
  list: (props) => (
    <div className="flex flex-col gap-3">
      {Array.from({ length: Math.min(4, rowsOf(props)) }, (_, n) => <Skeleton key={n} className="h-12" />)}
    </div>
  ),
  card: ({ isInCard }) => (
    <Case isInCard={isInCard}>
      <Line n={2} />
      <Line n={0} />
      <Line n={3} />
    </Case>
  ),
  figure: () => <Figure />,
  figures: () => (
    <div className="grid gap-4" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(10rem, 1fr))' }}>
      <Figure /><Figure /><Figure /><Figure />
    </div>
  ),
};

/** One grey block is enough where nothing is known of what is inside. */
const HEIGHTS: Partial<Record<Kind, string>> = { spark: '2.5rem', row: '2.5rem', bar: '2.25rem', field: '2.25rem', part: '5rem', inline: '1.25rem' };

/** Grey in the shape of what is announced. */
export function Shape(props: ShapeProps): ReactNode {
  const { kind, height, isSized } = props;
  const draw = SHAPES[kind];
  // Where the size is given, the outline is right whatever is inside.
  if (draw && !isSized && (height === undefined || kind === 'chart')) return draw(props);
  const style: CSSProperties = isSized ? { height: '100%' } : { height: height ?? HEIGHTS[kind] ?? '5rem' };
  return <Skeleton style={style} className={cn(kind === 'field' && 'max-w-56', kind === 'part' && 'rounded-xl opacity-70')} />;
}
