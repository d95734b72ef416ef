import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { AUDIT_DAYS_CHOICES, keepAuditFor } from '@/lib/grant/keep-audit';
import { getStore } from '@/lib/store';

const KEEPING = z.object({ days: z.literal(AUDIT_DAYS_CHOICES) });

/** How long entries are kept, from now on. That it was changed is one of them. */
export const PUT = withViewer('admin', async (viewer, request) => {
  const { days } = await readBody(request, KEEPING);
  const removed = await keepAuditFor((await getStore()).team(viewer.team.id), days);
  await onRecord(viewer, 'keeping-changed', 'Audit log', { days, removed });
  return json({ removed });
});
