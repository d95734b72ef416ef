import type { AskedOf } from '../bridge/messages';
import { type Share, type SnapshotResult, getStore } from '../store';
import { type Compiled, compiledVersion } from './compiled';
import { MAX_SNAPSHOT_RESULTS, MAX_SNAPSHOT_UNITS } from './limits';
import { type Question, questionOf } from './question';
import { type ShareOf, runFunction } from './run-function';

/** Data functions of one snapshot that run at a time: others want the isolates too. */
const AT_A_TIME = 4;

/** What was taken: how many results, and what failed or had no room. */
export type Taken = { results: number; failed: number; left: number };

/**
 * Takes a snapshot: asks the program's own data functions what is to be in it, and keeps what they answer in the place of what was there. `asked` is
 * what the interface showed its owner; null asks what the last snapshot was asked. What fails isn't kept; where all of it fails, nothing changes.
 */
export async function takeSnapshot(share: Share, asked: readonly AskedOf[] | null, signal?: AbortSignal): Promise<Taken | null> {
  const store = await getStore();
  const program = await store.programs.get(share.programId);
  const versionId = share.versionId ?? program?.currentVersionId ?? null;
  if (!program) return null;
  const compiled = versionId ? await compiledVersion(versionId) : null;
  if (!compiled) return null;
  const questions = questionsFor(compiled, [...(asked ?? []), ...(await store.shares.asked(share.id))]);
  const room = questions.slice(0, MAX_SNAPSHOT_RESULTS);
  const { results, failed, left } = await answersTo({ ...share, program }, compiled, room, signal);
  if (signal?.aborted || (results.length === 0 && failed > 0)) return { results: 0, failed, left };
  await store.shares.keepSnapshot(share.id, { versionId: compiled.versionId, shared: (await store.shared.all(share.programId)).values, results });
  return { results: results.length, failed, left: left + questions.length - room.length };
}

/** Each once, of functions that there are. */
function questionsFor({ functions }: Compiled, asked: readonly AskedOf[]): Question[] {
  const names = new Set(functions.map(({ name }) => name));
  const questions = new Map<string, Question>();
  for (const { name, args } of asked) {
    const question = names.has(name) ? questionOf(name, args) : null;
    if (question && !questions.has(question.key)) questions.set(question.key, question);
  }
  return [...questions.values()];
}

async function answersTo(share: ShareOf, compiled: Compiled, questions: readonly Question[], signal?: AbortSignal) {
  const results: SnapshotResult[] = [];
  const waiting = [...questions];
  let units = 0;
  let failed = 0;
  let left = 0;
  const work = async () => {
    for (let question = waiting.shift(); question && !signal?.aborted; question = waiting.shift()) {
      const ran = await runFunction(share, compiled, question, { signal });
      const size = ran.ok ? JSON.stringify(ran.value).length : 0;
      if (!ran.ok) failed += 1;
      else if (units + size > MAX_SNAPSHOT_UNITS) left += 1;
      else {
        units += size;
        results.push({ ...question, value: ran.value });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { results, failed, left };
}
