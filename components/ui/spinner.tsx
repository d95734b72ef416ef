import { LoaderCircleIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** For what a person is waiting on and that has no size of its own; otherwise a Skeleton. */
export function Spinner({ className, ...props }: ComponentProps<'svg'>) {
  return <LoaderCircleIcon role="status" aria-label="Loading" className={cn('size-4 animate-spin', className)} {...props} />;
}
