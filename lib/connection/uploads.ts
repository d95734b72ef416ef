import type { Corrections, FilePreview } from '../connector/files';
import type { FileRecord } from '../store';
import type { Connections } from './connections';
import { stagingIn } from './staging';

/** Files between being sent and being added to the person's own. */
export type Uploads = {
  /** Takes a file's bytes and looks at them. @throws FileProblem, and then nothing is kept. */
  stage(name: string, body: AsyncIterable<Uint8Array>): Promise<{ uploadId: string; preview: FilePreview }>;
  /** Adds a staged file. Null where there is none. @throws FileProblem, and then it stays staged. */
  add(uploadId: string, corrections: Corrections, emptyInvalid: boolean): Promise<FileRecord | null>;
  discard(uploadId: string): Promise<void>;
};

export function uploadsIn(dataDir: string, connections: Pick<Connections, 'inspectFile' | 'addFile'>): Uploads {
  const staging = stagingIn(dataDir);
  return {
    async stage(name, body) {
      const file = await staging.receive(name, body);
      try {
        return { uploadId: file.uploadId, preview: await connections.inspectFile(file) };
      } catch (error) {
        await staging.discard(file.uploadId);
        throw error;
      }
    },
    async add(uploadId, corrections, emptyInvalid) {
      const file = await staging.find(uploadId);
      if (!file) return null;
      const record = await connections.addFile(file, corrections, emptyInvalid);
      await staging.discard(uploadId);
      return record;
    },
    discard: staging.discard,
  };
}
