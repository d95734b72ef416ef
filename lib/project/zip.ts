import { strToU8, zipSync } from 'fflate';
import type { ProjectFiles } from './project-files';

/** What a zip can say of time begins in 1980; the same project is the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** A project in one folder of its name. */
export function zipProject(name: string, files: ProjectFiles): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, text]) => [`${name}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: EPOCH }) as Uint8Array<ArrayBuffer>;
}
