// Written by declare.ts. Don't edit.
declare module '@/lib/utils' {
  export const cn: typeof globalThis.cn;
}

declare module '@/components/ui/chart' {
  export const ChartContainer: typeof globalThis.ChartContainer, ChartTooltip: typeof globalThis.ChartTooltip, ChartTooltipContent: typeof globalThis.ChartTooltipContent, ChartLegend: typeof globalThis.ChartLegend,
    ChartLegendContent: typeof globalThis.ChartLegendContent;
  export type ChartConfig = globalThis.ChartConfig;
}

declare module 'recharts' {
  export const AreaChart: typeof globalThis.AreaChart, BarChart: typeof globalThis.BarChart, LineChart: typeof globalThis.LineChart, ComposedChart: typeof globalThis.ComposedChart,
    PieChart: typeof globalThis.PieChart, ScatterChart: typeof globalThis.ScatterChart, RadarChart: typeof globalThis.RadarChart, RadialBarChart: typeof globalThis.RadialBarChart,
    FunnelChart: typeof globalThis.FunnelChart, Treemap: typeof globalThis.Treemap, Sankey: typeof globalThis.Sankey, ResponsiveContainer: typeof globalThis.ResponsiveContainer,
    Area: typeof globalThis.Area, Bar: typeof globalThis.Bar, Line: typeof globalThis.Line, Pie: typeof globalThis.Pie,
    Scatter: typeof globalThis.Scatter, Radar: typeof globalThis.Radar, RadialBar: typeof globalThis.RadialBar, Funnel: typeof globalThis.Funnel,
    Cell: typeof globalThis.Cell, ErrorBar: typeof globalThis.ErrorBar, Brush: typeof globalThis.Brush, XAxis: typeof globalThis.XAxis,
    YAxis: typeof globalThis.YAxis, ZAxis: typeof globalThis.ZAxis, CartesianGrid: typeof globalThis.CartesianGrid, PolarGrid: typeof globalThis.PolarGrid,
    PolarAngleAxis: typeof globalThis.PolarAngleAxis, PolarRadiusAxis: typeof globalThis.PolarRadiusAxis, ReferenceLine: typeof globalThis.ReferenceLine, ReferenceArea: typeof globalThis.ReferenceArea,
    ReferenceDot: typeof globalThis.ReferenceDot, LabelList: typeof globalThis.LabelList, Legend: typeof globalThis.Legend, Sector: typeof globalThis.Sector,
    Rectangle: typeof globalThis.Rectangle;
  export const Tooltip: typeof ChartTooltip, Cross: (props: any) => ReactNode, Curve: (props: any) => ReactNode, Customized: (props: any) => ReactNode, Dot: (props: any) => ReactNode,
    Layer: (props: any) => ReactNode, Polygon: (props: any) => ReactNode, SunburstChart: (props: any) => ReactNode, Surface: (props: any) => ReactNode,
    Symbols: (props: any) => ReactNode, Text: (props: any) => ReactNode, Trapezoid: (props: any) => ReactNode, Label: (props: any) => ReactNode;
}

declare module '@/components/ui/accordion' {
  export const Accordion: typeof globalThis.Accordion, AccordionItem: typeof globalThis.AccordionItem, AccordionTrigger: typeof globalThis.AccordionTrigger, AccordionContent: typeof globalThis.AccordionContent;
}

declare module '@/components/ui/alert' {
  export const Alert: typeof globalThis.Alert, AlertTitle: typeof globalThis.AlertTitle, AlertDescription: typeof globalThis.AlertDescription, AlertAction: typeof globalThis.AlertAction;
}

declare module '@/components/ui/alert-dialog' {
  export const AlertDialog: typeof globalThis.AlertDialog, AlertDialogTrigger: typeof globalThis.AlertDialogTrigger, AlertDialogContent: typeof globalThis.AlertDialogContent, AlertDialogHeader: typeof globalThis.AlertDialogHeader,
    AlertDialogFooter: typeof globalThis.AlertDialogFooter, AlertDialogTitle: typeof globalThis.AlertDialogTitle, AlertDialogDescription: typeof globalThis.AlertDialogDescription, AlertDialogAction: typeof globalThis.AlertDialogAction,
    AlertDialogCancel: typeof globalThis.AlertDialogCancel;
}

declare module '@/components/ui/avatar' {
  export const Avatar: typeof globalThis.Avatar, AvatarImage: typeof globalThis.AvatarImage, AvatarFallback: typeof globalThis.AvatarFallback;
}

declare module '@/components/ui/badge' {
  export const Badge: typeof globalThis.Badge;
}

