'use client';

import { useState } from 'react';
import { RelativeTime } from '@/components/shell/relative-time';
import { Badge } from '@/components/ui/badge';
import type { ListedLine } from '@/lib/client/ledger';
import { LineDetail } from './line-detail';
import { msInWords, outcomeInWords, rowsInWords } from './line-in-words';

/** A call in one line; opened, all of it. */
export function LedgerLine({ line, opened }: { line: ListedLine; opened: boolean }) {
  const [open, setOpen] = useState(opened);
  const { effect, outcome, program, version, from } = line;
  return (
    <li>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="grid cursor-pointer grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 hover:bg-muted/40 focus-visible:-outline-offset-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1.7fr)_8.5rem_4.5rem_4.5rem_6.5rem] pointer-coarse:min-h-10">
          <span className="truncate font-mono text-xs">
            {line.binding}.{line.operation}
          </span>
          <span className="truncate text-xs text-muted-foreground max-md:order-3">
            {from !== null && `${from} · `}
            {program ?? 'A deleted interface'}
            {version !== null && ` v${version}`}
          </span>
          <span className="flex items-baseline gap-2 max-md:order-2 max-md:justify-end">
            {effect === 'write' && (
              <Badge variant="warning" className="py-0">
                Change
              </Badge>
            )}
            {outcome === 'ok' ? (
              <span className="sr-only">{outcomeInWords(outcome)}</span>
            ) : (
              <span className="truncate text-xs text-destructive" title={line.message ?? undefined}>
                {outcomeInWords(outcome)}
              </span>
            )}
          </span>
          <span className="text-right text-xs text-muted-foreground tabular-nums max-md:hidden">{outcome === 'ok' ? rowsInWords(line) : ''}</span>
          <span className="text-right text-xs text-muted-foreground tabular-nums max-md:hidden">{msInWords(line.ms)}</span>
          <RelativeTime iso={line.at} className="truncate text-right text-xs text-muted-foreground max-md:order-4" />
        </summary>
        {open && <LineDetail line={line} />}
      </details>
    </li>
  );
}
