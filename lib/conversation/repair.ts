import { type Program, type Version, hasErrors } from '../program/program';
import { Refusal } from '../program/refusal';
import { type Health, getStore } from '../store';

/** What is wrong with a program since its data changed, and the repair that waits for a yes. */
export type ToldHealth = Pick<Health, 'binding' | 'diagnostics' | 'draftVersionId'>;

export async function healthOf(programId: string): Promise<ToldHealth | null> {
  const health = await (await getStore()).health.get(programId);
  return health && { binding: health.binding, diagnostics: health.diagnostics, draftVersionId: health.draftVersionId };
}

/** Makes a repair the current version. @throws Refusal where none waits, or it has errors */
export async function acceptRepair(program: Program): Promise<Version> {
  const store = await getStore();
  const draftId = (await store.health.get(program.id))?.draftVersionId;
  const draft = draftId ? await store.versions.get(draftId) : null;
  if (!draft || draft.programId !== program.id) throw new Refusal(409, 'There is no repair to accept any more.');
  if (hasErrors(draft.diagnostics)) throw new Refusal(409, 'The check found errors in that repair.');
  await store.programs.setCurrent(program.id, draft.id);
  await store.health.setWhole(program.id);
  return draft;
}

/** The repair stays among the versions, and isn't asked about any more. */
export async function discardRepair(program: Program): Promise<void> {
  await (await getStore()).health.setDraft(program.id, null);
}
