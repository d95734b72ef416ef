import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { ledgerFilter, readLedgerQuery } from '@/lib/client/ledger';
import type { LedgerFilter } from '@/lib/store';
import { type ViewersLedger, ledgerFor } from '../page-of-ledger';

/** Lines that are read at a time, and held in memory: some hundred kilobytes. */
const LINES_AT_ONCE = 500;

/** Everything that fits as NDJSON, the newest first, read as fast as it is taken. */
export const GET = withViewer('member', async (viewer, request) => {
  const filter = ledgerFilter(readLedgerQuery(Object.fromEntries(new URL(request.url).searchParams)));
  const lines = exported(await ledgerFor(viewer), filter);
  await onRecord(viewer, 'exported', 'Ledger');
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void lines.return(undefined),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="ledger-${new Date().toISOString().slice(0, 10)}.ndjson"`,
      'cache-control': 'no-store',
    },
  });
});

async function* exported(ledger: ViewersLedger, filter: LedgerFilter): AsyncGenerator<string, void> {
  for (let before: number | undefined; ; ) {
    const lines = await ledger.page(filter, { before, limit: LINES_AT_ONCE });
    if (lines.length > 0) yield `${lines.map(({ position: _position, ...line }) => JSON.stringify(line)).join('\n')}\n`;
    if (lines.length < LINES_AT_ONCE) return;
    before = lines.at(-1)!.position;
  }
}
