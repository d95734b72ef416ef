'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { useStanding } from '@/components/shell/standing';
import { Button } from '@/components/ui/button';
import { type Member, deleteTeam, leaveTeam, makeTeam, renameTeam } from '@/lib/client/people';
import { isAtLeast } from '@/lib/program/role';
import { NameForm } from './name-form';
import { Part } from './people-page';

const ConfirmDialog = dynamic(() => import('@/components/shell/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });
const DeleteDialog = dynamic(() => import('./delete-dialog').then((module) => module.DeleteDialog<{ email: string }>), { ssr: false });

/** The team's name, the way out of it, and another one. */
export function TeamItself({ members }: { members: readonly Member[] }) {
  const router = useRouter();
  const { person, team, teams } = useStanding();
  const [leaving, setLeaving] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [making, setMaking] = useState(false);

  const rename = async (name: string) => {
    await renameTeam(name);
    notify(`The team is called ${name} now.`);
    router.refresh();
  };
  // Everything on the page is the team's.
  const home = () => location.assign('/');
  const isAlone = members.length === 1;
  // A team always has an owner.
  const isNeeded = team.role === 'owner' && members.filter(({ role }) => role === 'owner').length === 1;
  const leave = () => leaveTeam(team.id).then(home, (error: Error) => notifyFailure(`You are still in ${team.name}. ${error.message}`));

  return (
    <Part id="this-team" title="This team">
      <div className="case divide-y">
        {isAtLeast(team.role, 'admin') && (
          <div className="p-4">
            <NameForm label="Name" name={team.name} action="Rename" onSave={rename} />
          </div>
        )}
        {isAlone ? (
          <Choice title="Delete this team" detail={teams.length > 1 ? 'Nobody else is in it. Everything in it is deleted.' : 'Nobody else is in it, and it’s the only team you have: it goes with your account, which is deleted under Account.'}>
            {teams.length > 1 && (
              <Button size="sm" variant="outline" onClick={() => setDeleting(true)}>
                Delete the team…
              </Button>
            )}
          </Choice>
        ) : isNeeded ? (
          <Choice title="Leave this team" detail="You are its only owner. To leave, hand it to somebody in the list above, or make them an owner too." />
        ) : (
          <Choice title="Leave this team" detail="What you made in it stays with the team, for you to come back to if you’re invited again.">
            <Button size="sm" variant="outline" onClick={() => setLeaving(true)}>
              Leave
            </Button>
          </Choice>
        )}
        {making ? (
          <div className="p-4">
            <NameForm label="Name of the other team" action="Make it" onSave={(name) => makeTeam(name).then(home)} onCancel={() => setMaking(false)} />
          </div>
        ) : (
          <Choice title="Make another team" detail="With its own people, interfaces, connections and models. You own it, and switch between your teams in the menu above.">
            <Button size="sm" variant="outline" onClick={() => setMaking(true)}>
              Make a team
            </Button>
          </Choice>
        )}
      </div>
      {leaving && (
        <ConfirmDialog
          title={`Leave ${team.name}?`}
          detail={`${teams.length > 1 ? 'You see nothing of it from now on' : 'It’s the only team you are in: you see nothing here from now on'}, unless somebody invites you again. Links and invitations that you made for it end, and nobody opens your private interfaces while you’re away.`}
          action="Leave"
          onConfirm={() => void leave()}
          onClose={() => setLeaving(false)}
        />
      )}
      {deleting && person && (
        <DeleteDialog
          title={`Delete ${team.name}?`}
          action="Delete the team"
          load={async () => ({ email: person.email })}
          onDelete={(typed) => deleteTeam(team.id, typed).then(home)}
          onClose={() => setDeleting(false)}
        >
          {() => (
            <ul className="grid list-disc gap-1 pl-5 text-pretty">
              <li>Its interfaces are deleted, with their links, and so are its files, connections, models and rules.</li>
              <li>Its ledger and its audit log are deleted too.</li>
              <li>Your account and your other teams stay.</li>
            </ul>
          )}
        </DeleteDialog>
      )}
    </Part>
  );
}

function Choice({ title, detail, children }: { title: string; detail: string; children?: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
      <div className="min-w-0 flex-1 basis-48">
        <p className="text-sm font-medium">{title}</p>
        <p className="text-xs text-pretty text-muted-foreground">{detail}</p>
      </div>
      {children}
    </div>
  );
}
