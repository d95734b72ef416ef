'use client';

import { FileCodeIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { KindForm } from './kind-form';
import { PrivateField } from './private-field';
import { TextField } from './text-field';

/** A GraphQL server by its address. */
export const graphQlForm: KindForm<'graphql'> = {
  title: 'GraphQL API',

  AddFields({ id, busy }) {
    return (
      <>
        <AddressField id={id} />
        <KeyFields id={id} header="" hasKey={false} />
        <SchemaFile busy={busy} />
        <PrivateField id={id} />
      </>
    );
  },

  given: (field) => ({
    kind: 'graphql', address: field('address'), key: field('key'), header: field('header'), schema: field('schema'), allowPrivate: field('private') !== '',
  }),

  ChangeFields({ id, connection: { server, header, hasKey, allowPrivate } }) {
    return (
      <>
        <AddressField id={id} address={server} />
        <KeyFields id={id} header={header} hasKey={hasKey} />
        <PrivateField id={id} allowed={allowPrivate} />
      </>
    );
  },

  change: (field) => ({ address: field('address'), key: field('key'), header: field('header'), allowPrivate: field('private') !== '' }),
};

function AddressField({ id, address }: { id: string; address?: string }) {
  return <TextField id={`${id}-address`} label="Address" name="address" type="url" required defaultValue={address} placeholder="https://api.example.com/graphql" />;
}

/** What is stored isn't shown; left empty it stays. */
function KeyFields({ id, header, hasKey }: { id: string; header: string; hasKey: boolean }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField id={`${id}-key`} label="Key" name="key" type="password" placeholder={hasKey ? 'Stored; leave empty to keep it' : 'Where it wants one'} />
      <TextField id={`${id}-header`} label="Header that it is sent in" name="header" defaultValue={header} placeholder="Authorization: Bearer …" maxLength={200} />
    </div>
  );
}

/** For servers that don't tell their schema. Its text goes along with the form. */
function SchemaFile({ busy }: { busy: boolean }) {
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const pick = async (picked: File | undefined) => {
    if (picked) setFile({ name: picked.name, text: await picked.text() });
    // The same file can be picked again once it was corrected.
    if (picker.current) picker.current.value = '';
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="button" size="sm" variant="outline" disabled={busy} onClick={() => picker.current?.click()}>
        <FileCodeIcon /> {file ? 'Choose another file' : 'Choose its schema'}
      </Button>
      <span className="text-sm text-muted-foreground">{file ? file.name : 'where it doesn’t tell it itself: .graphql or JSON'}</span>
      <input ref={picker} type="file" hidden aria-label="Schema file" accept=".graphql,.graphqls,.gql,.json,application/json" onChange={(event) => void pick(event.target.files?.[0])} />
      <input type="hidden" name="schema" value={file?.text ?? ''} />
    </div>
  );
}
