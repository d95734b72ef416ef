import type { Metadata } from 'next';
import Link from 'next/link';
import { viewersPage } from '@/app/page-rules';
import { OpenToTeam } from '@/components/accounts/open-to-team';
import { Logo } from '@/components/shell/logo';
import { Button } from '@/components/ui/button';
import { sendsMail } from '@/lib/auth/mail';
import { hasAccounts } from '@/lib/auth/mode';
import { readConfig } from '@/lib/config/config';

export const metadata: Metadata = { title: 'Open to my team' };
export const dynamic = 'force-dynamic';

export default viewersPage('owner', async () => {
  const { appOrigin, sandboxOrigin, listen } = readConfig();
  return (
    <main className="mx-auto grid w-full max-w-2xl gap-8 px-4 pt-4 pb-24">
      <Link href="/settings" className="flex w-fit items-center gap-2 rounded-md p-1.5 text-sm font-medium outline-none focus-visible:ring-2 focus-visible:ring-ring">
        <Logo className="size-6" /> Models and data
      </Link>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">Open to my team</h1>
        <p className="mt-2 text-sm text-pretty text-muted-foreground">Until now whoever sits at this machine is the one person of this Vitrine. This makes it a place for several.</p>
      </div>
      {(await hasAccounts()) ? (
        <div className="case grid gap-3 p-5 text-sm">
          <p>This is done: people sign in here.</p>
          <Button asChild className="w-fit">
            <Link href="/team">To the team</Link>
          </Button>
        </div>
      ) : (
        <OpenToTeam appOrigin={appOrigin} sandboxOrigin={sandboxOrigin} listen={listen} sendsMail={sendsMail()} />
      )}
    </main>
  );
});
