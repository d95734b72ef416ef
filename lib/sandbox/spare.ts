import type { FrameUrls } from './assets';
import { StartedFrame } from './started-frame';

/** A frame that isn't ready after this time lost its way (the server was away); another is started in its place. */
const MAX_START_MS = 10_000;

/** The one spare of this page: more of them would cost memory that nobody gets anything for. */
let spare: { frame: StartedFrame; urls: FrameUrls; holder: HTMLElement } | null = null;

/**
 * Starts a frame ahead of its program, where there's none yet. It lives in the page, unseen and out of reach, until
 * `takeFrame` moves it to where it's needed. Nothing where the browser would load a moved frame anew.
 */
export function prepareSpare(urls: FrameUrls): void {
  if (!('moveBefore' in Element.prototype) || (spare && isUsable(spare, urls))) return;
  dropSpare();
  const holder = unseenHolder();
  document.body.append(holder);
  spare = { frame: new StartedFrame(holder, urls), urls, holder };
}

/** A frame in the container: the spare, also where it's still being started, or a new one. */
export function takeFrame(container: HTMLElement, urls: FrameUrls): StartedFrame {
  const taken = spare;
  spare = null;
  if (taken && isUsable(taken, urls) && taken.frame.link.moveTo(container)) {
    taken.holder.remove();
    return taken.frame;
  }
  if (taken) discard(taken);
  return new StartedFrame(container, urls);
}

/** All guests of a page share one process and one thread: a spare that's being started holds up the one that runs. */
export function isSpareStarting(): boolean {
  return spare !== null && !spare.frame.isReady && performance.now() - spare.frame.startedAt < MAX_START_MS;
}

/**
 * Ends the spare. Where one guest hangs the spare hangs too, and their process goes only with the last of them.
 */
export function dropSpare(): void {
  if (spare) discard(spare);
  spare = null;
}

function discard({ frame, holder }: NonNullable<typeof spare>): void {
  frame.close();
  holder.remove();
}

function isUsable({ frame, urls: its }: NonNullable<typeof spare>, urls: FrameUrls): boolean {
  if (frame.isBroken || its.frame !== urls.frame || its.worker !== urls.worker) return false;
  return frame.isReady || performance.now() - frame.startedAt < MAX_START_MS;
}

/** As large as the page, so that the spare is laid out; not shown, not focused, not read out. */
function unseenHolder(): HTMLElement {
  const holder = document.createElement('div');
  holder.inert = true;
  Object.assign(holder.style, { position: 'fixed', inset: '0', visibility: 'hidden', zIndex: '-1' });
  return holder;
}
