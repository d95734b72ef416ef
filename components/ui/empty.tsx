import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

export type EmptyProps = Omit<ComponentProps<'div'>, 'title'> & {
  /** What there is none of: "No open orders". */
  title?: ReactNode;
  /** Why, or what to do about it. */
  description?: ReactNode;
  icon?: ReactNode;
  /** A button that changes it. */
  action?: ReactNode;
};

/** Where something would be. Either said by props, or put together of the parts below. */
export function Empty({ className, title, description, icon, action, children, ...props }: EmptyProps) {
  return (
    <div
      data-slot="empty"
      className={cn('flex min-w-0 flex-col items-center justify-center gap-4 px-4 py-10 text-center text-balance', className)}
      {...props}
    >
      {(title || description || icon) && (
        <EmptyHeader>
          {icon && <EmptyMedia>{icon}</EmptyMedia>}
          {title && <EmptyTitle>{title}</EmptyTitle>}
          {description && <EmptyDescription>{description}</EmptyDescription>}
        </EmptyHeader>
      )}
      {action && <EmptyContent>{action}</EmptyContent>}
      {children}
    </div>
  );
}

export function EmptyHeader({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="empty-header" className={cn('flex max-w-sm flex-col items-center gap-1', className)} {...props} />;
}

export function EmptyMedia({ className, variant, ...props }: ComponentProps<'div'> & { variant?: 'default' | 'icon' }) {
  return (
    <div
      data-slot="empty-media"
      aria-hidden
      className={cn(
        "mb-2 flex shrink-0 items-center justify-center text-muted-foreground [&_svg:not([class*='size-'])]:size-6",
        variant === 'icon' && 'size-10 rounded-lg border bg-card',
        className,
      )}
      {...props}
    />
  );
}

export function EmptyTitle({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="empty-title" className={cn('text-sm font-medium', className)} {...props} />;
}

export function EmptyDescription({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="empty-description" className={cn('text-sm text-muted-foreground', className)} {...props} />;
}

export function EmptyContent({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="empty-content" className={cn('flex w-full max-w-sm flex-col items-center gap-2 text-sm', className)} {...props} />;
}