declare module '@/components/ui/breadcrumb' {
  export const Breadcrumb: typeof globalThis.Breadcrumb, BreadcrumbList: typeof globalThis.BreadcrumbList, BreadcrumbItem: typeof globalThis.BreadcrumbItem, BreadcrumbLink: typeof globalThis.BreadcrumbLink,
    BreadcrumbPage: typeof globalThis.BreadcrumbPage, BreadcrumbSeparator: typeof globalThis.BreadcrumbSeparator, BreadcrumbEllipsis: typeof globalThis.BreadcrumbEllipsis;
}

declare module '@/components/ui/button' {
  export const Button: typeof globalThis.Button;
}

declare module '@/components/ui/calendar' {
  export const Calendar: typeof globalThis.Calendar;
}

declare module '@/components/ui/card' {
  export const Card: typeof globalThis.Card, CardHeader: typeof globalThis.CardHeader, CardTitle: typeof globalThis.CardTitle, CardDescription: typeof globalThis.CardDescription,
    CardAction: typeof globalThis.CardAction, CardContent: typeof globalThis.CardContent, CardFooter: typeof globalThis.CardFooter;
}

declare module '@/components/ui/checkbox' {
  export const Checkbox: typeof globalThis.Checkbox;
}

declare module '@/components/ui/collapsible' {
  export const Collapsible: typeof globalThis.Collapsible, CollapsibleTrigger: typeof globalThis.CollapsibleTrigger, CollapsibleContent: typeof globalThis.CollapsibleContent;
}

declare module '@/components/ui/command' {
  export const Command: typeof globalThis.Command, CommandDialog: typeof globalThis.CommandDialog, CommandInput: typeof globalThis.CommandInput, CommandList: typeof globalThis.CommandList,
    CommandEmpty: typeof globalThis.CommandEmpty, CommandGroup: typeof globalThis.CommandGroup, CommandItem: typeof globalThis.CommandItem, CommandShortcut: typeof globalThis.CommandShortcut,
    CommandSeparator: typeof globalThis.CommandSeparator;
}

declare module '@/components/ui/context-menu' {
  export const ContextMenu: typeof globalThis.ContextMenu, ContextMenuTrigger: typeof globalThis.ContextMenuTrigger, ContextMenuContent: typeof globalThis.ContextMenuContent, ContextMenuGroup: typeof globalThis.ContextMenuGroup,
    ContextMenuItem: typeof globalThis.ContextMenuItem, ContextMenuCheckboxItem: typeof globalThis.ContextMenuCheckboxItem, ContextMenuRadioGroup: typeof globalThis.ContextMenuRadioGroup, ContextMenuRadioItem: typeof globalThis.ContextMenuRadioItem,
    ContextMenuLabel: typeof globalThis.ContextMenuLabel, ContextMenuSeparator: typeof globalThis.ContextMenuSeparator, ContextMenuShortcut: typeof globalThis.ContextMenuShortcut, ContextMenuSub: typeof globalThis.ContextMenuSub,
    ContextMenuSubTrigger: typeof globalThis.ContextMenuSubTrigger, ContextMenuSubContent: typeof globalThis.ContextMenuSubContent;
}

declare module '@/components/ui/dialog' {
  export const Dialog: typeof globalThis.Dialog, DialogTrigger: typeof globalThis.DialogTrigger, DialogContent: typeof globalThis.DialogContent, DialogHeader: typeof globalThis.DialogHeader,
    DialogFooter: typeof globalThis.DialogFooter, DialogTitle: typeof globalThis.DialogTitle, DialogDescription: typeof globalThis.DialogDescription, DialogClose: typeof globalThis.DialogClose;
}

declare module '@/components/ui/dropdown-menu' {
  export const DropdownMenu: typeof globalThis.DropdownMenu, DropdownMenuTrigger: typeof globalThis.DropdownMenuTrigger, DropdownMenuContent: typeof globalThis.DropdownMenuContent, DropdownMenuGroup: typeof globalThis.DropdownMenuGroup,
    DropdownMenuItem: typeof globalThis.DropdownMenuItem, DropdownMenuCheckboxItem: typeof globalThis.DropdownMenuCheckboxItem, DropdownMenuRadioGroup: typeof globalThis.DropdownMenuRadioGroup, DropdownMenuRadioItem: typeof globalThis.DropdownMenuRadioItem,
    DropdownMenuLabel: typeof globalThis.DropdownMenuLabel, DropdownMenuSeparator: typeof globalThis.DropdownMenuSeparator, DropdownMenuShortcut: typeof globalThis.DropdownMenuShortcut, DropdownMenuSub: typeof globalThis.DropdownMenuSub,
    DropdownMenuSubTrigger: typeof globalThis.DropdownMenuSubTrigger, DropdownMenuSubContent: typeof globalThis.DropdownMenuSubContent;
}

