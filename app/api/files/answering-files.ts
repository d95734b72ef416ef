import { readConfig } from '@/lib/config/config';
import { getConnections } from '@/lib/connection/connections';
import { type Uploads, uploadsIn } from '@/lib/connection/uploads';
import type { FileProblem } from '@/lib/connector/files';
import { Refusal } from '@/lib/program/refusal';

/** What is wrong with a file is for the person who brought it. */
export function sayingFiles(handle: () => Promise<Response>): Promise<Response> {
  return handle().catch((error: unknown) => {
    // By name, since each route's bundle has a class of its own.
    if (error instanceof Error && error.name === 'FileProblem') throw new Refusal((error as FileProblem).status, error.message);
    throw error;
  });
}

export async function getUploads(teamId: string): Promise<Uploads> {
  return uploadsIn(readConfig().dataDir, getConnections(teamId));
}
