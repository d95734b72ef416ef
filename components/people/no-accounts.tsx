'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { PeoplePage } from './people-page';

/** Stands for a page about people while there is one person, who signs in nowhere. */
export function NoAccounts() {
  return (
    <PeoplePage title="You work here alone" about="Nobody signs in, and only this machine reaches Vitrine. Open it to your team to invite others; you keep everything you made.">
      <div>
        <Button asChild>
          <Link href="/settings/open">Open to my team</Link>
        </Button>
      </div>
    </PeoplePage>
  );
}
