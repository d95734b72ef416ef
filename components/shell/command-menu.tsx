'use client';

import { useTheme } from 'next-themes';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { findPrograms } from '@/lib/client/library';
import { CommandDialog, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from '@/components/ui/command';
import { settingsPagesFor } from '@/components/settings/settings-pages';
import { isAtLeast } from '@/lib/program/role';
import { signOutHere } from './sign-out';
import { useStanding } from './standing';

export type Command = { id: string; title: string; group?: string; shortcut?: string; run(): void; /** What the server found it by: nothing that is shown has to match. */ found?: string };

/** A word that is being typed is no question yet. */
const ASK_AFTER_MS = 150;

/** ⌘K: everything that has a name. A page adds its own commands to those that work everywhere. */
export function CommandMenu(props: { open: boolean; onOpenChange(open: boolean): void; commands: Command[]; onShowKeys(): void }) {
  const router = useRouter();
  const standing = useStanding();
  const { resolvedTheme, setTheme } = useTheme();
  const { person, team } = standing;
  const [asked, setAsked] = useState('');
  const [programs, setPrograms] = useState<{ id: string; title: string }[]>([]);

  useEffect(() => {
    if (!props.open) return;
    let stale = false;
    const ask = async () => {
      const found = await findPrograms({ words: asked.trim() }).catch(() => ({ programs: [] }));
      if (!stale) setPrograms(found.programs);
    };
    const timer = setTimeout(() => void ask(), asked === '' ? 0 : ASK_AFTER_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [props.open, asked]);

  const everywhere: Command[] = [
    { id: 'home', title: isAtLeast(team.role, 'member') ? 'New interface' : 'Home', run: () => router.push('/') },
    { id: 'all', title: 'All interfaces', run: () => router.push('/all') },
    ...settingsPagesFor(standing).filter((page) => !page.isElsewhere).map(({ path, title, command }) => ({ id: path, title: command ?? title, run: () => router.push(path) })),
    ...(person
      ? [
          { id: 'team', title: `Team: ${team.name}`, run: () => router.push('/team') },
          { id: 'account', title: 'Account', run: () => router.push('/account') },
        ]
      : []),
    { id: 'theme', title: resolvedTheme === 'dark' ? 'Light theme' : 'Dark theme', run: () => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark') },
    { id: 'keys', title: 'Keys', shortcut: '?', run: props.onShowKeys },
    ...(person ? [{ id: 'sign-out', title: 'Sign out', run: signOutHere }] : []),
  ];
  const run = (command: Command) => {
    props.onOpenChange(false);
    command.run();
  };

  return (
    <CommandDialog open={props.open} onOpenChange={props.onOpenChange} title="Command menu" description="Find a command or an interface">
      <CommandInput placeholder="Find a command or an interface…" value={asked} onValueChange={setAsked} />
      <CommandList>
        <CommandEmpty>Nothing of that name.</CommandEmpty>
        {props.commands.length > 0 && <Group title="Here" commands={props.commands} onRun={run} />}
        <Group title="Everywhere" commands={everywhere} onRun={run} />
        {programs.length > 0 && (
          <Group
            title="Interfaces"
            commands={programs.map(({ id, title }) => ({ id: `program-${id}`, title, found: asked, run: () => router.push(`/p/${id}`) }))}
            onRun={run}
          />
        )}
      </CommandList>
    </CommandDialog>
  );
}

function Group({ title, commands, onRun }: { title: string; commands: Command[]; onRun(command: Command): void }) {
  return (
    <CommandGroup heading={title}>
      {commands.map((command) => (
        <CommandItem key={command.id} value={`${command.title} ${command.id}`} keywords={command.found ? [command.found] : undefined} onSelect={() => onRun(command)}>
          {command.title}
          {command.shortcut && <kbd className="ml-auto font-mono text-xs text-muted-foreground">{command.shortcut}</kbd>}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
