'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { addConnection } from '@/lib/client/connections';
import type { KindName, NewConnection } from '@/lib/connection/added';
import { FailureText } from './failure-text';
import { KIND_FORMS, fieldsOf, formOf } from './kinds';

/** Connects something of a kind. What is refused is said under the form, and what was typed stays. */
export function AddConnection({ onAdded, onCancel }: { onAdded(id: string): void; onCancel(): void }) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [kind, setKind] = useState<KindName>('openapi');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { AddFields, given } = formOf(kind);

  const add = async (connection: NewConnection) => {
    setBusy(true);
    setFailure(null);
    try {
      onAdded((await addConnection(connection)).id);
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void add(given(fieldsOf(event.currentTarget)));
  };

  return (
    <form ref={form} onSubmit={submit} className="case mb-4 grid gap-4 p-4" aria-label="Add a connection" aria-busy={busy}>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-kind`}>What it is</Label>
        <Select
          value={kind}
          onValueChange={(value) => {
            setKind(value as KindName);
            setFailure(null);
          }}
        >
          <SelectTrigger id={`${id}-kind`} autoFocus className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {Object.entries(KIND_FORMS).map(([name, { title }]) => (
              <SelectItem key={name} value={name}>
                {title}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      <AddFields key={kind} id={id} busy={busy} add={(connection) => void add(connection)} allowsPrivate={() => fieldsOf(form.current!)('private') !== ''} />
      {failure && (
        <p role="alert">
          <FailureText text={failure} />
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={busy}>
          {busy ? 'Reading…' : 'Connect'}
        </Button>
        <Button type="button" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
