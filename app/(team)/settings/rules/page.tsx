import type { Metadata } from 'next';
import { viewersPage } from '@/app/page-rules';
import { Rules } from '@/components/rules/rules';
import { getConnections } from '@/lib/connection/connections';
import { readRules } from '@/lib/grant/rules';
import { getStore } from '@/lib/store';

export const metadata: Metadata = { title: 'Rules' };
export const dynamic = 'force-dynamic';

export default viewersPage('admin', async (viewer) => {
  const store = await getStore();
  const [rules, bindings, members] = await Promise.all([readRules(store.team(viewer.team.id)), getConnections(viewer.team.id).bindings(), store.teams.members(viewer.team.id)]);
  const connections = bindings.map(({ name, title }) => ({ name, title, users: rules.users[name] ?? null }));
  return <Rules writesNeedAdmin={rules.writesNeedAdmin} connections={connections} members={members.map(({ id, name, role }) => ({ id, name, role }))} />;
});
