import { createContext, useContext, useId, useLayoutEffect, useSyncExternalStore } from 'react';
import { type Writer, evenWriter } from './same-decimals';

/** What figures of a page have in common: by how they are written, the values of all of them. */
export type Figures = { subscribe: (listen: () => void) => () => void; of: (kind: string) => readonly unknown[]; put: (kind: string, id: string, value: unknown) => () => void };

/** The figures of a page that is drawn; outside of one, each figure stands for itself. */
export const PageFigures = createContext<Figures | null>(null);

const NONE: readonly unknown[] = [];

export function createFigures(): Figures {
  const kinds = new Map<string, Map<string, unknown>>();
  const listeners = new Set<() => void>();
  /** Kept until a value changes: React asks for the same list again and again. */
  const lists = new Map<string, readonly unknown[]>();
  const changed = (kind: string) => {
    lists.set(kind, [...(kinds.get(kind)?.values() ?? [])]);
    for (const listen of listeners) listen();
  };
  return {
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    of: (kind) => lists.get(kind) ?? NONE,
    put(kind, id, value) {
      const values = kinds.get(kind) ?? new Map<string, unknown>();
      kinds.set(kind, values.set(id, value));
      changed(kind);
      return () => {
        values.delete(id);
        changed(kind);
      };
    },
  };
}

/** Counts and averages are of different kinds, and have decimals of their own. */
const SHARED = ['money', 'percent'];

/** Writes a figure as those beside it are written: amounts of money with the same decimals, and shares. */
export function useFigureWriter(value: unknown, format: unknown, currency: string | undefined): Writer {
  const figures = useContext(PageFigures);
  const id = useId();
  const kind = typeof format === 'string' && SHARED.includes(format) ? `${format} ${currency ?? ''}` : null;
  const isThere = kind !== null && value !== undefined && value !== null;
  useLayoutEffect(() => (isThere ? figures?.put(kind, id, value) : undefined), [figures, isThere, kind, id, value]);
  const others = useSyncExternalStore(figures?.subscribe ?? never, () => (kind === null ? NONE : (figures?.of(kind) ?? NONE)), () => NONE);
  return evenWriter([value, ...others], format, currency);
}

const never = () => () => {};
