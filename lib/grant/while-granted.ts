import { CallError } from '../connector/contract';

/**
 * Runs a call, and ends it where the leave for it is taken back meanwhile: `onChange` says that something may have changed, `holds`
 * looks again. Rejects with a CallError `denied` then.
 */
export async function whileGranted<T>(
  { holds, onChange }: { holds(): Promise<boolean>; onChange(listener: () => void): () => void },
  signal: AbortSignal,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const taken = new AbortController();
  // In a moment: who remembers what holds hears of the change by the same signal, and may hear it later.
  const off = onChange(() => void Promise.resolve().then(holds).then((still) => !still && taken.abort(), (error: unknown) => taken.abort(error)));
  try {
    // What was taken back before anybody listened is seen here.
    if (!(await holds())) throw takenBack();
    return await run(AbortSignal.any([signal, taken.signal]));
  } catch (error) {
    throw taken.signal.aborted && !signal.aborted ? takenBack() : error;
  } finally {
    off();
  }
}

function takenBack(): CallError {
  return new CallError({ code: 'denied', message: 'Leave to read this was taken back.', retryable: false });
}
