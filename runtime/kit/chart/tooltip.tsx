import { type CSSProperties, type ComponentType, type ReactNode, createElement, useContext } from 'react';
import * as recharts from 'recharts';
import { cn } from '../../../components/ui/cn';
import { toNumber } from '../amount';
import { fmt } from '../fmt';
import { shown } from '../format';
import { type Writer, evenWriter } from '../same-decimals';
import { inWords } from '../words';
import { ChartContext, type ChartState, ConfigContext, configOf } from './chart-context';
import { fullLabel } from './labels';
import type { Loose } from './loose';

/** One line of a tooltip, as recharts hands it over. */
type Entry = { dataKey?: unknown; name?: unknown; value?: unknown; color?: string; type?: string; payload?: Record<string, unknown> };

type Formatter = (value: unknown, name: unknown, item: Entry, index: number, payload: unknown) => unknown;

export type ChartTooltipContentProps = {
  active?: boolean;
  payload?: readonly Entry[];
  label?: unknown;
  className?: string;
  labelClassName?: string;
  hideLabel?: boolean;
  hideIndicator?: boolean;
  indicator?: 'dot' | 'line' | 'dashed';
  nameKey?: string;
  labelKey?: string;
  color?: string;
  /** How the values are written, by name: all of them with the same decimals. */
  format?: unknown;
  /** Makes the whole line. */
  formatter?: (value: unknown, name: unknown, item: Entry, index: number, payload: unknown) => ReactNode;
  /** Makes a value, or value and name, as recharts' own `formatter` does. */
  valueFormatter?: Formatter;
  labelFormatter?: (label: unknown, payload: readonly Entry[]) => ReactNode;
};

/** Follows the pointer at once; the content is the house's unless another is given. */
export function ChartTooltip(props: Loose) {
  // Recharts hands its own properties on to the content, where they mean something else.
  const { format, formatter, labelFormatter, ...rest } = props;
  const others = props.content === undefined ? rest : props;
  return createElement(recharts.Tooltip as ComponentType<Loose>, {
    isAnimationActive: false,
    offset: 12,
    itemSorter: asDrawn,
    wrapperStyle: { outline: 'none', zIndex: 20 },
    content: <ChartTooltipContent format={format} valueFormatter={formatter as Formatter | undefined} labelFormatter={labelFormatter as never} />,
    ...others,
  });
}

const asDrawn = () => 0;

/** The pane of a tooltip: what it is about, then a line for each series, in the order in which they stand. */
export function ChartTooltipContent(props: ChartTooltipContentProps) {
  const { active = true, payload, label, className, hideLabel, labelClassName } = props;
  const chart = useContext(ChartContext);
  const given = Array.isArray(payload) ? (payload as Entry[]).filter((entry) => entry && entry.type !== 'none') : [];
  if (!active || given.length === 0) return null;
  const total = totalOf(given, chart);
  const entries = total === null || chart.lying ? given : given.toReversed();
  const write = evenWriter([...entries.flatMap(({ value }) => value), total], props.format ?? guess);
  return (
    <div className={cn('grid max-w-72 min-w-36 gap-1.5 rounded-lg border bg-popover px-3 py-2 text-xs text-popover-foreground shadow-lifted', className)}>
      {!hideLabel && <Heading {...props} entries={entries} label={label} className={labelClassName} />}
      <div className="grid gap-1">
        {entries.map((entry, index) => (
          <div key={index} className="flex min-w-0 items-center gap-2">
            <EntryLine {...props} entry={entry} index={index} write={write} whole={wholeOf(entry, total, chart)} />
          </div>
        ))}
        {total !== null && props.formatter === undefined && (
          <div className="mt-0.5 flex min-w-0 border-t pt-1">
            <Line {...written({ name: 'Total', value: total }, entries.length, write, props.valueFormatter)} />
          </div>
        )}
      </div>
    </div>
  );
}

/** What the parts of a stack come to; null where not all that is shown stands in one. */
function totalOf(entries: readonly Entry[], { stacks }: ChartState): number | null {
  const [first] = entries.map(({ dataKey }) => stacks.get(String(dataKey)));
  const amounts = entries.map(({ value }) => toNumber(value));
  const isOneStack = entries.length > 1 && first !== undefined && entries.every(({ dataKey }) => stacks.get(String(dataKey)) === first);
  return isOneStack && !amounts.includes(null) ? amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0) : null;
}

