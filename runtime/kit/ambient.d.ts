/**
 * What generated ui.tsx may use without importing it, as the checker sees it. Written by hand and slim on purpose:
 * every check builds these types anew, and those of Radix cost more than the program. A test holds the names
 * against lib/program/ambient.ts and the kit. Values are `var`, because only those are properties of globalThis,
 * which modules.d.ts re-exports them from.
 */
import type * as ReactTypes from 'react';

type Node = ReactTypes.ReactNode;
type Component<Props> = (props: Props) => Node;

interface DivProps extends ReactTypes.HTMLAttributes<HTMLDivElement> { ref?: ReactTypes.Ref<HTMLDivElement> }
interface SpanProps extends ReactTypes.HTMLAttributes<HTMLSpanElement> { ref?: ReactTypes.Ref<HTMLSpanElement> }
interface ListItemProps extends ReactTypes.LiHTMLAttributes<HTMLLIElement> { ref?: ReactTypes.Ref<HTMLLIElement> }
interface LinkProps extends ReactTypes.AnchorHTMLAttributes<HTMLAnchorElement> { ref?: ReactTypes.Ref<HTMLAnchorElement>; asChild?: boolean }
interface PlainButtonProps extends ReactTypes.ButtonHTMLAttributes<HTMLButtonElement> { ref?: ReactTypes.Ref<HTMLButtonElement>; asChild?: boolean }
interface InputProps extends ReactTypes.InputHTMLAttributes<HTMLInputElement> { ref?: ReactTypes.Ref<HTMLInputElement> }
interface TextareaProps extends ReactTypes.TextareaHTMLAttributes<HTMLTextAreaElement> { ref?: ReactTypes.Ref<HTMLTextAreaElement> }
interface LabelProps extends ReactTypes.LabelHTMLAttributes<HTMLLabelElement> { ref?: ReactTypes.Ref<HTMLLabelElement> }
interface ImageProps extends ReactTypes.ImgHTMLAttributes<HTMLImageElement> { onLoadingStatusChange?: (status: string) => void }
interface TableProps extends ReactTypes.TableHTMLAttributes<HTMLTableElement> { ref?: ReactTypes.Ref<HTMLTableElement> }
interface TableSectionProps extends ReactTypes.HTMLAttributes<HTMLTableSectionElement> { ref?: ReactTypes.Ref<HTMLTableSectionElement> }
interface TableRowProps extends ReactTypes.HTMLAttributes<HTMLTableRowElement> { ref?: ReactTypes.Ref<HTMLTableRowElement> }
interface TableHeadProps extends ReactTypes.ThHTMLAttributes<HTMLTableCellElement> { ref?: ReactTypes.Ref<HTMLTableCellElement> }
interface TableCellProps extends ReactTypes.TdHTMLAttributes<HTMLTableCellElement> { ref?: ReactTypes.Ref<HTMLTableCellElement> }
interface PartProps extends DivProps { asChild?: boolean; forceMount?: true }

type ButtonVariant = 'default' | 'destructive' | 'outline' | 'secondary' | 'ghost' | 'link';
type ButtonSize = 'default' | 'xs' | 'sm' | 'lg' | 'icon' | 'icon-xs' | 'icon-sm' | 'icon-lg';
type BadgeVariant = 'default' | 'secondary' | 'outline' | 'success' | 'warning' | 'destructive';
type AlertVariant = 'default' | 'destructive' | 'warning' | 'success';
interface ButtonProps extends PlainButtonProps { variant?: ButtonVariant | null; size?: ButtonSize | null }

interface OpenProps { open?: boolean; defaultOpen?: boolean; onOpenChange?: (open: boolean) => void; modal?: boolean; children?: Node }
interface ValueProps { value?: string; defaultValue?: string; onValueChange?: (value: string) => void; disabled?: boolean; name?: string; required?: boolean; dir?: 'ltr' | 'rtl' }
/** Attributes of an element without those that carry a value, which the component says differently. */
type Without<Props> = Omit<Props, 'value' | 'defaultValue' | 'onChange' | 'onSelect' | 'dir' | 'checked' | 'defaultChecked'>;
interface PlainDivProps extends Without<DivProps> {}
interface PlainControlProps extends Without<PlainButtonProps> {}

