'use client';

import { XIcon } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { LineDetail } from '@/components/ledger/line-detail';
import { msInWords, outcomeInWords, rowsInWords } from '@/components/ledger/line-in-words';
import { Button } from '@/components/ui/button';
import { type ListedLine, listLedger } from '@/lib/client/ledger';
import type { PickedPlace } from '@/lib/sandbox/iframe';

/** A line is written beside its answer, so it may come a moment later. */
const LOOK_AGAIN_MS = 400;

/** Under the interface while its places are marked: what to do, then which calls the picked place is made from. */
export function OriginPanel({ picked, onEnd }: { picked: PickedPlace | null; onEnd(): void }) {
  const section = useRef<HTMLElement>(null);
  const done = useRef<HTMLButtonElement>(null);
  // Behind the interface in the order of Tab: one step back from here leads into it.
  useEffect(() => (picked ? section.current : done.current)?.focus({ preventScroll: true }), [picked]);
  return (
    <section ref={section} tabIndex={-1} aria-label="Where does this come from?" className="z-10 flex max-h-[55%] shrink-0 flex-col border-t bg-card outline-none">
      <div className="flex items-start gap-3 px-4 py-2.5">
        <div role="status" className="min-w-0 flex-1 text-sm">
          {picked ? <Told picked={picked} /> : <Hint />}
        </div>
        <Button ref={done} size="icon-sm" variant="ghost" onClick={onEnd} aria-label="Done with where it comes from" title="Done (Esc)">
          <XIcon />
        </Button>
      </div>
      {picked && picked.lines.length > 0 && <Lines key={picked.lines.join()} ids={picked.lines} />}
    </section>
  );
}

function Hint() {
  return (
    <>
      <p className="font-medium">Where does this come from?</p>
      <p className="text-xs text-pretty text-muted-foreground">
        Pick a number, a chart or a table. <span className="pointer-coarse:hidden">With the keyboard: Shift+Tab into the interface, Tab from place to place, Enter. Esc ends it.</span>
      </p>
    </>
  );
}

function Told({ picked: { component, exact, lines, missing } }: { picked: PickedPlace }) {
  return (
    <>
      <p>
        <span className="font-mono text-xs font-medium break-words">{component}</span> {lines.length > 0 ? 'reads from:' : 'shows nothing that is in the ledger.'}
      </p>
      <p className="text-xs text-pretty text-muted-foreground">
        {lines.length > 0 && !exact && `It is worked out in the interface, from ${lines.length === 1 ? 'this call' : 'one or more of these calls'}. `}
        {missing > 0 && `${missing === 1 ? 'A call' : `${missing} calls`} of it ${missing === 1 ? 'is' : 'are'} not on record: still under way, or cancelled. `}
        {lines.length > 0 && 'The interface names its calls; what they asked and gave is as the server recorded it.'}
      </p>
    </>
  );
}

function Lines({ ids }: { ids: string[] }) {
  const [lines, setLines] = useState<ListedLine[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (isLast: boolean) =>
      listLedger({ line: ids.join(',') }).then(
        (page) => {
          if (stale) return;
          if (page.lines.length < ids.length && !isLast) timer = setTimeout(() => void look(true), LOOK_AGAIN_MS);
          else setLines(page.lines);
        },
        (error: Error) => !stale && setFailed(error.message),
      );
    void look(false);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [ids]);

  if (failed) return <p role="alert" className="px-4 pb-3 text-sm text-destructive">The calls could not be read. {failed}</p>;
  if (!lines) return <div className="mx-4 mb-3 h-8 animate-pulse rounded-md bg-muted motion-reduce:animate-none" aria-hidden="true" />;
  if (lines.length === 0) return <p className="px-4 pb-3 text-sm text-muted-foreground">These calls are no longer in the ledger.</p>;
  return (
    <div className="min-h-0 overflow-y-auto border-t">
      <ul className="divide-y" aria-label="Calls it comes from">
        {lines.map((line) => (
          <Line key={line.id} line={line} opened={lines.length === 1} />
        ))}
      </ul>
      <p className="border-t px-4 py-2.5 text-xs">
        <Link href={`/settings/ledger?line=${ids.join(',')}`} className="rounded-sm text-primary underline-offset-4 outline-none hover:underline focus-visible:ring-2 focus-visible:ring-ring">
          Open in the ledger
        </Link>
      </p>
    </div>
  );
}

function Line({ line, opened }: { line: ListedLine; opened: boolean }) {
  const facts = [`${line.binding}.${line.operation}`, line.outcome === 'ok' ? rowsInWords(line) : outcomeInWords(line.outcome), msInWords(line.ms)];
  return (
    <li>
      <details open={opened}>
        <summary className="cursor-pointer px-4 py-2.5 text-xs hover:bg-muted/40 focus-visible:-outline-offset-2 pointer-coarse:min-h-10">
          <span className="font-mono">{line.from ?? 'unknown function'}</span>
          <span className="text-muted-foreground tabular-nums">{facts.filter(Boolean).map((fact) => `, ${fact}`)}</span>
        </summary>
        <LineDetail line={line} />
      </details>
    </li>
  );
}
