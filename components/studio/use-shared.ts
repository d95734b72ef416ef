'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type SharedChanges, setShared, sharedSince } from '@/lib/client/api';

/** How often other people's changes are asked for while the page is looked at. */
const POLL_MS = 2_000;

/** The state that a program shares between its viewers. `used` is whether the program uses any. */
export function useShared(programId: string, start: SharedChanges, used: boolean) {
  const [values, setValues] = useState(start.values);
  const revision = useRef(start.revision);

  useEffect(() => {
    if (!used) return;
    const poll = async () => {
      if (document.hidden) return;
      const changes = await sharedSince(programId, revision.current).catch(() => null);
      if (!changes || changes.revision <= revision.current) return;
      revision.current = changes.revision;
      setValues((before) => ({ ...before, ...changes.values }));
    };
    const timer = setInterval(() => void poll(), POLL_MS);
    return () => clearInterval(timer);
  }, [programId, used]);

  const set = useCallback(
    async (key: string, value: unknown) => {
      setValues((before) => ({ ...before, [key]: value }));
      await setShared(programId, key, value);
    },
    [programId],
  );

  return { values, set };
}
