'use client';

import type { VariantProps } from 'class-variance-authority';
import { ToggleGroup as ToggleGroupPrimitive } from 'radix-ui';
import { type ComponentProps, createContext, useContext } from 'react';
import { cn } from './cn';
import { toggleVariants } from './toggle';

type Look = VariantProps<typeof toggleVariants>;

const LookContext = createContext<Look>({});

export function ToggleGroup({
  className,
  variant,
  size,
  children,
  ...props
}: ComponentProps<typeof ToggleGroupPrimitive.Root> & Look) {
  return (
    <ToggleGroupPrimitive.Root
      data-slot="toggle-group"
      data-variant={variant}
      className={cn('group/toggle-group flex w-fit max-w-full items-center rounded-md data-[variant=default]:gap-0.5', className)}
      {...props}
    >
      <LookContext.Provider value={{ variant, size }}>{children}</LookContext.Provider>
    </ToggleGroupPrimitive.Root>
  );
}

/** The look is the group's, an item's own only where the group has none. */
export function ToggleGroupItem({
  className,
  variant,
  size,
  ...props
}: ComponentProps<typeof ToggleGroupPrimitive.Item> & Look) {
  const group = useContext(LookContext);
  const look = { variant: group.variant ?? variant, size: group.size ?? size };
  return (
    <ToggleGroupPrimitive.Item
      data-slot="toggle-group-item"
      data-variant={look.variant}
      className={cn(
        toggleVariants(look),
        'min-w-0 flex-1 shrink-0 px-3 focus:z-10 data-[variant=outline]:rounded-none data-[variant=outline]:not-first:border-l-0 data-[variant=outline]:first:rounded-l-md data-[variant=outline]:last:rounded-r-md',
        className,
      )}
      {...props}
    />
  );
}
