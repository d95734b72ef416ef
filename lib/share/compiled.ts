import { type WholeProgram, compileWhole } from '../compile/compile-whole';
import { getStore } from '../store';
import { built } from './built';
import { MAX_COMPILED } from './limits';

/** A version as a link shows it. */
export type Compiled = WholeProgram & { versionId: string };

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
  const { kit, texts } = built();
  const program = await compileWhole(version.source, texts, kit);
  return Array.isArray(program) ? null : { ...program, versionId };
}
