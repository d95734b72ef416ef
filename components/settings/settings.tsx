'use client';

import { ChevronRightIcon } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo, useRef } from 'react';
import { FileDrop, type FileDropHandle } from '@/components/files/file-drop';
import { ConnectedData, type ConnectedTable } from '@/components/home/connected-data';
import type { Command } from '@/components/shell/command-menu';
import { TopBar } from '@/components/shell/top-bar';
import { useStanding } from '@/components/shell/standing';
import { useShell } from '@/components/shell/use-shell';
import type { ModelChoice } from '@/lib/model/choices';
import type { ListedConnection } from '@/lib/connection/added';
import type { SavedModel } from '@/lib/model/saved';
import type { KnownTerm } from '@/lib/client/terms';
import { Connections } from './connections';
import { Models } from './models';
import { type Readable, Reading } from './reading';
import { SettingsNav } from './settings-nav';
import { Words } from './words';
import { Workspaces } from './workspaces';

export type SettingsProps = {
  models: ModelChoice[];
  saved: SavedModel[];
  connections: ListedConnection[];
  tables: ConnectedTable[];
  readable: Readable[];
  terms: KnownTerm[];
  /** Whether interfaces may be opened as a project in the browser; `fixed` where the environment says so. */
  workspaces: { on: boolean; fixed: boolean };
  /** Where everything is kept, in words: a folder or a database's host. */
  keptIn: string;
};

/** Models and data: what writes, and what can be asked about. */
export function Settings(props: SettingsProps) {
  const router = useRouter();
  const { person } = useStanding();
  const drop = useRef<FileDropHandle>(null);
  const commands = useMemo<Command[]>(
    () => [
      { id: 'home', title: 'Go home', run: () => router.push('/') },
      { id: 'file', title: 'Add a file', run: () => drop.current?.choose() },
    ],
    [router],
  );
  const shell = useShell(commands);
  return (
    <FileDrop ref={drop} onAdded={() => router.refresh()}>
      <TopBar onMenu={() => shell.open('menu')} />
      <main className="mx-auto w-full max-w-5xl px-4 pt-4 pb-24">
        <SettingsNav />
        <div className="mt-6 flex max-w-2xl flex-col gap-12">
          <h1 className="text-2xl font-semibold tracking-tight">Models and data</h1>
          <Models models={props.models} saved={props.saved} onChanged={() => router.refresh()} />
          <Connections connections={props.connections} onChanged={() => router.refresh()} />
          <ConnectedData tables={props.tables} onAddFile={() => drop.current?.choose()} onRemoved={() => router.refresh()} />
          <Words terms={props.terms} onChanged={() => router.refresh()} />
          <Reading connections={props.readable} />
          <Workspaces {...props.workspaces} />
          {person === null && (
            <section aria-labelledby="people">
              <h2 id="people" className="mb-3 text-sm font-medium text-muted-foreground">
                People
              </h2>
              <Link href="/settings/open" className="case group flex items-center gap-3 px-4 py-3 outline-none hover:border-foreground/25 focus-visible:ring-2 focus-visible:ring-ring">
                <span className="min-w-0 flex-1">
                  <span className="block text-sm font-medium">Open to my team</span>
                  <span className="block text-xs text-pretty text-muted-foreground">Accounts, invitations and roles. Until then this Vitrine is one person’s, on this machine.</span>
                </span>
                <ChevronRightIcon className="size-4 shrink-0 text-muted-foreground" aria-hidden="true" />
              </Link>
            </section>
          )}
          <p className="text-sm text-muted-foreground">
            Interfaces, conversations and files are kept in <span className="font-mono break-all">{props.keptIn}</span>. Keys are encrypted there.
          </p>
        </div>
      </main>
      {shell.dialogs}
    </FileDrop>
  );
}
