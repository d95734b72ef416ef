'use client';

import { useTheme } from 'next-themes';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { CommandDialog, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from '@/components/ui/command';
import { settingsPagesFor } from '@/components/settings/settings-pages';
import { isAtLeast } from '@/lib/program/role';
import { signOutHere } from './sign-out';
import { useStanding } from './standing';

export type Command = { id: string; title: string; group?: string; shortcut?: string; run(): void };

/** ⌘K: everything that has a name. A page adds its own commands to those that work everywhere. */
export function CommandMenu(props: { open: boolean; onOpenChange(open: boolean): void; commands: Command[]; onShowKeys(): void }) {
  const router = useRouter();
  const standing = useStanding();
  const { resolvedTheme, setTheme } = useTheme();
  const { person, team } = standing;
  const [programs, setPrograms] = useState<{ id: string; title: string }[]>([]);

  useEffect(() => {
    if (!props.open) return;
    fetch('/api/programs')
      .then((response) => (response.ok ? response.json() : { programs: [] }))
      .then((answer: { programs: { id: string; title: string }[] }) => setPrograms(answer.programs))
      .catch(() => setPrograms([]));
  }, [props.open]);

  const everywhere: Command[] = [
    { id: 'home', title: isAtLeast(team.role, 'member') ? 'New interface' : 'Home', run: () => router.push('/') },
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
      <CommandInput placeholder="Find a command or an interface…" />
      <CommandList>
        <CommandEmpty>Nothing of that name.</CommandEmpty>
        {props.commands.length > 0 && <Group title="Here" commands={props.commands} onRun={run} />}
        <Group title="Everywhere" commands={everywhere} onRun={run} />
        {programs.length > 0 && (
          <Group
            title="Interfaces"
            commands={programs.map(({ id, title }) => ({ id: `program-${id}`, title, run: () => router.push(`/p/${id}`) }))}
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
        <CommandItem key={command.id} value={`${command.title} ${command.id}`} onSelect={() => onRun(command)}>
          {command.title}
          {command.shortcut && <kbd className="ml-auto font-mono text-xs text-muted-foreground">{command.shortcut}</kbd>}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
