import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import { showable } from '../render/children';
import { type Announced, announced } from './announced';
import { IN_BLOCK, isSamePlace, type Place, placeIn } from './place';
import { Line, rowsOf, Shape } from './shapes';

type Given = Readonly<Record<string, unknown>>;
const NOTHING: Given = {};

/**
 * Stands for a component that isn't written yet, in the size that its name, its properties and its place let expect. What
 * is written inside of its tag is shown.
 */
export function PartToCome({ name = '', given = NOTHING }: { name?: string; given?: Given }): ReactNode {
  const says = announced(name, given);
  if (says.kind === 'none') return null;
  const children = typeof given.children === 'function' ? null : showable(given.children, () => {});
  if (says.kind === 'through' || children !== null) return children;
  return <InPlace says={says} />;
}

/** Stands for a chart until the charts have been loaded. */
export function ChartToCome(given: Given): ReactNode {
  return <InPlace says={{ ...announced('Chart', given), count: undefined }} isBare />;
}

/** What a place allows is seen once it stands there, before it is painted. */
function InPlace({ says, isBare = false }: { says: Announced; isBare?: boolean }): ReactNode {
  const [place, setPlace] = useState(IN_BLOCK);
  const ref = useRef<Element>(null);
  useLayoutEffect(() => {
    const parent = ref.current?.parentElement;
    if (!parent) return;
    const found = placeIn(parent);
    setPlace((before) => (isSamePlace(before, found) ? before : found));
  }, []);
  return <Placed says={says} place={isBare ? { ...place, isInCard: true, isRoot: false } : place} mark={ref} />;
}

function Placed({ says, place, mark }: { says: Announced; place: Place; mark: RefObject<Element | null> }): ReactNode {
  if (place.isRoot) return <PageToCome mark={mark} />;
  const { kind } = place;
  if (kind === 'nowhere') return null;
  if (kind === 'rows' || kind === 'row') {
    const rows = says.kind === 'row' ? 1 : rowsOf(says);
    const drawn = Array.from({ length: rows }, (_, n) => <Row key={n} n={n} columns={place.columns} />);
    return kind === 'rows' ? <tbody aria-hidden>{drawn}</tbody> : drawn;
  }
  if (kind === 'cell') return <td aria-hidden className="h-10 px-2"><Line n={2} /></td>;
  if (kind === 'inline' || says.kind === 'inline') return <Word says={says} mark={mark} />;
  const outline = cn(place.isFlexible && 'min-w-0 flex-[1_1_8rem]', says.className);
  if (kind === 'item') return <li aria-hidden className={cn('list-none', outline)}><Shape {...says} isInCard={place.isInCard} /></li>;
  return (
    <div ref={mark as RefObject<HTMLDivElement>} aria-hidden data-slot="to-come" className={outline}>
      <Shape {...says} isInCard={place.isInCard} />
    </div>
  );
}

function Row({ n, columns }: { n: number; columns: number }): ReactNode {
  return (
    <tr aria-hidden className="border-b">
      {Array.from({ length: Math.max(1, columns) }, (_, at) => <td key={at} className="h-10 px-2"><Line n={n + at * 2} /></td>)}
    </tr>
  );
}

/** In a line of text: as high as its letters, as wide as a word, and a line of its own never. */
function Word({ says, mark }: { says: Announced; mark: RefObject<Element | null> }): ReactNode {
  const size = typeof says.height === 'number' ? { width: says.height, height: says.height } : { width: '4em', height: '1em' };
  return (
    <span
      ref={mark as RefObject<HTMLSpanElement>}
      aria-hidden
      data-slot="to-come"
      className={cn('animate-waiting inline-block max-w-full rounded-sm bg-foreground/8 align-[-0.125em]', says.className)}
      style={says.isSized ? undefined : size}
    />
  );
}

/** The whole interface, before there is anything of it: a title where Page has its title. */
function PageToCome({ mark }: { mark: RefObject<Element | null> }): ReactNode {
  return (
    <div ref={mark as RefObject<HTMLDivElement>} aria-hidden data-slot="to-come" className="@container w-full">
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-5 p-4 @lg:p-6 @5xl:gap-6 @5xl:p-8">
        <div>
          <div className="flex h-7 items-center"><Skeleton className="h-5 w-52 max-w-full" /></div>
          <div className="mt-0.5 flex h-5 items-center"><Skeleton className="h-3.5 w-80 max-w-full opacity-70" /></div>
        </div>
      </div>
    </div>
  );
}

/** A part of the finished program that has never been shown, because it throws. */
export function BrokenPart({ name }: { name: string }): ReactNode {
  return (
    <div role="alert" className="rounded-md border border-destructive/30 px-3 py-2 text-sm text-destructive">
      {name} can’t be shown.
    </div>
  );
}
