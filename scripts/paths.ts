import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's folder, whatever the folder the command was given in. */
export const ROOT = path.resolve(import.meta.dirname, '..');

const BUILT_FROM = ['app', 'components', 'lib', 'runtime', 'public'];
const BUILT_FROM_FILES = ['package-lock.json', 'next.config.ts', 'tsconfig.json', 'postcss.config.mjs', 'proxy.ts', 'instrumentation.ts', 'scripts/build.ts', 'scripts/build-runtime.ts', 'scripts/frame-document.ts'];
const NOT_BUILT = /(^|\/)(dist|node_modules)(\/|$)|\.test\.tsx?$/;

/** A hash of everything that a build is made from. Two equal hashes: the build on disk is current. */
export function sourceHash(): string {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of [...BUILT_FROM_FILES, ...BUILT_FROM.flatMap(filesBelow)].sort()) {
    hash.update(file).update('\0').update(readIfThere(path.join(ROOT, file))).update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
      .filter((file) => !NOT_BUILT.test(file));
  } catch {
    return []; // A folder that is not there (public) is simply not part of it.
  }
}

function readIfThere(file: string): Buffer | string {
  try {
    return readFileSync(file);
  } catch {
    return '';
  }
}
