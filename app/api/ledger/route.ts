import { json } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { ledgerFilter, readLedgerQuery } from '@/lib/client/ledger';
import { ledgerPage } from './page-of-ledger';

/** A page of the team's ledger as far as the viewer may read it, after the line at the position `before`. */
export const GET = withViewer('member', async (viewer, request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const before = Number(params.before);
  return json(await ledgerPage(viewer, ledgerFilter(readLedgerQuery(params)), Number.isSafeInteger(before) && before > 0 ? before : undefined));
});
