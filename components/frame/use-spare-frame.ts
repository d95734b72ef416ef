'use client';

import { useEffect } from 'react';
import type { FrameUrls } from '@/lib/sandbox/assets';

/** A page that was just opened, or a reply that just ended, has better things to do. */
const QUIET_MS = 1_000;
/** A page that's never idle gets its spare all the same. */
const LATEST_MS = 3_000;

/** Keeps a frame ready for the next program, started once it's quiet here and nothing has been `calm` for a while. */
export function useSpareFrame(urls: FrameUrls, calm: boolean): void {
  useEffect(() => {
    if (!calm) return;
    const abort = new AbortController();
    const prepare = async () => {
      // Its code too is only fetched now.
      const { prepareSpare } = await import('@/lib/sandbox/spare');
      if (!abort.signal.aborted) prepareSpare(urls);
    };
    const timer = setTimeout(() => whenIdle(() => void prepare()), QUIET_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [urls, calm]);
}

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: LATEST_MS });
  else setTimeout(run);
}
