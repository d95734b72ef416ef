import type { Viewer } from '../auth/viewer';
import type { AskData } from '../composer/composer';
import { mayRead } from '../grant/may-read';
import { runCall } from '../grant/run-call';
import { getStore } from '../store';

/** Milliseconds that a name is looked for; then the prompt is read without. */
const PATIENCE_MS = 1500;

/**
 * Asks the data in the name of who wrote the prompt, on record like any other call. What the program may not read yet isn't asked: nobody is bothered for it, and
 * the ledger has no line of what was never tried.
 */
export function askAs(viewer: Viewer, programId: string): AskData {
  return async ({ binding, table, columns }, args, signal) => {
    const { missing } = await mayRead((await getStore()).team(viewer.team.id), programId, binding, [{ name: table, columns }], { args });
    if (missing.length > 0) throw new Error('The program may not read that yet.');
    const answer = await runCall(viewer, programId, { id: 0, binding, operation: 'sql', args, from: 'composer' }, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]));
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
}
