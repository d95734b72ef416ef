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

  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (held: Grant[]) => {
      const before = known.current;
      const gone = before.filter(({ id }) => !held.some((grant) => grant.id === id));
      known.current = held;
      if (gone.length > 0 || held.length !== before.length) setGrants(held);
      // What may be changed only another time is on no screen.
      if (gone.some(({ effect }) => effect === 'read')) onTaken();
    };
    const look = async () => {
      // What can't be read now is said by the calls beside it.
      const answer = document.hidden ? null : await listApprovals(programId).catch(() => null);
      if (isOver) return;
      if (answer) take(answer.grants);
      if (known.current.length > 0) timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [programId, changes, onTaken]);
  return grants;
}
