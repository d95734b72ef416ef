/**
 * What every response of the sandbox site says, errors and not-found included. The guest's srcdoc document inherits the
 * policy of the frame it stands in, so this is also what holds the generated code. `ancestors` are the origins of all pages that a frame may
 * stand in.
 */
export function sandboxHeaders(options: { ancestors: readonly string[]; scriptHashes: readonly string[] }): Record<string, string> {
  return {
    'content-security-policy': policy(options.ancestors, options.scriptHashes),
    // Chromium's allow-list of connections: none, WebRTC included. Others ignore it.
    'connection-allowlist': '();webrtc=block',
    'permissions-policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'referrer-policy': 'no-referrer',
    'origin-agent-cluster': '?1',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'x-dns-prefetch-control': 'off',
  };
}

function policy(ancestors: readonly string[], scriptHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    // Our own scripts by hash; 'unsafe-eval' because evaluating what was written is what a guest is for.
    `script-src ${[...scriptHashes.map((hash) => `'sha256-${hash}'`), "'unsafe-eval'"].join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    'media-src data: blob:',
    "connect-src 'none'",
    "worker-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');
}

const DENIED_FEATURES = [
  'accelerometer', 'autoplay', 'camera', 'clipboard-read', 'clipboard-write', 'display-capture', 'encrypted-media', 'fullscreen',
  'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone',
  'midi', 'payment', 'picture-in-picture', 'publickey-credentials-create', 'publickey-credentials-get', 'screen-wake-lock', 'serial',
  'storage-access', 'usb', 'window-management', 'xr-spatial-tracking',
];
