import type { Metadata } from 'next';
import { viewersPage } from '@/app/page-rules';
import { NoAccounts } from '@/components/people/no-accounts';
import { Team } from '@/components/people/team';
import { sendsMail } from '@/lib/auth/mail';
import { hasAccounts } from '@/lib/auth/mode';
import { isAtLeast } from '@/lib/program/role';
import { getStore } from '@/lib/store';

export const metadata: Metadata = { title: 'Team' };
export const dynamic = 'force-dynamic';

export default viewersPage('viewer', async ({ team }) => {
  if (!(await hasAccounts())) return <NoAccounts />;
  const { teams, invitations } = await getStore();
  const [members, open] = await Promise.all([teams.members(team.id), isAtLeast(team.role, 'admin') ? invitations.list(team.id) : []]);
  return <Team key={team.id} members={members} invitations={open} sendsMail={sendsMail()} />;
});
