'use client';

import { DownloadIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { SettingsPage } from '@/components/settings/settings-page';
import { FilterChoice } from '@/components/shell/filter-choice';
import { KeptFor } from '@/components/shell/kept-for';
import { notifyFailure } from '@/components/shell/notify';
import { RelativeTime } from '@/components/shell/relative-time';
import { Button } from '@/components/ui/button';
import { AUDIT_KINDS, type AuditEntry, type AuditPage, type AuditQuery, auditSearch, keepAuditFor, listAudit } from '@/lib/client/audit';
import { detailInWords, entryInWords } from './entry-in-words';

export type AuditProps = { query: AuditQuery; first: AuditPage; people: { id: string; name: string | null }[]; days: number; choices: number[] };

const REMOVING = {
  title: (time: string) => `Keep this for ${time} only?`,
  detail: 'What is older is removed now. Export it first if you need it. This can’t be undone.',
  action: 'Remove older ones',
};

/** Who did what about people and about who may do what, the newest first. */
export function Audit({ query, first, people, days, choices }: AuditProps) {
  const router = useRouter();
  const search = auditSearch(query);
  const go = (next: AuditQuery) => router.replace(`/settings/audit?${auditSearch(next)}`, { scroll: false });
  const keep = async (next: number) => {
    const { removed } = await keepAuditFor(next);
    router.refresh();
    return removed;
  };
  return (
    <SettingsPage
      title="Audit"
      actions={
        <Button variant="outline" size="sm" asChild>
          <a href={`/api/audit/export?${search}`} download>
            <DownloadIcon /> Export {search ? 'what is shown' : 'all'}
          </a>
        </Button>
      }
    >
      <div role="search" className="mb-4 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
        <FilterChoice label="Person" any="Anybody" value={query.person} onValue={(person) => go({ ...query, person })} choices={people.map(({ id, name }) => [id, name ?? (id === 'local' ? 'You' : 'Deleted person')] as const)} />
        <FilterChoice label="Kind" any="Whatever was done" value={query.kind} onValue={(kind) => go({ ...query, kind })} choices={Object.keys(AUDIT_KINDS).map((kind) => [kind, kind[0]!.toUpperCase() + kind.slice(1)] as const)} />
        <FilterChoice label="Time" any="Any time" value={query.within} onValue={(within) => go({ ...query, within })} choices={[['1d', 'The last 24 hours'], ['7d', 'The last 7 days'], ['30d', 'The last 30 days'], ['365d', 'The last year']]} />
        {search !== '' && (
          <Button variant="ghost" size="sm" onClick={() => go({})}>
            Show everything
          </Button>
        )}
      </div>
      {first.entries.length > 0 ? (
        <Entries query={query} first={first} />
      ) : (
        <p className="rounded-xl border border-dashed px-4 py-10 text-center text-sm text-pretty text-muted-foreground">
          {search ? 'Nothing fits.' : 'Nothing yet. Sign-ins, invitations, roles, connections, grants, links, exports and deletions are listed here.'}
        </p>
      )}
      <div className="mt-8 flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
        <KeptFor days={days} choices={choices} about="This is" removing={REMOVING} keep={keep} />
      </div>
    </SettingsPage>
  );
}

function Entries({ query, first }: { query: AuditQuery; first: AuditPage }) {
  const [pages, setPages] = useState([first]);
  const [busy, setBusy] = useState(false);
  const entries = pages.flatMap((page) => page.entries);
  const showMore = async () => {
    setBusy(true);
    try {
      const next = await listAudit(query, entries.at(-1)!.position);
      setPages((before) => [...before, next]);
    } catch (error) {
      notifyFailure(`They could not be read. ${(error as Error).message}`);
    }
    setBusy(false);
  };
  return (
    <>
      <ol className="case divide-y overflow-hidden" aria-label="What was done">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {pages.at(-1)!.more && (
        <div className="mt-3 text-center">
          <Button variant="outline" size="sm" disabled={busy} onClick={() => void showMore()}>
            {busy ? 'Reading…' : 'Show earlier ones'}
          </Button>
        </div>
      )}
    </>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { before, subject, after } = entryInWords(entry);
  const detail = detailInWords(entry.detail);
  const who = entry.person ?? (entry.personId === 'local' ? 'You' : entry.personId === null ? 'Nobody signed in' : 'Deleted person');
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5">
      <p className="min-w-0 flex-1 basis-64 text-sm break-words">
        <span className="font-medium">{who}</span> {before}
        {subject && <span className="font-medium">{subject}</span>}
        {after}
        {detail && <span className="block text-xs break-words text-muted-foreground">{detail}</span>}
      </p>
      <span className="text-xs text-muted-foreground tabular-nums">
        <RelativeTime iso={entry.at} />
      </span>
    </li>
  );
}
