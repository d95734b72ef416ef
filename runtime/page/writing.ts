import { fadeIn } from './fade-in';
import { createSign } from './sign';

export type Writing = {
  /** A swap has reached the document. `done` when nothing more of the text comes. */
  shown(done: boolean): void;
};

/**
 * What a person sees of the writing: new elements fade in where they stand, and a small sign stands where the newest one
 * appeared. Both look at the document only, so that the program's own tree knows nothing of it.
 */
export function watchWriting(root: Element, reducedMotion: () => boolean): Writing {
  // What comes between two swaps (rows, a menu that is opened) nobody is writing: it's heard and forgotten.
  const observer = new MutationObserver(() => {});
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  const sign = createSign(root, reducedMotion);
  let wasDone = false;

  return {
    shown(done) {
      const records = observer.takeRecords();
      if (done !== wasDone || !root.hasAttribute('aria-busy')) root.setAttribute('aria-busy', String(!done));
      if (!reducedMotion() && !(done && wasDone)) fadeIn(records);
      if (done) sign.remove();
      else sign.moveTo(records);
      wasDone = done;
    },
  };
}
