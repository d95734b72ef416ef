/**
 * The names that generated `ui.tsx` may use without declaring or importing them, and the imports it may write all the
 * same. The compiler reads it to know which free names are ours, the guest to hand them over, the checker to declare
 * them, the prompt to list them. Pure data; a test holds it against the kit and against its type declarations.
 */

/** What React gives. Types such as `ReactNode` need no entry: they are erased. */
export const REACT_NAMES = [
  'React', 'Fragment', 'Suspense', 'memo', 'createContext', 'forwardRef',
  'useState', 'useMemo', 'useEffect', 'useLayoutEffect', 'useRef', 'useReducer', 'useId', 'useCallback', 'useContext',
  'useDeferredValue', 'useTransition', 'startTransition',
] as const;

/** The three ways from an interface to what lies outside of it. */
export const PROGRAM_HOOKS = ['useData', 'useAction', 'useShared'] as const;

export const FORMATTING_NAMES = ['cn', 'fmt'] as const;

/** Kit components by family. A family is also the last part of its import: `@/components/ui/alert-dialog`. */
export const KIT_FAMILIES = {
  accordion: ['Accordion', 'AccordionItem', 'AccordionTrigger', 'AccordionContent'],
  alert: ['Alert', 'AlertTitle', 'AlertDescription', 'AlertAction'],
  'alert-dialog': [
    'AlertDialog', 'AlertDialogTrigger', 'AlertDialogContent', 'AlertDialogHeader', 'AlertDialogFooter',
    'AlertDialogTitle', 'AlertDialogDescription', 'AlertDialogAction', 'AlertDialogCancel',
  ],
  avatar: ['Avatar', 'AvatarImage', 'AvatarFallback'],
  badge: ['Badge'],
  breadcrumb: [
    'Breadcrumb', 'BreadcrumbList', 'BreadcrumbItem', 'BreadcrumbLink', 'BreadcrumbPage', 'BreadcrumbSeparator',
    'BreadcrumbEllipsis',
  ],
  button: ['Button'],
  calendar: ['Calendar'],
  card: ['Card', 'CardHeader', 'CardTitle', 'CardDescription', 'CardAction', 'CardContent', 'CardFooter'],
  checkbox: ['Checkbox'],
  collapsible: ['Collapsible', 'CollapsibleTrigger', 'CollapsibleContent'],
  command: [
    'Command', 'CommandDialog', 'CommandInput', 'CommandList', 'CommandEmpty', 'CommandGroup', 'CommandItem',
    'CommandShortcut', 'CommandSeparator',
  ],
  'context-menu': [
    'ContextMenu', 'ContextMenuTrigger', 'ContextMenuContent', 'ContextMenuGroup', 'ContextMenuItem',
    'ContextMenuCheckboxItem', 'ContextMenuRadioGroup', 'ContextMenuRadioItem', 'ContextMenuLabel',
    'ContextMenuSeparator', 'ContextMenuShortcut', 'ContextMenuSub', 'ContextMenuSubTrigger', 'ContextMenuSubContent',
  ],
  dialog: [
    'Dialog', 'DialogTrigger', 'DialogContent', 'DialogHeader', 'DialogFooter', 'DialogTitle', 'DialogDescription',
    'DialogClose',
  ],
  'dropdown-menu': [
    'DropdownMenu', 'DropdownMenuTrigger', 'DropdownMenuContent', 'DropdownMenuGroup', 'DropdownMenuItem',
    'DropdownMenuCheckboxItem', 'DropdownMenuRadioGroup', 'DropdownMenuRadioItem', 'DropdownMenuLabel',
    'DropdownMenuSeparator', 'DropdownMenuShortcut', 'DropdownMenuSub', 'DropdownMenuSubTrigger',
    'DropdownMenuSubContent',
  ],
  empty: ['Empty', 'EmptyHeader', 'EmptyMedia', 'EmptyTitle', 'EmptyDescription', 'EmptyContent'],
  'hover-card': ['HoverCard', 'HoverCardTrigger', 'HoverCardContent'],
  input: ['Input'],
  kbd: ['Kbd', 'KbdGroup'],
  label: ['Label'],
  pagination: [
    'Pagination', 'PaginationContent', 'PaginationItem', 'PaginationLink', 'PaginationPrevious', 'PaginationNext',
    'PaginationEllipsis',
  ],
  popover: ['Popover', 'PopoverTrigger', 'PopoverContent', 'PopoverAnchor'],
  progress: ['Progress'],
  'radio-group': ['RadioGroup', 'RadioGroupItem'],
  'scroll-area': ['ScrollArea', 'ScrollBar'],
  select: [
    'Select', 'SelectTrigger', 'SelectValue', 'SelectContent', 'SelectGroup', 'SelectLabel', 'SelectItem',
    'SelectSeparator',
  ],
  separator: ['Separator'],
  sheet: [
    'Sheet', 'SheetTrigger', 'SheetContent', 'SheetHeader', 'SheetFooter', 'SheetTitle', 'SheetDescription',
    'SheetClose',
  ],
  skeleton: ['Skeleton'],
  slider: ['Slider'],
  spinner: ['Spinner'],
  switch: ['Switch'],
  table: [
    'Table', 'TableHeader', 'TableBody', 'TableFooter', 'TableRow', 'TableHead', 'TableCell', 'TableCaption',
  ],
  tabs: ['Tabs', 'TabsList', 'TabsTrigger', 'TabsContent'],
  textarea: ['Textarea'],
  toggle: ['Toggle'],
  'toggle-group': ['ToggleGroup', 'ToggleGroupItem'],
  tooltip: ['Tooltip', 'TooltipTrigger', 'TooltipContent', 'TooltipProvider'],
} as const;

