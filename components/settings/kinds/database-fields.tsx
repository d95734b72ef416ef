'use client';

import { useState } from 'react';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { ListedConnection } from '@/lib/connection/added';
import type { Field } from './kind-form';
import { PrivateField } from './private-field';
import { TextField } from './text-field';

type Given = Pick<Extract<ListedConnection, { kind: 'postgres' | 'mysql' }>, 'server' | 'database' | 'user' | 'tls' | 'ca' | 'schemas' | 'allowPrivate' | 'hasPassword'>;
type Encryption = 'verify' | 'own' | 'off';

/** The fields of a database on a server: where it is, as whom it is asked, who can listen. */
export function DatabaseFields({ id, port, schemas, given }: { id: string; port: number; schemas: { label: string; hint: string; placeholder: string }; given?: Given }) {
  const [encryption, setEncryption] = useState<Encryption>(given?.tls === 'off' ? 'off' : given?.ca ? 'own' : 'verify');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField id={`${id}-server`} label="Server" name="server" required defaultValue={given?.server} placeholder={`db.example.com:${port}`} maxLength={300} />
        <TextField id={`${id}-database`} label="Database" name="database" required defaultValue={given?.database} placeholder="shop" maxLength={200} />
        <TextField id={`${id}-user`} label="User" name="user" required defaultValue={given?.user} placeholder="vitrine_reader" maxLength={200} />
        <TextField id={`${id}-password`} label="Password" name="password" type="password" placeholder={given?.hasPassword ? 'Stored; leave empty to keep it' : 'Where it wants one'} />
      </div>
      <p className="-mt-2 text-xs text-pretty text-muted-foreground">The user has to be one that can do nothing but read. For any other you are told how to make one.</p>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-tls`}>Encryption</Label>
        <Select name="tls" value={encryption} onValueChange={(value) => setEncryption(value as Encryption)}>
          <SelectTrigger id={`${id}-tls`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value="verify">TLS, certificate verified</SelectItem>
            <SelectItem value="own">TLS, verified by your own authority</SelectItem>
            <SelectItem value="off">None: only where nobody can listen</SelectItem>
          </SelectContent>
        </Select>
      </div>
      {encryption === 'own' && (
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-ca`}>The authority’s certificate</Label>
          <Textarea id={`${id}-ca`} name="ca" required rows={3} defaultValue={given?.ca} placeholder="-----BEGIN CERTIFICATE-----" spellCheck={false} autoComplete="off" className="font-mono text-sm" />
        </div>
      )}
      <TextField
        id={`${id}-schemas`}
        label={schemas.label}
        hint={schemas.hint}
        name="schemas"
        defaultValue={given?.schemas.join(' ')}
        placeholder={schemas.placeholder}
      />
      <PrivateField id={id} allowed={given?.allowPrivate} />
    </>
  );
}

/** What the fields say. */
export function databaseGiven(field: Field) {
  const encryption = field('tls');
  return {
    server: field('server'),
    database: field('database'),
    user: field('user'),
    password: field('password'),
    tls: encryption === 'off' ? ('off' as const) : ('verify' as const),
    ca: encryption === 'own' ? field('ca') : '',
    schemas: field('schemas').split(/[\s,]+/).filter(Boolean),
    allowPrivate: field('private') !== '',
  };
}