declare module '@/components/ui/empty' {
  export const Empty: typeof globalThis.Empty, EmptyHeader: typeof globalThis.EmptyHeader, EmptyMedia: typeof globalThis.EmptyMedia, EmptyTitle: typeof globalThis.EmptyTitle,
    EmptyDescription: typeof globalThis.EmptyDescription, EmptyContent: typeof globalThis.EmptyContent;
}

declare module '@/components/ui/hover-card' {
  export const HoverCard: typeof globalThis.HoverCard, HoverCardTrigger: typeof globalThis.HoverCardTrigger, HoverCardContent: typeof globalThis.HoverCardContent;
}

declare module '@/components/ui/input' {
  export const Input: typeof globalThis.Input;
}

declare module '@/components/ui/kbd' {
  export const Kbd: typeof globalThis.Kbd, KbdGroup: typeof globalThis.KbdGroup;
}

declare module '@/components/ui/label' {
  export const Label: typeof globalThis.Label;
}

declare module '@/components/ui/pagination' {
  export const Pagination: typeof globalThis.Pagination, PaginationContent: typeof globalThis.PaginationContent, PaginationItem: typeof globalThis.PaginationItem, PaginationLink: typeof globalThis.PaginationLink,
    PaginationPrevious: typeof globalThis.PaginationPrevious, PaginationNext: typeof globalThis.PaginationNext, PaginationEllipsis: typeof globalThis.PaginationEllipsis;
}

declare module '@/components/ui/popover' {
  export const Popover: typeof globalThis.Popover, PopoverTrigger: typeof globalThis.PopoverTrigger, PopoverContent: typeof globalThis.PopoverContent, PopoverAnchor: typeof globalThis.PopoverAnchor;
}

declare module '@/components/ui/progress' {
  export const Progress: typeof globalThis.Progress;
}

declare module '@/components/ui/radio-group' {
  export const RadioGroup: typeof globalThis.RadioGroup, RadioGroupItem: typeof globalThis.RadioGroupItem;
}

declare module '@/components/ui/scroll-area' {
  export const ScrollArea: typeof globalThis.ScrollArea, ScrollBar: typeof globalThis.ScrollBar;
}

declare module '@/components/ui/select' {
  export const Select: typeof globalThis.Select, SelectTrigger: typeof globalThis.SelectTrigger, SelectValue: typeof globalThis.SelectValue, SelectContent: typeof globalThis.SelectContent,
    SelectGroup: typeof globalThis.SelectGroup, SelectLabel: typeof globalThis.SelectLabel, SelectItem: typeof globalThis.SelectItem, SelectSeparator: typeof globalThis.SelectSeparator;
}

declare module '@/components/ui/separator' {
  export const Separator: typeof globalThis.Separator;
}

declare module '@/components/ui/sheet' {
  export const Sheet: typeof globalThis.Sheet, SheetTrigger: typeof globalThis.SheetTrigger, SheetContent: typeof globalThis.SheetContent, SheetHeader: typeof globalThis.SheetHeader,
    SheetFooter: typeof globalThis.SheetFooter, SheetTitle: typeof globalThis.SheetTitle, SheetDescription: typeof globalThis.SheetDescription, SheetClose: typeof globalThis.SheetClose;
}

declare module '@/components/ui/skeleton' {
  export const Skeleton: typeof globalThis.Skeleton;
}

declare module '@/components/ui/slider' {
  export const Slider: typeof globalThis.Slider;
}

declare module '@/components/ui/spinner' {
  export const Spinner: typeof globalThis.Spinner;
}

declare module '@/components/ui/switch' {
  export const Switch: typeof globalThis.Switch;
}

declare module '@/components/ui/table' {
  export const Table: typeof globalThis.Table, TableHeader: typeof globalThis.TableHeader, TableBody: typeof globalThis.TableBody, TableFooter: typeof globalThis.TableFooter,
    TableRow: typeof globalThis.TableRow, TableHead: typeof globalThis.TableHead, TableCell: typeof globalThis.TableCell, TableCaption: typeof globalThis.TableCaption;
}

declare module '@/components/ui/tabs' {
  export const Tabs: typeof globalThis.Tabs, TabsList: typeof globalThis.TabsList, TabsTrigger: typeof globalThis.TabsTrigger, TabsContent: typeof globalThis.TabsContent;
}

declare module '@/components/ui/textarea' {
  export const Textarea: typeof globalThis.Textarea;
}

declare module '@/components/ui/toggle' {
  export const Toggle: typeof globalThis.Toggle;
}

declare module '@/components/ui/toggle-group' {
  export const ToggleGroup: typeof globalThis.ToggleGroup, ToggleGroupItem: typeof globalThis.ToggleGroupItem;
}

declare module '@/components/ui/tooltip' {
  export const Tooltip: typeof globalThis.Tooltip, TooltipTrigger: typeof globalThis.TooltipTrigger, TooltipContent: typeof globalThis.TooltipContent, TooltipProvider: typeof globalThis.TooltipProvider;
}
