/**
 * The sandbox's site: one document, and headers that hold it. Nothing of the app is served here. The app's site gets one
 * file from here too, the worker that compiles drafts, because a worker must come from its page's own origin.
 */
import { readFileSync } from 'node:fs';
import type http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ASSETS_FOLDER, readAssets } from '../lib/sandbox/assets.ts';
import { sandboxHeaders } from '../lib/sandbox/headers.ts';
import { ROOT } from './paths.ts';

export type SandboxSite = {
  /** Answers a request to the sandbox's site. */
  answer(request: http.IncomingMessage, response: http.ServerResponse): void;
  /** Answers a request to the app's site where it is for the worker; false where it isn't. */
  answerForApp(request: http.IncomingMessage, response: http.ServerResponse): boolean;
};

type Asset = { type: string; plain: Buffer; gzip: Buffer };

// Addresses carry a hash of what they name, so it never changes under them.
const FOREVER = 'public, max-age=31536000, immutable';

/** Reads what was built once. With `reload`, again on every request (development). */
export function openSandboxSite(options: { appOrigin: string; reload?: boolean }): SandboxSite {
  let site = load();
  const current = () => (options.reload ? (site = load()) : site);

  function load() {
    const { framePath, workerPath, scriptHashes } = readAssets(ROOT);
    return {
      framePath,
      workerPath,
      frame: asset(framePath, 'text/html; charset=utf-8'),
      worker: asset(workerPath, 'text/javascript; charset=utf-8'),
      headers: sandboxHeaders({ appOrigin: options.appOrigin, scriptHashes }),
    };
  }

  return {
    answer(request, response) {
      const { framePath, frame, headers } = current();
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (pathOf(request) === framePath && isRead(request)) return send(request, response, frame);
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Nothing here: this site only holds the frames of the app.\n');
    },
    answerForApp(request, response) {
      const { workerPath, worker } = current();
      if (pathOf(request) !== workerPath || !isRead(request)) return false;
      // A worker has a policy of its own; this one evaluates nothing and asks nobody.
      response.setHeader('content-security-policy', "default-src 'none'");
      response.setHeader('x-content-type-options', 'nosniff');
      send(request, response, worker);
      return true;
    },
  };
}

function asset(servedPath: string, type: string): Asset {
  const plain = readFileSync(path.join(ROOT, ASSETS_FOLDER, path.basename(servedPath)));
  return { type, plain, gzip: gzipSync(plain) };
}

function send(request: http.IncomingMessage, response: http.ServerResponse, { type, plain, gzip }: Asset): void {
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(200, {
    'content-type': type,
    'cache-control': FOREVER,
    vary: 'accept-encoding',
    'content-length': (zipped ? gzip : plain).length,
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : zipped ? gzip : plain);
}

function pathOf(request: http.IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0]!;
}

function isRead(request: http.IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