interface FloatingProps extends PartProps {
  side?: 'top' | 'right' | 'bottom' | 'left'; sideOffset?: number; align?: 'start' | 'center' | 'end'; alignOffset?: number;
  avoidCollisions?: boolean; collisionPadding?: number; sticky?: 'partial' | 'always'; hideWhenDetached?: boolean; loop?: boolean;
  onOpenAutoFocus?: (event: Event) => void; onCloseAutoFocus?: (event: Event) => void; onEscapeKeyDown?: (event: KeyboardEvent) => void;
  onPointerDownOutside?: (event: CustomEvent) => void; onInteractOutside?: (event: CustomEvent) => void;
}
interface MenuItemProps extends PlainDivProps { asChild?: boolean; disabled?: boolean; inset?: boolean; textValue?: string; variant?: 'default' | 'destructive'; onSelect?: (event: Event) => void }
interface MenuCheckboxProps extends MenuItemProps { checked?: boolean | 'indeterminate'; onCheckedChange?: (checked: boolean) => void }
interface MenuRadioProps extends MenuItemProps { value: string }
interface MenuGroupProps extends PlainDivProps { value?: string; onValueChange?: (value: string) => void }
interface MenuLabelProps extends DivProps { inset?: boolean }
interface CheckedProps<State> { checked?: State; defaultChecked?: State; onCheckedChange?: (checked: State) => void; value?: string; name?: string; required?: boolean }

interface SliderProps extends PlainDivProps {
  value?: number[]; defaultValue?: number[]; onValueChange?: (value: number[]) => void; onValueCommit?: (value: number[]) => void;
  min?: number; max?: number; step?: number; minStepsBetweenThumbs?: number; disabled?: boolean; inverted?: boolean; orientation?: 'horizontal' | 'vertical'; name?: string;
}
interface GroupLook extends PlainDivProps { variant?: 'default' | 'outline'; size?: 'default' | 'sm' | 'lg'; disabled?: boolean; orientation?: 'horizontal' | 'vertical'; loop?: boolean; rovingFocus?: boolean }
type ToggleGroupProps = GroupLook & (
  | { type: 'single'; value?: string; defaultValue?: string; onValueChange?: (value: string) => void }
  | { type: 'multiple'; value?: string[]; defaultValue?: string[]; onValueChange?: (value: string[]) => void });
type AccordionProps = PlainDivProps & { disabled?: boolean; orientation?: 'horizontal' | 'vertical' } & (
  | { type: 'single'; collapsible?: boolean; value?: string; defaultValue?: string; onValueChange?: (value: string) => void }
  | { type: 'multiple'; value?: string[]; defaultValue?: string[]; onValueChange?: (value: string[]) => void });

type DateRange = { from: Date | undefined; to?: Date };
type Days = any;
interface CalendarLook {
  className?: string; classNames?: Record<string, string>; month?: Date; defaultMonth?: Date; onMonthChange?: (month: Date) => void;
  startMonth?: Date; endMonth?: Date; numberOfMonths?: number; showOutsideDays?: boolean; showWeekNumber?: boolean; fixedWeeks?: boolean;
  captionLayout?: 'label' | 'dropdown' | 'dropdown-months' | 'dropdown-years'; weekStartsOn?: 0 | 1 | 2 | 3 | 4 | 5 | 6; disabled?: Days; hidden?: Days;
  modifiers?: Record<string, Days>; modifiersClassNames?: Record<string, string>; components?: Record<string, any>; footer?: Node; locale?: any; autoFocus?: boolean;
  onDayClick?: (day: Date, modifiers: Record<string, boolean>, event: any) => void; disableNavigation?: boolean; hideNavigation?: boolean; today?: Date; required?: boolean;
}
type CalendarProps = CalendarLook & (
  | { mode?: undefined }
  | { mode: 'single'; selected?: Date; onSelect?: (day: Date | undefined) => void }
  | { mode: 'multiple'; selected?: Date[]; onSelect?: (days: Date[] | undefined) => void; min?: number; max?: number }
  | { mode: 'range'; selected?: DateRange; onSelect?: (range: DateRange | undefined) => void; min?: number; max?: number });

interface CommandProps extends PlainDivProps { value?: string; onValueChange?: (value: string) => void; filter?: (value: string, search: string, keywords?: string[]) => number; shouldFilter?: boolean; loop?: boolean; label?: string }
interface CommandInputProps extends Omit<InputProps, 'value'> { value?: string; onValueChange?: (search: string) => void }
interface CommandItemProps extends PlainDivProps { value?: string; keywords?: string[]; disabled?: boolean; forceMount?: boolean; onSelect?: (value: string) => void }
interface CommandGroupProps extends Omit<PlainDivProps, 'title'> { heading?: Node; value?: string; forceMount?: boolean }

// The blocks.

