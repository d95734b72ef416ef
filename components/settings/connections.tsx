'use client';

import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ListedConnection } from '@/lib/connection/added';
import { AddConnection } from './add-connection';
import { ConnectionRow } from './connection-row';

/** What interfaces may ask beside files, and the form that connects one more. */
export function Connections({ connections, onChanged }: { connections: ListedConnection[]; onChanged(): void }) {
  const [adding, setAdding] = useState(false);
  /** An API that has just come is shown open: it may need a key. */
  const [newest, setNewest] = useState<string | null>(null);
  return (
    <section aria-labelledby="connections">
      <div className="mb-3 flex items-center gap-3">
        <h2 id="connections" className="flex-1 text-sm font-medium text-muted-foreground">
          Connections
        </h2>
        {!adding && (
          <Button size="sm" variant="outline" onClick={() => setAdding(true)}>
            <PlusIcon /> Add a connection
          </Button>
        )}
      </div>
      {adding && (
        <AddConnection
          onCancel={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false);
            setNewest(id);
            onChanged();
          }}
        />
      )}
      {connections.length > 0 ? (
        <ul className="case divide-y overflow-hidden">
          {connections.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} opened={connection.id === newest && 'reads' in connection.offers} onChanged={onChanged} />
          ))}
        </ul>
      ) : (
        !adding && (
          <p className="rounded-xl border border-dashed px-4 py-3 text-sm text-pretty text-muted-foreground">
            Connect a database, an API or an MCP server, and interfaces can ask it. You are asked once before one reads it, and each time before one changes anything outside.
          </p>
        )
      )}
    </section>
  );
}
