'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { SettingsPage } from '@/components/settings/settings-page';
import { RelativeTime } from '@/components/shell/relative-time';
import { Button } from '@/components/ui/button';
import { type WaitingChange, answerWaiting } from '@/lib/client/rules';
import { useWaiting } from './use-waiting';

const ApprovalDialog = dynamic(() => import('./approval-dialog').then((module) => module.ApprovalDialog), { ssr: false });

/** What waits for an admin's yes, of every interface of the team. */
export function Waiting({ asksAdmin }: { asksAdmin: boolean }) {
  const { waiting, look } = useWaiting(true);
  const [looked, setLooked] = useState<string | null>(null);
  const groups = together(waiting ?? []);
  const open = groups.find((group) => group[0]!.id === looked);
  return (
    <SettingsPage title="Waiting">
      <p className="mb-6 max-w-2xl text-sm text-pretty text-muted-foreground">{asksAdmin ? 'Changes outside that members’ interfaces want to make, and those asked for through links.' : 'Changes outside that people ask for through links.'} Each waits for as long as the page of whoever asks is open: {asksAdmin && 'a member’s for eight hours at most, '}one through a link for half an hour.</p>
      <div aria-live="polite">
        {groups.length > 0 ? (
          <ul className="case divide-y overflow-hidden">
            {groups.map((group) => (
              <Row key={group[0]!.id} group={group} onLook={() => setLooked(group[0]!.id)} />
            ))}
          </ul>
        ) : (
          waiting !== null && <Nothing asksAdmin={asksAdmin} />
        )}
      </div>
      {open && (
        <ApprovalDialog
          key={open.map(({ id }) => id).join()}
          programId={open[0]!.programId}
          programTitle={open[0]!.program}
          approvals={open}
          others={(waiting?.length ?? 0) - open.length}
          asker={open[0]!.asker}
          onAnswer={(ids, answer) => answerWaiting(open[0]!.programId, ids, answer)}
          onAnswered={() => {
            setLooked(null);
            look();
          }}
          onLater={() => setLooked(null)}
        />
      )}
    </SettingsPage>
  );
}

function Row({ group, onLook }: { group: WaitingChange[]; onLook(): void }) {
  const { about, binding, operation, program, asker, createdAt } = group[0]!;
  const what = about.summary ?? `${binding}.${operation}`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <span className="min-w-0 flex-1 basis-60">
        <span className="block text-sm font-medium text-pretty">
          {group.length > 1 ? `${group.length} × ` : ''}
          {what}
        </span>
        <span className="block text-xs text-pretty text-muted-foreground">
          {about.title}, for “{program}”{asker && `, asked by ${asker}`}, <RelativeTime iso={createdAt} />
        </span>
      </span>
      <Button variant="outline" size="sm" onClick={onLook} aria-label={`Look at ${what}`}>
        Look at it
      </Button>
    </li>
  );
}

function Nothing({ asksAdmin }: { asksAdmin: boolean }) {
  return (
    <div className="grid justify-items-center gap-3 rounded-xl border border-dashed px-4 py-10 text-center">
      <p className="max-w-md text-sm text-pretty text-muted-foreground">{asksAdmin ? 'Nothing waits for you.' : 'Nothing waits for you. Members allow changes of their interfaces themselves here; where admins should, say so under Rules.'}</p>
      {!asksAdmin && (
        <Button variant="outline" size="sm" asChild>
          <Link href="/settings/rules">Go to Rules</Link>
        </Button>
      )}
    </div>
  );
}

/** What one run of one interface asks of one function, as one question. */
function together(waiting: readonly WaitingChange[]): WaitingChange[][] {
  return [...Map.groupBy(waiting, ({ programId, binding, operation, from, askedBy }) => JSON.stringify([programId, binding, operation, from, askedBy])).values()];
}
