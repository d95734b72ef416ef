'use client';

import { useEffect, useState } from 'react';
import { notifyFailure } from '@/components/shell/notify';
import { RelativeTime } from '@/components/shell/relative-time';
import { Button } from '@/components/ui/button';
import { type Grant, listApprovals, revokeGrant } from '@/lib/client/approvals';
import { inWords } from './limits-form';

/** What a program may change without asking, each to be taken back. Nothing where it has no such leave. */
export function Grants({ programId, changes }: { programId: string; changes: number }) {
  const [grants, setGrants] = useState<Grant[]>([]);
  useEffect(() => {
    let stale = false;
    listApprovals(programId).then(
      (answer) => !stale && setGrants(answer.grants),
      () => undefined, // The calls beside it say that nothing can be read.
    );
    return () => {
      stale = true;
    };
  }, [programId, changes]);

  const revoke = (id: string) =>
    revokeGrant(programId, id).then(
      () => setGrants((all) => all.filter((one) => one.id !== id)),
      (error: Error) => notifyFailure(`It was not taken back. ${error.message}`),
    );
  if (grants.length === 0) return null;
  return (
    <section aria-labelledby="grants" className="shrink-0 border-b">
      <h3 id="grants" className="px-4 pt-3 pb-1 text-xs font-medium text-muted-foreground">
        May be done without asking
      </h3>
      <ul>
        {grants.map(({ id, binding, operation, limits, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-xs">
            <span className="font-mono">
              {binding}.{operation}
            </span>
            <span className="min-w-0 flex-1 basis-40 text-muted-foreground">
              {Object.entries(limits)
                .filter(([path]) => path !== '')
                .map(([path, limit]) => `${path}: ${inWords(limit)}`)
                .join(' · ')}
            </span>
            <span className="text-muted-foreground">
              ends <RelativeTime iso={expiresAt} />
            </span>
            <Button size="sm" variant="outline" onClick={() => void revoke(id)} aria-label={`Take back ${binding}.${operation}`}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