/** What a value is a part of: a pie, or a stack that is drawn as shares. */
function wholeOf({ dataKey }: Entry, total: number | null, { wholes, asShares }: ChartState): number | null {
  return wholes.get(String(dataKey)) ?? (asShares ? total : null);
}

type HeadingProps = Pick<ChartTooltipContentProps, 'label' | 'labelFormatter' | 'labelKey' | 'className'> & { entries: readonly Entry[] };

function Heading({ label, labelFormatter, labelKey, entries, className }: HeadingProps) {
  const config = useContext(ConfigContext);
  const about = labelKey ? (entries[0]?.payload?.[labelKey] ?? configOf(config, labelKey)?.label) : label;
  const text = typeof labelFormatter === 'function' ? shown(labelFormatter(about, entries)) : (configOf(config, about)?.label ?? fullLabel(about));
  return text === '' || text === null ? null : <div className={cn('font-medium', className)}>{text}</div>;
}

type EntryProps = ChartTooltipContentProps & { entry: Entry; index: number; write: Writer; whole: number | null };

function EntryLine({ entry, index, formatter, valueFormatter, nameKey, color, indicator = 'dot', hideIndicator, write, whole }: EntryProps) {
  const config = useContext(ConfigContext);
  const { scattered } = useContext(ChartContext);
  const key = nameKey ? (entry.payload?.[nameKey] ?? nameKey) : (entry.dataKey ?? entry.name);
  const series = configOf(config, key) ?? configOf(config, entry.name);
  const colour = color ?? (typeof entry.payload?.fill === 'string' ? entry.payload.fill : entry.color);
  if (typeof formatter === 'function' && entry.value !== undefined) return <>{shown(formatter(entry.value, entry.name, entry, index, entry.payload))}</>;
  const share = whole ? fmt.percent((toNumber(entry.value) ?? 0) / whole, 1) : undefined;
  return (
    <>
      {/* Where a point stands on both axes is of one colour. */}
      {!hideIndicator && !scattered && <Indicator colour={colour} shape={indicator} />}
      <Line {...written({ ...entry, name: entry.name ?? key }, index, write, valueFormatter)} {...(series?.label !== undefined && { name: series.label })} share={share} />
    </>
  );
}

/** Recharts' `formatter` gives a value, or value and name. */
function written(entry: Entry, index: number, write: Writer, formatter: Formatter | undefined): { name: ReactNode; value: ReactNode } {
  if (typeof formatter !== 'function' || entry.value === undefined) return { name: nameOf(entry.name), value: valueOf(entry.value, write) };
  const made = formatter(entry.value, entry.name, entry, index, entry.payload);
  const [value, name] = Array.isArray(made) ? (made as unknown[]) : [made, entry.name];
  return { name: nameOf(name), value: shown(value) };
}

function Line({ name, value, share }: { name: ReactNode; value: ReactNode; share?: string }) {
  return (
    <span className="flex min-w-0 flex-1 items-baseline justify-between gap-4">
      <span className="min-w-0 truncate text-muted-foreground">{name}</span>
      <span className="shrink-0 font-medium text-popover-foreground tabular-nums">
        {value}
        {share !== undefined && <span className="ml-2 font-normal text-muted-foreground">{share}</span>}
      </span>
    </span>
  );
}

function Indicator({ colour, shape }: { colour: string | undefined; shape: 'dot' | 'line' | 'dashed' }) {
  const look = { dot: 'size-2 rounded-[2px]', line: 'h-4 w-1 rounded-full', dashed: 'h-4 w-0 border-l-2 border-dashed' }[shape] ?? 'size-2';
  const style: CSSProperties = shape === 'dashed' ? { borderColor: colour } : { background: colour };
  return <span aria-hidden className={cn('shrink-0', look)} style={style} />;
}

function nameOf(name: unknown): ReactNode {
  return typeof name === 'string' ? inWords(name) : shown(name);
}

/** A band is two values: from, to. */
function valueOf(value: unknown, write: Writer): ReactNode {
  return Array.isArray(value) ? value.map((each) => String(write(each))).join(' – ') : write(value);
}

function guess(value: unknown): ReactNode {
  return toNumber(value) === null ? fullLabel(value) : fmt.number(value as number);
}
