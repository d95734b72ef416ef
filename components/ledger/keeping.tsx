'use client';

import { KeptFor } from '@/components/shell/kept-for';
import { RelativeTime } from '@/components/shell/relative-time';
import { type Keeping as Kept, keepLedgerFor } from '@/lib/client/ledger';

const REMOVING = {
  title: (time: string) => `Keep calls for ${time} only?`,
  detail: 'What is older is removed from the ledger now. Export it first if you need it. This can’t be undone.',
  action: 'Remove older calls',
};

/** How long calls are kept, and what was removed for it. */
export function Keeping({ keeping: { days, choices, pruned }, onChanged }: { keeping: Kept; onChanged(): void }) {
  const keep = async (next: number) => {
    const { pruned: latest } = await keepLedgerFor(next);
    onChanged();
    return latest && latest.at !== pruned?.at ? latest.lines : 0;
  };
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted-foreground">
      <KeptFor days={days} choices={choices} about="Calls are" removing={REMOVING} keep={keep} />
      <span className="text-pretty">
        {pruned ? (
          <>
            {pruned.lines.toLocaleString()} older {pruned.lines === 1 ? 'one was' : 'ones were'} removed <RelativeTime iso={pruned.at} />
            {pruned.total > pruned.lines && `, ${pruned.total.toLocaleString()} since the beginning`}.
          </>
        ) : (
          'None was removed yet.'
        )}
      </span>
    </div>
  );
}
