'use client';

import type { ReactNode } from 'react';
import type { Command } from '@/components/shell/command-menu';
import { TopBar } from '@/components/shell/top-bar';
import { useShell } from '@/components/shell/use-shell';
import { SettingsNav } from './settings-nav';

const NONE: Command[] = [];

export type SettingsPageProps = {
  title: string;
  /** Beside the title: what can be done with all of it. */
  actions?: ReactNode;
  commands?: Command[];
  children: ReactNode;
};

/** A page of settings: the way to the others, its title, and what it is about. */
export function SettingsPage({ title, actions, commands = NONE, children }: SettingsPageProps) {
  const shell = useShell(commands);
  return (
    <>
      <TopBar onMenu={() => shell.open('menu')} />
      <main className="mx-auto w-full max-w-5xl px-4 pt-4 pb-24">
        <SettingsNav />
        <div className="mt-6 mb-6 flex flex-wrap items-center gap-3">
          <h1 className="flex-1 text-2xl font-semibold tracking-tight">{title}</h1>
          {actions}
        </div>
        {children}
      </main>
      {shell.dialogs}
    </>
  );
}
