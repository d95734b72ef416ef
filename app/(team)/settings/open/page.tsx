import type { Metadata } from 'next';
import Link from 'next/link';
import { viewersPage } from '@/app/page-rules';
import { OpenToTeam } from '@/components/entry/open-to-team';
import { SettingsPage } from '@/components/settings/settings-page';
import { Button } from '@/components/ui/button';
import { sendsMail } from '@/lib/auth/mail';
import { hasAccounts } from '@/lib/auth/mode';
import { readConfig } from '@/lib/config/config';

export const metadata: Metadata = { title: 'Open to my team' };
export const dynamic = 'force-dynamic';

export default viewersPage('owner', async () => {
  const { appOrigin, sandboxOrigin, listen } = readConfig();
  return (
    <SettingsPage title="Open to my team">
      <p className="-mt-4 mb-8 max-w-2xl text-sm text-pretty text-muted-foreground">Until now whoever sits at this machine is the one person of this Vitrine. This makes it a place for several.</p>
      {(await hasAccounts()) ? (
        <div className="case grid max-w-2xl gap-3 p-5 text-sm">
          <p>This is done: people sign in here.</p>
          <Button asChild className="w-fit">
            <Link href="/team">To the team</Link>
          </Button>
        </div>
      ) : (
        <OpenToTeam appOrigin={appOrigin} sandboxOrigin={sandboxOrigin} listen={listen} sendsMail={sendsMail()} />
      )}
    </SettingsPage>
  );
});
