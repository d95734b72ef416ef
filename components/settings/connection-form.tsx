'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { changeApi } from '@/lib/client/connections';
import type { ListedApi } from '@/lib/connection/apis';
import type { Credential } from '@/lib/connector/openapi';

type Scheme = ListedApi['schemes'][number];

/** What a person decides about an API: what it's called, where it is, and the keys it's asked with. */
export function ConnectionForm({ api, onChanged, onCancel }: { api: ListedApi; onChanged(): void; onCancel(): void }) {
  const id = useId();
  const [allowPrivate, setAllowPrivate] = useState(api.allowPrivate);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? '').trim();
    setBusy(true);
    setFailure(null);
    try {
      const credentials = Object.fromEntries(api.schemes.flatMap((scheme) => credentialOf(scheme, field)));
      await changeApi(api.id, { title: field('title'), server: field('server'), allowPrivate, ...(Object.keys(credentials).length > 0 && { credentials }) });
      onChanged();
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };

  return (
    <form onSubmit={save} className="mt-3 grid gap-4 border-t pt-4" aria-label={`Change ${api.title}`}>
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-title`}>Title</Label>
          <Input id={`${id}-title`} name="title" defaultValue={api.title} required maxLength={200} autoComplete="off" />
        </div>
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-server`}>Server</Label>
          <Input id={`${id}-server`} name="server" type="url" defaultValue={api.server ?? ''} required list={`${id}-servers`} spellCheck={false} autoComplete="off" />
          <datalist id={`${id}-servers`}>
            {api.servers.map((server) => (
              <option key={server} value={server} />
            ))}
          </datalist>
        </div>
      </div>
      {api.schemes.length > 1 && <p className="text-sm text-muted-foreground">It can be told who asks in several ways. Fill in the one that you have.</p>}
      {api.schemes.map((scheme) => (
        <Key key={scheme.name} scheme={scheme} />
      ))}
      <div className="flex items-center gap-2">
        <Checkbox id={`${id}-private`} checked={allowPrivate} onCheckedChange={(checked) => setAllowPrivate(checked === true)} />
        <Label htmlFor={`${id}-private`} className="font-normal">
          It may be on this machine or in a private network
        </Label>
      </div>
      {failure && (
        <p role="alert" className="text-sm text-destructive">
          {failure}
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

/** The fields of one way to say who asks. What is stored isn't shown; left empty it stays. */
function Key({ scheme: { name, kind, description, isSet } }: { scheme: Scheme }) {
  const id = useId();
  const [first, second] = FIELDS[kind] ?? [];
  const placeholder = isSet ? 'Stored; leave empty to keep it' : '';
  const way = (
    <>
      {WAYS[kind]} <span className="font-mono text-xs font-normal text-muted-foreground">{name}</span>
    </>
  );
  if (!second) {
    return (
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-2`}>{way}</Label>
        {description && <p className="text-xs text-pretty text-muted-foreground">{description}</p>}
        <Input id={`${id}-2`} name={`${name}:2`} type="password" placeholder={placeholder} autoComplete="off" spellCheck={false} />
      </div>
    );
  }
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{way}</legend>
      {description && <p className="text-xs text-pretty text-muted-foreground">{description}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-1`}>{first}</Label>
          <Input id={`${id}-1`} name={`${name}:1`} placeholder={placeholder} autoComplete="off" spellCheck={false} />
        </div>
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-2`}>{second}</Label>
          <Input id={`${id}-2`} name={`${name}:2`} type="password" placeholder={placeholder} autoComplete="off" spellCheck={false} />
        </div>
      </div>
    </fieldset>
  );
}

const WAYS: Record<Scheme['kind'], string> = {
  header: 'Key in a header',
  query: 'Key in the address',
  cookie: 'Key in a cookie',
  bearer: 'Bearer token',
  basic: 'User and password',
  'client-credentials': 'OAuth client',
  other: 'Token',
};

/** Ways that take two fields. */
const FIELDS: Partial<Record<Scheme['kind'], [string, string]>> = {
  basic: ['User', 'Password'],
  'client-credentials': ['Client id', 'Client secret'],
};

function credentialOf({ name, kind }: Scheme, field: (name: string) => string): [string, Credential][] {
  const [first, second] = [field(`${name}:1`), field(`${name}:2`)];
  if (!first && !second) return [];
  if (kind === 'basic') return [[name, { kind: 'basic', user: first, password: second }]];
  if (kind === 'client-credentials') return [[name, { kind: 'client', id: first, secret: second }]];
  return [[name, { kind: 'token', value: second }]];
}
