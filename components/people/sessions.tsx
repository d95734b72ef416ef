'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { RelativeTime } from '@/components/shell/relative-time';
import { signOutHere } from '@/components/shell/sign-out';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { type OpenSession, endSession, signOutEverywhere } from '@/lib/client/people';
import { Part } from './people-page';
import { addressInWords, browserInWords } from './words';

const ConfirmDialog = dynamic(() => import('@/components/shell/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });

/** Where the person is signed in, each to be ended. */
export function Sessions({ sessions, ownId }: { sessions: OpenSession[]; ownId: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const end = (session: OpenSession) =>
    endSession(session.id)
      .then(
        () => notify(`${browserInWords(session.userAgent)} is signed out.`),
        (error: Error) => notifyFailure(`It was not signed out. ${error.message}`),
      )
      .finally(() => router.refresh());
  const endAll = () =>
    signOutEverywhere().then(
      () => location.assign('/sign-in'),
      (error: Error) => notifyFailure(`You are still signed in everywhere. ${error.message}`),
    );
  return (
    <Part
      id="sessions"
      title="Where you are signed in"
      action={
        <Button size="sm" variant="outline" onClick={() => setAsking(true)}>
          Sign out everywhere
        </Button>
      }
    >
      <ul className="case divide-y overflow-hidden" aria-labelledby="sessions">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-40">
              <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
                {browserInWords(session.userAgent)}
                {session.id === ownId && <Badge variant="secondary">This one</Badge>}
              </p>
              <p className="text-xs text-muted-foreground">
                Signed in <RelativeTime iso={session.createdAt} />
                {session.ipAddress && ` · from ${addressInWords(session.ipAddress)}`}
              </p>
            </div>
            <Button size="sm" variant="ghost" onClick={() => (session.id === ownId ? signOutHere() : void end(session))} aria-label={session.id === ownId ? 'Sign out here' : `Sign out ${browserInWords(session.userAgent)}`}>
              Sign out
            </Button>
          </li>
        ))}
      </ul>
      {asking && (
        <ConfirmDialog
          title="Sign out everywhere?"
          detail="Every browser you are signed in with is signed out at once, this one too. Nothing you made is lost."
          action="Sign out everywhere"
          onConfirm={() => void endAll()}
          onClose={() => setAsking(false)}
        />
      )}
    </Part>
  );
}
