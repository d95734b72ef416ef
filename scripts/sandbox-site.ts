/**
 * The sandbox's site: one document, and headers that hold it. Nothing of the app is served here. The app's site gets files
 * from here too: the worker that compiles drafts, because a worker must come from its page's own origin, and what the page
 * sends into a frame, which may fetch nothing itself.
 */
import { existsSync, readFileSync } from 'node:fs';
import type http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ASSETS_FOLDER, readAssets } from '../lib/sandbox/assets.ts';
import { sandboxHeaders } from '../lib/sandbox/headers.ts';
import { ROOT } from './paths.ts';

export type SandboxSite = {
  /** Answers a request to the sandbox's site. */
  answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void>;
  /** Answers a request to the app's site where it is for one of these files; false where it isn't. */
  answerForApp(request: http.IncomingMessage, response: http.ServerResponse): boolean;
};

type Asset = { type: string; plain: Buffer; gzip: Buffer; brotli: Buffer | null };

/** The frame of a page that is shown within another site: whose link it is. */
const EMBEDDED = /\?embed=([a-z\d]{1,40})$/;

// Addresses carry a hash of what they name, so it never changes under them.
const FOREVER = 'public, max-age=31536000, immutable';

/** Reads what was built once. With `reload`, again on every request (development). */
export function openSandboxSite(options: { appOrigin: string; reload?: boolean; embedOrigins?(shareId: string): Promise<string[]> }): SandboxSite {
  let site = load();
  const current = () => (options.reload ? (site = load()) : site);

  function load() {
    const { framePath, workerPath, sharePath, latePaths, scriptHashes } = readAssets(ROOT);
    return {
      framePath,
      frame: asset(framePath),
      forApp: new Map([workerPath, sharePath, ...Object.values(latePaths)].map((served) => [served, asset(served)])),
      headersFor: (ancestors: string[]) => sandboxHeaders({ ancestors: [options.appOrigin, ...ancestors], scriptHashes }),
    };
  }

  return {
    async answer(request, response) {
      const { framePath, frame, headersFor } = current();
      // A page that is shown within another site's has that among its ancestors, and so has the frame in it.
      const shareId = EMBEDDED.exec(request.url ?? '')?.[1];
      const headers = headersFor(shareId === undefined ? [] : ((await options.embedOrigins?.(shareId).catch(() => [])) ?? []));
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (pathOf(request) === framePath && isRead(request)) return send(request, response, frame, shareId === undefined ? FOREVER : 'no-store');
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(`Nothing here: this site only holds the frames of the app, which is at ${options.appOrigin}\n`);
    },
    answerForApp(request, response) {
      const file = isRead(request) ? current().forApp.get(pathOf(request)) : undefined;
      if (!file) return false;
      // A worker has a policy of its own; this one evaluates nothing and asks nobody.
      response.setHeader('content-security-policy', "default-src 'none'");
      response.setHeader('x-content-type-options', 'nosniff');
      send(request, response, file);
      return true;
    },
  };
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

function asset(servedPath: string): Asset {
  const file = path.join(ROOT, ASSETS_FOLDER, path.basename(servedPath));
  const plain = readFileSync(file);
  const brotli = existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : null;
  return { type: TYPES[path.extname(file)]!, plain, gzip: gzipSync(plain), brotli };
}

function send(request: http.IncomingMessage, response: http.ServerResponse, { type, plain, gzip, brotli }: Asset, cacheControl = FOREVER): void {
  const accepted = request.headers['accept-encoding'] ?? '';
  const coding = brotli && /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
  const body = coding === 'br' ? brotli! : coding === 'gzip' ? gzip : plain;
  response.writeHead(200, {
    'content-type': type,
    'cache-control': cacheControl,
    vary: 'accept-encoding',
    'content-length': body.length,
    ...(coding && { 'content-encoding': coding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function pathOf(request: http.IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0]!;
}

function isRead(request: http.IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
