'use client';

import { type FormEvent, useId } from 'react';
import { Failure } from '@/components/shell/failure';
import { useAttempt } from '@/components/shell/use-attempt';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { holdInvitation, join } from '@/lib/client/sign-in';
import { Field, NewPassword } from './entry';
import { Providers } from './sign-in-form';

/** Makes an account for who holds an invitation, and joins. */
export function NewAccountForm({ token, email, providers }: { token: string; /** Whom it is for; null where it's for whoever has it. */ email: string | null; providers: { id: string; name: string }[] }) {
  const id = useId();
  const { busy, failure, run } = useAttempt();
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    void run(async () => {
      await join(token, { name: String(given.get('name')), email: String(given.get('email')), password: String(given.get('password')) });
      location.assign('/');
    });
  };
  return (
    <>
      <form onSubmit={make} className="grid gap-4">
        <Field id={`${id}-name`} label="Your name">
          <Input id={`${id}-name`} name="name" required autoComplete="name" autoFocus maxLength={80} />
        </Field>
        <Field id={`${id}-email`} label="Mail address">
          <Input id={`${id}-email`} name="email" type="email" required autoComplete="username" defaultValue={email ?? ''} readOnly={email !== null} maxLength={200} />
        </Field>
        <NewPassword id={`${id}-password`} />
        <Failure>{failure}</Failure>
        <Button type="submit" disabled={busy}>
          Make an account and join
        </Button>
      </form>
      <Providers providers={providers} to={`/join/${token}`} before={() => holdInvitation(token)} />
    </>
  );
}

/** Joins as who is signed in. */
export function JoinButton({ token, team }: { token: string; team: string }) {
  const { busy, failure, run } = useAttempt();
  const go = () =>
    run(async () => {
      await join(token);
      location.assign('/');
    });
  return (
    <>
      <Button onClick={() => void go()} disabled={busy}>
        Join {team}
      </Button>
      <Failure>{failure}</Failure>
    </>
  );
}
