import { json } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getStore } from '@/lib/store';

const LISTED = 50;

export const GET = withViewer('viewer', async (viewer) => json({ programs: await (await getStore()).programs.list(viewer, { limit: LISTED }) }));
