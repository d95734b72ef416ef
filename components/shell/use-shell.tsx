'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Command } from './command-menu';
import { isTyping } from './keys';

// Neither is on the screen until it's asked for, so neither is in the first load.
const CommandMenu = dynamic(() => import('./command-menu').then((module) => module.CommandMenu), { ssr: false });
const KeysDialog = dynamic(() => import('./keys-dialog').then((module) => module.KeysDialog), { ssr: false });

export type ShellKey = 'menu' | 'help';

/** The command menu and the table of keys, with the keys that open them. A page renders `dialogs` once. */
export function useShell(commands: Command[]): { open(what: ShellKey): void; dialogs: ReactNode } {
  const [menu, setMenu] = useState<boolean | null>(null);
  const [help, setHelp] = useState<boolean | null>(null);
  const open = useCallback((what: ShellKey) => (what === 'menu' ? setMenu(true) : setHelp(true)), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setMenu((before) => !before);
      } else if (event.key === '?' && !isTyping(event.target)) setHelp(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const dialogs = (
    <>
      {menu !== null && <CommandMenu open={menu} onOpenChange={setMenu} commands={commands} onShowKeys={() => setHelp(true)} />}
      {help !== null && <KeysDialog open={help} onOpenChange={setHelp} />}
    </>
  );
  return { open, dialogs };
}