/** How a value is written. A function gets the value. */
type FormatName = 'number' | 'compact' | 'money' | 'percent' | 'date' | 'dateTime' | 'time' | 'month' | 'ago' | 'duration' | 'bytes' | 'text';
type Format = FormatName | ((value: any) => Node);
type Icon = ReactTypes.ComponentType<{ className?: string }> | ReactTypes.ReactElement;
type Failure = Error | string | { message: string } | null | undefined;
/** Rows, or what useData gave. */
type Rows<Row> = readonly Row[] | null | undefined | { data: readonly Row[] | null | undefined; error?: Failure; isLoading?: boolean; reload?: () => void };

interface PageProps extends Omit<DivProps, 'title'> {
  title?: Node; description?: Node;
  /** Stands to the right of the title, below it where that is narrow. */
  actions?: Node;
  width?: 'narrow' | 'default' | 'wide' | 'full';
}
interface StatProps extends Omit<DivProps, 'title'> {
  label: Node; value?: Node | bigint | Date; format?: Format;
  /** Against before, as a share: 0.12 is +12 %. */
  change?: number | null;
  /** Which direction is good. Default: up. */
  good?: 'up' | 'down' | 'neither';
  /** A function is given what writes a value as the figure is written. */
  hint?: Node | ((write: (value: any) => Node) => Node);
  icon?: Icon; loading?: boolean; error?: Failure;
  /** ISO 4217, for the format `money`. */
  currency?: string;
}
interface Column<Row> {
  key: (keyof Row & string) | (string & {});
  /** Default: the key in words. */
  label?: Node; header?: Node;
  /** `state`: a word for how a thing stands, in its colour. */
  format?: FormatName | 'state' | ((value: any, row: Row) => Node);
  /** The whole cell. */
  render?: (row: Row) => Node;
  align?: 'left' | 'center' | 'right'; sortable?: boolean; className?: string;
  currency?: string;
  /** What the numbers count, behind each: "days". */
  unit?: string;
}
interface DataTableProps<Row> {
  data: Rows<Row>;
  /** Keys or descriptions. Default: every key of the rows. */
  columns?: readonly ((keyof Row & string) | Column<Row>)[];
  /** One row of what all rows come to, by the columns' keys: it stays at the bottom, on every page and in every order. */
  totals?: Rows<any>;
  /** Names the table for those who don't see it, and stands above it. */
  title?: Node; description?: Node;
  /** Default: with more rows than fit on a page. */
  searchable?: boolean; searchPlaceholder?: string;
  /** Rows on a page. Default: 10. */
  pageSize?: number;
  defaultSort?: { key: (keyof Row & string) | (string & {}); direction?: 'asc' | 'desc' };
  onRowClick?: (row: Row) => void; rowKey?: (keyof Row & string) | ((row: Row, index: number) => string | number);
  /** What is said when there are no rows. */
  empty?: Node; actions?: Node; loading?: boolean; error?: Failure; onRetry?: () => void; className?: string;
}
interface FailedProps extends Omit<DivProps, 'title'> {
  /** What could not be loaded, in words: "the orders". */
  what?: Node; title?: Node; error?: Failure; onRetry?: () => void;
}
interface LoadingProps extends DivProps { /** Lines of skeleton. Default: 3. */ rows?: number; label?: string }

// Formatting.

type Amount = number | bigint | string | null | undefined;
type Moment = string | number | Date | null | undefined;
type NumberOptions = number | Intl.NumberFormatOptions;
/** Whatever can't be formatted is written "–". */
interface Fmt {
  /** 1,234.5. The second argument is the number of decimals or Intl's options. */
  number(value: Amount, options?: NumberOptions): string;
  /** 1.2K */
  compact(value: Amount, options?: NumberOptions): string;
  /** $1,234.50. The second argument is the currency or Intl's options. */
  money(value: Amount, options?: string | Intl.NumberFormatOptions): string;
  /** Of a share: 0.123 is 12.3%. */
  percent(share: Amount, options?: NumberOptions): string;
  /** A change with its sign: 0.12 is +12%. */
  change(share: Amount, options?: NumberOptions): string;
  /** Oct 3, 2026 */
  date(when: Moment, options?: Intl.DateTimeFormatOptions): string;
  /** 14:05, as the viewer writes it. */
  time(when: Moment, options?: Intl.DateTimeFormatOptions): string;
  dateTime(when: Moment, options?: Intl.DateTimeFormatOptions): string;
  /** Oct 2026 */
  month(when: Moment, options?: Intl.DateTimeFormatOptions): string;
  /** 3 days ago */
  ago(when: Moment): string;
  relative(when: Moment): string;
  /** Of seconds: 1 h 5 min */
  duration(seconds: Amount): string;
  /** 1.5 MB */
  bytes(value: Amount): string;
  /** Of a value: "small business" is Small business; another spelling is kept. */
  word(value: unknown): string;
  /** "first_order_at" is First order at. */
  label(key: string | null | undefined): string;
}
type ClassValue = string | number | bigint | boolean | null | undefined | Record<string, unknown> | ClassValue[];

