import type { Viewer } from '../auth/viewer';
import type { CompiledFile, Swap } from '../bridge/messages';
import { readConfig } from '../config/config';
import { frameUrls } from '../sandbox/assets';
import { type FoundShare, getStore } from '../store';
import { built } from './built';
import type { Compiled } from './compiled';
import type { Opening } from './messages';

/** The one binding that a guest has here: the program's own data functions, which run on the server. */
const FUNCTIONS = 'program';

/** What a page needs to show a link's program: its interface, and of its data functions nothing but their names. */
export async function openingOf(share: FoundShare, compiled: Compiled, { ticket, embedded, person, mayRemix }: { ticket: string; embedded: boolean; person: Viewer | null; mayRemix: boolean }): Promise<Opening> {
  const store = await getStore();
  const urls = frameUrls(built().assets, readConfig().sandboxOrigin, share.programId);
  return {
    title: titleOf(share),
    by: share.by,
    takenAt: share.mode === 'snapshot' ? share.takenAt : null,
    // Within another site that site is among the frame's ancestors, and its own server has to allow it (scripts/sandbox-site.ts).
    frame: embedded ? `${urls.frame}?embed=${share.id}` : urls.frame,
    late: urls.late,
    swap: swapOf(compiled),
    shared: share.mode === 'snapshot' ? await store.shares.takenShared(share.id) : (await store.shared.all(share.programId)).values,
    ticket,
    shownTo: person?.name ?? null,
    mayRemix,
  };
}

export function titleOf({ title, program }: FoundShare): string {
  return title ?? program.title;
}

/** The version that a link shows now: a snapshot's is the one that it was taken of. */
export function versionOf({ mode, takenVersionId, versionId, program }: FoundShare): string | null {
  return mode === 'snapshot' ? takenVersionId : (versionId ?? program.currentVersionId);
}

function swapOf({ ui, css, functions }: Compiled): Swap {
  return { seq: 1, ui, data: stubsOf(functions), css, done: true };
}

/** A data.ts whose functions ask the server for what the program's own of that name give. */
function stubsOf(functions: CompiledFile['functions']): CompiledFile {
  const js = functions.map(({ name }) => `exports[${JSON.stringify(name)}]=async(args)=>${FUNCTIONS}[${JSON.stringify(name)}](args);`).join('\n');
  return { js: `"use strict";${js}`, free: [FUNCTIONS], components: [], defaultExport: null, functions };
}
