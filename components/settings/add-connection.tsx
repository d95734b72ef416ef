'use client';

import { FileJsonIcon } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { addApi } from '@/lib/client/connections';

/** Connects an API by its specification's address or file. What is refused is said under the form, and what was typed stays. */
export function AddConnection({ onAdded, onCancel }: { onAdded(id: string): void; onCancel(): void }) {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [allowPrivate, setAllowPrivate] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const add = async (spec: Parameters<typeof addApi>[0]) => {
    setBusy(true);
    setFailure(null);
    try {
      onAdded((await addApi(spec, allowPrivate)).id);
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void add({ address: String(new FormData(event.currentTarget).get('address')) });
  };
  const pick = async (file: File | undefined) => {
    if (file) await add({ text: await file.text(), fileName: file.name });
    // The same file can be picked again once it was corrected.
    if (picker.current) picker.current.value = '';
  };

  return (
    <form onSubmit={submit} className="case mb-4 grid gap-4 p-4" aria-busy={busy}>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-address`}>Address of its OpenAPI or Swagger specification</Label>
        <Input id={`${id}-address`} name="address" type="url" required autoFocus placeholder="https://api.example.com/openapi.json" spellCheck={false} autoComplete="off" />
      </div>
      <div className="flex items-start gap-2">
        <Checkbox id={`${id}-private`} checked={allowPrivate} onCheckedChange={(checked) => setAllowPrivate(checked === true)} className="mt-0.5" />
        <Label htmlFor={`${id}-private`} className="grid gap-0.5 leading-snug font-normal">
          It is on this machine or in a private network
          <span className="text-xs text-muted-foreground">Otherwise such addresses are refused.</span>
        </Label>
      </div>
      {failure && (
        <p role="alert" className="text-sm text-destructive">
          {failure}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={busy}>
          {busy ? 'Reading…' : 'Connect'}
        </Button>
        <Button type="button" variant="outline" disabled={busy} onClick={() => picker.current?.click()}>
          <FileJsonIcon /> Choose a file
        </Button>
        <Button type="button" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label="Specification file"
          accept=".json,.yaml,.yml,application/json,application/yaml"
          onChange={(event) => void pick(event.target.files?.[0])}
        />
      </div>
    </form>
  );
}
