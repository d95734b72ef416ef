import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { auditFilter, readAuditQuery } from '@/lib/client/audit';
import { type AuditFilter, getStore } from '@/lib/store';

/** Entries that are read at a time. */
const ENTRIES_AT_ONCE = 500;

/** Everything that fits as NDJSON, the newest first, read as fast as it is taken. */
export const GET = withViewer('admin', async (viewer, request) => {
  const filter = auditFilter(readAuditQuery(Object.fromEntries(new URL(request.url).searchParams)));
  await onRecord(viewer, 'exported', 'Audit log');
  const entries = exported(viewer.team.id, filter);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await entries.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void entries.return(undefined),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="audit-${new Date().toISOString().slice(0, 10)}.ndjson"`,
      'cache-control': 'no-store',
    },
  });
});

async function* exported(teamId: string, filter: AuditFilter): AsyncGenerator<string, void> {
  const { audit } = await getStore();
  for (let before: number | undefined; ; ) {
    const entries = await audit.page(teamId, { ...filter, before, limit: ENTRIES_AT_ONCE });
    if (entries.length > 0) yield `${entries.map(({ position: _position, teamId: _team, ...entry }) => JSON.stringify(entry)).join('\n')}\n`;
    if (entries.length < ENTRIES_AT_ONCE) return;
    before = entries.at(-1)!.position;
  }
}
