/** What a team keeps at hand: pins, favourites, remixes, and the search over all. */
import type { Swap } from '../bridge/messages';
import type { Diagnostic, Version } from '../program/program';
import type { LateUrls } from '../sandbox/assets';
import type { ListedProgram, PinBoard, PinLayout, PinSize, ProgramQuestion } from '../store';
import { send } from './api';

export type { ListedProgram, PinBoard, PinLayout, PinSize };
export type RemixPlan = { missing: { name: string; operations: string[] }[]; offered: { name: string; title: string; kind: 'tables' | 'api' }[] };
export type Remixed = { programId: string; good: boolean; diagnostics: Diagnostic[] };

/** What a remix would lack here. */
export function planRemix(programId: string): Promise<RemixPlan> {
  return send('GET', `/api/programs/${programId}/remix`);
}

/** A new program with another's code; `connections` says which is used in place of which. */
export function remix(programId: string, connections: Record<string, string>): Promise<Remixed> {
  return send('POST', `/api/programs/${programId}/remix`, { connections });
}

/** A remix of what a link shows: its token, and the ticket that its page was given. */
export function remixLink(link: { token: string; ticket: string }, connections: Record<string, string>): Promise<Remixed> {
  return send('POST', '/api/remixes', { ...link, connections });
}

export function setFavourite(programId: string, is: boolean): Promise<void> {
  return send(is ? 'PUT' : 'DELETE', `/api/programs/${programId}/favourite`);
}

export function findPrograms({ words, which, sort }: Partial<Omit<ProgramQuestion, 'limit'>>): Promise<{ programs: ListedProgram[] }> {
  const asked = Object.entries({ words, which, sort }).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return send('GET', `/api/programs?${new URLSearchParams(asked)}`);
}

/** What a frame needs to show a program's current version. */
export type ShownProgram = { swap: Swap; bindings: string[]; shared: Record<string, unknown>; frame: string; late: LateUrls };

export function shownProgram(programId: string): Promise<ShownProgram> {
  return send('GET', `/api/programs/${programId}/shown`);
}

export type Health = { binding: string; diagnostics: Diagnostic[]; draftVersionId: string | null };

/** What is wrong with a program since its data changed. */
export function healthOf(programId: string): Promise<{ health: Health | null }> {
  return send('GET', `/api/programs/${programId}/repair`);
}

export function acceptRepair(programId: string): Promise<Version> {
  return send('POST', `/api/programs/${programId}/repair`);
}

export function discardRepair(programId: string): Promise<void> {
  return send('DELETE', `/api/programs/${programId}/repair`);
}

export function pinBoard(): Promise<{ board: PinBoard }> {
  return send('GET', '/api/pins');
}

export function pin(programId: string): Promise<void> {
  return send('POST', '/api/pins', { programId });
}

export function unpin(programId: string): Promise<void> {
  return send('DELETE', `/api/pins/${programId}`);
}

export function arrangePins(sections: PinLayout): Promise<void> {
  return send('PUT', '/api/pins', { sections });
}

export function addPinSection(title: string): Promise<{ id: string }> {
  return send('POST', '/api/pins/sections', { title });
}

export function renamePinSection(id: string, title: string): Promise<void> {
  return send('PATCH', `/api/pins/sections/${id}`, { title });
}

export function removePinSection(id: string): Promise<void> {
  return send('DELETE', `/api/pins/sections/${id}`);
}
