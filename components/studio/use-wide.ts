'use client';

import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 768px)';

/** Whether there's room for conversation and interface side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}
