'use client';

import { FileJsonIcon } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { Credential } from '@/lib/connector/openapi';
import type { Field, KindForm, ListedOf } from './kind-form';
import { PrivateField } from './private-field';
import { TextField } from './text-field';

type Scheme = ListedOf<'openapi'>['schemes'][number];

/** An API by the address or file of its specification. */
export const openApiForm: KindForm<'openapi'> = {
  title: 'API by its OpenAPI or Swagger specification',

  AddFields({ id, busy, add, allowsPrivate }) {
    const picker = useRef<HTMLInputElement>(null);
    const pick = async (file: File | undefined) => {
      if (file) add({ kind: 'openapi', text: await file.text(), fileName: file.name, allowPrivate: allowsPrivate() });
      // The same file can be picked again once it was corrected.
      if (picker.current) picker.current.value = '';
    };
    return (
      <>
        <TextField id={`${id}-address`} label="Address of its specification" name="address" type="url" required placeholder="https://api.example.com/openapi.json" />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="button" size="sm" variant="outline" disabled={busy} onClick={() => picker.current?.click()}>
            <FileJsonIcon /> Choose a file
          </Button>
          <span className="text-sm text-muted-foreground">instead, where you have it: JSON or YAML</span>
          <input
            ref={picker}
            type="file"
            hidden
            aria-label="Specification file"
            accept=".json,.yaml,.yml,application/json,application/yaml"
            onChange={(event) => void pick(event.target.files?.[0])}
          />
        </div>
        <PrivateField id={id} />
      </>
    );
  },

  given: (field) => ({ kind: 'openapi', address: field('address'), allowPrivate: field('private') !== '' }),

  ChangeFields({ id, connection: { server, servers, schemes, allowPrivate } }) {
    return (
      <>
        <TextField id={`${id}-server`} label="Server" name="server" type="url" defaultValue={server ?? ''} required list={`${id}-servers`} />
        <datalist id={`${id}-servers`}>
          {servers.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        {schemes.length > 1 && <p className="text-sm text-muted-foreground">It can be told who asks in several ways. Fill in the one that you have.</p>}
        {schemes.map((scheme) => (
          <Key key={scheme.name} id={`${id}-${scheme.name}`} scheme={scheme} />
        ))}
        <PrivateField id={id} allowed={allowPrivate} />
      </>
    );
  },

  change(field, { schemes }) {
    const credentials = Object.fromEntries(schemes.flatMap((scheme) => credentialOf(scheme, field)));
    return { server: field('server'), allowPrivate: field('private') !== '', ...(Object.keys(credentials).length > 0 && { credentials }) };
  },
};

/** The fields of one way to say who asks. What is stored isn't shown; left empty it stays. */
function Key({ id, scheme: { name, kind, description, isSet } }: { id: string; scheme: Scheme }) {
  const [first, second] = FIELDS[kind] ?? [];
  const placeholder = isSet ? 'Stored; leave empty to keep it' : '';
  const way = (
    <>
      {WAYS[kind]} <span className="font-mono text-xs font-normal text-muted-foreground">{name}</span>
    </>
  );
  if (!second) return <TextField id={`${id}-2`} label={way} hint={description} name={`${name}:2`} type="password" placeholder={placeholder} />;
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{way}</legend>
      {description && <p className="text-xs text-pretty text-muted-foreground">{description}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField id={`${id}-1`} label={first} name={`${name}:1`} placeholder={placeholder} />
        <TextField id={`${id}-2`} label={second} name={`${name}:2`} type="password" placeholder={placeholder} />
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

function credentialOf({ name, kind }: Scheme, field: Field): [string, Credential][] {
  const [first, second] = [field(`${name}:1`), field(`${name}:2`)];
  if (!first && !second) return [];
  if (kind === 'basic') return [[name, { kind: 'basic', user: first, password: second }]];
  if (kind === 'client-credentials') return [[name, { kind: 'client', id: first, secret: second }]];
  return [[name, { kind: 'token', value: second }]];
}
