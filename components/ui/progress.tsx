'use client';

import { Progress as ProgressPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** `value` from 0 to `max` (100). Without a value it says that something is going on, not how far it is. */
export function Progress({ className, value, max = 100, ...props }: ComponentProps<typeof ProgressPrimitive.Root>) {
  const known = typeof value === 'number' && Number.isFinite(value);
  const share = known ? Math.min(1, Math.max(0, value / max)) : 1;
  return (
    <ProgressPrimitive.Root
      data-slot="progress"
      value={known ? Math.min(max, Math.max(0, value)) : null}
      max={max}
      className={cn('relative h-1.5 w-full overflow-hidden rounded-full bg-foreground/10', className)}
      {...props}
    >
      <ProgressPrimitive.Indicator
        data-slot="progress-indicator"
        className={cn('size-full rounded-full bg-primary transition-transform', !known && 'animate-waiting opacity-60')}
        style={{ transform: `translateX(-${100 - share * 100}%)` }}
      />
    </ProgressPrimitive.Root>
  );
}
