import { z } from 'zod';
import { answering, json, readBody } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { KEPT_DAYS_CHOICES, keepFor } from '@/lib/grant/keep-ledger';
import { getStore } from '@/lib/store';

const KEEPING = z.object({ days: z.literal(KEPT_DAYS_CHOICES) });

/** How long lines are kept, from now on. */
export const PUT = withViewer(async (_viewer, request: Request) =>
  answering(async () => json(await keepFor(await getStore(), (await readBody(request, KEEPING)).days))),
);
