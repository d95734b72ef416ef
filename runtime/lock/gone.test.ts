import { expect, test } from 'vitest';
import { isGone, isKeptOfNavigator } from './gone';

test('ways out, devices, stores, other realms are gone', () => {
  for (const name of [
    'RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection', 'RTCSomethingNew', 'WebTransport', 'WebSocketStream', 'XMLHttpRequest',
    'Worker', 'SharedWorker', 'ServiceWorkerContainer', 'speechSynthesis', 'SpeechSynthesisUtterance', 'webkitSpeechRecognition', 'SpeechRecognition',
    'PublicKeyCredential', 'DigitalCredential', 'IdentityProvider', 'PaymentRequest', 'ApplePaySession', 'showSaveFilePicker', 'cookieStore', 'indexedDB',
    'AmbientLightSensor', 'BluetoothDevice', 'GeolocationPosition', 'LanguageModel', 'fence', 'FencedFrameConfig', 'documentPictureInPicture',
    'webkitRequestFileSystem', 'ClipboardItem', 'BroadcastChannel', 'ShadowRealm', 'keyboard',
  ]) expect(isGone(name), name).toBe(true);
});

test('what interfaces are made of stays', () => {
  for (const name of [
    'ClipboardEvent', 'KeyboardEvent', 'MessageChannel', 'MessagePort', 'SyntaxError', 'XMLSerializer', 'XMLDocument', 'ResizeObserver', 'WritableStream', 'Text',
    'TextDecoder', 'FontFace', 'Event', 'EventTarget', 'FormData', 'Image', 'Blob', 'URL', 'AbortController', 'CacheLike', 'Storage', 'Performance',
    'PushEventLike', 'LockedThing', 'AnimationEvent', 'aim', 'crypto', 'structuredClone', 'HTMLElement', 'UserActivation',
  ]) expect(isGone(name), name).toBe(false);
});

test('of navigator only what describes the browser', () => {
  for (const name of ['userAgent', 'language', 'userActivation']) expect(isKeptOfNavigator(name), name).toBe(true);
  for (const name of ['sendBeacon', 'geolocation', 'usb', 'getBattery', 'vibrate', 'joinAdInterestGroup', 'keyboard', 'permissions', 'toString']) {
    expect(isKeptOfNavigator(name), name).toBe(false);
  }
});
