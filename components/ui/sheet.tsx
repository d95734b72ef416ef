'use client';

import { type VariantProps, cva } from 'class-variance-authority';
import { Dialog as SheetPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { DialogCross } from './dialog';
import { useFocusBack } from './focus-back';
import { scrim } from './surface';

const sheetCase = cva(
  'fixed z-50 flex flex-col gap-4 overflow-y-auto bg-popover text-popover-foreground shadow-lifted outline-hidden data-[state=closed]:animate-vanish',
  {
    variants: {
      side: {
        right: 'inset-y-0 right-0 h-full w-[min(100%-3rem,24rem)] border-l data-[state=open]:animate-slide-from-right',
        left: 'inset-y-0 left-0 h-full w-[min(100%-3rem,24rem)] border-r data-[state=open]:animate-slide-from-left',
        top: 'inset-x-0 top-0 max-h-[85dvh] rounded-b-2xl border-b data-[state=open]:animate-slide-from-top',
        bottom: 'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-2xl border-t data-[state=open]:animate-slide-from-bottom',
      },
    },
    defaultVariants: { side: 'right' },
  },
);

export function Sheet(props: ComponentProps<typeof SheetPrimitive.Root>) {
  return <SheetPrimitive.Root data-slot="sheet" {...props} />;
}

export function SheetTrigger(props: ComponentProps<typeof SheetPrimitive.Trigger>) {
  return <SheetPrimitive.Trigger data-slot="sheet-trigger" {...props} />;
}

export function SheetClose(props: ComponentProps<typeof SheetPrimitive.Close>) {
  return <SheetPrimitive.Close data-slot="sheet-close" {...props} />;
}

export function SheetContent({
  className,
  children,
  side,
  ...props
}: ComponentProps<typeof SheetPrimitive.Content> & VariantProps<typeof sheetCase>) {
  const focus = useFocusBack(props);
  return (
    <SheetPrimitive.Portal>
      <SheetPrimitive.Overlay data-slot="sheet-overlay" className={scrim} />
      <SheetPrimitive.Content data-slot="sheet-content" className={cn(sheetCase({ side }), className)} {...props} {...focus}>
        {children}
        <DialogCross />
      </SheetPrimitive.Content>
    </SheetPrimitive.Portal>
  );
}

export function SheetHeader({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="sheet-header" className={cn('flex flex-col gap-1 p-5 pr-14', className)} {...props} />;
}

export function SheetFooter({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="sheet-footer" className={cn('mt-auto flex flex-col gap-2 p-5', className)} {...props} />;
}

export function SheetTitle({ className, ...props }: ComponentProps<typeof SheetPrimitive.Title>) {
  return <SheetPrimitive.Title data-slot="sheet-title" className={cn('text-base leading-6 font-semibold', className)} {...props} />;
}

export function SheetDescription({ className, ...props }: ComponentProps<typeof SheetPrimitive.Description>) {
  return (
    <SheetPrimitive.Description data-slot="sheet-description" className={cn('text-sm text-muted-foreground', className)} {...props} />
  );
}
