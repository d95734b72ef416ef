'use client';

import { type FormEvent, useId, useState } from 'react';
import { Failure } from '@/components/shell/failure';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { useAttempt } from '@/components/shell/use-attempt';

/** As long as the store takes it. */
const MAX_NAME_LENGTH = 80;

export type NameFormProps = { label: string; name?: string; action: string; autoComplete?: string; placeholder?: string; onSave(name: string): Promise<unknown>; onCancel?(): void };

/** One name, to be given or changed. What is refused is said under it, and what was typed stays. */
export function NameForm({ label, name = '', action, autoComplete = 'off', placeholder, onSave, onCancel }: NameFormProps) {
  const id = useId();
  const [text, setText] = useState(name);
  const { busy, failure, run } = useAttempt();
  const wanted = text.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== '' && wanted !== name) void run(() => onSave(wanted));
  };
  return (
    <form onSubmit={save} className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <div className="flex flex-wrap gap-2">
        <Input id={id} value={text} onChange={(event) => setText(event.target.value)} required maxLength={MAX_NAME_LENGTH} autoComplete={autoComplete} placeholder={placeholder} autoFocus={onCancel !== undefined} className="flex-1 basis-48" />
        <Button type="submit" variant="outline" disabled={busy || wanted === '' || wanted === name}>
          {busy ? 'One moment…' : action}
        </Button>
        {onCancel && (
          <Button type="button" variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      <Failure>{failure}</Failure>
    </form>
  );
}
