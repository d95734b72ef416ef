import type { ComponentProps } from 'react';
import { cn } from './cn';

/** Stands where something will be, in its size. Not read out; say that it loads where the content will be announced. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="skeleton" aria-hidden className={cn('animate-waiting rounded-md bg-foreground/8', className)} {...props} />;
}
