'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { type RemixPlan, planRemix, remix } from '@/lib/client/library';
import { NEEDS_REPAIR, REMIX_IN_WORDS, RemixConnections, RemixProblems } from './remix-parts';
import { useRemix } from './use-remix';

/** A copy of the code, made one's own. Asks only where a connection of its name isn't there. */
export function RemixDialog({ program, onClose }: { program: { id: string; title: string }; onClose(): void }) {
  const [plan, setPlan] = useState<RemixPlan | null>(null);
  const { made, chosen, failure, busy, choose, make, open, setFailure } = useRemix((connections) => remix(program.id, connections));

  useEffect(() => {
    let gone = false;
    planRemix(program.id).then(
      (found) => gone || setPlan(found),
      (error: Error) => gone || setFailure(error.message),
    );
    return () => void (gone = true);
  }, [program.id, setFailure]);

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle className="text-balance break-words">{made ? 'It needs a repair' : `Remix “${program.title}”`}</DialogTitle>
          <DialogDescription>{made ? NEEDS_REPAIR : REMIX_IN_WORDS}</DialogDescription>
        </DialogHeader>
        {made ? <RemixProblems diagnostics={made.diagnostics} /> : plan ? plan.missing.length > 0 && <RemixConnections plan={plan} chosen={chosen} onChoose={choose} /> : !failure && <Skeleton className="h-10 w-full" />}
        {failure && (
          <p role="alert" className="text-sm text-destructive">
            {failure}
          </p>
        )}
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {made ? 'Stay here' : 'Cancel'}
          </Button>
          {made ? (
            <Button autoFocus onClick={() => open(made.programId)}>
              Open the remix
            </Button>
          ) : (
            // Where there is nothing to ask, Enter makes it.
            <Button key={plan ? 'ready' : 'waiting'} autoFocus={plan?.missing.length === 0} disabled={!plan || busy} onClick={() => void make()}>
              {busy && <Spinner />} Make the remix
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
