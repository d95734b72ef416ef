import type { Metadata } from 'next';
import Link from 'next/link';
import { viewersPage } from '@/app/page-rules';
import { Entry } from '@/components/entry/entry';
import { RemixFromLink } from '@/components/library/remix-from-link';
import { Button } from '@/components/ui/button';
import type { Viewer } from '@/lib/auth/viewer';
import { type RemixPlan, planRemix } from '@/lib/conversation/remix';
import { type RemixableLink, linkToRemix } from '@/lib/share/remix';

export const metadata: Metadata = { title: 'Remix' };
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ ticket?: string | string[] }> };
type Found = { link: RemixableLink; plan: RemixPlan };

/** What is behind the link, or why there's nothing to be made of it, in words. */
async function look(viewer: Viewer, token: string, ticket: string): Promise<Found | string> {
  try {
    const link = await linkToRemix(viewer, token, ticket);
    return { link, plan: await planRemix(viewer, link.program, link.versionId) };
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') return error.message;
    throw error;
  }
}

export default viewersPage<Props>('viewer', async (viewer, { params, searchParams }) => {
  const [{ token }, { ticket }] = [await params, await searchParams];
  const found = await look(viewer, token, String(ticket));
  if (typeof found === 'string') {
    return (
      <Entry title="Nothing to remix" detail={found}>
        <Button asChild variant="outline">
          <Link href="/">Go home</Link>
        </Button>
      </Entry>
    );
  }
  return <RemixFromLink title={found.link.title} plan={found.plan} link={{ token, ticket: String(ticket) }} />;
});
