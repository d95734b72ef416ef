'use client';

import { LogOutIcon, UserIcon, UsersIcon } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { lookAtTeam } from '@/lib/client/people';
import type { Standing } from '@/lib/program/standing';
import { notifyFailure } from './notify';
import { PersonAvatar } from './person-avatar';
import { signOutHere } from './sign-out';

/** Who is signed in, which team they look at, and the way out. */
export function PersonMenu({ person, team, teams, className }: { person: NonNullable<Standing['person']>; className?: string } & Pick<Standing, 'team' | 'teams'>) {
  const look = (teamId: string) => {
    if (teamId === team.id) return;
    // Everything on the page is the team's.
    lookAtTeam(teamId).then(
      () => location.assign('/'),
      (error: Error) => notifyFailure(`You still look at ${team.name}. ${error.message}`),
    );
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" className={className} aria-label={`${person.name}, ${team.name}`} title={`${person.name}, ${team.name}`}>
          <PersonAvatar name={person.name} className="size-7 text-[11px]" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-64">
        <div className="px-2 py-1.5">
          <p className="truncate text-sm font-medium">{person.name}</p>
          <p className="truncate text-xs text-muted-foreground">{person.email}</p>
        </div>
        <DropdownMenuSeparator />
        {teams.length > 1 && (
          <>
            <DropdownMenuLabel>Look at</DropdownMenuLabel>
            <DropdownMenuRadioGroup value={team.id} onValueChange={look} aria-label="Team">
              {teams.map(({ id, name }) => (
                <DropdownMenuRadioItem key={id} value={id}>
                  <span className="truncate">{name}</span>
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
            <DropdownMenuSeparator />
          </>
        )}
        <DropdownMenuItem asChild>
          <Link href="/team">
            <UsersIcon /> <span className="truncate">{teams.length > 1 ? 'Team' : team.name}</span>
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <Link href="/account">
            <UserIcon /> Account
          </Link>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={signOutHere}>
          <LogOutIcon /> Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
