'use client';

import { type FormEvent, useId, useState } from 'react';
import { Failure } from '@/components/shell/failure';
import { useAttempt } from '@/components/shell/use-attempt';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { addressOfProvider, askForLink, signIn } from '@/lib/client/sign-in';
import { Field } from './entry';

export type SignInFormProps = {
  /** Where to go on to: a path of the app. */
  to: string;
  providers: { id: string; name: string }[];
  /** Whether a link by mail really arrives; else it is printed to the server's log. */
  sendsMail: boolean;
  /** What went wrong before, elsewhere. */
  failed?: string;
};

/** Password, a link by mail, or an account elsewhere. */
export function SignInForm({ to, providers, sendsMail, failed }: SignInFormProps) {
  const id = useId();
  const [byMail, setByMail] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { busy, failure, run } = useAttempt();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const email = String(given.get('email')).trim();
    void run(async () => {
      if (byMail) {
        await askForLink(email, to);
        setSentTo(email);
      } else {
        await signIn(email, String(given.get('password')));
        location.assign(to);
      }
    });
  };
  if (sentTo !== null) {
    return (
      <div role="status" className="grid gap-3 text-sm">
        <p className="text-pretty">
          {sendsMail ? <>If <b className="font-medium">{sentTo}</b> has an account here, a link is on its way. It works once, for 15 minutes.</> : <>This server sends no mail. If <b className="font-medium">{sentTo}</b> has an account here, the link is in the server’s log: ask who runs it.</>}
        </p>
        <Button variant="outline" onClick={() => location.reload()}>
          Back
        </Button>
      </div>
    );
  }
  return (
    <>
      <form onSubmit={send} className="grid gap-4">
        <Field id={`${id}-email`} label="Mail address">
          <Input id={`${id}-email`} name="email" type="email" required autoComplete="username" autoFocus maxLength={200} />
        </Field>
        {!byMail && (
          <Field id={`${id}-password`} label="Password">
            <Input id={`${id}-password`} name="password" type="password" required autoComplete="current-password" maxLength={200} />
          </Field>
        )}
        <Failure>{failure ?? failed}</Failure>
        <Button type="submit" disabled={busy}>
          {byMail ? 'Send me a link' : 'Sign in'}
        </Button>
        <Button type="button" variant="link" size="sm" onClick={() => setByMail(!byMail)}>
          {byMail ? 'Use a password instead' : 'Send me a link instead'}
        </Button>
      </form>
      <Providers providers={providers} to={to} />
    </>
  );
}

/** Buttons that lead to where somebody has an account already. */
export function Providers({ providers, to, before }: { providers: { id: string; name: string }[]; to: string; before?: () => Promise<void> }) {
  const { busy, failure, run } = useAttempt();
  if (providers.length === 0) return null;
  const go = (providerId: string) =>
    run(async () => {
      await before?.();
      location.assign(await addressOfProvider(providerId, to));
    });
  return (
    <div className="grid gap-2 border-t pt-5">
      {providers.map(({ id, name }) => (
        <Button key={id} variant="outline" disabled={busy} onClick={() => void go(id)}>
          Go on with {name}
        </Button>
      ))}
      <Failure>{failure}</Failure>
    </div>
  );
}
