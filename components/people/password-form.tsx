'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Failure } from '@/components/shell/failure';
import { notify } from '@/components/shell/notify';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { setPassword } from '@/lib/client/people';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@/lib/program/password';
import { useAttempt } from '@/components/shell/use-attempt';

/** Changes the password, or sets the first one of somebody who signs in by other ways. */
export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const id = useId();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [shows, setShows] = useState(false);
  const { busy, failure, run } = useAttempt();
  const type = shows ? 'text' : 'password';

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    void run(async () => {
      await setPassword(hasPassword ? String(given.get('current')) : null, String(given.get('next')));
      form.current?.reset();
      notify(hasPassword ? 'Your password was changed. Everywhere else you are signed out.' : 'You can sign in with this password from now on.');
      router.refresh();
    });
  };
  return (
    <form ref={form} onSubmit={save} className="case grid gap-4 p-4 sm:grid-cols-2">
      {/* For whose account it is, to whatever keeps passwords. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {hasPassword && (
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-current`}>Present password</Label>
          <Input id={`${id}-current`} name="current" type={type} required maxLength={MAX_PASSWORD_LENGTH} autoComplete="current-password" spellCheck={false} />
        </div>
      )}
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-next`}>{hasPassword ? 'New password' : 'Password'}</Label>
        <Input id={`${id}-next`} name="next" type={type} required minLength={MIN_PASSWORD_LENGTH} maxLength={MAX_PASSWORD_LENGTH} autoComplete="new-password" spellCheck={false} aria-describedby={`${id}-about`} />
      </div>
      <p id={`${id}-about`} className="text-xs text-pretty text-muted-foreground sm:col-span-2">
        {`At least ${MIN_PASSWORD_LENGTH} characters. `}
        {hasPassword ? 'Everywhere else you are signed out.' : 'You have none yet; the other ways to sign in stay.'}
      </p>
      {failure && (
        <div className="sm:col-span-2">
          <Failure>{`Your password is as it was. ${failure}`}</Failure>
        </div>
      )}
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <Button type="submit" variant="outline" disabled={busy}>
          {busy ? 'One moment…' : hasPassword ? 'Change password' : 'Set password'}
        </Button>
        <Button type="button" variant="ghost" aria-pressed={shows} onClick={() => setShows(!shows)}>
          {shows ? 'Hide what I type' : 'Show what I type'}
        </Button>
      </div>
    </form>
  );
}
