import { z } from 'zod';
import { json } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { auditFilter, readAuditQuery } from '@/lib/client/audit';
import { auditPage } from './page-of-audit';

const BEFORE = z.coerce.number().int().positive().optional().catch(undefined);

/** What was done in the team that fits, the newest first. */
export const GET = withViewer('admin', async (viewer, request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return json(await auditPage(viewer, auditFilter(readAuditQuery(params)), BEFORE.parse(params.before)));
});
