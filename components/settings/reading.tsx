'use client';

import { useId, useState } from 'react';
import { notifyFailure } from '@/components/shell/notify';
import { Switch } from '@/components/ui/switch';
import { setReadFreely } from '@/lib/client/approvals';

/** A connection, and whether every interface may read it without asking. */
export type Readable = { name: string; title: string; freely: boolean };

/** Which connections interfaces ask before they read for the first time. Before they change anything they always ask. */
export function Reading({ connections }: { connections: Readable[] }) {
  return (
    <section aria-labelledby="reading">
      <h2 id="reading" className="mb-1 text-sm font-medium text-muted-foreground">
        Asking before reading
      </h2>
      <p className="mb-3 text-sm text-pretty text-muted-foreground">An interface asks you once for what it reads of a connection. Before it changes anything outside, it asks you each time.</p>
      <ul className="case divide-y overflow-hidden">
        {connections.map((connection) => (
          <Row key={connection.name} {...connection} />
        ))}
      </ul>
    </section>
  );
}

function Row({ name, title, freely }: Readable) {
  const id = useId();
  const [asks, setAsks] = useState(!freely);
  const change = (next: boolean) => {
    setAsks(next);
    setReadFreely(name, !next).catch((error: Error) => {
      setAsks(!next);
      notifyFailure(`Nothing was changed. ${error.message}`);
    });
  };
  return (
    <li className="flex min-h-11 items-center gap-3 px-4 py-2">
      <label htmlFor={id} className="min-w-0 flex-1 truncate text-sm">
        {title}
      </label>
      <span className="text-xs text-muted-foreground" aria-hidden="true">
        {asks ? 'asks first' : 'open to every interface'}
      </span>
      <Switch id={id} checked={asks} onCheckedChange={change} aria-label={`Interfaces ask before they read ${title}`} />
    </li>
  );
}
