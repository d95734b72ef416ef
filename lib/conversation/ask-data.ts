import type { Viewer } from '../auth/viewer';
import type { AskData } from '../composer/composer';
import { runCall } from '../grant/run-call';

/** Milliseconds that a name is looked for; then the prompt is read without. */
const PATIENCE_MS = 1500;

/** Asks the data in the name of who wrote the prompt: within what the program may read, and on record like any other call. */
export function askAs(viewer: Viewer, programId: string): AskData {
  return async (binding, args, signal) => {
    const answer = await runCall(viewer, programId, { id: 0, binding, operation: 'sql', args, from: 'composer' }, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]));
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
}
