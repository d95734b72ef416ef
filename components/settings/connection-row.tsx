'use client';

import { EllipsisIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { RelativeTime } from '@/components/shell/relative-time';
import { Button } from '@/components/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { refreshConnection, removeConnection, testConnection } from '@/lib/client/connections';
import type { ListedConnection } from '@/lib/connection/added';
import { ConnectionForm } from './connection-form';
import { ConnectionFunctions } from './connection-functions';
import { FailureText } from './failure-text';

const ConfirmDialog = dynamic(() => import('@/components/shell/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });

/** A connection: what it is, who uses it, and what can be done about it. */
export function ConnectionRow({ connection, opened, onChanged }: { connection: ListedConnection; opened: boolean; onChanged(): void }) {
  const [open, setOpen] = useState<'form' | 'functions' | null>(opened ? 'form' : null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<{ ok: boolean; message: string } | null>(null);

  const test = async () => {
    setBusy(true);
    setResult(await testConnection(connection.id).catch((error: Error) => ({ ok: false, message: error.message })));
    setBusy(false);
  };
  const refresh = async () => {
    setBusy(true);
    await refreshConnection(connection.id).then(
      () => notify(`${connection.title} was read anew.`),
      (error: Error) => notifyFailure(`${connection.title} was not read anew. ${error.message}`),
    );
    setBusy(false);
    onChanged();
  };
  const remove = () =>
    removeConnection(connection.id).then(
      () => {
        notify(`${connection.title} and its keys were removed.`);
        onChanged();
      },
      (error: Error) => notifyFailure(`${connection.title} was not removed. ${error.message}`),
    );

  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-48">
          <h3 className="truncate text-sm font-medium">{connection.title}</h3>
          <p className="truncate text-xs text-muted-foreground">
            <span className="font-mono">{connection.name}</span>
            {connection.place && ` ${connection.place}`}
            {connection.lacking.map((what) => ` · ${what}`)}
          </p>
        </div>
        <Button size="sm" variant="outline" onClick={test} disabled={busy || connection.failure !== undefined}>
          {busy ? 'Asking…' : 'Test'}
        </Button>
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button size="icon-sm" variant="ghost" aria-label={`More about ${connection.title}`}>
              <EllipsisIcon />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem onSelect={() => setOpen('form')}>Change</DropdownMenuItem>
            {'reads' in connection.offers && (
              <DropdownMenuItem onSelect={() => setOpen(open === 'functions' ? null : 'functions')}>{open === 'functions' ? 'Hide its functions' : 'Show its functions'}</DropdownMenuItem>
            )}
            {connection.refreshable && <DropdownMenuItem onSelect={() => void refresh()}>Read it anew</DropdownMenuItem>}
            <DropdownMenuItem variant="destructive" onSelect={() => setAsking(true)}>
              Remove
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      </div>
      <About connection={connection} />
      {result && (
        <p role="status" className="mt-2 text-xs text-success">
          {result.ok ? result.message : <FailureText text={result.message} className="text-xs" />}
        </p>
      )}
      {open === 'functions' && <ConnectionFunctions id={connection.id} onChanged={onChanged} />}
      {open === 'form' && (
        <ConnectionForm
          connection={connection}
          onCancel={() => setOpen(null)}
          onChanged={() => {
            setOpen(null);
            setResult(null);
            onChanged();
          }}
        />
      )}
      {asking && (
        <ConfirmDialog
          title={`Remove ${connection.title}?`}
          detail="What is stored of it here is deleted, keys too. Interfaces that ask it will say that it’s gone."
          action="Remove"
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function About({ connection: { failure, notes, programs, offers, describedAt } }: { connection: ListedConnection }) {
  if (failure) return <p className="mt-1 text-xs break-words text-destructive">{failure}</p>;
  return (
    <div className="mt-1 grid gap-1 text-xs text-muted-foreground">
      <p>
        {'tables' in offers ? count(offers.tables, 'table') : `${count(offers.reads, 'function')} to read, ${count(offers.writes, 'function')} to change things`}. Read <RelativeTime iso={describedAt} />.
      </p>
      {programs.length > 0 && (
        <p className="text-pretty">
          Used by{' '}
          {programs.map(({ id, title }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link href={`/p/${id}`} className="rounded-sm text-foreground underline decoration-border underline-offset-2 outline-none hover:decoration-foreground focus-visible:ring-2 focus-visible:ring-ring">
                {title}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
      {notes.length > 0 && (
        <details>
          <summary className="w-fit cursor-pointer rounded-sm outline-none focus-visible:ring-2 focus-visible:ring-ring">{count(notes.length, 'thing')} to know about it</summary>
          <ul className="mt-1 list-disc pl-4">
            {notes.map((note) => (
              <li key={note} className="break-words">
                {note}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function count(number: number, what: string): string {
  return `${number.toLocaleString()} ${what}${number === 1 ? '' : 's'}`;
}
