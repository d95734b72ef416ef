import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { EMAIL } from '@/lib/auth/accounts';
import { INVITATION_DAYS, invite } from '@/lib/auth/invitations';
import { hasAccounts } from '@/lib/auth/mode';
import { Refusal } from '@/lib/program/refusal';

const BODY = z.object({ role: z.enum(['admin', 'member', 'viewer']), email: EMAIL.nullable().default(null), days: z.union(INVITATION_DAYS.map((days) => z.literal(days))).default(7) });

/** Invites into the team. The link is told here and never again. */
export const POST = withViewer('admin', async (viewer, request) => {
  const wanted = await readBody(request, BODY);
  if (!(await hasAccounts())) throw new Refusal(409, 'Open Vitrine to your team first, under Models and data.');
  return json(await invite(viewer, wanted), 201);
});
