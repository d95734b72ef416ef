import { type UnzipFileInfo, unzipSync } from 'fflate';
import { Refusal } from '../program/refusal';
import { EMPTY_SOURCE, type Source } from '../program/program';
import { MAX_ENTRIES, MAX_FILE_BYTES, MAX_PACKED_FILE_BYTES, MAX_ZIP_BYTES } from './limits';
import { MANIFEST, MANIFEST_FILE, type Manifest } from './manifest';

/** What of a project is brought back: the program's two files, and where it came from. The rest of it stays outside. */
export type ReadProject = { manifest: Manifest; source: Source };

const WANTED = { [MANIFEST_FILE]: 'manifest', 'src/ui.tsx': 'ui.tsx', 'src/data.ts': 'data.ts' } as const;

/**
 * Reads a project's zip. Only its three files are unpacked, in memory, and each only where it says that it's small; nothing is written
 * anywhere. @throws Refusal 413 or 422 that says what is wrong with it
 */
export function readProjectZip(bytes: Uint8Array): ReadProject {
  if (bytes.length > MAX_ZIP_BYTES) throw new Refusal(413, `The zip is larger than ${megabytes(MAX_ZIP_BYTES)}. Leave node_modules and dist out of it.`);
  const texts = unpack(bytes);
  const manifest = texts.get('manifest');
  if (manifest === undefined) throw notAProject(`it has no ${MANIFEST_FILE}`);
  if (!texts.has('ui.tsx')) throw notAProject('it has no src/ui.tsx');
  return { manifest: readManifest(manifest), source: { ...EMPTY_SOURCE, 'ui.tsx': texts.get('ui.tsx')!, 'data.ts': texts.get('data.ts') ?? '' } };
}

type Wanted = (typeof WANTED)[keyof typeof WANTED];

function unpack(bytes: Uint8Array): Map<Wanted, string> {
  const found = new Map<Wanted, UnzipFileInfo>();
  let entries = 0;
  const filter = (entry: UnzipFileInfo) => {
    if (++entries > MAX_ENTRIES) throw new Refusal(422, `The zip has more than ${MAX_ENTRIES.toLocaleString('en')} files. Leave node_modules out of it.`);
    const path = entry.name.replaceAll('\\', '/');
    if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')) throw new Refusal(422, `The zip has a file that points outside of its folder: ${path.slice(0, 100)}.`);
    const wanted = wantedOf(path);
    if (!wanted) return false;
    if (found.has(wanted)) throw new Refusal(422, `The zip has ${path} twice.`);
    if (entry.originalSize > MAX_FILE_BYTES || entry.size > MAX_PACKED_FILE_BYTES) throw new Refusal(413, `${path} is larger than ${megabytes(MAX_FILE_BYTES)}.`);
    found.set(wanted, entry);
    return true;
  };
  try {
    const files = unzipSync(bytes, { filter });
    return new Map([...found].map(([wanted, { name }]) => [wanted, textOf(name, files[name]!)]));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(422, 'This file can’t be read as a zip.');
  }
}

/** At the top, or below one folder, as an export has it and as most programs zip a folder. */
function wantedOf(path: string): Wanted | null {
  for (const name of [path, path.split('/').slice(1).join('/')]) if (Object.hasOwn(WANTED, name)) return WANTED[name as keyof typeof WANTED];
  return null;
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new Error('no text');
    return text.replaceAll('\r\n', '\n');
  } catch {
    throw new Refusal(422, `${name} isn’t text.`);
  }
}

function readManifest(text: string): Manifest {
  try {
    return MANIFEST.parse(JSON.parse(text));
  } catch {
    throw notAProject(`its ${MANIFEST_FILE} isn’t as it should be`);
  }
}

function notAProject(why: string): Refusal {
  return new Refusal(422, `This isn’t a project that was exported from here: ${why}.`);
}

function megabytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1024 / 1024)} MB`;
}
