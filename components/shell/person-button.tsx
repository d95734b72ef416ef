'use client';

import dynamic from 'next/dynamic';
import { cn } from '@/components/ui/cn';
import { PersonAvatar } from './person-avatar';
import { useStanding } from './standing';

// Local mode has no people, and its pages need none of this.
const PersonMenu = dynamic(() => import('./person-menu').then((module) => module.PersonMenu), { ssr: false, loading: Waiting });

/** Opens the menu of whoever is signed in; nothing where nobody signs in. */
export function PersonButton({ className }: { className?: string }) {
  const { person, team, teams } = useStanding();
  if (!person) return null;
  return <PersonMenu person={person} team={team} teams={teams} className={cn('ml-1 rounded-full', className)} />;
}

/** Keeps the place until the menu can be opened. */
function Waiting() {
  const { person } = useStanding();
  return (
    <span className="ml-1 flex size-9 items-center justify-center">
      <PersonAvatar name={person?.name ?? ''} className="size-7 text-[11px]" />
    </span>
  );
}