/** The kit's own blocks, which a dashboard is made of. They belong to no import. */
export const BLOCK_NAMES = ['Page', 'Stat', 'DataTable', 'Failed', 'Loading'] as const;

/** The theme's frame around a chart, importable from `@/components/ui/chart`. Loaded with the charts, not with the kit. */
export const CHART_FRAME_NAMES = [
  'ChartContainer', 'ChartTooltip', 'ChartTooltipContent', 'ChartLegend', 'ChartLegendContent',
] as const;

/** Parts of recharts that are ambient under their own name. `Tooltip` and `Label` aren't: those are the kit's. */
export const CHART_PART_NAMES = [
  'AreaChart', 'BarChart', 'LineChart', 'ComposedChart', 'PieChart', 'ScatterChart', 'RadarChart', 'RadialBarChart',
  'FunnelChart', 'Treemap', 'Sankey', 'ResponsiveContainer',
  'Area', 'Bar', 'Line', 'Pie', 'Scatter', 'Radar', 'RadialBar', 'Funnel', 'Cell', 'ErrorBar', 'Brush',
  'XAxis', 'YAxis', 'ZAxis', 'CartesianGrid', 'PolarGrid', 'PolarAngleAxis', 'PolarRadiusAxis',
  'ReferenceLine', 'ReferenceArea', 'ReferenceDot', 'LabelList', 'Legend', 'Sector', 'Rectangle',
] as const;

/**
 * Ambient icons are lucide's, named with this suffix: `ArrowUpIcon`. Without the suffix they are only had by import,
 * because `Calendar`, `Table` and thirty others are something else here.
 */
export const ICON_SUFFIX = 'Icon';

/** Where an accepted import is answered from. */
export type ModuleSource = 'react' | 'kit' | 'charts' | 'recharts' | 'icons' | 'data';

/** Accepted imports, exactly as they may be written. `recharts` differs from `charts` in `Tooltip` and `Label`. */
export const MODULES: Readonly<Record<string, ModuleSource>> = {
  react: 'react',
  recharts: 'recharts',
  'lucide-react': 'icons',
  '@/lib/utils': 'kit',
  '@/components/ui/chart': 'charts',
  ...Object.fromEntries(Object.keys(KIT_FAMILIES).map((family) => [`@/components/ui/${family}`, 'kit' as const])),
  './data': 'data',
};

/** Every ambient name but the icons, which are known by their suffix. `data` is the module of `data.ts`. */
export const AMBIENT_NAMES: ReadonlySet<string> = new Set<string>([
  ...REACT_NAMES,
  ...PROGRAM_HOOKS,
  ...FORMATTING_NAMES,
  ...Object.values(KIT_FAMILIES).flat(),
  ...BLOCK_NAMES,
  ...CHART_FRAME_NAMES,
  ...CHART_PART_NAMES,
  'data',
]);
