import type { Viewer } from '../auth/viewer';
import { bindingCalls } from '../compile/binding-calls';
import { getConnections } from '../connection/connections';
import { bindingsFor } from '../grant/may-use';
import type { Program, Version } from '../program/program';
import { Refusal } from '../program/refusal';
import { type Store, getStore } from '../store';
import { MAX_SNAPSHOT_LINES } from './limits';
import { oneFile } from './one-file';
import { packageName } from './package-json';
import { type ProjectFiles, projectFiles } from './project-files';
import { callsToMake, type Snapshot, takeSnapshot } from './snapshot';
import { usedNames } from './used-names';
import { zipProject } from './zip';

export type ExportKind = 'zip' | 'html';

/** A file to be saved, and what of the program's data is in it. */
export type Exported = { name: string; type: string; bytes: Uint8Array<ArrayBuffer>; snapshot: Pick<Snapshot, 'takenAt' | 'left'> & { calls: number } };

/** What an export of the current version would have in it. `calls` are those known to be made by it; `left` those that can't be made again. */
export type ExportPreview = { version: number; calls: number; left: Snapshot['left'] };

/** @throws Refusal 409 where there is no version yet */
export async function previewExport(program: Program): Promise<ExportPreview> {
  const store = await getStore();
  const version = await currentVersion(store, program);
  const bindings = await getConnections(program.teamId).bindings();
  const known = bindingCalls(version.source['data.ts'], new Set(bindings.map(({ name }) => name)));
  const { calls, left } = callsToMake(await store.team(program.teamId).ledger.list(program.id, { limit: MAX_SNAPSHOT_LINES }), known);
  return { version: version.ordinal, calls: calls.length, left };
}

/**
 * The current version as a project or as one file, with its calls answered anew.
 * @throws Refusal 409 where there is no version yet, 422 where it can't be bundled
 */
export async function exportProgram(viewer: Viewer, program: Program, kind: ExportKind, signal: AbortSignal): Promise<Exported> {
  const version = await currentVersion(await getStore(), program);
  const snapshot = await takeSnapshot(viewer, program, version, signal);
  const files = await filesOf(viewer, program, version, snapshot);
  const name = packageName(program.title);
  const about = { takenAt: snapshot.takenAt, calls: snapshot.calls.length, left: snapshot.left };
  if (kind === 'zip') return { name: `${name}.zip`, type: 'application/zip', bytes: zipProject(name, files), snapshot: about };
  const bindings = await getConnections(program.teamId).bindings();
  const html = await oneFile(program.title, files, usedNames(version.source, bindings.map((binding) => binding.name)));
  return { name: `${name}.html`, type: 'text/html', bytes: new TextEncoder().encode(html), snapshot: about };
}

/** The project's files, as they are exported. */
export async function filesOf(viewer: Viewer, program: Program, version: Version, snapshot: Snapshot): Promise<ProjectFiles> {
  const manifest = { format: 1, title: program.title, programId: program.id, versionId: version.id, version: version.ordinal, exportedAt: snapshot.takenAt } as const;
  return projectFiles({ manifest, source: version.source, bindings: await bindingsFor(viewer), snapshot });
}

/** @throws Refusal 409 where there is none yet */
export async function currentVersion(store: Store, program: Program): Promise<Version> {
  const version = program.currentVersionId ? await store.versions.get(program.currentVersionId) : null;
  if (!version) throw new Refusal(409, 'There is no version to export yet. Wait until the first one is written.');
  return version;
}
