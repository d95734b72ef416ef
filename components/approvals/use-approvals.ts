import { useCallback, useEffect, useState } from 'react';
import { type Approval, listApprovals } from '@/lib/client/approvals';

/** One that nobody waits for any more, or that ran out, is gone by then. */
const LOOK_AGAIN_MS = 2_000;

/** Those that come through links come without a sign. */
const LOOK_FOR_LINKS_MS = 4_000;

/** Changes outside that a program waits to make, the same function's together. `look` asks the server anew. Where there are links that `ask`, it is looked again and again. */
export function useApprovals(programId: string, { lookAtFirst, linksAsk }: { lookAtFirst: boolean; linksAsk: boolean }): { waiting: Approval[]; asksAdmin: boolean; look(): void } {
  const [waiting, setWaiting] = useState<Approval[]>([]);
  const [asksAdmin, setAsksAdmin] = useState(false);
  const look = useCallback(() => {
    listApprovals(programId).then(
      (answer) => {
        setAsksAdmin(answer.asksAdmin);
        setWaiting((before) => (sameIds(before, answer.approvals) ? before : answer.approvals));
      },
      () => undefined, // What can't be reached now is asked again while something waits.
    );
  }, [programId]);
  useEffect(() => {
    if (lookAtFirst || linksAsk) look();
  }, [look, lookAtFirst, linksAsk]);
  const some = waiting.length > 0;
  useEffect(() => {
    if (!some && !linksAsk) return;
    const timer = setInterval(() => (some || document.visibilityState === 'visible') && look(), some ? LOOK_AGAIN_MS : LOOK_FOR_LINKS_MS);
    return () => clearInterval(timer);
  }, [look, some, linksAsk]);
  return { waiting, asksAdmin, look };
}

function sameIds(some: readonly Approval[], others: readonly Approval[]): boolean {
  return some.length === others.length && some.every(({ id }, index) => id === others[index]!.id);
}
