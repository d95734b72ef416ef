'use client';

import type { ReactNode } from 'react';
import { useLeave } from '@/components/shell/leave';
import { notifyFailure } from '@/components/shell/notify';
import { RelativeTime } from '@/components/shell/relative-time';
import { Button } from '@/components/ui/button';
import { inWords } from '@/components/approvals/limits-form';
import { type Grant, type Limits, type ReadGrant, type Use, type WriteGrant, letRead, revokeGrant } from '@/lib/client/approvals';
import { covers } from '@/lib/program/leaves';
import { type Ask, askOf, namesInWords, plainTerms, readingsOf } from './asks';
import { listed } from './words';

/** What a program may do, each to be taken back, and what it would like to and may not. */
export function Grants({ programId, grants, uses, asks }: { programId: string; grants: readonly Grant[]; uses: readonly Use[]; /** What is asked just now, elsewhere. */ asks: readonly Ask[] }) {
  const lacking = uses.flatMap(({ needs }) => (needs && !asks.some((ask) => ask.binding === needs.binding) ? [askOf(needs)] : []));
  const free = uses.filter((use) => use.effect === 'read' && use.needs === null && !grants.some((grant) => grant.effect === 'read' && grant.binding === use.binding));
  if (grants.length + lacking.length + free.length === 0) return null;

  const failed = (what: string) => (error: Error) => notifyFailure(`${what} ${error.message}`);
  const revoke = (grant: Grant) => void revokeGrant(grant).catch(failed('It was not taken back.'));
  return (
    <section aria-labelledby="grants" className="max-h-1/2 shrink-0 overflow-y-auto border-b">
      <h3 id="grants" className="px-4 pt-3 pb-1 text-xs font-medium text-muted-foreground">
        What it may do
      </h3>
      <ul>
        {lacking.map((ask) => (
          <Line key={`${ask.binding} lacking`} what={`Wants to read ${listed(namesInWords(ask))} of ${ask.title}`} until="not allowed">
            <Button size="sm" onClick={() => void letRead(programId, readingsOf(ask, plainTerms(ask))).catch(failed('Nothing was changed.'))} aria-label={`Allow reading of ${ask.title}`}>
              Allow
            </Button>
          </Line>
        ))}
        {free.map(({ binding, title, names }) => (
          <Line key={`${binding} free`} what={`Reads ${listed(names)} of ${title}`} until="as every interface may" />
        ))}
        {grants.map((grant) => (
          <Line key={grant.id} what={grant.effect === 'read' ? <Read grant={grant} uses={uses} /> : <Write grant={grant} />} until={untilInWords(grant)}>
            <Button size="sm" variant="outline" onClick={() => revoke(grant)} aria-label={`Take back ${grant.effect === 'read' ? `reading of ${grant.binding}` : `${grant.binding}.${grant.operation}`}`}>
              Take back
            </Button>
          </Line>
        ))}
      </ul>
    </section>
  );
}

function Line({ what, until, children }: { what: ReactNode; until: ReactNode; /** What members may do about it. */ children?: ReactNode }) {
  const mayChange = covers(useLeave(), 'change');
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 text-xs">
      <span className="min-w-0 flex-1 basis-48">{what}</span>
      <span className="text-muted-foreground">{until}</span>
      {mayChange && children}
    </li>
  );
}

function Read({ grant: { binding, names, columns, limits, maxRows }, uses }: { grant: ReadGrant; uses: readonly Use[] }) {
  const title = uses.find((use) => use.binding === binding)?.title ?? binding;
  const closely = names.map((name) => (Object.hasOwn(columns, name) ? `${name} (${columns[name]!.length === 0 ? 'only how many' : listed(columns[name]!)})` : name));
  return (
    <>
      {`Reads ${listed(closely)} of ${title}${maxRows === null ? '' : `, ${maxRows.toLocaleString()} rows at a time`}`}
      {limits && (
        <>
          {' '}
          <span className="text-muted-foreground">{limitsInWords(limits)}</span>
        </>
      )}
    </>
  );
}

function Write({ grant: { binding, operation, limits } }: { grant: WriteGrant }) {
  return (
    <>
      Changes without asking: <span className="font-mono">{`${binding}.${operation}`}</span>{' '}
      <span className="text-muted-foreground">{limitsInWords(limits)}</span>
    </>
  );
}

function limitsInWords(limits: Limits): string {
  return Object.entries(limits)
    .filter(([path]) => path !== '')
    .map(([path, limit]) => `${path}: ${inWords(limit)}`)
    .join(' · ');
}

function untilInWords({ expiresAt }: Grant): ReactNode {
  return expiresAt === null ? 'until taken back' : <>ends <RelativeTime iso={expiresAt} /></>;
}
