'use client';

import { LinkIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { LiveData } from '@/components/project/live-data';
import { notify } from '@/components/shell/notify';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { LinkCard } from './link-card';
import { type Sharing, TeamAccess } from './team-access';
import type { Links } from './use-links';
import { takenInWords } from './words';

export type ShareDialogProps = { programId: string; title: string; sharing: Sharing; links: Links; shownVersion: { id: string; ordinal: number } | null; open: boolean; onOpenChange(open: boolean): void };

/** Who may see a program: of the team, and by link. */
export function ShareDialog({ programId, title, sharing, links, shownVersion, open, onOpenChange }: ShareDialogProps) {
  const { load, create } = links;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [visibility, setVisibility] = useState(sharing.visibility);
  const { mayShare } = sharing;

  useEffect(() => {
    if (open && mayShare) load().catch((error: Error) => setFailure(error.message));
  }, [open, load, mayShare]);

  const make = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const { taken } = await create({});
      if (taken && taken.failed + taken.left > 0) notify(takenInWords(taken));
    } catch (error) {
      setFailure((error as Error).message);
    }
    setBusy(false);
  };

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="sm:max-w-xl">
        <DialogHeader>
          <DialogTitle>Share {title}</DialogTitle>
          <DialogDescription>
            {mayShare
              ? 'Whoever has a link sees the interface, and changes nothing with it, unless you let them ask. Your prompts and connections stay here, and its queries unless you let people remix it.'
              : `${visibility === 'team' ? 'Everybody in the team opens it.' : 'It is private.'} Only ${sharing.owner ?? 'whose it is'} and the team’s admins share it, and they can tell you who has a link.`}
          </DialogDescription>
        </DialogHeader>
        {mayShare && (
          <>
            {sharing.hasAccounts && <TeamAccess programId={programId} sharing={sharing} visibility={visibility} onChange={setVisibility} />}
            {links.links === null && !failure && <Skeleton className="h-24 rounded-xl" />}
            {links.links !== null && links.links.length > 0 && (
              <ul className="grid gap-3" aria-label="Links">
                {links.links.map((link) => (
                  <LinkCard key={link.id} link={link} links={links} shownVersion={shownVersion} hasAccounts={sharing.hasAccounts} />
                ))}
              </ul>
            )}
            {failure && (
              <p role="alert" className="text-sm text-destructive">
                {failure}
              </p>
            )}
            <div className="flex flex-wrap items-center gap-3">
              <Button onClick={() => void make()} disabled={busy || links.links === null} variant={links.links?.length ? 'outline' : 'default'}>
                <LinkIcon />
                {busy ? 'Taking the snapshot…' : 'Create link'}
              </Button>
              <p className="min-w-0 flex-1 basis-56 text-xs text-pretty text-muted-foreground">It shows a snapshot of what this interface has shown you. Choose the filters that viewers should have before you create it.</p>
            </div>
            {shownVersion && <LiveData programId={programId} />}
            {!sharing.hasAccounts && <p className="border-t pt-3 text-xs text-pretty text-muted-foreground">You are alone here: without a link only you open it. Who of a team may is asked once people sign in.</p>}
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}
