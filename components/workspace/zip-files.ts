import { strToU8, zipSync } from 'fflate';

/** A project's files as they are now, in a folder of its name, as they're exported. */
export function zipFiles(files: Record<string, string>): { name: string; content: Blob } {
  const { name } = JSON.parse(files['package.json'] ?? '{}') as { name?: string };
  const folder = name ?? 'project';
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, strToU8(text)])));
  return { name: `${folder}.zip`, content: new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' }) };
}
