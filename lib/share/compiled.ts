import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type WholeProgram, compileWhole } from '../compile/compile-whole';
import type { StyleTexts } from '../compile/styles';
import { ASSETS_FOLDER } from '../sandbox/assets';
import { getStore } from '../store';
import { MAX_COMPILED } from './limits';

/** A version as a link shows it. */
export type Compiled = WholeProgram & { versionId: string };

let styles: (StyleTexts & { kit: string[] }) | null = null;
const compiled = new Map<string, Promise<Compiled | null>>();

/** A version, compiled once. Null where there's no such version, or nothing of it can be shown. */
export function compiledVersion(versionId: string): Promise<Compiled | null> {
  const known = compiled.get(versionId);
  compiled.delete(versionId);
  const made = known ?? compile(versionId);
  compiled.set(versionId, made);
  if (!known) made.catch(() => compiled.delete(versionId));
  if (compiled.size > MAX_COMPILED) compiled.delete(compiled.keys().next().value!);
  return made;
}

async function compile(versionId: string): Promise<Compiled | null> {
  const version = await (await getStore()).versions.get(versionId);
  if (!version) return null;
  const { kit, ...texts } = (styles ??= readStyles());
  const program = await compileWhole(version.source, texts, kit);
  return Array.isArray(program) ? null : { ...program, versionId };
}

/** What `npm run build` put together of style sheets and the kit's own class names. */
function readStyles(): StyleTexts & { kit: string[] } {
  return JSON.parse(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), ASSETS_FOLDER, 'styles.json'), 'utf8')) as StyleTexts & { kit: string[] };
}
