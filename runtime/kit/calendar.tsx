import { type ComponentType, createElement, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { cn } from '../../components/ui/cn';
import { Skeleton } from '../../components/ui/skeleton';
import { lateBundles } from '../late-bundles';

type Props = Record<string, unknown>;

/** The calendar, once its bundle has been evaluated; until then a month's worth of room. */
export function Calendar(props: Props): ReactNode {
  const { calendar } = lateBundles;
  const Given: ComponentType<Props> | null = useSyncExternalStore(calendar.subscribe, calendar.given, calendar.given);
  useEffect(() => calendar.want(), [calendar]);
  if (Given) return createElement(Given, props);
  return (
    <div className={cn('w-fit p-3', props.className as string | undefined)} aria-busy="true">
      <Skeleton className="h-[17.5rem] w-63 pointer-coarse:w-70" />
    </div>
  );
}
