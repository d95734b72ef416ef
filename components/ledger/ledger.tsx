'use client';

import { DownloadIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useTransition } from 'react';
import { SettingsNav } from '@/components/settings/settings-nav';
import type { Command } from '@/components/shell/command-menu';
import { TopBar } from '@/components/shell/top-bar';
import { useShell } from '@/components/shell/use-shell';
import { Button } from '@/components/ui/button';
import { type Keeping as Kept, type LedgerPage, type LedgerQuery, ledgerExport, ledgerSearch } from '@/lib/client/ledger';
import { Keeping } from './keeping';
import { type LedgerChoices, LedgerFilter } from './ledger-filter';
import { LedgerLines } from './ledger-lines';

export type LedgerProps = LedgerChoices & { query: LedgerQuery; first: LedgerPage; keeping: Kept };

/** Every call of every interface: what was asked of the outside, by whom, and what came of it. */
export function Ledger({ query, first, programs, values, keeping }: LedgerProps) {
  const router = useRouter();
  const [reading, startReading] = useTransition();
  const onQuery = useCallback(
    (next: LedgerQuery) => {
      const search = ledgerSearch(next);
      startReading(() => router.replace(search ? `/settings/ledger?${search}` : '/settings/ledger', { scroll: false }));
    },
    [router],
  );
  const commands = useMemo<Command[]>(
    () => [
      { id: 'everything', title: 'Show every call', run: () => onQuery({}) },
      { id: 'changes', title: 'Show what changed something', run: () => onQuery({ effect: 'write' }) },
      { id: 'failed', title: 'Show what failed', run: () => onQuery({ outcome: 'failed' }) },
    ],
    [onQuery],
  );
  const shell = useShell(commands);
  const isFiltered = ledgerSearch(query) !== '';
  const key = `${ledgerSearch(query)} ${first.lines[0]?.id}`;
  return (
    <>
      <TopBar onMenu={() => shell.open('menu')} />
      <main className="mx-auto w-full max-w-5xl px-4 pt-4 pb-24">
        <SettingsNav />
        <div className="mt-6 mb-6 flex flex-wrap items-center gap-3">
          <h1 className="flex-1 text-2xl font-semibold tracking-tight">Ledger</h1>
          {first.lines.length > 0 && (
            <Button variant="outline" size="sm" asChild>
              <a href={ledgerExport(query)} download>
                <DownloadIcon /> Export {isFiltered ? 'what is shown' : 'all'}
              </a>
            </Button>
          )}
        </div>
        <LedgerFilter query={query} choices={{ programs, values }} onQuery={onQuery} />
        <div aria-busy={reading} className={reading ? 'opacity-60 transition-opacity delay-200 duration-150' : undefined}>
          <p role="status" className="sr-only">
            {reading ? 'Reading' : `${first.lines.length}${first.more ? ' or more' : ''} calls`}
          </p>
          {first.lines.length > 0 ? <LedgerLines key={key} query={query} first={first} /> : <Nothing isFiltered={isFiltered} days={keeping.days} onEverything={() => onQuery({})} />}
        </div>
        <div className="mt-8 grid gap-1">
          <Keeping keeping={keeping} onChanged={() => router.refresh()} />
          <p className="text-sm text-pretty text-muted-foreground">A call stays here when its interface is deleted. Keys of connections never get here; passwords and tokens in arguments are left out.</p>
        </div>
      </main>
      {shell.dialogs}
    </>
  );
}

function Nothing({ isFiltered, days, onEverything }: { isFiltered: boolean; days: number; onEverything(): void }) {
  return (
    <div className="grid justify-items-center gap-3 rounded-xl border border-dashed px-4 py-10 text-center">
      <p className="max-w-md text-sm text-pretty text-muted-foreground">
        {isFiltered ? `No call fits. What is older than ${days} days has been removed.` : 'No calls yet. What interfaces ask of your data and your connections is listed here, with what came of it.'}
      </p>
      {isFiltered && (
        <Button variant="outline" size="sm" onClick={onEverything}>
          Show every call
        </Button>
      )}
    </div>
  );
}
