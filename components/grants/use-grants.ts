import { useEffect, useRef, useState } from 'react';
import { type Grant, listApprovals } from '@/lib/client/approvals';

/** What is taken back on another device, or runs out, leaves the screen within this time. */
const LOOK_AGAIN_MS = 1_000;

/**
 * The grants of a program that hold, read anew with every change and, while there are some, again and again. `onTaken` is
 * called when one to read holds no more.
 */
export function useGrants(programId: string, changes: number, onTaken: () => void): Grant[] {
  const [grants, setGrants] = useState<Grant[]>([]);
  const known = useRef<Grant[]>([]);
  const [ticks, setTicks] = useState(0);

  useEffect(() => {
    let stale = false;
    listApprovals(programId).then(
      ({ grants: held }) => {
        if (stale) return;
        const before = known.current;
        known.current = held;
        const gone = before.filter(({ id }) => !held.some((grant) => grant.id === id));
        if (gone.length > 0 || held.length !== before.length) setGrants(held);
        // What may be changed only another time is on no screen.
        if (gone.some(({ effect }) => effect === 'read')) onTaken();
      },
      () => undefined, // The calls beside it say that nothing can be read.
    );
    return () => {
      stale = true;
    };
  }, [programId, changes, ticks, onTaken]);

  const some = grants.length > 0;
  useEffect(() => {
    if (!some) return;
    const timer = setInterval(() => !document.hidden && setTicks((count) => count + 1), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [some]);
  return grants;
}