// Charts. Of an unknown property recharts makes an SVG attribute or nothing, so it isn't refused.

type Key = string | number | ((row: any) => any);
interface Loose { [property: string]: any }
interface ChartProps extends Loose {
  data?: Rows<any>; children?: Node; className?: string; width?: number | `${number}%`; height?: number | `${number}%`;
  margin?: { top?: number; right?: number; bottom?: number; left?: number }; layout?: 'horizontal' | 'vertical'; syncId?: string | number;
  barCategoryGap?: number | string; barGap?: number | string; stackOffset?: 'expand' | 'none' | 'wiggle' | 'silhouette' | 'sign'; accessibilityLayer?: boolean;
  onClick?: (state: any, event: any) => void;
  /** With `y` and without children: the chart draws its own axes, grid, tooltip and series. */
  x?: string; y?: string | readonly string[]; format?: Format;
  /** Lines across the chart at values, written by `format`: a target, an average. What is undefined has none yet. */
  lines?: readonly { value: Amount; label?: string }[];
}
interface RoundChartProps extends ChartProps { cx?: number | string; cy?: number | string; innerRadius?: number | string; outerRadius?: number | string; startAngle?: number; endAngle?: number }
interface SeriesProps extends Loose {
  dataKey?: Key; name?: string | number; data?: readonly any[]; children?: Node; fill?: string; stroke?: string; fillOpacity?: number | string; strokeWidth?: number | string; strokeDasharray?: string | number;
  stackId?: string | number; xAxisId?: string | number; yAxisId?: string | number; isAnimationActive?: boolean; hide?: boolean; connectNulls?: boolean;
  type?: any; dot?: any; activeDot?: any; label?: any; shape?: any; legendType?: string; radius?: number | number[]; unit?: string | number; className?: string;
  onClick?: (item: any, index: any, event: any) => void;
}
interface NeededSeriesProps extends SeriesProps { dataKey: Key }
interface PieProps extends SeriesProps { nameKey?: Key; cx?: number | string; cy?: number | string; innerRadius?: number | string; outerRadius?: number | string; paddingAngle?: number; cornerRadius?: number | string; startAngle?: number; endAngle?: number; activeShape?: any; labelLine?: any }
interface AxisProps extends Loose {
  /** Of amounts: they are written short, with the same decimals. */
  format?: 'number' | 'money' | 'percent';
  dataKey?: Key; type?: 'number' | 'category'; domain?: any; ticks?: readonly (string | number)[]; tick?: any; tickFormatter?: (value: any, index: number) => string; tickLine?: any; axisLine?: any; tickMargin?: number; tickCount?: number;
  minTickGap?: number; interval?: number | 'preserveStart' | 'preserveEnd' | 'preserveStartEnd' | 'equidistantPreserveStart'; hide?: boolean; width?: number | 'auto'; height?: number; orientation?: 'top' | 'bottom' | 'left' | 'right'; unit?: string | number; name?: string | number;
  label?: any; scale?: any; reversed?: boolean; allowDecimals?: boolean; allowDataOverflow?: boolean; allowDuplicatedCategory?: boolean; padding?: any; xAxisId?: string | number; yAxisId?: string | number; angle?: number; range?: [number, number]; fontSize?: number | string; children?: Node;
}
interface ReferenceProps extends Loose { x?: number | string; y?: number | string; label?: any; stroke?: string; strokeDasharray?: string | number; fill?: string; fillOpacity?: number; ifOverflow?: string; children?: Node }
interface TooltipProps extends Loose {
  /** How the values are written: all with the same decimals. */
  format?: Format;
  content?: Node | ((props: any) => Node); cursor?: any; active?: boolean; formatter?: (value: any, name: any, item: any, index: any, payload: any) => any; labelFormatter?: (label: any, payload: any) => Node;
  label?: any; payload?: readonly any[]; wrapperStyle?: ReactTypes.CSSProperties; contentStyle?: ReactTypes.CSSProperties; isAnimationActive?: boolean; shared?: boolean; trigger?: 'hover' | 'click'; defaultIndex?: number;
}
interface TooltipContentProps extends Loose {
  format?: Format;
  active?: boolean; payload?: readonly any[]; label?: any; className?: string; labelClassName?: string; hideLabel?: boolean; hideIndicator?: boolean; indicator?: 'line' | 'dot' | 'dashed'; nameKey?: string; labelKey?: string; color?: string;
  formatter?: (value: any, name: any, item: any, index: any, payload: any) => Node; labelFormatter?: (label: any, payload: any) => Node;
}
interface LegendProps extends Loose { content?: Node | ((props: any) => Node); verticalAlign?: 'top' | 'middle' | 'bottom'; align?: 'left' | 'center' | 'right'; layout?: 'horizontal' | 'vertical'; payload?: readonly any[]; formatter?: (value: any, entry: any, index: any) => Node; onClick?: (entry: any, index: any, event: any) => void; wrapperStyle?: ReactTypes.CSSProperties; iconType?: string }
interface ShapeProps extends Loose { children?: Node }
type Config = { [key: string]: { label?: Node; icon?: ReactTypes.ComponentType; color?: string; theme?: Record<string, string> } };
interface ChartContainerProps extends DivProps { config?: Config }

