import taken from '../snapshot.json';
import { CallFailed } from './call-failed';
import { type Call, callInWords, findCall, type SnapshotCall } from './find-call';

/** Answers of calls as they were when the project was made. */
type Snapshot = {
  takenAt: string;
  /** When the last of these calls was first made: what the program takes for now. */
  clock: string;
  calls: SnapshotCall[];
  /** State kept with the program. */
  shared: Record<string, unknown>;
};

export const snapshot: Snapshot = taken;

/** The answer to a call, where the snapshot has it. @throws CallFailed `not-in-snapshot` */
export async function callSnapshot(call: Call): Promise<unknown> {
  const found = findCall(snapshot.calls, call, Date.now());
  if (found) return structuredClone(found.value);
  throw new CallFailed({
    code: 'not-in-snapshot',
    message: `This call isn’t in the snapshot: ${callInWords(call)}`,
    hint: 'Show it in Vitrine and export again, or connect to the server; see README.md.',
  });
}
