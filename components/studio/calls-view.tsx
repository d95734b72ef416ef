'use client';

import { useEffect, useState } from 'react';
import { type LedgerLine, listCalls } from '@/lib/client/api';
import { RelativeTime } from '@/components/shell/relative-time';

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
    <ul className="h-full divide-y overflow-y-auto" aria-label="Data calls">
      {calls.map((call) => (
        <CallLine key={call.id} call={call} />
      ))}
    </ul>
  );
}

function CallLine({ call }: { call: LedgerLine }) {
  const ok = call.outcome === 'ok';
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5 text-sm hover:bg-muted/40 focus-visible:-outline-offset-2">
          <span className="font-mono text-xs">{call.from ?? 'unknown function'}</span>
          <span className="text-xs text-muted-foreground">
            {call.binding}.{call.operation}
          </span>
          <span className="ml-auto flex items-baseline gap-4 text-xs text-muted-foreground tabular-nums">
            {ok ? <span>{call.effect === 'write' ? 'changed something' : rowsInWords(call)}</span> : <span className="text-destructive">{call.outcome}</span>}
            {call.ms !== null && <span>{call.ms < 10 ? call.ms.toFixed(1) : Math.round(call.ms)} ms</span>}
            <RelativeTime iso={call.at} />
          </span>
        </summary>
        <pre className="mx-4 mb-3 overflow-x-auto rounded-md border bg-muted/30 p-3 font-mono text-xs leading-relaxed">{argumentsInWords(call)}</pre>
      </details>
    </li>
  );
}

/** An API's answer that is no list has no rows to count. */
function rowsInWords({ rows, operation }: LedgerLine): string {
  if (rows === null || (rows === 0 && operation !== 'sql')) return '';
  return rows === 1 ? '1 row' : `${rows.toLocaleString()} rows`;
}

/** SQL with its parameters listed below; anything else as JSON. */
function argumentsInWords(call: LedgerLine): string {
  const problem = call.message ? `\n\n${call.message}` : '';
  const args = call.args as { text?: unknown; values?: unknown } | null;
  if (call.operation !== 'sql' || !Array.isArray(args?.text)) return JSON.stringify(call.args, null, 2) + problem;
  const values = Array.isArray(args.values) ? args.values : [];
  const sql = args.text.map((piece, index) => (index < values.length ? `${piece}$${index + 1}` : piece)).join('');
  const listed = values.map((value, index) => `$${index + 1} = ${JSON.stringify(value)}`);
  return [outdent(sql), ...(listed.length ? ['', ...listed] : [])].join('\n') + problem;
}

function outdent(sql: string): string {
  const [first = '', ...rest] = sql.trim().split('\n');
  const indent = Math.min(...rest.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return [first, ...rest.map((line) => line.slice(Number.isFinite(indent) ? indent : 0))].join('\n');
}
