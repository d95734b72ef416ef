import type { AskedOf } from '../bridge/messages';
import type { LinkChoices, ListedLink } from '../share/links';
import type { Taken } from '../share/snapshot';
import { send } from './api';

export type { LinkChoices, ListedLink, Taken };

const of = (programId: string, shareId?: string) => `/api/programs/${programId}/shares${shareId === undefined ? '' : `/${shareId}`}`;

export async function listLinks(programId: string): Promise<ListedLink[]> {
  return (await send<{ links: ListedLink[] }>('GET', of(programId))).links;
}

/** Makes a link; `asked` is what the interface has shown, which a snapshot is taken of. */
export function createLink(programId: string, choices: LinkChoices, asked: readonly AskedOf[]): Promise<{ link: ListedLink; taken: Taken | null }> {
  return send('POST', of(programId), { choices, asked });
}

export async function changeLink(link: ListedLink, change: LinkChoices & { paused?: boolean }): Promise<ListedLink> {
  return (await send<{ link: ListedLink }>('PATCH', of(link.programId, link.id), change)).link;
}

export function revokeLink(link: ListedLink): Promise<void> {
  return send('DELETE', of(link.programId, link.id));
}

export function renewSnapshot(link: ListedLink, asked: readonly AskedOf[]): Promise<{ link: ListedLink; taken: Taken }> {
  return send('POST', `${of(link.programId, link.id)}/snapshot`, { asked });
}

/** What link previews show. */
export function saveLinkPicture(link: ListedLink, picture: Blob): Promise<void> {
  return send('PUT', `${of(link.programId, link.id)}/picture`, picture);
}
