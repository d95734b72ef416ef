import type { Viewer } from '../auth/viewer';
import { bindingCalls } from '../compile/binding-calls';
import { freeNames } from '../compile/free-names';
import { renameFree } from '../compile/names';
import { bindingsFor } from '../grant/may-use';
import { type Diagnostic, type Program, type Source, type Version, hasErrors } from '../program/program';
import { Refusal } from '../program/refusal';
import { getStore } from '../store';
import { checkProgram } from './checker';

/** A connection that a program uses and a team doesn't have, with what it is asked for: `sql`, `issues.list`. */
export type MissingConnection = { name: string; operations: string[] };
export type OfferedConnection = { name: string; title: string; kind: 'tables' | 'api' };
/** What is to be settled before a program is remixed. Nothing where `missing` is empty. */
export type RemixPlan = { missing: MissingConnection[]; offered: OfferedConnection[] };
export type Remixed = { programId: string; good: boolean; diagnostics: Diagnostic[] };

/** What a remix is made of where it isn't simply a program of the team: a version of it, by another title, through a link. */
export type Through = { versionId: string | null; title: string; shareId: string };

/** What a program would lack of what the viewer may use in the team that they look at. @throws Refusal where there is nothing to remix */
export async function planRemix(viewer: Viewer, program: Program, versionId = program.currentVersionId): Promise<RemixPlan> {
  const { source } = await versionOf(program, versionId);
  const bindings = await bindingsFor(viewer);
  const known = new Set(bindings.map(({ name }) => name));
  const missing = freeNames(source['data.ts'], false).filter((name) => !known.has(name));
  const calls = bindingCalls(source['data.ts'], new Set(missing));
  const operations = (name: string) => [...new Set(calls.flatMap((call) => (call.binding === name ? [call.operation] : [])))];
  return {
    // A name that nothing is called of is a slip of whoever wrote it, and no connection.
    missing: missing.map((name) => ({ name, operations: operations(name) })).filter((one) => one.operations.length > 0),
    offered: bindings.map(({ name, title, kind }) => ({ name, title, kind })),
  };
}

/**
 * A new private program with another's code: without its grants, its rows, its conversation, its shared state. `renamed` says which connection
 * is used in place of which. What the check finds is given back; a version with errors is kept to be looked at and repaired.
 * @throws Refusal where there is nothing to remix or `renamed` names a connection that isn't there, or that the viewer may not use
 */
export async function remixProgram(viewer: Viewer, program: Program, renamed: Readonly<Record<string, string>>, through?: Through): Promise<Remixed> {
  const { title, versionId } = through ?? { title: program.title, versionId: program.currentVersionId };
  const version = await versionOf(program, versionId);
  const bindings = await bindingsFor(viewer);
  const unknown = Object.values(renamed).find((name) => !bindings.some((binding) => binding.name === name));
  if (unknown !== undefined) throw new Refusal(409, `There is no connection “${unknown}” that you may use any more. Choose another one.`);
  const source = withNames(version.source, renamed);
  const diagnostics = await checkProgram(viewer.team.id, source, bindings);
  // What a team knows of its own it has told nobody else.
  const isOfTeam = through === undefined && program.teamId === viewer.team.id;
  const store = await getStore();
  const made = await store.programs.create({ title, teamId: viewer.team.id, ownerId: viewer.id });
  await store.lineage.add({ programId: made.id, originId: program.id, title, visibility: isOfTeam ? program.visibility : 'private', createdBy: viewer.id, viaShareId: through?.shareId ?? null });
  const origin = Object.keys(renamed).length === 0 ? originOf(version) : null;
  const { id } = await store.versions.add({ programId: made.id, source, diagnostics, label: `Remix of “${title}”`, origin });
  const good = !hasErrors(diagnostics);
  if (good) await store.programs.setCurrent(made.id, id);
  return { programId: made.id, good, diagnostics: diagnostics.filter(({ severity }) => severity === 'error') };
}

async function versionOf(program: Program, versionId: string | null): Promise<Version> {
  const version = versionId && (await (await getStore()).versions.get(versionId));
  if (!version || version.programId !== program.id) throw new Refusal(409, 'There is nothing to remix yet: no version of it is finished.');
  return version;
}

function withNames(source: Source, renamed: Readonly<Record<string, string>>): Source {
  if (Object.keys(renamed).length === 0) return source;
  try {
    return { ...source, 'data.ts': renameFree(source['data.ts'], new Map(Object.entries(renamed))) };
  } catch {
    throw new Refusal(409, 'Its data.ts can’t be read, so its connections can’t be exchanged.');
  }
}

/** The composer goes on from its Plan, without the Plans before it and without what it made of the prompt's words: that is conversation. Other models begin anew. */
function originOf({ origin }: Version): Version['origin'] {
  if (!origin?.modelId.startsWith('composer:') || typeof origin.state !== 'object' || origin.state === null) return null;
  const { history: _, ...state } = origin.state as Record<string, unknown>;
  for (const words of ['assumptions', 'unread']) if (words in state) state[words] = [];
  return { modelId: origin.modelId, state };
}

/** What is told of where a program comes from, and what became of it. */
export type ToldLineage = {
  /** Null where it is no remix. No `id` where it can't be opened, no `title` where it may not be known. */
  origin: { id: string | null; title: string | null } | null;
  remixes: { id: string; title: string }[];
};

/** The lineage of a program as far as a person may know it. */
export async function lineageOf(viewer: Viewer, program: Program, mayOpen: (program: Program) => boolean): Promise<ToldLineage> {
  const { lineage, programs } = await getStore();
  const [line, remixes] = await Promise.all([lineage.of(program.id), lineage.remixes(program.id, viewer)]);
  if (!line) return { origin: null, remixes };
  const original = await programs.get(line.originId);
  if (original && mayOpen(original)) return { origin: { id: original.id, title: original.title }, remixes };
  // Who made the remix had it open; and of a team's program everybody in the team knew.
  const knew = line.createdBy === viewer.id || line.visibility === 'team';
  return { origin: { id: null, title: knew ? line.title : null }, remixes };
}
