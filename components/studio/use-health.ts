'use client';

import { useCallback, useEffect, useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { type Health, acceptRepair, discardRepair, healthOf } from '@/lib/client/library';

/** What is wrong with a program since its data changed. `changes` says when to ask anew. */
export function useHealth(programId: string, initial: Health | null, changes: unknown) {
  const [health, setHealth] = useState(initial);
  const [asked, setAsked] = useState(changes);
  const isNew = asked !== changes;
  useEffect(() => {
    if (!isNew) return;
    let stale = false;
    healthOf(programId).then(
      (told) => stale || (setHealth(told.health), setAsked(changes)),
      () => undefined, // It's asked for again with the next change; what was known is still shown.
    );
    return () => void (stale = true);
  }, [programId, changes, isNew]);

  const accept = useCallback(async () => {
    try {
      const { ordinal } = await acceptRepair(programId);
      setHealth(null);
      notify(`Version ${ordinal} is what everybody sees now.`);
      return true;
    } catch (error) {
      notifyFailure(`The repair was not accepted. ${(error as Error).message}`);
      return false;
    }
  }, [programId]);
  const discard = useCallback(async () => {
    try {
      await discardRepair(programId);
      setHealth((before) => before && { ...before, draftVersionId: null });
    } catch (error) {
      notifyFailure(`The repair was not discarded. ${(error as Error).message}`);
    }
  }, [programId]);
  return { health, accept, discard };
}
