'use client';

import { useEffect, useState } from 'react';
import Link from 'next/link';
import { argumentsInWords } from '@/components/ledger/arguments-in-words';
import { msInWords, rowsInWords } from '@/components/ledger/line-in-words';
import { outcomeInWords } from '@/components/ledger/line-in-words';
import { RelativeTime } from '@/components/shell/relative-time';
import { type LedgerLine, listCalls } from '@/lib/client/api';

/** What the program asked of the outside, newest first: which function, what exactly, how much came back. */
export function CallsView({ programId, changes }: { programId: string; changes: number }) {
  const [calls, setCalls] = useState<LedgerLine[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    // Calls come in bursts; one read a burst is enough.
    const timer = setTimeout(() => {
      listCalls(programId).then(
        (answer) => !stale && (setCalls(answer.calls), setFailed(null)),
        (error: Error) => !stale && setFailed(error.message),
      );
    }, 150);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [programId, changes]);

  if (failed) return <p role="alert" className="p-6 text-sm">The data calls could not be read. {failed}</p>;
  if (!calls) return <div className="m-4 h-24 animate-pulse rounded-md bg-muted motion-reduce:animate-none" aria-hidden="true" />;
  if (calls.length === 0) {
    return (
      <p className="m-auto max-w-sm p-8 text-center text-sm text-muted-foreground">
        No data calls yet. Each query this interface makes is listed here with its rows and its time.
      </p>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <ul className="divide-y" aria-label="Data calls">
        {calls.map((call) => (
          <CallLine key={call.id} call={call} />
        ))}
      </ul>
      <p className="border-t px-4 py-3 text-xs">
        <Link href={`/settings/ledger?program=${programId}`} className="rounded-sm text-primary underline-offset-4 outline-none hover:underline focus-visible:ring-2 focus-visible:ring-ring">
          All calls of this interface
        </Link>
      </p>
    </div>
  );
}

function CallLine({ call }: { call: LedgerLine }) {
  const ok = call.outcome === 'ok';
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5 text-sm hover:bg-muted/40 focus-visible:-outline-offset-2">
          <span className="font-mono text-xs">{call.from ?? (call.outcome === 'breach' ? 'the frame' : 'unknown function')}</span>
          <span className="text-xs text-muted-foreground">
            {call.binding}.{call.operation}
          </span>
          <span className="ml-auto flex items-baseline gap-4 text-xs text-muted-foreground tabular-nums">
            {ok ? <span>{call.effect === 'write' ? 'changed something' : rowsInWords(call)}</span> : <span className={call.outcome === 'not-granted' ? undefined : 'text-destructive'}>{outcomeInWords(call.outcome)}</span>}
            <span>{msInWords(call.ms)}</span>
            <RelativeTime iso={call.at} />
          </span>
        </summary>
        <pre className="mx-4 mb-3 overflow-x-auto rounded-md border bg-muted/30 p-3 font-mono text-xs leading-relaxed">{argumentsInWords(call) + (call.message ? `\n\n${call.message}` : '')}</pre>
      </details>
    </li>
  );
}
