import { lockAllocators } from './allocators';
import { lockDocument } from './document';
import { lockFocus } from './focus';
import { lockMarkup } from './markup';
import { replace } from './replace';

/** Ways out of the frame that no header closes in every engine. */
const NETWORK = [
  'RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection', 'RTCDataChannel', 'RTCSessionDescription', 'RTCIceCandidate',
  'WebTransport', 'WebSocket', 'WebSocketStream', 'EventSource', 'XMLHttpRequest', 'fetchLater', 'Worker', 'SharedWorker', 'importScripts',
  'PaymentRequest', 'Notification', 'PushManager', 'PresentationRequest', 'IdentityProvider', 'XSLTProcessor',
];

/** What would stop the page or open another; generated code that calls them carries on. */
const DIALOGS: Record<string, unknown> = { open: null, alert: undefined, confirm: false, prompt: null, print: undefined, showModalDialog: undefined };

/**
 * Takes away what generated code could leave the frame by, fill its memory with in one call, or take the focus with, before
 * any of it runs. The headers of the sandbox site are the seal; this is the second lock, for what they leave open in one
 * engine or another.
 */
export function lockRealm(): void {
  for (const name of NETWORK) replace(globalThis, name, undefined);
  replace(globalThis, 'fetch', noNetwork);
  for (const [name, answer] of Object.entries(DIALOGS)) replace(globalThis, name, () => answer);
  lockNavigator();
  lockHistory();
  lockAllocators();
  lockDocument();
  lockFocus();
  lockMarkup();
}

function noNetwork(): Promise<never> {
  return Promise.reject(new Error('The interface has no network. Call a function of data.ts through useData.'));
}

function lockNavigator(): void {
  if (typeof Navigator === 'undefined') return;
  replace(Navigator.prototype, 'sendBeacon', () => false);
  const gone = [
    'clipboard', 'serviceWorker', 'credentials', 'geolocation', 'mediaDevices', 'usb', 'serial', 'hid', 'bluetooth', 'share',
    'registerProtocolHandler', 'requestMIDIAccess', 'locks', 'storage', 'presentation', 'wakeLock', 'xr',
  ];
  for (const name of gone) if (name in Navigator.prototype) replace(Navigator.prototype, name, undefined);
}

function lockHistory(): void {
  const nothing = () => {};
  for (const name of ['back', 'forward', 'go', 'pushState', 'replaceState']) replace(History.prototype, name, nothing);
  const navigation = (globalThis as { Navigation?: { prototype: object } }).Navigation?.prototype;
  for (const name of ['back', 'forward', 'traverseTo', 'navigate', 'reload']) if (navigation) replace(navigation, name, nothing);
}
