import { randomBytes, randomUUID, scryptSync } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const KEY_BYTES = 32;
/** The same words must give the same key in every process, so the salt is fixed. */
const SALT = 'vitrine secrets';

/** Where the key of the secrets comes from: words of the environment, or else a file that is made once. */
export type KeySource = { secret?: string | null; dataDir?: string };

/** @throws Error with a sentence for a person. */
export function readSecretKey({ secret, dataDir }: KeySource): Buffer {
  if (secret) return scryptSync(secret, SALT, KEY_BYTES);
  if (!dataDir) throw new Error('Set VITRINE_SECRET, so that secrets can be stored encrypted.');
  const file = path.join(dataDir, 'secret.key');
  const key = readKeyFile(file) ?? makeKeyFile(file);
  if (key.length !== KEY_BYTES) throw new Error(`${file} is damaged. Put it back from a backup, or remove it and enter your keys again.`);
  return key;
}

function readKeyFile(file: string): Buffer | null {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written beside and then linked, so that of two processes that start at once both get the one key, and a whole one. */
function makeKeyFile(file: string): Buffer {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${randomUUID()}`;
  writeFileSync(beside, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(beside);
  }
  return readKeyFile(file)!;
}
