'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { type NewModel, addModel } from '@/lib/client/models';

type Provider = NewModel['provider'];

const PROVIDERS: Record<Provider, { title: string; model: string; address?: string }> = {
  anthropic: { title: 'Anthropic', model: 'claude-…' },
  openai: { title: 'OpenAI', model: 'gpt-…' },
  google: { title: 'Google', model: 'gemini-…' },
  gateway: { title: 'AI Gateway', model: 'provider/model' },
  'openai-compatible': { title: 'OpenAI-compatible server', model: 'the name the server gives it', address: 'https://models.example.com/v1' },
};

/** Connects a model by hand. What is refused is said under the form, and what was typed stays. */
export function AddModel({ onAdded, onCancel }: { onAdded(): void; onCancel(): void }) {
  const id = useId();
  const [provider, setProvider] = useState<Provider>('anthropic');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { model, address } = PROVIDERS[provider];

  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? '').trim() || undefined;
    setBusy(true);
    setFailure(null);
    try {
      await addModel({ provider, model: field('model') ?? '', baseUrl: field('address'), key: field('key') });
      onAdded();
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };

  return (
    <form onSubmit={add} className="case mb-4 grid gap-4 p-4 sm:grid-cols-2">
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-provider`}>Provider</Label>
        <Select value={provider} onValueChange={(value) => setProvider(value as Provider)}>
          <SelectTrigger id={`${id}-provider`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {Object.entries(PROVIDERS).map(([value, { title }]) => (
              <SelectItem key={value} value={value}>
                {title}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-model`}>Model</Label>
        <Input id={`${id}-model`} name="model" required placeholder={model} spellCheck={false} autoComplete="off" />
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-key`}>{address ? 'Key (if the server wants one)' : 'Key'}</Label>
        <Input id={`${id}-key`} name="key" type="password" required={!address} autoComplete="off" spellCheck={false} />
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-address`}>{address ? 'Address' : 'Address (only for a proxy of your own)'}</Label>
        <Input id={`${id}-address`} name="address" type="url" required={address !== undefined} placeholder={address} spellCheck={false} autoComplete="off" />
      </div>
      {failure && (
        <p role="alert" className="text-sm text-destructive sm:col-span-2">
          {failure}
        </p>
      )}
      <div className="flex gap-2 sm:col-span-2">
        <Button type="submit" disabled={busy}>
          {busy ? 'Connecting…' : 'Connect'}
        </Button>
        <Button type="button" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
