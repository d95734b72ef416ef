import { ArrowDownRightIcon, ArrowUpRightIcon, MinusIcon } from 'lucide-react';
import { type ComponentProps, type ComponentType, type ReactNode, createElement, isValidElement } from 'react';
import { cn } from '../../components/ui/cn';
import { Skeleton } from '../../components/ui/skeleton';
import { toNumber } from './amount';
import { useFigureWriter } from './figures';
import { fmt } from './fmt';
import { type FormatName, formatValue, shown } from './format';
import { reasonOf } from './reason';
import type { Writer } from './same-decimals';

export type StatProps = Omit<ComponentProps<'div'>, 'title'> & {
  label: ReactNode;
  value?: unknown;
  format?: FormatName | ((value: unknown) => ReactNode);
  /** Against before, as a share: 0.12 is +12 %. */
  change?: number | null;
  /** Which direction is good. */
  good?: 'up' | 'down' | 'neither';
  /** A function is given what writes a value as the figure is written. */
  hint?: ReactNode | ((write: Writer) => ReactNode);
  icon?: unknown;
  loading?: boolean;
  error?: unknown;
  currency?: string;
};

/** One headline figure. A value that is undefined is still on its way; null is a value that isn't there. */
export function Stat({ label, value, format, change, good = 'up', hint, icon, loading, error, currency, className, children, ...props }: StatProps) {
  const write = useFigureWriter(value, format, currency);
  const waiting = loading ?? (value === undefined && !error && children === undefined);
  return (
    <div
      data-slot="stat"
      aria-busy={waiting || undefined}
      className={cn('@container flex min-w-0 flex-col gap-1 rounded-xl border bg-card p-4 text-card-foreground shadow-case', className)}
      {...props}
    >
      <div className="flex min-h-5 items-start justify-between gap-2 text-sm text-muted-foreground">
        <span className="line-clamp-2 min-w-0 leading-5">{shown(label)}</span>
        <StatIcon icon={icon} />
      </div>
      {waiting ? <Waiting /> : error ? <Reason error={error} /> : <Figure>{figure(value, write)}</Figure>}
      {!waiting && !error && <Note change={change} good={good} hint={typeof hint === 'function' ? hint(write) : hint} />}
      {children}
    </div>
  );
}

function figure(value: unknown, write: Writer): ReactNode {
  try {
    return write(value);
  } catch {
    return formatValue(value);
  }
}

/** A digit is about 0.55 of its size wide: that many hundredths of the width are there for the letters of a figure. */
const WIDTH_OF_LETTERS = 172;

/** As large as the case has room for: half an amount is worse than none. */
function Figure({ children }: { children: ReactNode }) {
  const letters = typeof children === 'string' ? Math.max(1, children.length) : 1;
  return (
    <div
      title={typeof children === 'string' ? children : undefined}
      className="truncate leading-8 font-semibold tracking-tight tabular-nums [--figure:1.25rem] @[11rem]:[--figure:1.5rem]"
      style={{ fontSize: `max(0.8125rem, min(var(--figure), ${(WIDTH_OF_LETTERS / letters).toFixed(2)}cqi))` }}
    >
      {children}
    </div>
  );
}

function Waiting() {
  return (
    <div role="status" aria-label="Loading" className="flex h-8 items-center">
      <Skeleton className="h-6 w-24 max-w-full" />
    </div>
  );
}

function Reason({ error }: { error: unknown }) {
  return <p role="alert" className="line-clamp-3 text-sm text-destructive">Could not load this. {reasonOf(error)}</p>;
}

function Note({ change, good, hint }: Pick<StatProps, 'change'> & { good: StatProps['good']; hint: ReactNode }) {
  const share = toNumber(change);
  if (share === null && (hint === undefined || hint === null)) return null;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-xs text-muted-foreground">
      {share !== null && <Change share={share} good={good} />}
      {hint !== undefined && hint !== null && <span className="min-w-0 text-pretty">{shown(hint)}</span>}
    </div>
  );
}

/** Less than this is written 0 %. */
const LEAST_CHANGE = 0.0005;

/** Sign and arrow say it; the colour says whether that is good. */
function Change({ share: given, good }: { share: number; good: StatProps['good'] }) {
  const share = Math.abs(given) < LEAST_CHANGE ? 0 : given;
  const Arrow = share > 0 ? ArrowUpRightIcon : share < 0 ? ArrowDownRightIcon : MinusIcon;
  const isGood = share > 0 === (good !== 'down');
  const tone = share === 0 || good === 'neither' ? 'text-muted-foreground' : isGood ? 'text-success' : 'text-destructive';
  return (
    <span className={cn('inline-flex items-center gap-0.5 font-medium tabular-nums', tone)}>
      <Arrow aria-hidden className="size-3.5" />
      {fmt.change(share)}
    </span>
  );
}

/** An icon's component or an element made of it. */
function StatIcon({ icon }: { icon: unknown }) {
  if (isValidElement(icon)) return <span aria-hidden className="mt-0.5 shrink-0 [&>svg]:size-4">{icon}</span>;
  const isComponent = typeof icon === 'function' || (typeof icon === 'object' && icon !== null && '$$typeof' in icon);
  return isComponent ? createElement(icon as ComponentType<{ className?: string; 'aria-hidden'?: boolean }>, { className: 'mt-0.5 size-4 shrink-0', 'aria-hidden': true }) : null;
}
