import { freeNames } from '../compile/free-names';
import { getConnections } from '../connection/connections';
import { hasErrors } from '../program/program';
import { getStore } from '../store';
import { checkProgram } from './checker';

/** What is asked for while another round runs comes after it, once for each connection. */
const kept = globalThis as { vitrineRechecks?: Map<string, Promise<void>> };

/**
 * A team's connection has changed, or came, or went: what others see of programs that use it is checked anew, one after the other, beside
 * whatever else goes on. What doesn't fit any more is flagged; what fits again no longer is.
 */
export function recheckSoon(teamId: string, binding: string): void {
  void recheck(teamId, binding).catch((error: unknown) => console.error(error));
}

/** The same, to be waited for. */
export function recheck(teamId: string, binding: string): Promise<void> {
  const rounds = (kept.vitrineRechecks ??= new Map());
  const before = rounds.get(teamId) ?? Promise.resolve();
  const round = before.catch(() => undefined).then(() => checkAll(teamId, binding));
  rounds.set(teamId, round);
  return round;
}

async function checkAll(teamId: string, binding: string): Promise<void> {
  const store = await getStore();
  const bindings = await getConnections(teamId).bindings();
  for (const { programId, versionId, source } of await store.health.watched(teamId)) {
    if (!freeNames(source['data.ts'], false).includes(binding)) continue;
    // One that can't be checked is as it was; why is in the log.
    const diagnostics = await checkProgram(teamId, source, bindings).catch(() => null);
    if (!diagnostics) continue;
    if (hasErrors(diagnostics)) await store.health.setBroken({ programId, versionId, binding, diagnostics: diagnostics.filter(({ severity }) => severity === 'error') });
    else await store.health.setWhole(programId);
  }
}
