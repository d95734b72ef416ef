'use client';

import { ChevronDownIcon, ChevronLeftIcon, ChevronRightIcon, ChevronUpIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ClassNames, DayPicker } from 'react-day-picker';
import { buttonVariants } from './button';
import { cn } from './cn';

const navButton = cn(buttonVariants({ variant: 'ghost', size: 'icon-sm' }), 'text-muted-foreground aria-disabled:opacity-40');

/** Cells are square and share the width; 36 px each, 40 on touch. */
const classes: Partial<ClassNames> = {
  root: 'w-fit',
  months: 'relative flex flex-col gap-4 sm:flex-row',
  month: 'flex w-full flex-col gap-3',
  nav: 'absolute inset-x-0 top-0 flex items-center justify-between',
  button_previous: navButton,
  button_next: navButton,
  month_caption: 'flex h-8 w-full items-center justify-center px-9 pointer-coarse:h-10',
  caption_label: 'flex items-center gap-1 text-sm font-medium select-none',
  dropdowns: 'flex h-8 items-center justify-center gap-1.5 text-sm font-medium',
  dropdown_root: 'relative rounded-md border border-input px-2 py-1 has-focus-visible:outline-2 has-focus-visible:outline-ring',
  dropdown: 'absolute inset-0 bg-popover opacity-0',
  month_grid: 'w-full border-collapse',
  weekdays: 'flex',
  weekday: 'w-9 flex-1 py-1 text-xs font-normal text-muted-foreground select-none pointer-coarse:w-10',
  week: 'mt-0.5 flex w-full',
  week_number_header: 'w-9 select-none',
  week_number: 'w-9 content-center text-center text-xs text-muted-foreground',
  day: 'group/day relative flex-1 p-0 text-center tabular-nums select-none',
  day_button:
    'grid aspect-square w-full min-w-9 place-content-center rounded-md text-sm transition-colors hover:bg-accent disabled:pointer-events-none disabled:opacity-40 pointer-coarse:min-w-10 group-data-[outside=true]/day:text-muted-foreground group-data-[selected=true]/day:bg-primary group-data-[selected=true]/day:text-primary-foreground',
  today: '[&:not([data-selected=true])>button]:ring-1 [&:not([data-selected=true])>button]:ring-control/60 [&:not([data-selected=true])>button]:ring-inset',
  range_start: 'rounded-l-md bg-accent',
  range_end: 'rounded-r-md bg-accent',
  range_middle: 'bg-accent [&>button]:!bg-transparent [&>button]:!text-accent-foreground',
  disabled: 'text-muted-foreground',
  hidden: 'invisible',
};

const chevrons = { left: ChevronLeftIcon, right: ChevronRightIcon, up: ChevronUpIcon, down: ChevronDownIcon };

function Chevron({ orientation = 'down', className }: { orientation?: keyof typeof chevrons; className?: string }) {
  const Icon = chevrons[orientation];
  return <Icon className={cn('size-4', className)} aria-hidden />;
}

/** react-day-picker in the theme: every prop of it works, `classNames` are added to ours. */
export function Calendar({ className, classNames, showOutsideDays = true, components, ...props }: ComponentProps<typeof DayPicker>) {
  const merged = { ...classes };
  for (const [part, extra] of Object.entries(classNames ?? {})) {
    merged[part as keyof ClassNames] = cn(merged[part as keyof ClassNames], extra);
  }
  return (
    <DayPicker
      data-slot="calendar"
      showOutsideDays={showOutsideDays}
      className={cn('p-3', className)}
      classNames={merged}
      components={{ Chevron, ...components }}
      {...props}
    />
  );
}
