'use client';

import { type KeyboardEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { type LedgerPage, type LedgerQuery, listLedger } from '@/lib/client/ledger';
import { LedgerLine } from './ledger-line';

/** The lines that fit, the newest first, and more of them when asked for. */
export function LedgerLines({ query, first }: { query: LedgerQuery; first: LedgerPage }) {
  const [pages, setPages] = useState([first]);
  const [state, setState] = useState<'idle' | 'loading' | { failed: string }>('idle');
  const lines = pages.flatMap((page) => page.lines);

  const showMore = async () => {
    setState('loading');
    try {
      const next = await listLedger(query, lines.at(-1)!.position);
      setPages((before) => [...before, next]);
      setState('idle');
    } catch (error) {
      setState({ failed: (error as Error).message });
    }
  };

  return (
    <>
      <ul className="case divide-y overflow-hidden" aria-label="Calls" onKeyDown={moveFocus}>
        {lines.map((line) => (
          <LedgerLine key={line.id} line={line} opened={query.line?.split(',').includes(line.id) ?? false} />
        ))}
      </ul>
      {pages.at(-1)!.more && (
        <div className="mt-3 flex flex-wrap items-center justify-center gap-3">
          <Button variant="outline" size="sm" onClick={() => void showMore()} disabled={state === 'loading'}>
            {state === 'loading' ? 'Reading…' : 'Show earlier calls'}
          </Button>
          {typeof state === 'object' && (
            <p role="alert" className="text-sm text-destructive">
              They could not be read. {state.failed}
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** Up and down go from line to line; Enter opens, as everywhere. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || event.target.localName !== 'summary') return;
  const all = [...event.currentTarget.querySelectorAll('summary')];
  const next = all[all.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
