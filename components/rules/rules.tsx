'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { SettingsPage } from '@/components/settings/settings-page';
import { notify, notifyFailure } from '@/components/shell/notify';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import { type BindingUsers, setWritesNeedAdmin } from '@/lib/client/rules';
import type { Role } from '@/lib/program/role';
import { usersInWords } from './users-in-words';

const ConfirmDialog = dynamic(() => import('@/components/shell/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });
const UsersDialog = dynamic(() => import('./users-dialog').then((module) => module.UsersDialog), { ssr: false });

export type RuledConnection = { name: string; title: string; users: BindingUsers | null };
export type TeamMember = { id: string; name: string; role: Role };
export type RulesProps = { writesNeedAdmin: boolean; connections: RuledConnection[]; members: TeamMember[] };

/** What admins decide about everybody's interfaces: who allows changes, and who may use what. */
export function Rules({ writesNeedAdmin, connections, members }: RulesProps) {
  const router = useRouter();
  const [edited, setEdited] = useState<RuledConnection | null>(null);
  return (
    <SettingsPage title="Rules">
      <div className="flex max-w-2xl flex-col gap-10">
        <Writes needAdmin={writesNeedAdmin} onChanged={() => router.refresh()} />
        <section aria-labelledby="users">
          <h2 id="users" className="mb-1 text-sm font-medium text-muted-foreground">
            Who may use which connection
          </h2>
          <p className="mb-3 text-sm text-pretty text-muted-foreground">Others aren’t told of it, models that write for them neither, and what an interface asks of it in their name is refused. Links show what whoever made them may use.</p>
          <ul className="case divide-y overflow-hidden">
            {connections.map((connection) => (
              <li key={connection.name} className="flex min-h-13 items-center gap-3 px-4 py-2">
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-sm font-medium">{connection.title}</span>
                  <span className="block text-xs text-pretty text-muted-foreground">{usersInWords(connection.users, members)}</span>
                </span>
                <Button variant="ghost" size="sm" onClick={() => setEdited(connection)} aria-label={`Change who may use ${connection.title}`}>
                  Change
                </Button>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {edited && (
        <UsersDialog
          connection={edited}
          members={members}
          onClose={(changed) => {
            setEdited(null);
            if (changed) router.refresh();
          }}
        />
      )}
    </SettingsPage>
  );
}

function Writes({ needAdmin, onChanged }: { needAdmin: boolean; onChanged(): void }) {
  const id = useId();
  const [chosen, setChosen] = useState(needAdmin);
  const [asked, setAsked] = useState(false);
  const change = async (next: boolean) => {
    setChosen(next);
    try {
      const { takenBack } = await setWritesNeedAdmin(next);
      notify(next ? `Admins allow changes from now on.${takenBack > 0 ? ` ${takenBack === 1 ? 'One grant was' : `${takenBack} grants were`} taken back.` : ''}` : 'Members allow changes from now on.');
      onChanged();
    } catch (error) {
      setChosen(!next);
      notifyFailure(`Nothing was changed. ${(error as Error).message}`);
    }
  };
  return (
    <section aria-labelledby="writes">
      <h2 id="writes" className="mb-3 text-sm font-medium text-muted-foreground">
        Changes outside
      </h2>
      <div className="case flex min-h-13 items-center gap-3 px-4 py-3">
        <label htmlFor={id} className="min-w-0 flex-1 text-sm">
          <span className="block font-medium">An admin allows each change</span>
          <span className="block text-xs text-pretty text-muted-foreground">A member who wants to change something outside waits for an admin, who sees exactly what would be sent.</span>
        </label>
        <Switch id={id} checked={chosen} onCheckedChange={(next) => (next ? setAsked(true) : void change(false))} />
      </div>
      {asked && (
        <ConfirmDialog
          title="Should an admin allow each change?"
          detail="What members allowed for a time is taken back now. From then on only admins allow changes, once or for a time."
          action="Let admins allow changes"
          onConfirm={() => void change(true)}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  );
}
