'use client';

import type { ReactNode } from 'react';
import { TopBar } from '@/components/shell/top-bar';
import { useShell } from '@/components/shell/use-shell';

/** A page about people: what stands around it. */
export function PeoplePage({ title, about, nav, children }: { title: string; about: ReactNode; nav?: ReactNode; children: ReactNode }) {
  const shell = useShell([]);
  return (
    <>
      <TopBar onMenu={() => shell.open('menu')} />
      {nav && <div className="mx-auto w-full max-w-5xl px-4 pt-4">{nav}</div>}
      <main className={nav ? 'mx-auto w-full max-w-5xl px-4 pt-6 pb-24' : 'mx-auto w-full max-w-2xl px-4 pt-8 pb-24'}>
        <div className="flex max-w-2xl flex-col gap-12">
          <div>
            <h1 className="text-2xl font-semibold tracking-tight break-words">{title}</h1>
            <p className="mt-1 text-sm break-words text-muted-foreground">{about}</p>
          </div>
          {children}
        </div>
      </main>
      {shell.dialogs}
    </>
  );
}

/** A part of it, with its name above and perhaps a button beside that. */
export function Part({ id, title, action, children }: { id: string; title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <div className="mb-3 flex min-h-8 items-center gap-3">
        <h2 id={id} className="flex-1 text-sm font-medium text-muted-foreground">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
