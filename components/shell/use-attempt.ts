'use client';

import { useState } from 'react';

export type Attempt = {
  busy: boolean;
  /** Why the last one came to nothing. */
  failure: string | null;
  /** Does something that may be refused. @returns whether it was done */
  run(work: () => Promise<unknown>): Promise<boolean>;
};

/** One thing at a time that may be refused; the refusal stays until the next try. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure((error as Error).message);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, run };
}
