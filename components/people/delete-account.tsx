'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { type RemovalPreview, deleteAccount, previewOfAccount } from '@/lib/client/removals';
import { counted } from './counted';
import { DeleteDialog } from './delete-dialog';

/** The way to delete one's own account and everything with it. */
export function DeleteAccount() {
  const [asked, setAsked] = useState(false);
  return (
    <section aria-labelledby="delete-account">
      <h2 id="delete-account" className="mb-3 text-sm font-medium text-muted-foreground">
        Delete your account
      </h2>
      <div className="case flex flex-wrap items-center gap-3 px-4 py-3">
        <p className="min-w-0 flex-1 basis-60 text-sm text-pretty">Your account and what is yours alone are deleted. What belongs to a team stays with it, without your name.</p>
        <Button variant="outline" size="sm" onClick={() => setAsked(true)}>
          Delete your account…
        </Button>
      </div>
      {asked && (
        <DeleteDialog
          title="Delete your account?"
          action="Delete my account"
          load={previewOfAccount}
          onDelete={async (typed) => {
            await deleteAccount(typed);
            window.location.assign('/sign-in');
          }}
          onClose={() => setAsked(false)}
        >
          {(preview) => <Preview of={preview} />}
        </DeleteDialog>
      )}
    </section>
  );
}

function Preview({ of: { private: own, team, links, tokens, teams, teamsToo } }: { of: RemovalPreview }) {
  return (
    <ul className="grid list-disc gap-1 pl-5 text-pretty">
      <li>
        {own.length === 0 ? 'You have no private interfaces.' : `${own.length === 1 ? 'Your private interface is' : `Your ${own.length} private interfaces are`} deleted: ${own.slice(0, 5).map((title) => `“${title}”`).join(', ')}${own.length > 5 ? ' and others' : ''}.`}
      </li>
      {team > 0 && <li>{counted(team, 'interface')} of your team {team === 1 ? 'becomes' : 'become'} an owner’s.</li>}
      {links + tokens > 0 && <li>{[links > 0 && counted(links, 'link'), tokens > 0 && counted(tokens, 'token')].filter(Boolean).join(' and ')} you made {links + tokens === 1 ? 'ends' : 'end'} at once.</li>}
      <li>You leave {teams.map((name) => `“${name}”`).join(', ')}, and are signed out everywhere.</li>
      {teamsToo.length > 0 && <li className="font-medium">{teamsToo.map((name) => `“${name}”`).join(', ')} {teamsToo.length === 1 ? 'has' : 'have'} nobody else, and {teamsToo.length === 1 ? 'is' : 'are'} deleted with everything in {teamsToo.length === 1 ? 'it' : 'them'}.</li>}
      <li>The ledger and the audit log keep what was done, by “deleted person”.</li>
    </ul>
  );
}
