'use client';

import { useEffect } from 'react';
import type { FrameUrls } from '@/lib/sandbox/assets';

/** A page that's never idle gets its spare all the same. */
const LATEST_MS = 3_000;

/** Keeps a frame ready for the next program, started once this page has been calm for `calmMs`; null while it isn't. */
export function useSpareFrame(urls: FrameUrls, calmMs: number | null): void {
  useEffect(() => {
    if (calmMs === null) return;
    const abort = new AbortController();
    const prepare = async () => {
      // Its code too is only fetched now.
      const { prepareSpare } = await import('@/lib/sandbox/spare');
      if (!abort.signal.aborted) prepareSpare(urls);
    };
    const timer = setTimeout(() => whenIdle(() => void prepare()), calmMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [urls, calmMs]);
}

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: LATEST_MS });
  else setTimeout(run);
}
