'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { holdInvitation, join } from '@/lib/client/sign-in';
import { Failure, Field } from './entry';
import { Providers } from './sign-in-form';
import { useForm } from './use-form';

/** Makes an account for who holds an invitation, and joins. */
export function NewAccountForm({ token, email, providers }: { token: string; /** Whom it is for; null where it's for whoever has it. */ email: string | null; providers: { id: string; name: string }[] }) {
  const id = useId();
  const form = useForm(async (field) => {
    await join(token, { name: field('name').trim(), email: field('email').trim(), password: field('password') });
    location.assign('/');
  });
  return (
    <>
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field id={`${id}-name`} label="Your name">
          <Input id={`${id}-name`} name="name" required autoComplete="name" autoFocus maxLength={80} />
        </Field>
        <Field id={`${id}-email`} label="Mail address">
          <Input id={`${id}-email`} name="email" type="email" required autoComplete="username" defaultValue={email ?? ''} readOnly={email !== null} maxLength={200} />
        </Field>
        <Field id={`${id}-password`} label="Password">
          <Input id={`${id}-password`} name="password" type="password" required minLength={10} maxLength={200} autoComplete="new-password" aria-describedby={`${id}-rule`} />
          <p id={`${id}-rule`} className="text-xs text-muted-foreground">
            At least 10 characters.
          </p>
        </Field>
        <Failure>{form.failure}</Failure>
        <Button type="submit" disabled={form.busy}>
          Make an account and join
        </Button>
      </form>
      <Providers providers={providers} to={`/join/${token}`} before={() => holdInvitation(token)} />
    </>
  );
}

/** Joins as who is signed in. */
export function JoinButton({ token, team }: { token: string; team: string }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const go = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await join(token);
      location.assign('/');
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };
  return (
    <>
      <Button onClick={() => void go()} disabled={busy}>
        Join {team}
      </Button>
      <Failure>{failure}</Failure>
    </>
  );
}
