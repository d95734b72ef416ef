import { type ComponentType, createElement, useContext } from 'react';
import * as recharts from 'recharts';
import { cn } from '../../../components/ui/cn';
import { shown } from '../format';
import { inWords } from '../words';
import { ConfigContext, configOf } from './chart-context';
import type { Loose } from './loose';

type Entry = { dataKey?: unknown; value?: unknown; color?: string; type?: string; payload?: { fill?: unknown; stroke?: unknown } };

export function ChartLegend(props: Loose) {
  const { formatter, verticalAlign } = props;
  return createElement(recharts.Legend as ComponentType<Loose>, {
    // Not by the alphabet: in the order in which they are drawn.
    itemSorter: null,
    content: <ChartLegendContent formatter={formatter as never} verticalAlign={verticalAlign as never} />,
    ...props,
  });
}

export type ChartLegendContentProps = {
  payload?: readonly Entry[];
  className?: string;
  hideIcon?: boolean;
  nameKey?: string;
  verticalAlign?: 'top' | 'middle' | 'bottom';
  formatter?: (value: unknown, entry: Entry, index: number) => unknown;
};

/** The names of the series with their colours, on as many lines as it takes. */
export function ChartLegendContent({ payload, className, hideIcon, nameKey, verticalAlign = 'bottom', formatter }: ChartLegendContentProps) {
  const config = useContext(ConfigContext);
  const entries = Array.isArray(payload) ? (payload as Entry[]).filter((entry) => entry && entry.type !== 'none') : [];
  if (entries.length === 0) return null;
  return (
    <ul className={cn('flex flex-wrap items-center justify-center gap-x-4 gap-y-1 text-xs text-muted-foreground', verticalAlign === 'top' ? 'pb-3' : 'pt-3', className)}>
      {entries.map((entry, index) => {
        const series = configOf(config, nameKey ?? entry.dataKey) ?? configOf(config, entry.value);
        const name = typeof entry.value === 'string' ? inWords(entry.value) : entry.value;
        return (
          <li key={index} className="flex items-center gap-1.5">
            {series?.icon && !hideIcon ? createElement(series.icon) : <span aria-hidden className="size-2 shrink-0 rounded-[2px]" style={{ background: colourOf(entry) }} />}
            {typeof formatter === 'function' ? shown(formatter(entry.value, entry, index)) : (series?.label ?? shown(name))}
          </li>
        );
      })}
    </ul>
  );
}

/** Of an area the line's colour: its fill may be a gradient. */
function colourOf({ color, payload }: Entry): string | undefined {
  if (color && !color.startsWith('url(')) return color;
  return [payload?.stroke, payload?.fill].find((each): each is string => typeof each === 'string' && !each.startsWith('url('));
}
