'use client';

import { type FormEvent, useId } from 'react';
import { Failure } from '@/components/shell/failure';
import { useAttempt } from '@/components/shell/use-attempt';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { openToTeam } from '@/lib/client/sign-in';
import { Field, NewPassword } from './entry';

export type OpenToTeamProps = { appOrigin: string; sandboxOrigin: string; sendsMail: boolean; /** What the server listens on beside loopback. */ listen: string | null };

/** The guided step from one person to a team: an account for who is here, then the addresses for everybody else. */
export function OpenToTeam({ appOrigin, sandboxOrigin, sendsMail, listen }: OpenToTeamProps) {
  const id = useId();
  const { busy, failure, run } = useAttempt();
  const open = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    void run(async () => {
      await openToTeam({ teamName: String(given.get('team')), name: String(given.get('name')), email: String(given.get('email')), password: String(given.get('password')) });
      location.assign('/team');
    });
  };
  return (
    <div className="grid max-w-2xl gap-10">
      <form onSubmit={open} className="case grid gap-5 p-5 sm:grid-cols-2" aria-labelledby={`${id}-first`}>
        <div className="sm:col-span-2">
          <h2 id={`${id}-first`} className="font-medium">
            1. Your account
          </h2>
          <p className="mt-1 text-sm text-pretty text-muted-foreground">
            From then on nobody gets in without signing in, here either. Everything that is here stays yours, and connections, files and settings become the team’s. There is no way back to one person without an account.
          </p>
        </div>
        <Field id={`${id}-team`} label="What your team is called">
          <Input id={`${id}-team`} name="team" required maxLength={80} autoComplete="organization" />
        </Field>
        <Field id={`${id}-name`} label="Your name">
          <Input id={`${id}-name`} name="name" required maxLength={80} autoComplete="name" />
        </Field>
        <Field id={`${id}-email`} label="Mail address">
          <Input id={`${id}-email`} name="email" type="email" required maxLength={200} autoComplete="username" />
        </Field>
        <NewPassword id={`${id}-password`} />
        <div className="grid justify-items-start gap-3 sm:col-span-2">
          <Failure>{failure}</Failure>
          <Button type="submit" disabled={busy}>
            {busy ? 'Opening…' : 'Make my account and open to my team'}
          </Button>
        </div>
      </form>
      <section aria-labelledby={`${id}-second`} className="grid gap-3 text-sm">
        <h2 id={`${id}-second`} className="text-base font-medium">
          2. Where others reach it
        </h2>
        <p className="text-pretty text-muted-foreground">
          {listen ? <>This server listens on <Code>{listen}</Code> and answers at <Code>{appOrigin}</Code>.</> : <>This server listens on this machine alone. It refuses to listen further without accounts. Once you have yours, start it again with:</>}
        </p>
        <pre className="case overflow-x-auto p-4 font-mono text-xs leading-5" tabIndex={0} aria-label="Variables to start it with">{`LISTEN=0.0.0.0
APP_ORIGIN=https://vitrine.example.com
SANDBOX_ORIGIN=https://vitrine-frames.net`}</pre>
        <ul className="grid list-disc gap-1.5 pl-5 text-pretty text-muted-foreground">
          <li>
            <Code>APP_ORIGIN</Code> is the address that people open, now <Code>{appOrigin}</Code>. Use https, by a proxy in front of it; passwords and cookies go over it.
          </li>
          <li>
            <Code>SANDBOX_ORIGIN</Code> is where interfaces run, now <Code>{sandboxOrigin}</Code>. It leads to the same server and must be a domain of its own, not a subdomain of the app’s.
          </li>
          <li>{sendsMail ? 'Invitations and links to sign in are sent by mail.' : <>For mail set <Code>SMTP_URL</Code> and <Code>MAIL_FROM</Code>. Without, links to sign in are printed to the server’s log, and invitations are links that you hand on.</>}</li>
          <li>
            Accounts that people have elsewhere (OpenID Connect, OAuth) are set by <Code>SIGN_IN_PROVIDERS</Code>.
          </li>
        </ul>
      </section>
      <section aria-labelledby={`${id}-third`} className="grid gap-2 text-sm">
        <h2 id={`${id}-third`} className="text-base font-medium">
          3. Your team
        </h2>
        <p className="text-pretty text-muted-foreground">With your account you come to the team’s page, where you invite people by a link or by mail, each as an admin, a member or a viewer.</p>
      </section>
    </div>
  );
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-[0.9em] break-all text-foreground">{children}</code>;
}
