'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { RelativeTime } from '@/components/shell/relative-time';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { type Keeping as Kept, keepLedgerFor } from '@/lib/client/ledger';

const ConfirmDialog = dynamic(() => import('@/components/shell/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });

/** How long calls are kept, and what was removed for it. Fewer days remove something now, so that is asked about. */
export function Keeping({ keeping, onChanged }: { keeping: Kept; onChanged(): void }) {
  const [asked, setAsked] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const days = chosen ?? keeping.days;

  const keep = async (next: number) => {
    setChosen(next);
    try {
      const { pruned } = await keepLedgerFor(next);
      const isNew = pruned !== null && pruned.at !== keeping.pruned?.at;
      notify(`Calls are kept for ${inWords(next)} from now on.${isNew ? ` ${pruned.lines.toLocaleString()} older ones were removed.` : ''}`);
      onChanged();
    } catch (error) {
      notifyFailure(`It was not changed. ${(error as Error).message}`);
    }
    setChosen(null);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted-foreground">
      <span id="kept-for">Calls are kept for</span>
      <Select value={String(days)} onValueChange={(value) => (Number(value) < keeping.days ? setAsked(Number(value)) : void keep(Number(value)))} disabled={chosen !== null}>
        <SelectTrigger size="sm" aria-labelledby="kept-for">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {keeping.choices.map((choice) => (
            <SelectItem key={choice} value={String(choice)}>
              {inWords(choice)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      <span className="text-pretty">
        {keeping.pruned ? (
          <>
            {keeping.pruned.lines.toLocaleString()} older {keeping.pruned.lines === 1 ? 'one was' : 'ones were'} removed <RelativeTime iso={keeping.pruned.at} />
            {keeping.pruned.total > keeping.pruned.lines && `, ${keeping.pruned.total.toLocaleString()} since the beginning`}.
          </>
        ) : (
          'None was removed yet.'
        )}
      </span>
      {asked !== null && (
        <ConfirmDialog
          title={`Keep calls for ${inWords(asked)} only?`}
          detail="What is older is removed from the ledger now. Export it first if you need it. This can’t be undone."
          action="Remove older calls"
          onConfirm={() => void keep(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function inWords(days: number): string {
  if (days % 365 !== 0) return `${days} days`;
  return days === 365 ? 'a year' : `${days / 365} years`;
}
