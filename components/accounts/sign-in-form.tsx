'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { addressOfProvider, askForLink, signIn } from '@/lib/client/sign-in';
import { Failure, Field } from './entry';
import { useForm } from './use-form';

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
  const form = useForm(async (field) => {
    const email = field('email').trim();
    if (!byMail) {
      await signIn(email, field('password'));
      location.assign(to);
      return;
    }
    await askForLink(email, to);
    setSentTo(email);
  });
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
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field id={`${id}-email`} label="Mail address">
          <Input id={`${id}-email`} name="email" type="email" required autoComplete="username" autoFocus maxLength={200} />
        </Field>
        {!byMail && (
          <Field id={`${id}-password`} label="Password">
            <Input id={`${id}-password`} name="password" type="password" required autoComplete="current-password" maxLength={200} />
          </Field>
        )}
        <Failure>{form.failure ?? failed}</Failure>
        <Button type="submit" disabled={form.busy}>
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
  const [failure, setFailure] = useState<string | null>(null);
  if (providers.length === 0) return null;
  const go = async (providerId: string) => {
    setFailure(null);
    try {
      await before?.();
      location.assign(await addressOfProvider(providerId, to));
    } catch (error) {
      setFailure((error as Error).message);
    }
  };
  return (
    <div className="grid gap-2 border-t pt-5">
      {providers.map(({ id, name }) => (
        <Button key={id} variant="outline" onClick={() => void go(id)}>
          Go on with {name}
        </Button>
      ))}
      <Failure>{failure}</Failure>
    </div>
  );
}
