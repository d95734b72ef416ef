import type { Metadata } from 'next';
import { All } from '@/components/library/all';
import { questionIn } from '@/app/api/programs/question';
import { viewersPage } from '@/app/page-rules';
import { leaveFor } from '@/lib/auth/leave';
import { covers } from '@/lib/program/leaves';
import { getStore } from '@/lib/store';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'All interfaces' };

/** What is beyond that is found by searching. */
const LISTED = 120;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default viewersPage<Props>('viewer', async (viewer, props) => {
  const asked = questionIn(await props.searchParams);
  const programs = await (await getStore()).programs.list(viewer, { ...asked, limit: LISTED });
  return <All programs={programs.map((program) => ({ ...program, mayRemove: covers(leaveFor(viewer, program), 'own'), isTheirs: program.ownerId === viewer.id }))} asked={{ which: asked.which ?? 'all', sort: asked.sort ?? 'changed', words: asked.words ?? '' }} limit={LISTED} />;
});
