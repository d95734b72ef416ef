'use client';

import { Entry } from '@/components/entry/entry';
import { Failure } from '@/components/shell/failure';
import { useStanding } from '@/components/shell/standing';
import { useAttempt } from '@/components/shell/use-attempt';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { type RemixPlan, remixLink } from '@/lib/client/library';
import { lookAtTeam } from '@/lib/client/people';
import { isAtLeast } from '@/lib/program/role';
import { NEEDS_REPAIR, REMIX_IN_WORDS, RemixConnections, RemixProblems } from './remix-parts';
import { useRemix } from './use-remix';

/** Makes what a link shows an interface of one's own, in the team that is looked at or another one of theirs. */
export function RemixFromLink({ title, plan, link }: { title: string; plan: RemixPlan; link: { token: string; ticket: string } }) {
  const { team, teams } = useStanding();
  const { made, chosen, failure, busy, choose, make, open } = useRemix((connections) => remixLink(link, connections));
  const mayMake = isAtLeast(team.role, 'member');

  if (made) {
    return (
      <Entry title="It needs a repair" detail={NEEDS_REPAIR}>
        <RemixProblems diagnostics={made.diagnostics} />
        <Button autoFocus onClick={() => open(made.programId)}>
          Open the remix
        </Button>
      </Entry>
    );
  }
  return (
    <Entry title={`Remix “${title}”`} detail={mayMake ? REMIX_IN_WORDS : `In ${team.name} you open what others made. Interfaces are made by its members.`}>
      {mayMake && plan.missing.length > 0 && <RemixConnections plan={plan} chosen={chosen} onChoose={choose} />}
      <Failure>{failure}</Failure>
      <div className="grid gap-2">
        {mayMake && (
          <Button autoFocus={plan.missing.length === 0} disabled={busy} onClick={() => void make()}>
            {busy && <Spinner />} {teams.length > 1 ? `Make it in ${team.name}` : 'Make the remix'}
          </Button>
        )}
        <OtherTeams teams={teams.filter(({ id, role }) => id !== team.id && isAtLeast(role, 'member'))} />
        <Button asChild variant={mayMake ? 'ghost' : 'outline'}>
          <a href={`/s/${link.token}`}>Back to the link</a>
        </Button>
      </div>
    </Entry>
  );
}

/** The page again, for another team: other connections are there. */
function OtherTeams({ teams }: { teams: readonly { id: string; name: string }[] }) {
  const { busy, failure, run } = useAttempt();
  return (
    <>
      {teams.map(({ id, name }) => (
        <Button key={id} variant="outline" disabled={busy} onClick={() => void run(() => lookAtTeam(id).then(() => location.reload()))}>
          Make it in {name} instead
        </Button>
      ))}
      <Failure>{failure}</Failure>
    </>
  );
}
