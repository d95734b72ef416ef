import { type Version, hasErrors } from '../program/program';
import { Refusal } from '../program/refusal';
import { getStore } from '../store';

/**
 * Makes an earlier version the current one again, as a new version, so that nothing is ever lost by going back.
 * @throws Refusal where there is no such version, it has errors, or a reply is being written.
 */
export async function restoreVersion(programId: string, versionId: string): Promise<Version> {
  const store = await getStore();
  const version = await store.versions.get(versionId);
  if (!version || version.programId !== programId) throw new Refusal(404, 'There is no such version.');
  if (hasErrors(version.diagnostics)) throw new Refusal(409, 'The check found errors in that version, so it can be looked at but not restored.');
  if (await store.replies.active(programId)) throw new Refusal(409, 'A reply is being written. Stop it first, then restore.');
  const restored = await store.versions.add({
    programId,
    source: version.source,
    diagnostics: version.diagnostics,
    label: `Restored version ${version.ordinal}`,
    origin: version.origin,
  });
  await store.programs.setCurrent(programId, restored.id);
  return restored;
}
