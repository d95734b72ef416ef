import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { mayOpenWorkspace } from '@/lib/project/workspace';
import { exportProgram, previewExport } from '@/lib/project/export-program';

const EXPORT = z.object({ as: z.enum(['zip', 'html']) });

/** What would be in it. */
export const GET = withProgram('open', async ({ viewer, program }) => json({ ...(await previewExport(program)), workspace: await mayOpenWorkspace(viewer, program) }));

/** The file; what of the program's data is in it stands in a header, since a browser saves the body as it is. */
export const POST = withProgram('open', async ({ viewer, program }, request) => {
  const { as } = await readBody(request, EXPORT);
  const { name, type, bytes, snapshot } = await exportProgram(viewer, program, as, request.signal);
  await onRecord(viewer, 'exported', program.title, { as });
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'vitrine-snapshot': encodeURIComponent(JSON.stringify({ ...snapshot, left: snapshot.left.length })),
    },
  });
});
