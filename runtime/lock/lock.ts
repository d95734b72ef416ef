import { lockAllocators } from './allocators';
import { lockDocument } from './document';
import { lockFocus } from './focus';
import { isGone, isKeptOfNavigator } from './gone';
import { lockMarkup } from './markup';
import { replace } from './replace';

/** What would stop the page or open another; generated code that calls them carries on. */
const DIALOGS: Record<string, unknown> = { open: null, alert: undefined, confirm: false, prompt: null, showModalDialog: undefined };

/**
 * Takes away what generated code could leave the frame by, fill its memory with in one call, or take the focus with, before
 * any of it runs. The headers of the sandbox site are the seal; this is the second lock, for what they leave open in one
 * engine or another.
 */
export function lockRealm(): void {
  for (const name of Object.getOwnPropertyNames(globalThis)) if (isGone(name)) replace(globalThis, name, undefined);
  replace(globalThis, 'fetch', noNetwork);
  for (const [name, answer] of Object.entries(DIALOGS)) replace(globalThis, name, () => answer);
  if (typeof Worklet !== 'undefined') replace(Worklet.prototype, 'addModule', noNetwork);
  lockNavigator();
  lockHistory();
  lockMedia();
  lockAllocators();
  lockDocument();
  lockFocus();
  lockMarkup();
}

function noNetwork(): Promise<never> {
  return Promise.reject(new Error('The interface has no network. Call a function of data.ts through useData.'));
}

/** `sendBeacon` answers, because code that reports something on leaving doesn't ask whether it is there. */
function lockNavigator(): void {
  for (const name of Object.getOwnPropertyNames(Navigator.prototype)) {
    if (!isKeptOfNavigator(name) && name !== 'clipboard') replace(Navigator.prototype, name, name === 'sendBeacon' ? () => false : undefined);
  }
}

function lockHistory(): void {
  const nothing = () => {};
  for (const name of ['back', 'forward', 'go', 'pushState', 'replaceState']) replace(History.prototype, name, nothing);
  const navigation = (globalThis as { Navigation?: { prototype: object } }).Navigation?.prototype;
  for (const name of ['back', 'forward', 'traverseTo', 'navigate', 'reload']) if (navigation) replace(navigation, name, nothing);
}

/** Films and sounds stay in the frame: no other window, no screen or speaker elsewhere in the house. */
function lockMedia(): void {
  for (const { prototype } of [HTMLMediaElement, HTMLVideoElement]) {
    for (const name of ['remote', 'setSinkId', 'setMediaKeys', 'requestPictureInPicture', 'webkitEnterFullscreen', 'webkitEnterFullScreen', 'webkitSetPresentationMode', 'webkitShowPlaybackTargetPicker', 'captureStream', 'mozCaptureStream']) {
      if (Object.hasOwn(prototype, name)) replace(prototype, name, undefined);
    }
  }
}
