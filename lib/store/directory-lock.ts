import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Makes this process the one owner of a data folder, until the function it returns is called or the process ends in any way.
 *
 * PGlite takes no lock, and two processes on one folder silently lose each other's rows. The lock is the operating
 * system's own on a file, taken by way of SQLite, since Node has no other door to it. So it can't go stale: a killed
 * owner's lock is gone with the owner, no process id is mistaken for another's, and two takers can't both win. The
 * owner's id stands beside it only so that a person can be told.
 * @throws Error with one sentence for a person when another owner is alive.
 */
export function lockDirectory(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const owner = path.join(folder, 'store.pid');
  const lock = new DatabaseSync(path.join(folder, 'store.lock'));
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE'); // Nothing is ever written into it.
  } catch (cause) {
    lock.close();
    if ((cause as { errcode?: number }).errcode !== SQLITE_BUSY) throw cause;
    throw new Error(`Vitrine is already running on ${folder} (${describeOwner(owner)}). Stop it, or set VITRINE_DATA to another folder.`, { cause });
  }
  writeFileSync(owner, String(process.pid));
  return () => lock.close();
}

const SQLITE_BUSY = 5;

function describeOwner(file: string): string {
  try {
    return `pid ${readFileSync(file, 'utf8')}`;
  } catch {
    return 'another process';
  }
}
