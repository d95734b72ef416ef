import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { viewersPage } from '@/app/page-rules';
import { Account } from '@/components/people/account';
import { NoAccounts } from '@/components/people/no-accounts';
import { sendsMail } from '@/lib/auth/mail';
import { hasAccounts } from '@/lib/auth/mode';
import { demandSession } from '@/lib/auth/session';
import { readConfig } from '@/lib/config/config';
import { getStore } from '@/lib/store';

export const metadata: Metadata = { title: 'Account' };
export const dynamic = 'force-dynamic';

export default viewersPage('viewer', async ({ id }) => {
  if (!(await hasAccounts())) return <NoAccounts />;
  const { people } = await getStore();
  const [session, sessions, ways] = await Promise.all([demandSession(await headers()), people.sessions(id), people.signIns(id)]);
  const named = new Map(readConfig().signInProviders.map((provider) => [provider.id, provider.name]));
  const elsewhere = ways.filter((way) => way !== 'credential').map((way) => named.get(way) ?? way);
  return <Account sessions={sessions} sessionId={session.id} hasPassword={ways.includes('credential')} elsewhere={elsewhere} sendsMail={sendsMail()} />;
});
