'use client';

import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { SettingsNav } from '@/components/settings/settings-nav';
import { useStanding } from '@/components/shell/standing';
import { Button } from '@/components/ui/button';
import type { Invitation, Member } from '@/lib/client/people';
import { isAtLeast } from '@/lib/program/role';
import { InviteForm } from './invite-form';
import { InvitationRow } from './invitation-row';
import { MemberRow } from './member-row';
import { Part, PeoplePage } from './people-page';
import { TeamItself } from './team-itself';
import { ROLE_IN_WORDS } from './words';

export type TeamProps = { members: Member[]; invitations: Invitation[]; /** Whether mail leaves this server. */ sendsMail: boolean };

/** Who is in the team, who is asked to come, and the team itself. */
export function Team({ members, invitations, sendsMail }: TeamProps) {
  const { person, team } = useStanding();
  const [inviting, setInviting] = useState(false);
  const isAdmin = isAtLeast(team.role, 'admin');
  const { title, detail } = ROLE_IN_WORDS[team.role];
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name;

  return (
    <PeoplePage nav={<SettingsNav />} title={team.name} about={`You are ${/^[AEIOU]/.test(title) ? 'an' : 'a'} ${title.toLowerCase()} of this team. ${detail}`}>
      <Part
        id="members"
        title={members.length === 1 ? 'One person' : `${members.length.toLocaleString()} people`}
        action={
          isAdmin &&
          !inviting && (
            <Button size="sm" variant="outline" onClick={() => setInviting(true)}>
              <PlusIcon /> Invite
            </Button>
          )
        }
      >
        {inviting && <InviteForm sendsMail={sendsMail} onClose={() => setInviting(false)} />}
        <ul className="case divide-y overflow-hidden" aria-labelledby="members">
          {members.map((member) => (
            <MemberRow key={member.id} member={member} isSelf={member.id === person?.id} />
          ))}
        </ul>
      </Part>
      {invitations.length > 0 && (
        <Part id="invitations" title="Open invitations">
          <ul className="case divide-y overflow-hidden" aria-labelledby="invitations">
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} by={nameOf(invitation.invitedBy)} />
            ))}
          </ul>
        </Part>
      )}
      <TeamItself members={members} />
    </PeoplePage>
  );
}
