import { answering, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { ledgerFilter, readLedgerQuery } from '@/lib/client/ledger';
import { ledgerPage } from './page-of-ledger';

/** A page of the team's ledger, after the line at the position `before`. */
export const GET = withViewer(async (_viewer, request: Request) =>
  answering(async () => {
    const params = Object.fromEntries(new URL(request.url).searchParams);
    const before = Number(params.before);
    return json(await ledgerPage(ledgerFilter(readLedgerQuery(params)), Number.isSafeInteger(before) && before > 0 ? before : undefined));
  }),
);
