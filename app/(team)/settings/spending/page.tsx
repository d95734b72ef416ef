import type { Metadata } from 'next';
import { viewersPage } from '@/app/page-rules';
import { Spending } from '@/components/spending/spending';
import { monthNow } from '@/lib/conversation/spending';
import { getStore } from '@/lib/store';

export const metadata: Metadata = { title: 'Spending' };
export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default viewersPage('admin', async (viewer, { searchParams }: Props) => {
  const { month: asked } = await searchParams;
  const now = monthNow();
  const month = typeof asked === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : now;
  const { spending } = (await getStore()).team(viewer.team.id);
  const [months, people, limits] = await Promise.all([spending.months(), spending.list(month), spending.limits()]);
  return <Spending shown={{ month, months: [...new Set([now, month, ...months])].toSorted().toReversed(), people, limits }} isNow={month === now} />;
});
