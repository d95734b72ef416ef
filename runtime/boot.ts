/**
 * Entry of the guest: the code that runs inside the sandboxed frame, beside what a model wrote. It closes the realm, waits
 * for the one port from its parent, and from then on speaks through that only.
 */
import type { GuestMessage, HostMessage, Theme } from '../lib/bridge/messages';
import { createGuest, type Guest } from './guest';
import { setLocale } from './kit/index';
import { lockRealm } from './lock/lock';
import { watchForms } from './page/forms';
import { watchKeys } from './page/keys';
import { watchLinks } from './page/links';
import { takePicture } from './page/picture';

lockRealm();
addEventListener('message', takePort);

/** Takes the first port of the parent, and no other. */
function takePort(event: MessageEvent<unknown>): void {
  const port = event.ports[0];
  if (event.source !== parent || !port) return;
  removeEventListener('message', takePort);
  converse(port);
}

function converse(port: MessagePort): void {
  // Bound now, because generated code may change what `postMessage` is.
  const send: (message: GuestMessage) => void = port.postMessage.bind(port);
  let guest: Guest | null = null;
  port.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
    if (data.type === 'init') guest ??= begin(data, send);
    else hear(data, guest, send);
  });
  port.start();
  send({ type: 'ready' });
}

function begin(init: Extract<HostMessage, { type: 'init' }>, send: (message: GuestMessage) => void): Guest {
  setTheme(init.theme);
  setLocale(init.locale);
  document.documentElement.lang = init.locale;
  watchLinks((href) => send({ type: 'link', href }));
  watchForms();
  watchKeys((key) => send({ type: 'key', key }));
  return createGuest(init, send);
}

function hear(message: Exclude<HostMessage, { type: 'init' }>, guest: Guest | null, send: (message: GuestMessage) => void): void {
  if (message.type === 'ping') send({ type: 'pong', n: message.n });
  else if (message.type === 'swap') guest?.show(message.swap);
  else if (message.type === 'answers') guest?.answer(message.answers);
  else if (message.type === 'shared') guest?.setShared(message.key, message.value);
  else if (message.type === 'theme') setTheme(message.theme);
  else if (message.type === 'picture') void takePicture(message.width, message.height).then((png) => send({ type: 'picture', png }));
}

function setTheme(theme: Theme): void {
  document.documentElement.classList.toggle('dark', theme === 'dark');
}
