'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { changeConnection } from '@/lib/client/connections';
import type { ListedConnection } from '@/lib/connection/added';
import { FailureText } from './failure-text';
import { fieldsOf, formOf } from './kinds';
import { TextField } from './kinds/text-field';

/** What a person decides about a connection: what it's called, and what its kind wants to know. */
export function ConnectionForm({ connection, onChanged, onCancel }: { connection: ListedConnection; onChanged(): void; onCancel(): void }) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { ChangeFields, change } = formOf(connection.kind);

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = fieldsOf(event.currentTarget);
    setBusy(true);
    setFailure(null);
    try {
      await changeConnection(connection.id, { title: field('title'), ...change(field, connection) });
      onChanged();
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };

  return (
    <form onSubmit={save} className="mt-3 grid gap-4 border-t pt-4" aria-label={`Change ${connection.title}`}>
      <TextField id={`${id}-title`} label="Title" name="title" defaultValue={connection.title} required maxLength={200} />
      <ChangeFields id={id} connection={connection} />
      {failure && (
        <p role="alert">
          <FailureText text={failure} />
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" disabled={busy}>
          {busy ? 'Saving…' : 'Save'}
        </Button>
        <Button type="button" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
