import { type CSSProperties, type ComponentType, type ReactNode, createElement, useContext } from 'react';
import * as recharts from 'recharts';
import { cn } from '../../../components/ui/cn';
import { toNumber } from '../amount';
import { fmt } from '../fmt';
import { shown } from '../format';
import { inWords } from '../words';
import { ConfigContext, configOf } from './chart-context';
import { fullLabel } from './labels';
import type { Loose } from './loose';

/** One line of a tooltip, as recharts hands it over. */
type Entry = { dataKey?: unknown; name?: unknown; value?: unknown; color?: string; type?: string; payload?: Record<string, unknown> };

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
  formatter?: (value: unknown, name: unknown, item: Entry, index: number, payload: unknown) => ReactNode;
  labelFormatter?: (label: unknown, payload: readonly Entry[]) => ReactNode;
};

/** Follows the pointer at once; the content is the house's unless another is given. */
export function ChartTooltip(props: Loose) {
  // Recharts hands its own properties on to the content, where they mean something else.
  const { formatter, labelFormatter, ...rest } = props;
  const others = props.content === undefined ? rest : props;
  return createElement(recharts.Tooltip as ComponentType<Loose>, {
    isAnimationActive: false,
    offset: 12,
    itemSorter: asDrawn,
    wrapperStyle: { outline: 'none', zIndex: 20 },
    content: <ChartTooltipContent formatter={rowFormatter(formatter)} labelFormatter={labelFormatter as never} />,
    ...others,
  });
}

const asDrawn = () => 0;

/** Recharts' `formatter` gives a value, or value and name; ours gives the line. */
function rowFormatter(formatter: unknown): ChartTooltipContentProps['formatter'] {
  if (typeof formatter !== 'function') return undefined;
  return (...given) => {
    const made: unknown = formatter(...given);
    const [value, name] = Array.isArray(made) ? made : [made, given[1]];
    return <Line name={shown(name)} value={shown(value)} />;
  };
}

/** The pane of a tooltip: what it is about, then a line for each series. */
export function ChartTooltipContent(props: ChartTooltipContentProps) {
  const { active = true, payload, label, className, hideLabel, labelClassName } = props;
  const entries = Array.isArray(payload) ? (payload as Entry[]).filter((entry) => entry && entry.type !== 'none') : [];
  if (!active || entries.length === 0) return null;
  return (
    <div className={cn('grid max-w-72 min-w-36 gap-1.5 rounded-lg border bg-popover px-3 py-2 text-xs text-popover-foreground shadow-lifted', className)}>
      {!hideLabel && <Heading {...props} entries={entries} label={label} className={labelClassName} />}
      <div className="grid gap-1">
        {entries.map((entry, index) => (
          <div key={index} className="flex min-w-0 items-center gap-2">
            <EntryLine {...props} entry={entry} index={index} />
          </div>
        ))}
      </div>
    </div>
  );
}

type HeadingProps = Pick<ChartTooltipContentProps, 'label' | 'labelFormatter' | 'labelKey' | 'className'> & { entries: readonly Entry[] };

function Heading({ label, labelFormatter, labelKey, entries, className }: HeadingProps) {
  const config = useContext(ConfigContext);
  const about = labelKey ? (entries[0]?.payload?.[labelKey] ?? configOf(config, labelKey)?.label) : label;
  const text = typeof labelFormatter === 'function' ? shown(labelFormatter(about, entries)) : (configOf(config, about)?.label ?? fullLabel(about));
  return text === '' || text === null ? null : <div className={cn('font-medium', className)}>{text}</div>;
}

function EntryLine({ entry, index, formatter, nameKey, color, indicator = 'dot', hideIndicator }: ChartTooltipContentProps & { entry: Entry; index: number }) {
  const config = useContext(ConfigContext);
  const key = nameKey ? (entry.payload?.[nameKey] ?? nameKey) : (entry.dataKey ?? entry.name);
  const series = configOf(config, key) ?? configOf(config, entry.name);
  const colour = color ?? (typeof entry.payload?.fill === 'string' ? entry.payload.fill : entry.color);
  if (typeof formatter === 'function' && entry.value !== undefined) return <>{shown(formatter(entry.value, entry.name, entry, index, entry.payload))}</>;
  return (
    <>
      {!hideIndicator && <Indicator colour={colour} shape={indicator} />}
      <Line name={series?.label ?? nameOf(entry.name ?? key)} value={valueOf(entry.value)} />
    </>
  );
}

function Line({ name, value }: { name: ReactNode; value: ReactNode }) {
  return (
    <span className="flex min-w-0 flex-1 items-baseline justify-between gap-4">
      <span className="min-w-0 truncate text-muted-foreground">{name}</span>
      <span className="shrink-0 font-medium text-popover-foreground tabular-nums">{value}</span>
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
function valueOf(value: unknown): ReactNode {
  if (Array.isArray(value)) return value.map((each) => fmt.number(each as number)).join(' – ');
  return toNumber(value) === null ? fullLabel(value) : fmt.number(value as number);
}
