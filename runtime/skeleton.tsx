import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';

/** Stands for a component that isn't written yet. What is written inside of its tag is shown. */
export function PartToCome({ children }: { children?: ReactNode }): ReactNode {
  return children ?? <Skeleton style={{ minHeight: '2rem', width: '100%' }} />;
}

/** Stands for a chart until the charts have been loaded. */
export function ChartToCome(): ReactNode {
  return <Skeleton style={{ minHeight: '12rem', width: '100%' }} />;
}

/** A part of the finished program that has never been shown, because it throws. */
export function BrokenPart({ name }: { name: string }): ReactNode {
  return (
    <div role="alert" className="rounded-md border border-destructive/30 px-3 py-2 text-sm text-destructive">
      {name} can’t be shown.
    </div>
  );
}
