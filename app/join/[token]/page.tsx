import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { anyonesPage } from '@/app/page-rules';
import { Entry } from '@/components/entry/entry';
import { JoinButton, NewAccountForm } from '@/components/entry/join-form';
import { SignOutButton } from '@/components/entry/sign-out-button';
import { Button } from '@/components/ui/button';
import { hasAccounts } from '@/lib/auth/mode';
import { signInWays } from '@/lib/auth/sign-in-page';
import { getStore } from '@/lib/store';

export const metadata: Metadata = { title: 'Join a team', referrer: 'no-referrer' };
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ token: string }> };

const ROLE_IN_WORDS = { admin: 'an admin: you may change what it is connected to and who is in it', member: 'a member: you may make interfaces and change those of the team', viewer: 'a viewer: you may open what the team made' };

export default anyonesPage<Props>(async ({ params }) => {
  const { token } = await params;
  const store = await getStore();
  const invitation = (await hasAccounts()) ? await store.invitations.find(token) : null;
  if (!invitation) {
    return (
      <Entry title="This invitation can’t be used" detail="It was used already, taken back, or its time is over. Ask who sent it for another one.">
        <Button asChild variant="outline">
          <Link href="/">Go home</Link>
        </Button>
      </Entry>
    );
  }
  const { sessionOf } = await import('@/lib/auth/session');
  const session = await sessionOf(await headers());
  const [names, role] = await Promise.all([store.people.names([invitation.invitedBy]), session ? store.teams.role(invitation.teamId, session.person.id) : null]);
  const title = `Join ${invitation.team}`;
  const detail = `${names[invitation.invitedBy] ?? 'Somebody of the team'} invites you as ${ROLE_IN_WORDS[invitation.role]}.`;
  const { providers } = signInWays();
  if (session && role) {
    return (
      <Entry title={`You are in ${invitation.team} already`} detail="The invitation stays good for somebody else.">
        <Button asChild>
          <Link href="/">Go home</Link>
        </Button>
      </Entry>
    );
  }
  if (session && (invitation.email === null || invitation.email === session.person.email)) {
    return (
      <Entry title={title} detail={detail}>
        <JoinButton token={token} team={invitation.team} />
        <SignOutButton to={`/join/${token}`}>Join as somebody else</SignOutButton>
      </Entry>
    );
  }
  if (session) {
    return (
      <Entry title={title} detail={`This invitation is for ${invitation.email}; you are signed in as ${session.person.email}.`}>
        <SignOutButton to={`/join/${token}`}>Sign in as somebody else</SignOutButton>
      </Entry>
    );
  }
  return (
    <Entry title={title} detail={detail}>
      <NewAccountForm token={token} email={invitation.email} providers={providers} />
      <Button asChild variant="link" size="sm">
        <Link href={`/sign-in?to=${encodeURIComponent(`/join/${token}`)}`}>I have an account here</Link>
      </Button>
    </Entry>
  );
});
