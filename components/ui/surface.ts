/** Classes of what floats above the page. Shared so that menus, lists and popovers are one material. */

/** The pane itself. Radix says which side it opens to; all of them rise a little. */
export const pane =
  'z-50 rounded-lg border bg-popover text-popover-foreground shadow-lifted data-[state=open]:animate-lift data-[state=delayed-open]:animate-lift data-[state=closed]:animate-sink';

/** A pane holding a list of items, never taller than the window leaves room for. */
export const menuPane = `${pane} min-w-40 overflow-x-hidden overflow-y-auto p-1`;

/** One line of a list in a pane. */
export const menuLine =
  "relative flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-sm outline-hidden select-none pointer-coarse:min-h-10 [&_svg]:pointer-events-none [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4 [&_svg:not([class*='text-'])]:text-muted-foreground";

/** One item of a menu. The pointer's or keyboard's place is a fill, so it needs no outline of its own. */
export const menuItem = `${menuLine} focus:bg-accent focus:text-accent-foreground data-[disabled]:pointer-events-none data-[disabled]:opacity-50`;

export const menuItemDestructive =
  'data-[variant=destructive]:text-destructive data-[variant=destructive]:focus:bg-destructive/10 data-[variant=destructive]:focus:text-destructive data-[variant=destructive]:[&_svg]:!text-destructive';

export const menuLabel = 'px-2 py-1.5 text-xs font-medium text-muted-foreground data-[inset]:pl-8';

export const menuSeparator = '-mx-1 my-1 h-px bg-border';

export const menuShortcut = 'ml-auto pl-4 text-xs tracking-wide text-muted-foreground';

/** What darkens the page behind a dialog or a sheet. */
export const scrim =
  'fixed inset-0 z-50 bg-[oklch(0.18_0.01_195/0.36)] data-[state=open]:animate-appear data-[state=closed]:animate-vanish dark:bg-[oklch(0.08_0.005_195/0.6)]';

/** A text field or what looks like one. */
export const field =
  'w-full min-w-0 rounded-md border border-input bg-card text-sm transition-[border-color,box-shadow] placeholder:text-muted-foreground hover:border-control/70 focus-visible:border-ring focus-visible:outline-2 focus-visible:-outline-offset-1 disabled:cursor-not-allowed disabled:opacity-50 disabled:hover:border-input aria-invalid:border-destructive aria-invalid:outline-destructive pointer-coarse:text-base dark:bg-background/40';
