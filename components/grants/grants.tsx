'use client';

import type { ReactNode } from 'react';
import { notifyFailure } from '@/components/shell/notify';
import { RelativeTime } from '@/components/shell/relative-time';
import { Button } from '@/components/ui/button';
import { inWords } from '@/components/approvals/limits-form';
import { type Grant, type Needs, type ReadGrant, type Use, type WriteGrant, letRead, revokeGrant } from '@/lib/client/approvals';
import { listed } from './words';

/** What a program may do, each to be taken back, and what it would like to and may not. */
export function Grants({ programId, grants, uses, asks }: { programId: string; grants: readonly Grant[]; uses: readonly Use[]; /** What is asked just now, elsewhere. */ asks: readonly Needs[] }) {
  const lacking = uses.filter(({ binding, missing }) => missing.length > 0 && !asks.some((ask) => ask.binding === binding));
  const free = uses.filter((use) => use.effect === 'read' && use.missing.length === 0 && !grants.some((grant) => grant.effect === 'read' && grant.binding === use.binding));
  if (grants.length + lacking.length + free.length === 0) return null;

  const failed = (what: string) => (error: Error) => notifyFailure(`${what} ${error.message}`);
  const revoke = (grant: Grant) => void revokeGrant(grant).catch(failed('It was not taken back.'));
  return (
    <section aria-labelledby="grants" className="max-h-1/2 shrink-0 overflow-y-auto border-b">
      <h3 id="grants" className="px-4 pt-3 pb-1 text-xs font-medium text-muted-foreground">
        What it may do
      </h3>
      <ul>
        {lacking.map(({ binding, title, missing }) => (
          <Line key={`${binding} lacking`} what={`Wants to read ${listed(missing)} of ${title}`} until="not allowed">
            <Button size="sm" onClick={() => void letRead(programId, { binding, names: missing, maxRows: null, seconds: null }).catch(failed('Nothing was changed.'))} aria-label={`Allow reading of ${title}`}>
              Allow
            </Button>
          </Line>
        ))}
        {free.map(({ binding, title, names }) => (
          <Line key={`${binding} free`} what={`Reads ${listed(names)} of ${title}`} until="as every interface may" />
        ))}
        {grants.map((grant) => (
          <Line key={grant.id} what={grant.effect === 'read' ? readInWords(grant, uses) : <Write grant={grant} />} until={untilInWords(grant)}>
            <Button size="sm" variant="outline" onClick={() => revoke(grant)} aria-label={`Take back ${grant.effect === 'read' ? `reading of ${grant.binding}` : `${grant.binding}.${grant.operation}`}`}>
              Take back
            </Button>
          </Line>
        ))}
      </ul>
    </section>
  );
}

function Line({ what, until, children }: { what: ReactNode; until: ReactNode; children?: ReactNode }) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 text-xs">
      <span className="min-w-0 flex-1 basis-48">{what}</span>
      <span className="text-muted-foreground">{until}</span>
      {children}
    </li>
  );
}

function readInWords({ binding, names, maxRows }: ReadGrant, uses: readonly Use[]): string {
  const title = uses.find((use) => use.binding === binding)?.title ?? binding;
  return `Reads ${listed(names)} of ${title}${maxRows === null ? '' : `, ${maxRows.toLocaleString()} rows at a time`}`;
}

function Write({ grant: { binding, operation, limits } }: { grant: WriteGrant }) {
  return (
    <>
      Changes without asking: <span className="font-mono">{`${binding}.${operation}`}</span>{' '}
      <span className="text-muted-foreground">
        {Object.entries(limits)
          .filter(([path]) => path !== '')
          .map(([path, limit]) => `${path}: ${inWords(limit)}`)
          .join(' · ')}
      </span>
    </>
  );
}

function untilInWords({ expiresAt }: Grant): ReactNode {
  return expiresAt === null ? 'until taken back' : <>ends <RelativeTime iso={expiresAt} /></>;
}
