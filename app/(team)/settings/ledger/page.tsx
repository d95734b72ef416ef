import type { Metadata } from 'next';
import { ledgerPage } from '@/app/api/ledger/page-of-ledger';
import { Ledger } from '@/components/ledger/ledger';
import { withViewer } from '@/lib/auth/viewer';
import { ledgerFilter, readLedgerQuery } from '@/lib/client/ledger';
import { readKeeping } from '@/lib/grant/keep-ledger';
import { getStore } from '@/lib/store';

/** Interfaces to choose from; others are found from their own page. */
const PROGRAMS = 200;

export const metadata: Metadata = { title: 'Ledger' };
export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default withViewer(async (_viewer, { searchParams }: Props) => {
  const query = readLedgerQuery(await searchParams);
  const store = await getStore();
  const [first, programs, values, keeping] = await Promise.all([
    ledgerPage(ledgerFilter(query)),
    store.programs.list({ limit: PROGRAMS }),
    store.ledger.values(),
    readKeeping(store),
  ]);
  return <Ledger query={query} first={first} programs={programs.map(({ id, title }) => ({ id, title }))} values={values} keeping={keeping} />;
});
