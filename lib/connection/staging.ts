import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileProblem, MAX_FILE_BYTES, TOO_LARGE } from '../connector/files';

/** A file that was sent waits this long for what a person does with it. */
const STAGED_MS = 24 * 60 * 60 * 1000;
/**
 * What is over the limit is read on and thrown away up to here, so that the browser hears the reason: it does not listen
 * while it sends.
 */
const MAX_DRAINED_BYTES = 5 * MAX_FILE_BYTES;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_NAME_LENGTH = 200;

/** Where a file lies, and what the person calls it. */
export type StagedFile = { uploadId: string; path: string; name: string };

/** Files that were sent and aren't kept yet. Each lies in a folder named by us; a person's name is never a path. */
export type Staging = {
  /** Takes a file's bytes. @throws FileProblem, and then nothing is kept. */
  receive(name: string, body: AsyncIterable<Uint8Array>): Promise<StagedFile>;
  find(uploadId: string): Promise<StagedFile | null>;
  /** Moves a file to where it's kept. Null where there is none. */
  take(uploadId: string, target: string): Promise<StagedFile | null>;
  discard(uploadId: string): Promise<void>;
};

export function stagingIn(dataDir: string): Staging {
  const root = path.resolve(dataDir, 'uploads');
  const folderOf = (uploadId: string) => (ID.test(uploadId) ? path.join(root, uploadId) : null);
  const discard = async (uploadId: string) => {
    const folder = folderOf(uploadId);
    if (folder) await rm(folder, { recursive: true, force: true });
  };
  const find = async (uploadId: string): Promise<StagedFile | null> => {
    const folder = folderOf(uploadId);
    const name = folder && (await readFile(path.join(folder, 'name'), 'utf8').catch(() => null));
    return folder && name !== null ? { uploadId, path: path.join(folder, 'file'), name } : null;
  };

  return {
    async receive(name, body) {
      await removeOld(root);
      const uploadId = randomUUID();
      const folder = path.join(root, uploadId);
      const file = { uploadId, path: path.join(folder, 'file'), name: shownName(name) };
      await mkdir(folder, { recursive: true });
      try {
        await pipeline(body, upTo(MAX_FILE_BYTES), createWriteStream(file.path));
        await writeFile(path.join(folder, 'name'), file.name);
        return file;
      } catch (error) {
        await discard(uploadId);
        throw error;
      }
    },
    find,
    async take(uploadId, target) {
      const file = await find(uploadId);
      if (!file) return null;
      await mkdir(path.dirname(target), { recursive: true });
      await rename(file.path, target).catch(() => copyFile(file.path, target));
      await discard(uploadId);
      return { ...file, path: target };
    },
    discard,
  };
}

/** The last part of a name, without what can't be seen. */
function shownName(name: string): string {
  const last = name.replace(/^.*[/\\]/, '').replace(/\p{C}/gu, '').trim();
  return last.slice(-MAX_NAME_LENGTH) || 'file';
}

/** Lets bytes through up to a limit; beyond it they are dropped, and the stream fails at its end. */
function upTo(most: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      seen += chunk.length;
      if (seen > MAX_DRAINED_BYTES) done(tooLarge());
      else done(null, seen > most ? undefined : chunk);
    },
    flush(done) {
      done(seen > most ? tooLarge() : null);
    },
  });
}

function tooLarge(): FileProblem {
  return new FileProblem(TOO_LARGE, { status: 413 });
}

async function removeOld(root: string): Promise<void> {
  const folders = await readdir(root).catch(() => []);
  for (const name of folders) {
    const folder = path.join(root, name);
    const made = await stat(folder).then(({ mtimeMs }) => mtimeMs, () => null);
    if (made !== null && Date.now() - made > STAGED_MS) await rm(folder, { recursive: true, force: true });
  }
}
