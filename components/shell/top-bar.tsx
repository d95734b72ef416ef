'use client';

import { CommandIcon, SettingsIcon } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { isAtLeast } from '@/lib/program/role';
import { Logo } from './logo';
import { PersonButton } from './person-button';
import { useStanding } from './standing';
import { ThemeButton } from './theme-button';

export function TopBar({ onMenu }: { onMenu(): void }) {
  const { team } = useStanding();
  return (
    <header className="flex h-13 items-center gap-1 px-3">
      <Link href="/" className="flex items-center gap-2 rounded-md p-1.5 font-medium outline-none focus-visible:ring-2 focus-visible:ring-ring">
        <Logo className="size-6" /> Vitrine
      </Link>
      <span className="flex-1" />
      <Button variant="ghost" size="icon" onClick={onMenu} aria-label="Command menu (Ctrl+K)" title="Command menu (Ctrl+K)">
        <CommandIcon />
      </Button>
      <ThemeButton />
      {isAtLeast(team.role, 'admin') && (
        <Button variant="ghost" size="icon" asChild>
          <Link href="/settings" aria-label="Models and data" title="Models and data">
            <SettingsIcon />
          </Link>
        </Button>
      )}
      <PersonButton />
    </header>
  );
}
