import { EMPTY_SOURCE, type Program, type Source, type Version } from '../../program/program';
import type { Reply, Store } from '../index';

/** Text that databases like to refuse or to change: NUL, a lone surrogate, quotes, a number in quotes. */
export const AWKWARD = 'a\0b \ud800 \'"\\ ${x} 123 ü 🎈';
export const SOURCE: Source = { 'ui.tsx': AWKWARD, 'data.ts': '123' };

export const newProgram = (store: Store): Promise<Program> => store.programs.create({ title: 'Orders' });

/** A reply in writing, to a program of its own where none is named. */
export async function newReply(store: Store, programId?: string): Promise<Reply> {
  const id = programId ?? (await newProgram(store)).id;
  return (await store.replies.start({ programId: id, messageId: crypto.randomUUID(), modelId: 'composer:1', base: EMPTY_SOURCE }))!;
}

export const addVersion = (store: Store, programId: string): Promise<Version> =>
  store.versions.add({ programId, source: SOURCE, diagnostics: [], label: AWKWARD, origin: { modelId: 'm', state: '123' } });
