import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type Approval, type Needs, type Reading, type Use, answerApprovals, letRead, onGrantsChange, usesOf } from '@/lib/client/approvals';
import { HeldCalls, type Send } from './held-calls';

/** Leave may come from another device: what is waited for is tried again so often. */
const TRY_AGAIN_MS = 5_000;

/** What a person says beside yes: rows at a time, and for how long; null is no limit. */
export type Terms = Pick<Reading, 'maxRows' | 'seconds'>;

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
  const asks = together([...asked, ...waiting.map(needsOf)], known);

  const allow = useCallback(
    async ({ binding, names }: Needs, terms: Terms) => {
      await letRead(programId, { binding, names, ...terms });
    },
    [programId],
  );
  const refuse = useCallback(
    async (needs: Needs) => {
      held.calls.refuse(needs);
      const ids = waiting.filter(({ binding }) => binding === needs.binding).map(({ id }) => id);
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

function needsOf({ binding, about, args }: Approval): Needs {
  return { binding, title: about.title, names: args as string[] };
}

/** A question for each connection: what is waited for, and what else of it the program will want by its text. */
function together(needs: readonly Needs[], uses: readonly Use[]): Needs[] {
  return [...Map.groupBy(needs, ({ binding }) => binding)].map(([binding, of]) => {
    const later = uses.filter((use) => use.binding === binding).flatMap(({ missing }) => missing);
    return { binding, title: of[0]!.title, names: [...new Set([...of.flatMap(({ names }) => names), ...later])] };
  });
}