// The three ways out.

interface DataState<Value> {
  /** The last good value; kept while a newer one is on its way. */
  data: Value | undefined;
  error: Error | undefined;
  /** There is nothing to show yet. */
  isLoading: boolean;
  /** `data` belongs to earlier arguments. */
  isStale: boolean;
  /** A call is under way. */
  pending: boolean;
  reload: () => void;
  refetch: () => void;
}
interface Action<Args extends unknown[], Value> {
  /** Rejects when it failed or was refused; `error` says so too. */
  run: (...args: Args) => Promise<Value>;
  pending: boolean;
  error: Error | undefined;
}

declare global {
  // Types that are used without an import.
  type ReactNode = ReactTypes.ReactNode;
  type ReactElement = ReactTypes.ReactElement;
  type ComponentType<Props = {}> = ReactTypes.ComponentType<Props>;
  type ComponentProps<Of extends keyof ReactTypes.JSX.IntrinsicElements | ReactTypes.JSXElementConstructor<any>> = ReactTypes.ComponentProps<Of>;
  type FC<Props = {}> = ReactTypes.FC<Props>;
  type PropsWithChildren<Props = unknown> = ReactTypes.PropsWithChildren<Props>;
  type CSSProperties = ReactTypes.CSSProperties;
  type Dispatch<Value> = ReactTypes.Dispatch<Value>;
  type SetStateAction<State> = ReactTypes.SetStateAction<State>;
  type RefObject<Value> = ReactTypes.RefObject<Value>;
  type ChangeEvent<Of = Element> = ReactTypes.ChangeEvent<Of>;
  type LucideProps = ReactTypes.SVGProps<SVGSVGElement> & { size?: number | string; absoluteStrokeWidth?: boolean };
  type LucideIcon = (props: LucideProps) => ReactTypes.ReactNode;
  type ChartConfig = Config;

  // React. `React` itself is in its own types.
  var Fragment: typeof ReactTypes.Fragment;
  var Suspense: typeof ReactTypes.Suspense;
  var memo: typeof ReactTypes.memo;
  var createContext: typeof ReactTypes.createContext;
  var forwardRef: typeof ReactTypes.forwardRef;
  var useState: typeof ReactTypes.useState;
  var useMemo: typeof ReactTypes.useMemo;
  var useEffect: typeof ReactTypes.useEffect;
  var useLayoutEffect: typeof ReactTypes.useLayoutEffect;
  var useRef: typeof ReactTypes.useRef;
  var useReducer: typeof ReactTypes.useReducer;
  var useId: typeof ReactTypes.useId;
  var useCallback: typeof ReactTypes.useCallback;
  var useContext: typeof ReactTypes.useContext;
  var useDeferredValue: typeof ReactTypes.useDeferredValue;
  var useTransition: typeof ReactTypes.useTransition;
  var startTransition: typeof ReactTypes.startTransition;

  /** Reads: calls a function of data.ts whenever the arguments change. */
  function useData<Args, Value>(read: (args: Args) => Promise<Value>, ...args: {} extends Args ? [args?: Args] : [args: Args]): DataState<Value>;
  /** Changes the outside: nothing happens before `run`, which may wait for a person's approval. */
  function useAction<Args extends unknown[], Value>(write: (...args: Args) => Promise<Value>): Action<Args, Value>;
  /** State kept with the program, the same for all viewers. */
  function useShared<Value>(key: string, initial: Value): [value: Value, set: (next: Value | ((now: Value) => Value)) => void];

  var fmt: Fmt;
  /** Joins class names; of two that set the same thing the later one wins. */
  function cn(...classes: ClassValue[]): string;

  var Accordion: Component<AccordionProps>;
  var AccordionItem: Component<PlainDivProps & { value: string; disabled?: boolean }>;
  var AccordionTrigger: Component<PlainButtonProps>;
  var AccordionContent: Component<PartProps>;
  var Alert: Component<DivProps & { variant?: AlertVariant | null }>;
  var AlertTitle: Component<DivProps>;
  var AlertDescription: Component<DivProps>;
  var AlertAction: Component<DivProps>;
  var AlertDialog: Component<OpenProps>;
  var AlertDialogTrigger: Component<PlainButtonProps>;
  var AlertDialogContent: Component<FloatingProps & { size?: 'default' | 'sm' }>;
  var AlertDialogHeader: Component<DivProps>;
  var AlertDialogFooter: Component<DivProps>;
  var AlertDialogTitle: Component<PartProps>;
  var AlertDialogDescription: Component<PartProps>;
  var AlertDialogAction: Component<ButtonProps>;
  var AlertDialogCancel: Component<ButtonProps>;
  var Avatar: Component<SpanProps>;
  var AvatarImage: Component<ImageProps>;
  var AvatarFallback: Component<SpanProps & { delayMs?: number }>;
  /** With `state` it says that word, in its colour. */
  var Badge: Component<SpanProps & { variant?: BadgeVariant | null; asChild?: boolean; state?: string | number | boolean | null }>;
  var Breadcrumb: Component<ReactTypes.HTMLAttributes<HTMLElement>>;
  var BreadcrumbList: Component<ReactTypes.HTMLAttributes<HTMLOListElement>>;
  var BreadcrumbItem: Component<ListItemProps>;
  var BreadcrumbLink: Component<LinkProps>;
  var BreadcrumbPage: Component<SpanProps>;
  var BreadcrumbSeparator: Component<ListItemProps>;
  var BreadcrumbEllipsis: Component<SpanProps>;
  var Button: Component<ButtonProps>;
  var Calendar: Component<CalendarProps>;
  var Card: Component<DivProps>;
  var CardHeader: Component<DivProps>;
  var CardTitle: Component<DivProps>;
  var CardDescription: Component<DivProps>;
  var CardAction: Component<DivProps>;
  var CardContent: Component<DivProps>;
  var CardFooter: Component<DivProps>;
  var Checkbox: Component<PlainControlProps & CheckedProps<boolean | 'indeterminate'>>;
  var Collapsible: Component<PartProps & OpenProps & { disabled?: boolean }>;
  var CollapsibleTrigger: Component<PlainButtonProps>;
  var CollapsibleContent: Component<PartProps>;
  var Command: Component<CommandProps>;
  var CommandDialog: Component<OpenProps & { title?: string; description?: string; className?: string }>;
  var CommandInput: Component<CommandInputProps>;
  var CommandList: Component<DivProps>;
  var CommandEmpty: Component<DivProps>;
  var CommandGroup: Component<CommandGroupProps>;
  var CommandItem: Component<CommandItemProps>;
  var CommandShortcut: Component<SpanProps>;
  var CommandSeparator: Component<DivProps & { alwaysRender?: boolean }>;
  var ContextMenu: Component<Omit<OpenProps, 'open'>>;
  var ContextMenuTrigger: Component<SpanProps & { asChild?: boolean; disabled?: boolean }>;
  var ContextMenuContent: Component<FloatingProps>;
  var ContextMenuGroup: Component<DivProps>;
  var ContextMenuItem: Component<MenuItemProps>;
  var ContextMenuCheckboxItem: Component<MenuCheckboxProps>;
  var ContextMenuRadioGroup: Component<MenuGroupProps>;
  var ContextMenuRadioItem: Component<MenuRadioProps>;
  var ContextMenuLabel: Component<MenuLabelProps>;
  var ContextMenuSeparator: Component<DivProps>;
  var ContextMenuShortcut: Component<SpanProps>;
  var ContextMenuSub: Component<OpenProps>;
  var ContextMenuSubTrigger: Component<MenuItemProps>;
  var ContextMenuSubContent: Component<FloatingProps>;
  var Dialog: Component<OpenProps>;
  var DialogTrigger: Component<PlainButtonProps>;
  var DialogContent: Component<FloatingProps & { showCloseButton?: boolean }>;
  var DialogHeader: Component<DivProps>;
  var DialogFooter: Component<DivProps & { showCloseButton?: boolean }>;
  var DialogTitle: Component<PartProps>;
  var DialogDescription: Component<PartProps>;
  var DialogClose: Component<PlainButtonProps>;
  var DropdownMenu: Component<OpenProps>;
  var DropdownMenuTrigger: Component<PlainButtonProps>;
  var DropdownMenuContent: Component<FloatingProps>;
  var DropdownMenuGroup: Component<DivProps>;
  var DropdownMenuItem: Component<MenuItemProps>;
  var DropdownMenuCheckboxItem: Component<MenuCheckboxProps>;
  var DropdownMenuRadioGroup: Component<MenuGroupProps>;
  var DropdownMenuRadioItem: Component<MenuRadioProps>;
  var DropdownMenuLabel: Component<MenuLabelProps>;
  var DropdownMenuSeparator: Component<DivProps>;
  var DropdownMenuShortcut: Component<SpanProps>;
  var DropdownMenuSub: Component<OpenProps>;
  var DropdownMenuSubTrigger: Component<MenuItemProps>;
  var DropdownMenuSubContent: Component<FloatingProps>;
  /** By props, or put together of the parts. */
  var Empty: Component<Omit<DivProps, 'title'> & { title?: Node; description?: Node; icon?: Node; action?: Node }>;
  var EmptyHeader: Component<DivProps>;
  var EmptyMedia: Component<DivProps & { variant?: 'default' | 'icon' }>;
  var EmptyTitle: Component<DivProps>;
  var EmptyDescription: Component<DivProps>;
  var EmptyContent: Component<DivProps>;
  var HoverCard: Component<OpenProps & { openDelay?: number; closeDelay?: number }>;
  var HoverCardTrigger: Component<LinkProps>;
  var HoverCardContent: Component<FloatingProps>;
  var Input: Component<InputProps>;
  var Kbd: Component<ReactTypes.HTMLAttributes<HTMLElement>>;
  var KbdGroup: Component<ReactTypes.HTMLAttributes<HTMLElement>>;
  var Label: Component<LabelProps>;
  var Pagination: Component<ReactTypes.HTMLAttributes<HTMLElement>>;
  var PaginationContent: Component<ReactTypes.HTMLAttributes<HTMLUListElement>>;
  var PaginationItem: Component<ListItemProps>;
  var PaginationLink: Component<LinkProps & { isActive?: boolean; size?: ButtonSize }>;
  var PaginationPrevious: Component<LinkProps & { size?: ButtonSize }>;
  var PaginationNext: Component<LinkProps & { size?: ButtonSize }>;
  var PaginationEllipsis: Component<SpanProps>;
  var Popover: Component<OpenProps>;
  var PopoverTrigger: Component<PlainButtonProps>;
  var PopoverContent: Component<FloatingProps>;
  var PopoverAnchor: Component<PartProps>;
  var Progress: Component<DivProps & { value?: number | null; max?: number; getValueLabel?: (value: number, max: number) => string }>;
  var RadioGroup: Component<PlainDivProps & ValueProps & { orientation?: 'horizontal' | 'vertical'; loop?: boolean }>;
  var RadioGroupItem: Component<PlainControlProps & { value: string; required?: boolean }>;
  var ScrollArea: Component<DivProps & { type?: 'auto' | 'always' | 'scroll' | 'hover' }>;
  var ScrollBar: Component<PartProps & { orientation?: 'horizontal' | 'vertical' }>;
  var Select: Component<ValueProps & OpenProps>;
  var SelectTrigger: Component<PlainButtonProps & { size?: 'sm' | 'default' }>;
  var SelectValue: Component<Omit<SpanProps, 'placeholder'> & { placeholder?: Node }>;
  var SelectContent: Component<FloatingProps & { position?: 'popper' | 'item-aligned' }>;
  var SelectGroup: Component<DivProps>;
  var SelectLabel: Component<DivProps>;
  var SelectItem: Component<PlainDivProps & { value: string; disabled?: boolean; textValue?: string }>;
  var SelectSeparator: Component<DivProps>;
  var Separator: Component<DivProps & { orientation?: 'horizontal' | 'vertical'; decorative?: boolean }>;
  var Sheet: Component<OpenProps>;
  var SheetTrigger: Component<PlainButtonProps>;
  var SheetContent: Component<FloatingProps & { showCloseButton?: boolean }>;
  var SheetHeader: Component<DivProps>;
  var SheetFooter: Component<DivProps>;
  var SheetTitle: Component<PartProps>;
  var SheetDescription: Component<PartProps>;
  var SheetClose: Component<PlainButtonProps>;
  var Skeleton: Component<DivProps>;
  var Slider: Component<SliderProps>;
  var Spinner: Component<ReactTypes.SVGProps<SVGSVGElement>>;
  var Switch: Component<PlainControlProps & CheckedProps<boolean>>;
  var Table: Component<TableProps>;
  var TableHeader: Component<TableSectionProps>;
  var TableBody: Component<TableSectionProps>;
  var TableFooter: Component<TableSectionProps>;
  var TableRow: Component<TableRowProps>;
  var TableHead: Component<TableHeadProps>;
  var TableCell: Component<TableCellProps>;
  var TableCaption: Component<ReactTypes.HTMLAttributes<HTMLElement>>;
  var Tabs: Component<PlainDivProps & ValueProps & { orientation?: 'horizontal' | 'vertical'; activationMode?: 'automatic' | 'manual' }>;
  var TabsList: Component<DivProps & { loop?: boolean }>;
  var TabsTrigger: Component<PlainControlProps & { value: string }>;
  var TabsContent: Component<PartProps & { value: string }>;
  var Textarea: Component<TextareaProps>;
  var Toggle: Component<PlainControlProps & { pressed?: boolean; defaultPressed?: boolean; onPressedChange?: (pressed: boolean) => void; variant?: 'default' | 'outline' | null; size?: 'default' | 'sm' | 'lg' | null }>;
  var ToggleGroup: Component<ToggleGroupProps>;
  var ToggleGroupItem: Component<PlainControlProps & { value: string; variant?: 'default' | 'outline'; size?: 'default' | 'sm' | 'lg' }>;
  var Tooltip: Component<Omit<OpenProps, 'modal'> & { delayDuration?: number; disableHoverableContent?: boolean }>;
  var TooltipTrigger: Component<PlainButtonProps>;
  var TooltipContent: Component<FloatingProps>;
  /** Not needed: a Tooltip brings its own. */
  var TooltipProvider: Component<{ children?: Node; delayDuration?: number; skipDelayDuration?: number; disableHoverableContent?: boolean }>;

  /** The whole interface: heading, description, actions, and what is on it. */
  var Page: Component<PageProps>;
  /** One headline figure in a case of its own. */
  var Stat: Component<StatProps>;
  /** Rows with sorting, search and pages. Says itself that it is loading, empty or failed. */
  function DataTable<Row extends object>(props: DataTableProps<Row>): Node;
  /** What could not be had, why, and a way to try again. */
  var Failed: Component<FailedProps>;
  /** A skeleton of some lines. */
  var Loading: Component<LoadingProps>;

  var ChartContainer: Component<ChartContainerProps>;
  var ChartTooltip: Component<TooltipProps>;
  var ChartTooltipContent: Component<TooltipContentProps>;
  var ChartLegend: Component<LegendProps>;
  var ChartLegendContent: Component<Loose>;
  var AreaChart: Component<ChartProps>;
  var BarChart: Component<ChartProps>;
  var LineChart: Component<ChartProps>;
  var ComposedChart: Component<ChartProps>;
  var PieChart: Component<RoundChartProps>;
  var ScatterChart: Component<ChartProps>;
  var RadarChart: Component<RoundChartProps>;
  var RadialBarChart: Component<RoundChartProps>;
  var FunnelChart: Component<ChartProps>;
  var Treemap: Component<Loose & { data?: Rows<any>; dataKey?: Key; nameKey?: Key }>;
  var Sankey: Component<Loose>;
  var ResponsiveContainer: Component<Loose & { width?: number | string; height?: number | string; aspect?: number; minHeight?: number | string; className?: string; children?: Node }>;
  var Area: Component<NeededSeriesProps>;
  var Bar: Component<NeededSeriesProps>;
  var Line: Component<NeededSeriesProps>;
  var Pie: Component<PieProps>;
  var Scatter: Component<SeriesProps>;
  var Radar: Component<NeededSeriesProps>;
  var RadialBar: Component<NeededSeriesProps>;
  var Funnel: Component<NeededSeriesProps>;
  var Cell: Component<Loose & { fill?: string; stroke?: string }>;
  var ErrorBar: Component<Loose & { dataKey: Key }>;
  var Brush: Component<Loose & { dataKey?: Key }>;
  var XAxis: Component<AxisProps>;
  var YAxis: Component<AxisProps>;
  var ZAxis: Component<AxisProps>;
  var CartesianGrid: Component<Loose & { vertical?: boolean; horizontal?: boolean; stroke?: string; strokeDasharray?: string | number }>;
  var PolarGrid: Component<Loose>;
  var PolarAngleAxis: Component<AxisProps>;
  var PolarRadiusAxis: Component<Omit<AxisProps, 'orientation'>>;
  var ReferenceLine: Component<ReferenceProps>;
  var ReferenceArea: Component<ReferenceProps & { x1?: number | string; x2?: number | string; y1?: number | string; y2?: number | string }>;
  var ReferenceDot: Component<ReferenceProps & { r?: number }>;
  var LabelList: Component<Loose & { dataKey?: Key; position?: string; formatter?: (value: any) => any }>;
  var Legend: Component<LegendProps>;
  var Sector: Component<ShapeProps>;
  var Rectangle: Component<ShapeProps>;
}
