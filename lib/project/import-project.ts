import type { Viewer } from '../auth/viewer';
import { bindingsFor } from '../grant/may-use';
import { checkProgram } from '../conversation/checker';
import { type Program, type Source, hasErrors, sameSource } from '../program/program';
import { Refusal } from '../program/refusal';
import { getStore } from '../store';
import type { Manifest } from './manifest';
import { readProjectZip } from './read-zip';

/** What came of it. `good` where the check found no error, so that the version is the current one. */
export type Imported = { programId: string; versionId: string; ordinal: number; good: boolean; errors: number };

/** A project as a new program of the viewer's. @throws Refusal where the zip is none */
export async function importAsProgram(viewer: Viewer, zip: Uint8Array): Promise<Imported> {
  const { manifest, source } = readProjectZip(zip);
  const store = await getStore();
  const program = await store.programs.create({ title: manifest.title, teamId: viewer.team.id, ownerId: viewer.id });
  return keep(viewer, program, source, 'Imported from a project');
}

/**
 * A program's project, edited outside, as its new version.
 * @throws Refusal where the zip is none or is another program's, nothing was changed, or a reply is being written
 */
export async function importAsVersion(viewer: Viewer, program: Program, zip: Uint8Array): Promise<Imported> {
  const { manifest, source } = readProjectZip(zip);
  if (manifest.programId !== program.id) throw new Refusal(409, `This project is of another interface, “${manifest.title}”. Import it from home: there it becomes one of its own.`);
  return keepEdited(viewer, program, source, labelOf(manifest));
}

/**
 * A source that was edited outside of the conversation, as the program's next version.
 * @throws Refusal 409 where nothing was changed, or a reply is being written
 */
export async function keepEdited(viewer: Viewer, program: Program, source: Source, label: string): Promise<Imported> {
  const store = await getStore();
  if (await store.replies.active(program.id)) throw new Refusal(409, 'A reply is being written. Stop it first, then try again.');
  const current = program.currentVersionId ? await store.versions.get(program.currentVersionId) : null;
  if (current && sameSource(current.source, source)) throw new Refusal(409, 'Nothing to import: ui.tsx and data.ts are as they are here.');
  return keep(viewer, program, source, label);
}

function labelOf({ version }: Manifest): string {
  return `Imported: version ${version} as it was edited outside`;
}

/** Checked like any other; what has errors is kept to be looked at, and doesn't become the current version. */
async function keep(viewer: Viewer, program: Program, source: Source, label: string): Promise<Imported> {
  const store = await getStore();
  const diagnostics = await checkProgram(program.teamId, source, await bindingsFor(viewer));
  const version = await store.versions.add({ programId: program.id, source, diagnostics, label, origin: null });
  const good = !hasErrors(diagnostics);
  if (good) await store.programs.setCurrent(program.id, version.id);
  return { programId: program.id, versionId: version.id, ordinal: version.ordinal, good, errors: diagnostics.filter(({ severity }) => severity === 'error').length };
}
