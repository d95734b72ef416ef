'use client';

import { useState } from 'react';
import { Label } from '@/components/ui/label';
import { RadioGroup, RadioGroupItem } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import type { KindForm } from './kind-form';
import { PrivateField } from './private-field';
import { TextField } from './text-field';

type Way = 'command' | 'address';

/** A server of tools: a command that starts it on the app's machine, or the address where it runs. */
export const mcpForm: KindForm<'mcp'> = {
  title: 'MCP server',

  AddFields({ id }) {
    const [way, setWay] = useState<Way>('command');
    return (
      <>
        <RadioGroup name="way" value={way} onValueChange={(value) => setWay(value as Way)} className="flex flex-wrap gap-x-6 gap-y-2" aria-label="How it is reached">
          <Choice id={`${id}-command`} value="command" title="Started by a command" />
          <Choice id={`${id}-at`} value="address" title="At an address" />
        </RadioGroup>
        {way === 'command' ? <CommandFields id={id} line="" stored={[]} /> : <AddressFields id={id} address="" allowPrivate={false} isSet={false} />}
      </>
    );
  },

  given: (field) =>
    field('way') === 'address'
      ? { kind: 'mcp', way: 'address', address: field('address'), token: field('token'), allowPrivate: field('private') !== '' }
      : { kind: 'mcp', way: 'command', line: field('line'), variables: field('variables') },

  ChangeFields({ id, connection: { server, secretNames } }) {
    if (server.way === 'command') return <CommandFields id={id} line={server.line} stored={secretNames} />;
    return <AddressFields id={id} address={server.address} allowPrivate={server.allowPrivate} isSet={secretNames.length > 0} />;
  },

  change: (field, { server }) =>
    server.way === 'command'
      ? { line: field('line'), variables: field('variables') }
      : { address: field('address'), token: field('token'), allowPrivate: field('private') !== '' },
};

function Choice({ id, value, title }: { id: string; value: Way; title: string }) {
  return (
    <div className="flex items-center gap-2">
      <RadioGroupItem id={id} value={value} />
      <Label htmlFor={id} className="font-normal">
        {title}
      </Label>
    </div>
  );
}

function CommandFields({ id, line, stored }: { id: string; line: string; stored: readonly string[] }) {
  return (
    <>
      <TextField
        id={`${id}-line`}
        label="Command"
        hint="It runs on the machine of this app, with its rights: add only what you would start there yourself."
        name="line"
        defaultValue={line}
        required
        className="font-mono text-sm"
        placeholder="npx -y @modelcontextprotocol/server-memory"
      />
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-variables`}>Environment variables</Label>
        <p id={`${id}-variables-hint`} className="text-xs text-pretty text-muted-foreground">
          NAME=value, one a line. They are kept encrypted{stored.length > 0 ? `; stored: ${stored.join(', ')}. Left empty these stay` : ''}.
        </p>
        <Textarea id={`${id}-variables`} name="variables" rows={2} aria-describedby={`${id}-variables-hint`} spellCheck={false} autoComplete="off" className="font-mono text-sm" />
      </div>
    </>
  );
}

function AddressFields({ id, address, allowPrivate, isSet }: { id: string; address: string; allowPrivate: boolean; isSet: boolean }) {
  return (
    <>
      <TextField id={`${id}-address`} label="Address" name="address" type="url" defaultValue={address} required placeholder="https://tools.example.com/mcp" />
      <TextField id={`${id}-token`} label="Bearer token" name="token" type="password" placeholder={isSet ? 'Stored; leave empty to keep it' : 'Where it wants one'} />
      <PrivateField id={id} allowed={allowPrivate} />
    </>
  );
}
