/**
 * The folder of an embedded database, from nothing to ready to be opened. Loaded by Node as it stands, by the worker and
 * by the build.
 */
import { PGlite } from '@electric-sql/pglite';
import { constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

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

/** Keeps an empty database for later starts, which copy it: making one takes seconds, copying it a tenth of that. */
export async function makeTemplate(): Promise<void> {
  const template = templateFolder();
  if (!existsSync(template)) await appearWhole(template, initialise);
}

/** An empty database only fits the PGlite that made it. */
function templateFolder(): string {
  const { version } = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')) as { version: string };
  return path.resolve('out', 'store-template', version);
}

async function initialise(folder: string): Promise<void> {
  await (await PGlite.create(folder)).close();
}

async function appearWhole(folder: string, make: (beside: string) => Promise<void>): Promise<void> {
  const beside = `${folder}.new`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true, mode: 0o700 }); // PGlite's files are open to everybody, so their folder isn't.
  await make(beside);
  renameSync(beside, folder);
}
