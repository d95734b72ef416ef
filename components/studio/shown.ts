import { useSyncExternalStore } from 'react';
import { type Source, type Version, sameSource } from '@/lib/program/program';

/** What the frame shows: the text, whether it is whole, and what it is called. */
export type Shown = { source: Source; ended: boolean; versionId: string | null };

/**
 * What is shown changes with every piece of a reply, eighty times a second with a quick model: only who shows it renders
 * then, not the conversation beside it.
 */
export type ShownStore = { get(): Shown; set(next: Shown): void; subscribe(listener: () => void): () => void };

export function createShown(first: Shown): ShownStore {
  const listeners = new Set<() => void>();
  let shown = first;
  return {
    get: () => shown,
    set(next) {
      shown = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What is shown now; the component renders again whenever that changes. */
export function useShown({ subscribe, get }: ShownStore): Shown {
  return useSyncExternalStore(subscribe, get, get);
}

/** What is shown once a reply has ended that made no version: the current one again, where it changed nothing of it. */
export function afterNoVersion(shown: Shown, current: Version | null): Shown {
  return current && sameSource(shown.source, current.source) ? { source: shown.source, ended: true, versionId: current.id } : shown;
}
