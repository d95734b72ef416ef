import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { MAX_ENTRIES, MAX_FILE_BYTES, MAX_ZIP_BYTES } from './limits';
import { readProjectZip } from './read-zip';

const MANIFEST = JSON.stringify({ format: 1, title: 'Open orders', programId: 'p', versionId: 'v', version: 3, exportedAt: '2026-11-29T01:00:00.000Z' });
const PROJECT = { 'vitrine.json': MANIFEST, 'src/ui.tsx': 'export default function A() { return null; }\r\n', 'src/data.ts': '' };

const zip = (files: Record<string, string | Uint8Array>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));
const within = (folder: string) => Object.fromEntries(Object.entries(PROJECT).map(([name, text]) => [`${folder}/${name}`, text]));
const refusalOf = (bytes: Uint8Array): string => {
  try {
    readProjectZip(bytes);
  } catch (error) {
    expect(error).toMatchObject({ name: 'Refusal' });
    return (error as Error).message;
  }
  return expect.unreachable('it was taken');
};

describe('a project’s zip', () => {
  test.each([
    ['at its top', PROJECT],
    ['in a folder', within('open-orders')],
    ['with much else', { ...within('a'), 'a/README.md': 'x', 'a/src/components/ui/button.tsx': 'x', 'a/src/snapshot.json': '{' }],
  ])('is read %s, lines ended in one way', (_, files) => {
    expect(readProjectZip(zip(files))).toEqual({ manifest: JSON.parse(MANIFEST), source: { 'ui.tsx': 'export default function A() { return null; }\n', 'data.ts': '' } });
  });

  test.each<[string, () => Uint8Array, RegExp]>([
    ['that is none', () => strToU8('hello'), /can’t be read as a zip/],
    ['that is empty', () => new Uint8Array(), /can’t be read as a zip/],
    ['that is cut off', () => zip(PROJECT).slice(0, -30), /can’t be read as a zip/],
    ['that is too large', () => new Uint8Array(MAX_ZIP_BYTES + 1), /larger than 10 MB.*node_modules/],
    ['of another kind', () => zip({ 'word/document.xml': '<a/>' }), /isn’t a project.*no vitrine\.json/],
    ['without its program', () => zip({ 'vitrine.json': MANIFEST }), /no src\/ui\.tsx/],
    ['with a manifest of its own', () => zip({ ...PROJECT, 'vitrine.json': '{"format":2}' }), /vitrine\.json isn’t as it should be/],
    ['with a path that leads out', () => zip({ ...PROJECT, '../../etc/cron.d/a': 'x' }), /points outside of its folder/],
    ['with a path from the root', () => zip({ ...PROJECT, '/etc/passwd': 'x' }), /points outside/],
    ['with a path of another drive', () => zip({ ...PROJECT, 'C:\\a': 'x' }), /points outside/],
    ['with a file twice', () => zip({ ...PROJECT, 'a/src/ui.tsx': 'x' }), /twice/],
    ['with what is no text', () => zip({ ...PROJECT, 'src/data.ts': new Uint8Array([0xff, 0xfe, 0]) }), /data\.ts isn’t text/],
    ['with too many files', () => zip(Object.fromEntries(Array.from({ length: MAX_ENTRIES + 1 }, (_, i) => [`f${i}`, 'x']))), /more than 2,000 files/],
    ['with a bomb', () => zip({ ...PROJECT, 'src/ui.tsx': new Uint8Array(MAX_FILE_BYTES + 1) }), /larger than 512 KB/],
  ])('%s is refused in words', (_, make, said) => {
    expect(refusalOf(make())).toMatch(said);
  });

  test('with a bomb that says it’s small is refused, and costs next to nothing', () => {
    const bytes = zip({ ...PROJECT, 'src/ui.tsx': new Uint8Array(64 * 1024 * 1024) });
    lieAbout(bytes, 'src/ui.tsx', 100);
    expect(refusalOf(bytes)).toMatch(/isn’t text|can’t be read/);
  });
});

/** Says of an entry, in the directory at the zip's end, that it unpacks to so many bytes. */
function lieAbout(bytes: Uint8Array, name: string, size: number): void {
  const at = Buffer.from(bytes.buffer).lastIndexOf(name);
  new DataView(bytes.buffer).setUint32(at - 46 + 24, size, true);
}
