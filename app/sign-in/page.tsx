import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { anyonesPage } from '@/app/page-rules';
import { Entry } from '@/components/entry/entry';
import { SignInForm } from '@/components/entry/sign-in-form';
import { SignOutButton } from '@/components/entry/sign-out-button';
import { Button } from '@/components/ui/button';
import { hasAccounts } from '@/lib/auth/mode';
import { pathWithin, signInWays } from '@/lib/auth/sign-in-page';
import { viewerOf } from '@/lib/auth/who';

export const metadata: Metadata = { title: 'Sign in' };
export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<{ to?: string | string[]; failed?: string | string[] }> };

const FAILED: Record<string, string> = {
  link: 'That link is over: it works once, for 15 minutes. Ask for another one.',
  provider: 'Signing in there didn’t work, or that account isn’t known here. An account here needs an invitation.',
};

export default anyonesPage<Props>(async ({ searchParams }) => {
  const asked = await searchParams;
  const to = pathWithin(asked.to);
  if (!(await hasAccounts())) {
    return (
      <Entry title="Nobody signs in here" detail="This Vitrine is one person’s. It opens on this machine without an account.">
        <Button asChild>
          <Link href="/">Go home</Link>
        </Button>
      </Entry>
    );
  }
  const sent = await headers();
  const { sessionOf } = await import('@/lib/auth/session');
  const session = await sessionOf(sent);
  if (session && (await viewerOf(sent)) === null) {
    return (
      <Entry title="You are in no team" detail={`You are signed in as ${session.person.email}. Ask somebody of the team for an invitation, and open its link.`}>
        <SignOutButton to="/sign-in">Sign in as somebody else</SignOutButton>
      </Entry>
    );
  }
  if (session) {
    return (
      <Entry title={`You are signed in as ${session.person.name}`} detail={session.person.email}>
        <Button asChild>
          <a href={to}>Go on</a>
        </Button>
        <SignOutButton to="/sign-in">Sign in as somebody else</SignOutButton>
      </Entry>
    );
  }
  return (
    <Entry title="Sign in to Vitrine">
      <SignInForm to={to} failed={FAILED[String(asked.failed)]} {...signInWays()} />
    </Entry>
  );
});
