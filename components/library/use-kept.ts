'use client';

import { useCallback, useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { pin, setFavourite, unpin } from '@/lib/client/library';

/** Whether a program is a favourite and pinned, shown at once and taken back where the server refuses. */
export function useKept(program: { id: string; title: string }, initial: { isFavourite: boolean; isPinned: boolean }) {
  const { id, title } = program;
  const [isFavourite, setIsFavourite] = useState(initial.isFavourite);
  const [isPinned, setIsPinned] = useState(initial.isPinned);

  const toggleFavourite = useCallback(async () => {
    setIsFavourite(!isFavourite);
    try {
      await setFavourite(id, !isFavourite);
      notify(isFavourite ? `“${title}” is no favourite any more.` : `“${title}” is a favourite.`);
    } catch (error) {
      setIsFavourite(isFavourite);
      notifyFailure(`Your favourites were not changed. ${(error as Error).message}`);
    }
  }, [id, isFavourite, title]);

  const togglePin = useCallback(async () => {
    setIsPinned(!isPinned);
    try {
      await (isPinned ? unpin(id) : pin(id));
      notify(isPinned ? `“${title}” is not on the home page any more.` : `“${title}” is on the home page.`);
    } catch (error) {
      setIsPinned(isPinned);
      notifyFailure(`The home page was not changed. ${(error as Error).message}`);
    }
  }, [id, isPinned, title]);

  return { isFavourite, isPinned, toggleFavourite, togglePin };
}
