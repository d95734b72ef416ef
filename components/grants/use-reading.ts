import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type Approval, type Needs, type Use, answerApprovals, letRead, onGrantsChange, usesOf } from '@/lib/client/approvals';
import { type Ask, askOf, leftOut, readingsOf, type Terms, together } from './asks';
import { HeldCalls, type Send } from './held-calls';

/** Leave may come from another device: what is waited for is tried again so often. */
const TRY_AGAIN_MS = 5_000;

/**
 * What a program reads: what its text says (`uses`), what of that it may not read yet and waits for (`asks`), and the person's
 * answers. `versionId` is null while it's written. `waiting` are the runs beside the frame that wait for leave to read. `onStale`
 * is called where rows on the screen may not be there any more, or failures that would be none by now.
 */
export function useReading(programId: string, versionId: string | null, send: Send, waiting: readonly Approval[], onStale: () => void) {
  const [held] = useState(() => createHeld(send));
  const asked = useSyncExternalStore(held.subscribe, held.get, held.get);
  const [uses, setUses] = useState<{ versionId: string | null; list: Use[] }>({ versionId: null, list: [] });
  const [changes, setChanges] = useState(0);

  useEffect(() => {
    if (versionId === null) return;
    let stale = false;
    usesOf(programId, versionId).then(
      ({ uses: list }) => !stale && setUses({ versionId, list }),
      () => undefined, // What can't be said beforehand is asked for when it's called.
    );
    return () => {
      stale = true;
    };
  }, [programId, versionId, changes]);

  useEffect(
    () =>
      onGrantsChange(programId, ({ programId: only, binding, taken }) => {
        setChanges((count) => count + 1);
        const wasRefused = held.calls.reconsider(binding);
        // A grant that was taken back is found missing (use-grants.ts); a connection that was closed to all is none.
        if (wasRefused || (taken && only === null)) onStale();
        else if (!taken) held.calls.retry();
      }),
    [programId, held, onStale],
  );

  const some = asked.length > 0;
  useEffect(() => {
    if (!some) return;
    const timer = setInterval(() => !document.hidden && held.calls.retry(), TRY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [held, some]);

  const known = uses.versionId === versionId ? uses.list : [];
  const asks = askedFor([...asked, ...waiting.map(askOfRun)], known);

  const allow = useCallback(
    async (ask: Ask, terms: Terms) => {
      const rest = leftOut(ask, terms.columns);
      if (rest) held.calls.leaveOut(rest);
      await letRead(programId, readingsOf(ask, terms));
    },
    [programId, held],
  );
  const refuse = useCallback(
    async (ask: Ask) => {
      held.calls.refuse(ask);
      const ids = waiting.filter(({ binding }) => binding === ask.binding).map(({ id }) => id);
      if (ids.length > 0) await answerApprovals(programId, ids, 'deny');
    },
    [programId, held, waiting],
  );
  return { uses: known, asks, changes, sendCalls: held.send, allow, refuse };
}

function createHeld(send: Send) {
  const listeners = new Set<() => void>();
  const calls = new HeldCalls(send, () => listeners.forEach((listener) => listener()));
  return {
    calls,
    send: calls.send.bind(calls),
    get: () => calls.asked,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What a run beside the frame waits for: its approval holds what it needs, and of a function its arguments. */
function askOfRun({ operation, args }: Approval): Ask {
  const { needs, args: given } = args as { needs: Needs; args: unknown };
  return askOf(needs, given === null ? undefined : { operation, args: given });
}

/** A question for each connection: what is waited for, and what else of it the program will want by its text. */
function askedFor(asks: readonly Ask[], uses: readonly Use[]): Ask[] {
  return [...Map.groupBy(asks, ({ binding }) => binding)].map(([binding, of]) => {
    const later = uses.flatMap((use) => (use.binding === binding && use.needs ? [askOf(use.needs)] : []));
    return together([...of, ...later] as [Ask, ...Ask[]]);
  });
}
