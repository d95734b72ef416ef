import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { KEPT_DAYS_CHOICES, keepFor } from '@/lib/grant/keep-ledger';
import { getStore } from '@/lib/store';

const KEEPING = z.object({ days: z.literal(KEPT_DAYS_CHOICES) });

/** How long lines are kept, from now on. */
export const PUT = withViewer('admin', async (viewer, request) => {
  const { days } = await readBody(request, KEEPING);
  const kept = await keepFor((await getStore()).team(viewer.team.id), days);
  await onRecord(viewer, 'keeping-changed', 'Ledger', { days });
  return json(kept);
});
