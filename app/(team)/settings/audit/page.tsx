import type { Metadata } from 'next';
import { auditPage } from '@/app/api/audit/page-of-audit';
import { viewersPage } from '@/app/page-rules';
import { Audit } from '@/components/audit/audit';
import { auditFilter, auditSearch, readAuditQuery } from '@/lib/client/audit';
import { AUDIT_DAYS_CHOICES, auditDays } from '@/lib/grant/keep-audit';
import { getStore } from '@/lib/store';

export const metadata: Metadata = { title: 'Audit' };
export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default viewersPage('admin', async (viewer, { searchParams }: Props) => {
  const query = readAuditQuery(await searchParams);
  const store = await getStore();
  const [first, people, days] = await Promise.all([auditPage(viewer, auditFilter(query)), store.audit.people(viewer.team.id), auditDays(store.team(viewer.team.id))]);
  return <Audit key={`${auditSearch(query)} ${first.entries[0]?.id}`} query={query} first={first} people={people} days={days} choices={[...AUDIT_DAYS_CHOICES]} />;
});
