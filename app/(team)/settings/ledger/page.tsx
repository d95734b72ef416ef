import type { Metadata } from 'next';
import { ledgerFor, ledgerPage } from '@/app/api/ledger/page-of-ledger';
import { Ledger } from '@/components/ledger/ledger';
import { viewersPage } from '@/app/page-rules';
import { ledgerFilter, readLedgerQuery } from '@/lib/client/ledger';
import { readKeeping } from '@/lib/grant/keep-ledger';
import { getStore } from '@/lib/store';

/** Interfaces to choose from; others are found from their own page. */
const PROGRAMS = 200;

export const metadata: Metadata = { title: 'Ledger' };
export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default viewersPage('member', async (viewer, { searchParams }: Props) => {
  const query = readLedgerQuery(await searchParams);
  const store = await getStore();
  const [first, programs, values, keeping] = await Promise.all([
    ledgerPage(viewer, ledgerFilter(query)),
    store.programs.list(viewer, { limit: PROGRAMS }),
    (await ledgerFor(viewer)).values(),
    readKeeping(store.team(viewer.team.id)),
  ]);
  return <Ledger query={query} first={first} programs={programs.map(({ id, title }) => ({ id, title }))} values={values} keeping={keeping} />;
});
