/**
 * The folder of an embedded database, from nothing to ready to be opened. Loaded by Node as it stands, by the worker and
 * by the build.
 */
import type { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { constants, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { migrationsFolder } from './database.ts';

/**
 * Makes the folder where it isn't there. It appears whole or not at all, so one who is killed meanwhile leaves nothing that
 * the next one would take for a database.
 */
export async function prepareFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await appearWhole(folder, async (beside) => {
    const template = templateFolder();
    if (existsSync(template)) cpSync(template, beside, { recursive: true, mode: constants.COPYFILE_FICLONE });
    else await initialise(beside);
  });
}

/**
 * Keeps an empty database with its tables for later starts, which copy it: making one takes seconds, copying it a tenth of
 * that. Whoever else makes it at the same time doesn't disturb.
 */
export async function makeTemplate(): Promise<void> {
  const template = templateFolder();
  if (existsSync(template)) return;
  const mine = `${template}-${process.pid}`;
  await appearWhole(mine, (beside) => initialise(beside, giveTables));
  try {
    renameSync(mine, template);
  } catch (error) {
    rmSync(mine, { recursive: true, force: true });
    if (!existsSync(template)) throw error;
  }
}

/** One only fits the PGlite that made it, and the migrations that it has had. */
function templateFolder(): string {
  const { version } = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')) as { version: string };
  const had = createHash('sha256').update(readFileSync(path.join(migrationsFolder(), 'meta', '_journal.json')));
  for (const file of readdirSync(migrationsFolder()).filter((name) => name.endsWith('.sql')).sort()) had.update(readFileSync(path.join(migrationsFolder(), file)));
  return path.resolve('out', 'store-template', `${version}-${had.digest('hex').slice(0, 16)}`);
}

async function initialise(folder: string, fill?: (database: PGlite) => Promise<void>): Promise<void> {
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create(folder);
  await fill?.(database);
  await database.close();
}

/** As the store does when it opens, which then finds nothing left to do. */
async function giveTables(database: PGlite): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([import('drizzle-orm/pglite'), import('drizzle-orm/pglite/migrator')]);
  await migrate(drizzle(database), { migrationsFolder: migrationsFolder() });
}

async function appearWhole(folder: string, make: (beside: string) => Promise<void>): Promise<void> {
  const beside = `${folder}.new`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true, mode: 0o700 }); // PGlite's files are open to everybody, so their folder isn't.
  await make(beside);
  renameSync(beside, folder);
}
