import type { Metadata } from 'next';
import { viewersPage } from '@/app/page-rules';
import { Waiting } from '@/components/approvals/waiting';
import { writesNeedAdmin } from '@/lib/grant/rules';

export const metadata: Metadata = { title: 'Waiting' };
export const dynamic = 'force-dynamic';

export default viewersPage('admin', async (viewer) => <Waiting asksAdmin={await writesNeedAdmin(viewer.team.id)} />);
