import { ChevronLeftIcon, ChevronRightIcon, EllipsisIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonProps, buttonVariants } from './button';
import { cn } from './cn';

export function Pagination({ className, ...props }: ComponentProps<'nav'>) {
  return <nav aria-label="Pages" data-slot="pagination" className={cn('mx-auto flex w-full justify-center', className)} {...props} />;
}

export function PaginationContent({ className, ...props }: ComponentProps<'ul'>) {
  return <ul data-slot="pagination-content" className={cn('flex flex-row items-center gap-1', className)} {...props} />;
}

export function PaginationItem(props: ComponentProps<'li'>) {
  return <li data-slot="pagination-item" {...props} />;
}

export type PaginationLinkProps = ComponentProps<'a'> & Pick<ButtonProps, 'size'> & { isActive?: boolean };

export function PaginationLink({ className, isActive, size = 'icon', href = '#', ...props }: PaginationLinkProps) {
  return (
    <a
      aria-current={isActive ? 'page' : undefined}
      data-slot="pagination-link"
      href={href}
      className={cn(buttonVariants({ variant: isActive ? 'outline' : 'ghost', size }), className)}
      {...props}
    />
  );
}

export function PaginationPrevious({ className, ...props }: PaginationLinkProps) {
  return (
    <PaginationLink aria-label="Previous page" size="default" className={cn('gap-1 px-2.5', className)} {...props}>
      <ChevronLeftIcon aria-hidden />
      <span className="hidden sm:block">Previous</span>
    </PaginationLink>
  );
}

export function PaginationNext({ className, ...props }: PaginationLinkProps) {
  return (
    <PaginationLink aria-label="Next page" size="default" className={cn('gap-1 px-2.5', className)} {...props}>
      <span className="hidden sm:block">Next</span>
      <ChevronRightIcon aria-hidden />
    </PaginationLink>
  );
}

export function PaginationEllipsis({ className, ...props }: ComponentProps<'span'>) {
  return (
    <span data-slot="pagination-ellipsis" className={cn('flex size-9 items-center justify-center', className)} {...props}>
      <EllipsisIcon className="size-4" aria-hidden />
      <span className="sr-only">More pages</span>
    </span>
  );
}
