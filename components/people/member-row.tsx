'use client';

import { EllipsisIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { PersonAvatar } from '@/components/shell/person-avatar';
import { useStanding } from '@/components/shell/standing';
import { Button } from '@/components/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { type Member, removeMember, setRole, transferTeam } from '@/lib/client/people';
import type { Role } from '@/lib/program/role';
import { ROLE_IN_WORDS, rolesToGive } from './words';

const ConfirmDialog = dynamic(() => import('@/components/shell/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });

const DeleteMember = dynamic(() => import('./delete-member').then((module) => module.DeleteMember), { ssr: false });

/** Somebody of the team: what they are in it, and what the viewer may do about that. */
export function MemberRow({ member, isSelf }: { member: Member; isSelf: boolean }) {
  const router = useRouter();
  const { team } = useStanding();
  const [chosen, setChosen] = useState<Role | null>(null);
  const [asking, setAsking] = useState<'remove' | 'transfer' | 'delete' | null>(null);
  if (chosen === member.role) setChosen(null);
  const roles = isSelf ? [] : rolesToGive(team.role, member.role);
  const { title } = ROLE_IN_WORDS[member.role];

  const change = (what: string, work: Promise<void>, done: string) =>
    work.then(
      () => {
        notify(done);
        router.refresh();
      },
      (error: Error) => {
        setChosen(null);
        notifyFailure(`${what} ${error.message}`);
        router.refresh();
      },
    );
  const give = (role: Role) => {
    setChosen(role);
    void change(`${member.name} is still ${withArticle(title)}.`, setRole(member.id, role), `${member.name} is ${withArticle(ROLE_IN_WORDS[role].title)} now.`);
  };

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <PersonAvatar name={member.name} />
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate text-sm font-medium">
          {member.name}
          {isSelf && <span className="font-normal text-muted-foreground"> (you)</span>}
        </p>
        <p className="truncate text-xs text-muted-foreground" title={member.email}>
          {member.email}
        </p>
      </div>
      {roles.length === 0 ? (
        <p className="text-sm text-muted-foreground">{title}</p>
      ) : (
        <div className="ml-auto flex items-center gap-1">
          <Select value={chosen ?? member.role} onValueChange={(role) => give(role as Role)} disabled={chosen !== null}>
            <SelectTrigger size="sm" aria-label={`Role of ${member.name}`}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent align="end">
              {roles.map((role) => (
                <SelectItem key={role} value={role}>
                  {ROLE_IN_WORDS[role].title}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button size="icon-sm" variant="ghost" aria-label={`More about ${member.name}`}>
                <EllipsisIcon />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              {team.role === 'owner' && (
                <>
                  <DropdownMenuItem onSelect={() => setAsking('transfer')}>Hand the team to them</DropdownMenuItem>
                  <DropdownMenuSeparator />
                </>
              )}
              <DropdownMenuItem variant="destructive" onSelect={() => setAsking('remove')}>
                Remove from the team
              </DropdownMenuItem>
              <DropdownMenuItem variant="destructive" onSelect={() => setAsking('delete')}>
                Delete everything of theirs…
              </DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
        </div>
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          title={`Remove ${member.name} from ${team.name}?`}
          detail="They see nothing of this team from now on. What they made in it stays here; their links to it and their open invitations end. They can be invited again."
          action="Remove"
          onConfirm={() => void change(`${member.name} was not removed.`, removeMember(member.id), `${member.name} was removed.`)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'delete' && <DeleteMember id={member.id} name={member.name} onClose={() => setAsking(null)} />}
      {asking === 'transfer' && (
        <ConfirmDialog
          title={`Hand ${team.name} to ${member.name}?`}
          detail={`${member.name} becomes an owner of this team and you become an admin. Only an owner can make you one again.`}
          action="Hand it over"
          onConfirm={() => void change('You are still an owner.', transferTeam(member.id), `${member.name} owns ${team.name} now. You are an admin.`)}
          onClose={() => setAsking(null)}
        />
      )}
    </li>
  );
}

function withArticle(role: string): string {
  return `${/^[AO]/.test(role) ? 'an' : 'a'} ${role.toLowerCase()}`;
}
