import { leaveFor } from '../auth/leave';
import type { Viewer } from '../auth/viewer';
import { readConfig } from '../config/config';
import { covers } from '../program/leaves';
import type { Program, Source } from '../program/program';
import { isAtLeast } from '../program/role';
import { getStore } from '../store';
import { currentVersion, filesOf } from './export-program';
import { type Imported, keepEdited } from './import-project';
import type { ProjectFiles } from './project-files';

const KEY = 'webcontainer';

/** Whether interfaces may be opened as a project in a WebContainer, and who says so. */
export type WorkspaceChoice = { on: boolean; by: 'environment' | 'settings' };

export async function workspaceChoice(teamId: string): Promise<WorkspaceChoice> {
  if (readConfig().webContainer) return { on: true, by: 'environment' };
  return { on: (await (await getStore()).team(teamId).settings.get<boolean>(KEY)) === true, by: 'settings' };
}

export async function chooseWorkspace(teamId: string, on: boolean): Promise<void> {
  await (await getStore()).team(teamId).settings.set(KEY, on);
}

/** Whether a viewer may open a program as a project, or where that is off, could turn it on. */
export async function mayOpenWorkspace(viewer: Viewer, program: Program): Promise<boolean> {
  if (!covers(leaveFor(viewer, program), 'own')) return false;
  return isAtLeast(viewer.team.role, 'admin') || (await workspaceChoice(program.teamId)).on;
}

/** What a workspace begins with. */
export type WorkspaceStart = { version: number; files: ProjectFiles };

/**
 * The current version's project as it is exported, but for its rows: they come over the bridge.
 * @throws Refusal 409 where there is no version yet
 */
export async function startWorkspace(viewer: Viewer, program: Program): Promise<WorkspaceStart> {
  const store = await getStore();
  const version = await currentVersion(store, program);
  const now = new Date().toISOString();
  const { values: shared } = await store.shared.all(program.id);
  return { version: version.ordinal, files: await filesOf(viewer, program, version, { takenAt: now, clock: now, calls: [], shared, left: [] }) };
}

/** What was edited in a workspace as the next version. @throws Refusal 409 where nothing was changed, or a reply is being written */
export function keepWorkspace(viewer: Viewer, program: Program, source: Source, from: number): Promise<Imported> {
  return keepEdited(viewer, program, source, `Version ${from} as it was edited in its workspace`);
}
