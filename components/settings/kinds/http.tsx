import { Label } from '@/components/ui/label';
import { Textarea } from '@/components/ui/textarea';
import type { KindForm } from './kind-form';
import { PrivateField } from './private-field';
import { TextField } from './text-field';

/** Addresses that answer with JSON and have no specification. */
export const httpForm: KindForm<'http'> = {
  title: 'Addresses that answer with JSON',
  AddFields: ({ id }) => <Fields id={id} endpoints="" hasToken={false} allowPrivate={false} />,
  given: (field) => ({ kind: 'http', endpoints: field('endpoints'), token: field('token'), allowPrivate: field('private') !== '' }),
  ChangeFields: ({ id, connection: { endpoints, hasToken, allowPrivate } }) => <Fields id={id} endpoints={endpoints} hasToken={hasToken} allowPrivate={allowPrivate} />,
  change: (field) => ({ endpoints: field('endpoints'), token: field('token'), allowPrivate: field('private') !== '' }),
};

function Fields({ id, endpoints, hasToken, allowPrivate }: { id: string; endpoints: string; hasToken: boolean; allowPrivate: boolean }) {
  return (
    <>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-endpoints`}>Addresses, one a line</Label>
        <p id={`${id}-endpoints-hint`} className="text-xs text-pretty text-muted-foreground">
          Each becomes a function, typed by what it answers now. Say what changes from call to call as {'{id=42}'}; write POST, PUT, PATCH or DELETE before one that changes something: that isn’t called.
        </p>
        <Textarea
          id={`${id}-endpoints`}
          name="endpoints"
          aria-describedby={`${id}-endpoints-hint`}
          required
          rows={3}
          defaultValue={endpoints}
          placeholder={'https://api.example.com/users?page=1\nhttps://api.example.com/users/{id=42}'}
          spellCheck={false}
          autoComplete="off"
          className="font-mono text-sm"
        />
      </div>
      <TextField id={`${id}-token`} label="Bearer token" name="token" type="password" placeholder={hasToken ? 'Stored; leave empty to keep it' : 'Where it wants one'} />
      <PrivateField id={id} allowed={allowPrivate} />
    </>
  );
}
