import type { Metadata } from 'next';
import { anyonesPage } from '@/app/page-rules';
import { Entry } from '@/components/entry/entry';
import { Button } from '@/components/ui/button';
import { pathWithin } from '@/lib/auth/sign-in-page';

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' };
export const dynamic = 'force-dynamic';

type Props = { searchParams: Promise<{ token?: string | string[]; to?: string | string[] }> };

/** Programs that look into mail open every link: this one signs nobody in before somebody presses the button. */
export default anyonesPage<Props>(async ({ searchParams }) => {
  const { token, to } = await searchParams;
  const address = `/api/auth/magic-link/verify?${new URLSearchParams({ token: String(token ?? ''), callbackURL: pathWithin(to), errorCallbackURL: '/sign-in?failed=link' })}`;
  return (
    <Entry title="Sign in to Vitrine" detail="This link works once.">
      <Button asChild>
        <a href={address}>Sign in</a>
      </Button>
    </Entry>
  );
});
