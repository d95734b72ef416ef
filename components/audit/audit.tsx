'use client';

import { DownloadIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { SettingsPage } from '@/components/settings/settings-page';
import { notify, notifyFailure } from '@/components/shell/notify';
import { RelativeTime } from '@/components/shell/relative-time';
import { ConfirmDialog } from '@/components/shell/confirm-dialog';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { AUDIT_KINDS, type AuditEntry, type AuditPage, type AuditQuery, auditSearch, keepAuditFor, listAudit } from '@/lib/client/audit';
import { detailInWords, entryInWords } from './entry-in-words';

export type AuditProps = { query: AuditQuery; first: AuditPage; people: { id: string; name: string | null }[]; days: number; choices: number[] };

/** Who did what about people and about who may do what, the newest first. */
export function Audit({ query, first, people, days, choices }: AuditProps) {
  const router = useRouter();
  const search = auditSearch(query);
  const go = (next: AuditQuery) => router.replace(`/settings/audit?${auditSearch(next)}`, { scroll: false });
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
        <Choice label="Person" any="Anybody" value={query.person} onValue={(person) => go({ ...query, person })} choices={people.map(({ id, name }) => [id, name ?? (id === 'local' ? 'You' : 'Deleted person')] as const)} />
        <Choice label="Kind" any="Whatever was done" value={query.kind} onValue={(kind) => go({ ...query, kind })} choices={Object.keys(AUDIT_KINDS).map((kind) => [kind, kind[0]!.toUpperCase() + kind.slice(1)] as const)} />
        <Choice label="Time" any="Any time" value={query.within} onValue={(within) => go({ ...query, within })} choices={[['1d', 'The last 24 hours'], ['7d', 'The last 7 days'], ['30d', 'The last 30 days'], ['365d', 'The last year']]} />
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
      <Keeping days={days} choices={choices} onChanged={() => router.refresh()} />
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

/** How long entries are kept. Fewer days remove something now, so that is asked about. */
function Keeping({ days, choices, onChanged }: { days: number; choices: number[]; onChanged(): void }) {
  const [asked, setAsked] = useState<number | null>(null);
  const keep = async (next: number) => {
    try {
      const { removed } = await keepAuditFor(next);
      notify(`This is kept for ${inWords(next)} from now on.${removed > 0 ? ` ${removed.toLocaleString()} older ones were removed.` : ''}`);
      onChanged();
    } catch (error) {
      notifyFailure(`It was not changed. ${(error as Error).message}`);
    }
  };
  return (
    <div className="mt-8 flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
      <span id="audit-kept">This is kept for</span>
      <Select value={String(days)} onValueChange={(value) => (Number(value) < days ? setAsked(Number(value)) : void keep(Number(value)))}>
        <SelectTrigger size="sm" aria-labelledby="audit-kept">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {choices.map((choice) => (
            <SelectItem key={choice} value={String(choice)}>
              {inWords(choice)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      {asked !== null && (
        <ConfirmDialog
          title={`Keep this for ${inWords(asked)} only?`}
          detail="What is older is removed now. Export it first if you need it. This can’t be undone."
          action="Remove older ones"
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

/** Radix has no empty value. */
const ANY = '*';

type ChoiceProps = { label: string; any: string; value: string | undefined; onValue(value: string | undefined): void; choices: readonly (readonly [value: string, words: string])[] };

function Choice({ label, any, value, onValue, choices }: ChoiceProps) {
  return (
    <Select value={value ?? ANY} onValueChange={(next) => onValue(next === ANY ? undefined : next)}>
      <SelectTrigger size="sm" aria-label={label} className={value === undefined ? 'text-muted-foreground max-sm:w-full sm:max-w-56' : 'max-sm:w-full sm:max-w-56'}>
        <SelectValue />
      </SelectTrigger>
      <SelectContent className="max-h-80 max-w-80">
        <SelectItem value={ANY}>{any}</SelectItem>
        {choices.map(([one, words]) => (
          <SelectItem key={one} value={one}>
            {words}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
