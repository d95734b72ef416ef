import type { ComponentProps } from 'react';
import { cn } from '../../components/ui/cn';
import { Skeleton } from '../../components/ui/skeleton';

export type LoadingProps = ComponentProps<'div'> & { rows?: number; label?: string };

/** More would be a page of grey. */
const MOST_LINES = 20;

/** A skeleton of some lines, read out as its label. */
export function Loading({ rows = 3, label = 'Loading', className, ...props }: LoadingProps) {
  const lines = Math.min(MOST_LINES, Math.max(1, Math.floor(Number(rows)) || 1));
  return (
    <div role="status" aria-label={String(label)} data-slot="loading" className={cn('flex w-full flex-col gap-3', className)} {...props}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={cn('h-4', line === lines - 1 && lines > 1 && 'w-3/5')} />
      ))}
    </div>
  );
}
