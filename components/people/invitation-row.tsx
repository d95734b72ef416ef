'use client';

import { useRouter } from 'next/navigation';
import { notify, notifyFailure } from '@/components/shell/notify';
import { RelativeTime } from '@/components/shell/relative-time';
import { Button } from '@/components/ui/button';
import { type Invitation, revokeInvitation } from '@/lib/client/people';
import { ROLE_IN_WORDS } from './words';

/** An invitation that can be used still. Its link was told once, so it can only be taken back here. */
export function InvitationRow({ invitation: { id, email, role, expiresAt }, by }: { invitation: Invitation; by: string | undefined }) {
  const router = useRouter();
  const whom = email ?? 'Whoever has the link';
  const revoke = () =>
    revokeInvitation(id)
      .then(
        () => notify('The invitation can’t be used any more.'),
        (error: Error) => notifyFailure(`It was not revoked. ${error.message}`),
      )
      .finally(() => router.refresh());
  return (
    <li className="flex flex-wrap items-center gap-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate text-sm font-medium">{whom}</p>
        <p className="text-xs text-muted-foreground">
          {ROLE_IN_WORDS[role].title} · ends <RelativeTime iso={expiresAt} />
          {by && ` · invited by ${by}`}
        </p>
      </div>
      <Button size="sm" variant="outline" onClick={() => void revoke()} aria-label={`Revoke the invitation: ${whom}, ${ROLE_IN_WORDS[role].title}`}>
        Revoke
      </Button>
    </li>
  );
}
