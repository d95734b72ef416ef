import { RotateCwIcon, TriangleAlertIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Alert, AlertDescription, AlertTitle } from '../../components/ui/alert';
import { Button } from '../../components/ui/button';
import { cn } from '../../components/ui/cn';
import { shown } from './format';
import { reasonOf } from './reason';

export type FailedProps = Omit<ComponentProps<'div'>, 'title'> & {
  /** What could not be loaded, in words: "the orders". */
  what?: ReactNode;
  title?: ReactNode;
  error?: unknown;
  onRetry?: () => void;
};

/** What could not be had, why, and a way to try again. */
export function Failed({ what, title, error, onRetry, className, children, ...props }: FailedProps) {
  return (
    <Alert variant="destructive" data-slot="failed" className={cn('min-w-0', className)} {...props}>
      <TriangleAlertIcon aria-hidden />
      <AlertTitle>{title ? shown(title) : <>Could not load {what ? shown(what) : 'this'}</>}</AlertTitle>
      <AlertDescription>
        <p className="wrap-anywhere">{reasonOf(error)}</p>
        {children}
        {typeof onRetry === 'function' && (
          <Button variant="outline" size="sm" className="mt-2 text-foreground" onClick={() => onRetry()}>
            <RotateCwIcon aria-hidden /> Try again
          </Button>
        )}
      </AlertDescription>
    </Alert>
  );
}
