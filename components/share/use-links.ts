'use client';

import { useCallback, useState } from 'react';
import type { AskedOf } from '@/lib/bridge/messages';
import { type LinkChoices, type ListedLink, type Taken, changeLink, createLink, listLinks, renewSnapshot, revokeLink, saveLinkPicture } from '@/lib/client/shares';

/** What a link needs of the interface that is shown: what it was asked, and a picture of it. */
export type ShownInterface = { asked(): Promise<AskedOf[]>; picture(): Promise<Blob | null> };

export type Links = ReturnType<typeof useLinks>;

/** The links of a program; null until they are here. Each of these throws with a sentence for a person. */
export function useLinks(programId: string, shown: ShownInterface) {
  const [links, setLinks] = useState<ListedLink[] | null>(null);
  const put = useCallback((link: ListedLink) => setLinks((before) => (before?.some(({ id }) => id === link.id) ? before.map((one) => (one.id === link.id ? link : one)) : [link, ...(before ?? [])])), []);

  const load = useCallback(async () => setLinks(await listLinks(programId)), [programId]);

  const savePicture = useCallback(
    async (link: ListedLink) => {
      const picture = await shown.picture();
      // A preview without a picture is one all the same.
      if (picture) await saveLinkPicture(link, picture).catch(() => undefined);
    },
    [shown],
  );

  const create = useCallback(
    async (choices: LinkChoices): Promise<{ link: ListedLink; taken: Taken | null }> => {
      const made = await createLink(programId, choices, await shown.asked());
      put(made.link);
      await savePicture(made.link);
      return made;
    },
    [programId, put, savePicture, shown],
  );

  const renew = useCallback(
    async (link: ListedLink): Promise<Taken> => {
      const { link: renewed, taken } = await renewSnapshot(link, await shown.asked());
      put(renewed);
      await savePicture(renewed);
      return taken;
    },
    [put, savePicture, shown],
  );

  const change = useCallback(
    async (link: ListedLink, chosen: LinkChoices & { paused?: boolean }) => {
      if (chosen.mode === 'snapshot' && link.mode !== 'snapshot') await renew(link);
      put(await changeLink(link, chosen));
    },
    [put, renew],
  );

  const revoke = useCallback(async (link: ListedLink) => {
    await revokeLink(link);
    setLinks((before) => before?.filter(({ id }) => id !== link.id) ?? null);
  }, []);

  return { links, load, create, renew, change, revoke };
}
