import { useCallback, useEffect, useState } from 'react';
import { type WaitingChange, listWaiting } from '@/lib/client/rules';

const LOOK_AGAIN_MS = 4_000;

/** What waits for an admin, looked at again and again while somebody looks. Null until it's known. */
export function useWaiting(isOn: boolean): { waiting: WaitingChange[] | null; look(): void } {
  const [waiting, setWaiting] = useState<WaitingChange[] | null>(null);
  const look = useCallback(() => {
    listWaiting().then(
      ({ approvals }) => setWaiting((before) => (before?.map(({ id }) => id).join() === approvals.map(({ id }) => id).join() ? before : approvals)),
      () => undefined, // What can't be reached now is asked again.
    );
  }, []);
  useEffect(() => {
    if (!isOn) return;
    look();
    const timer = setInterval(() => document.visibilityState === 'visible' && look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOn, look]);
  return { waiting, look };
}
