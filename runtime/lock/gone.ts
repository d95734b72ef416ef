/**
 * Names of the window that no interface has: ways out of the frame, and devices, stores and services of the browser. Whole
 * families, so that a new member of one is gone too.
 */
const GONE = [
  // Connections. The headers stop them in Chromium; WebRTC in no other engine.
  '(?:webkit|moz)?RTC.*|WebTransport.*|WebSocket.*|EventSource|XMLHttpRequest.*|fetchLater|FetchLater.*|BackgroundFetch.*|Push(?:Manager|Subscription.*)|Sync(?:Manager|Event)|PeriodicSync.*',
  // Code elsewhere, other realms, other documents.
  'Worker|SharedWorker|ServiceWorker.*|importScripts|ShadowRealm|XSLTProcessor|[Ff]ence(?:d.*)?|HTMLFencedFrameElement|launchQueue|Launch.*|[dD]ocumentPictureInPicture.*',
  // What people are asked by the browser itself.
  'Payment.*|ApplePay.*|Notification.*|Presentation.*|RemotePlayback|.*Credential|IdentityProvider|Credentials?Container|Authenticator.*Response|EyeDropper|show(?:Open|Save|Directory).*Picker|queryLocalFonts|FontData|getScreenDetails|ScreenDetail.*',
  // Devices and senses.
  '(?:webkit)?[sS]peech.*|Bluetooth.*|USB.*|HID.*|Serial(?:Port)?|MIDI.*|NDEF.*|XR.*|.*Sensor|Accelerometer|Gyroscope|Magnetometer|Geolocation.*|MediaDevices|MediaDeviceInfo|InputDeviceInfo|MediaRecorder|ImageCapture|IdleDetector|WakeLock.*|BatteryManager|Pressure(?:Observer|Record)|Clipboard(?:Item)?|[kK]eyboard(?:LayoutMap)?|Gamepad|(?:Barcode|Face|Text)Detector',
  // The browser's own models.
  'Translator|LanguageDetector|LanguageModel.*|Summarizer|Writer|Rewriter|Proofreader|ai|AI[A-Z].*',
  // Stores. This document has no origin, so they are empty at best.
  'caches|Cache(?:Storage)?|indexedDB|cookieStore|CookieStore.*|[sS]haredStorage.*|StorageManager|StorageBucket.*|BroadcastChannel|(?:webkit)?(?:Request|Resolve|request|resolve).*FileSystem.*|LockManager|Lock|SharedArrayBuffer',
];

const GONE_NAME = new RegExp(`^(?:${GONE.join('|')})$`);

/** Whether a property of the window is taken away. */
export function isGone(name: string): boolean {
  return GONE_NAME.test(name);
}

/** All that is left of `navigator`: what tells an interface how to behave. `clipboard` is the host's (page/services.ts). */
const KEPT_OF_NAVIGATOR = new Set([
  'constructor', 'userAgent', 'userAgentData', 'appName', 'appVersion', 'appCodeName', 'product', 'productSub', 'vendor', 'vendorSub', 'platform',
  'language', 'languages', 'onLine', 'maxTouchPoints', 'hardwareConcurrency', 'deviceMemory', 'cookieEnabled', 'webdriver', 'userActivation',
  'doNotTrack', 'globalPrivacyControl', 'pdfViewerEnabled', 'javaEnabled', 'scheduling',
]);

export function isKeptOfNavigator(name: string): boolean {
  return KEPT_OF_NAVIGATOR.has(name);
}
