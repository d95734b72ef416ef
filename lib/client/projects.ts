import type { Source } from '../program/program';
import { request, send } from './api';

export type ExportKind = 'zip' | 'html';
/** What an export would have in it: the answers of so many calls; `left` are those that it can't have, and why. `workspace` where
 * the viewer may open it as a project in the browser, or turn that on. */
export type ExportPreview = { version: number; calls: number; left: { what: string; why: string }[]; workspace: boolean };
export type ExportedFile = { name: string; content: Blob; snapshot: { takenAt: string; calls: number; left: number } };
export type Imported = { programId: string; versionId: string; ordinal: number; good: boolean; errors: number };
export type DataToken = { id: string; version: number; createdAt: string; lastUsedAt: string | null };

export function previewExport(programId: string): Promise<ExportPreview> {
  return send('GET', `/api/programs/${programId}/export`);
}

/** The program as a file, its calls answered anew. @throws ApiError */
export async function exportProgram(programId: string, as: ExportKind): Promise<ExportedFile> {
  const response = await request('POST', `/api/programs/${programId}/export`, { as });
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? `interface.${as}`;
  const snapshot = JSON.parse(decodeURIComponent(response.headers.get('vitrine-snapshot')!)) as ExportedFile['snapshot'];
  return { name, content: await response.blob(), snapshot };
}

/** A project's zip as a new version of its program, or without one as a new program. @throws ApiError */
export function importProject(zip: File, programId?: string): Promise<Imported> {
  return send('POST', programId === undefined ? '/api/projects' : `/api/programs/${programId}/import`, zip);
}

export async function listDataTokens(programId: string): Promise<DataToken[]> {
  return (await send<{ tokens: DataToken[] }>('GET', `/api/programs/${programId}/data-tokens`)).tokens;
}

/** The token itself is told this once. */
export function makeDataToken(programId: string): Promise<{ token: string; url: string; kept: DataToken }> {
  return send('POST', `/api/programs/${programId}/data-tokens`);
}

export function revokeDataToken(programId: string, id: string): Promise<void> {
  return send('DELETE', `/api/programs/${programId}/data-tokens/${id}`);
}

/** A project's files by path, and the version they are of. */
export type WorkspaceStart = { version: number; files: Record<string, string> };

export function startWorkspace(programId: string): Promise<WorkspaceStart> {
  return send('GET', `/api/programs/${programId}/workspace`);
}

/** What was edited as a new version, of which one it was begun from. @throws ApiError */
export function keepWorkspace(programId: string, from: number, source: Source): Promise<Imported> {
  return send('POST', `/api/programs/${programId}/workspace`, { from, source });
}

/** Whether the team's interfaces may be opened as a project in a WebContainer. */
export function allowWorkspaces(on: boolean): Promise<void> {
  return send('PUT', '/api/projects/workspace', { on });
}
