'use client';

import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ListedApi } from '@/lib/connection/apis';
import { AddConnection } from './add-connection';
import { ConnectionRow } from './connection-row';

/** The APIs that interfaces may ask, and the form that connects one more. */
export function Connections({ apis, onChanged }: { apis: ListedApi[]; onChanged(): void }) {
  const [adding, setAdding] = useState(false);
  /** One that has just come is shown open: it may need a key. */
  const [newest, setNewest] = useState<string | null>(null);
  return (
    <section aria-labelledby="connections">
      <div className="mb-3 flex items-center gap-3">
        <h2 id="connections" className="flex-1 text-sm font-medium text-muted-foreground">
          Connections
        </h2>
        {!adding && (
          <Button size="sm" variant="outline" onClick={() => setAdding(true)}>
            <PlusIcon /> Connect an API
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
      {apis.length > 0 ? (
        <ul className="case divide-y overflow-hidden">
          {apis.map((api) => (
            <ConnectionRow key={api.id} api={api} opened={api.id === newest} onChanged={onChanged} />
          ))}
        </ul>
      ) : (
        !adding && (
          <p className="rounded-xl border border-dashed px-4 py-3 text-sm text-pretty text-muted-foreground">
            Connect an API by its OpenAPI or Swagger specification, and interfaces can ask it. They read; nothing outside is changed.
          </p>
        )
      )}
    </section>
  );
}
