import { useCallback, useRef, useState } from 'react';
import { isNoProblem } from './call-failed';
import type { Readings } from './readings';

export type Action = {
  /** Rejects when it failed or was refused; `error` says so too. */
  run: (...args: unknown[]) => Promise<unknown>;
  pending: boolean;
  error: Error | undefined;
};

export type UseAction = (write: (...args: unknown[]) => Promise<unknown>) => Action;

/** Makes `useAction(write)`. After a run that went well, everything on the screen is read once more. */
export function createUseAction(readings: Readings, onFailed: (error: unknown) => void): UseAction {
  return function useAction(write) {
    const latest = useRef(write);
    latest.current = write;
    const [running, setRunning] = useState(0);
    const [error, setError] = useState<Error | undefined>(undefined);

    const run = useCallback((...args: unknown[]) => {
      const result = runOnce(() => latest.current(...args), readings, { setRunning, setError, onFailed });
      // Its failure is shown by `error`, so a caller who doesn't look at the promise has missed nothing.
      result.catch(() => {});
      return result;
    }, []);
    return { run, pending: running > 0, error };
  };
}

type Tell = { setRunning(next: (now: number) => number): void; setError(error: Error | undefined): void; onFailed(error: unknown): void };

async function runOnce(write: () => Promise<unknown>, readings: Readings, tell: Tell): Promise<unknown> {
  tell.setRunning((n) => n + 1);
  tell.setError(undefined);
  try {
    const value = await write();
    readings.reloadAll();
    return value;
  } catch (error) {
    tell.setError(error instanceof Error ? error : new Error(String(error)));
    if (!isNoProblem(error)) tell.onFailed(error);
    throw error;
  } finally {
    tell.setRunning((n) => n - 1);
  }
}
