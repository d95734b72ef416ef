/**
 * Entry of the guest: the code that runs inside the sandboxed frame, beside what a model wrote. It closes the realm, waits
 * for the one port from its parent, and from then on speaks through that only.
 */
import type { GuestMessage, HostMessage, Theme } from '../lib/bridge/messages';
import { createGuest, type Guest } from './guest';
import { setLocale } from './kit/index';
import { receiveBundle } from './late-bundles';
import { lockRealm } from './lock/lock';
import { dataOf } from './lock/pristine';
import { watchForms } from './page/forms';
import { watchKeys } from './page/keys';
import { watchPasswords } from './page/passwords';
import { takePicture } from './page/picture';
import { openServices } from './page/services';
import { addTypeface } from './page/typeface';

/** A frame that has a program by then is none that waits for one. */
const REHEARSE_AFTER_MS = 150;

lockRealm();
addEventListener('message', takePort);

/** Takes the first port of the parent, and no other. */
function takePort(event: MessageEvent<unknown>): void {
  const port = event.ports[0];
  if (event.source !== parent || !port) return;
  removeEventListener('message', takePort);
  converse(port);
}

/** What can be done before it's known what will be shown is done before `ready` is said. */
function converse(port: MessagePort): void {
  // Bound now, because generated code may change what `postMessage` is.
  const send: (message: GuestMessage) => void = port.postMessage.bind(port);
  openServices(send);
  watchForms();
  watchPasswords((shown) => send({ type: 'password', shown }));
  watchKeys((key) => send({ type: 'key', key }));
  const guest = createGuest(send);
  let begun = false;
  port.addEventListener('message', (event) => {
    const message = dataOf(event) as HostMessage;
    if (message.type !== 'init') hear(message, guest, send);
    else if (!begun) {
      begun = true;
      begin(message, guest);
    }
  });
  port.start();
  send({ type: 'ready' });
  setTimeout(() => begun || guest.rehearse(), REHEARSE_AFTER_MS);
}

function begin(init: Extract<HostMessage, { type: 'init' }>, guest: Guest): void {
  setTheme(init.theme);
  setLocale(init.locale);
  document.documentElement.lang = init.locale;
  guest.begin(init);
}

function hear(message: Exclude<HostMessage, { type: 'init' }>, guest: Guest, send: (message: GuestMessage) => void): void {
  if (message.type === 'ping') send({ type: 'pong', n: message.n });
  else if (message.type === 'swap') guest.show(message.swap);
  else if (message.type === 'answers') guest.answer(message.answers);
  else if (message.type === 'shared') guest.setShared(message.key, message.value);
  else if (message.type === 'bundle') receiveBundle(message.name, message.text);
  else if (message.type === 'typeface') addTypeface(message.bytes);
  else if (message.type === 'theme') setTheme(message.theme);
  else if (message.type === 'inspect') guest.inspect(message.on);
  else if (message.type === 'asked') send({ type: 'asked', asked: guest.asked() });
  else if (message.type === 'picture') void takePicture(message).then((png) => send({ type: 'picture', png }));
}

function setTheme(theme: Theme): void {
  document.documentElement.classList.toggle('dark', theme === 'dark');
}
