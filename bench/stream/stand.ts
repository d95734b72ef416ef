/**
 * What everything about streaming is measured on: the real frame, worker and sandbox site, in a real browser, without the
 * app around them. One server is both sites, as in the product; data calls are answered by the sample shop itself.
 */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, type BrowserContext, type Frame, type Page, chromium } from '@playwright/test';
import { build } from 'esbuild';
import { browserOptions } from '../../e2e/browser.ts';
import type { Call, CallAnswer } from '../../lib/bridge/messages.ts';
import { type Connector, callErrorData } from '../../lib/connector/contract.ts';
import { openShop } from '../../lib/connector/shop/shop.ts';
import { ASSETS_FOLDER, type FrameUrls, frameUrls, readAssets } from '../../lib/sandbox/assets.ts';
import { buildRuntime } from '../../scripts/build-runtime.ts';
import { ROOT } from '../../scripts/paths.ts';
import { type SandboxSite, openSandboxSite } from '../../scripts/sandbox-site.ts';

export type Stand = {
  browser: Browser;
  context: BrowserContext;
  /** `http://localhost:PORT`, the app's site. */
  origin: string;
  /** What a frame is made of, on both sites. */
  urls: FrameUrls;
  /** Serves a page of a bundled script: `/name` is the page, `window` what the script makes of it. */
  addPage(name: string, entry: string): Promise<string>;
  /** A new host page (bench/stream/host-page.ts) with nothing shown yet; `window.host` is its HostPage. */
  openHost(): Promise<Page>;
  close(): Promise<void>;
};

/** Builds the runtime, opens both sites and a browser. Without connectors calls go to the sample shop. */
export async function openStand(connectors?: readonly Connector[]): Promise<Stand> {
  await buildRuntime();
  const shop = await openShop(new Date());
  // The first query loads what all others use.
  await shop.call('sql', { text: ['select count(*) from orders'], values: [] }, new AbortController().signal);
  const byName = new Map(await Promise.all((connectors ?? [shop]).map(async (connector) => [(await connector.describe()).name, connector] as const)));
  const pages = new Map<string, string>();
  const server = http.createServer();
  const port = await listen(server);
  const origin = `http://localhost:${port}`;
  const site = openSandboxSite({ appOrigin: origin });
  server.on('request', (request, response) => void answer(request, response, { origin, site, pages, byName }));

  const { launchOptions, locale } = browserOptions();
  const browser = await chromium.launch(launchOptions);
  const context = await browser.newContext({ locale: locale ?? 'en-GB', viewport: { width: 1_280, height: 900 } });
  const urls = frameUrls(readAssets(ROOT), `http://127.0.0.1:${port}`, 'bench');

  const addPage = async (name: string, entry: string): Promise<string> => {
    pages.set(`/${name}.js`, await bundle(entry));
    return `${origin}/${name}`;
  };
  const host = await addPage('host', 'bench/stream/host-page.ts');
  return {
    browser,
    context,
    origin,
    urls,
    addPage,
    async openHost() {
      const page = await context.newPage();
      await page.goto(host);
      await page.evaluate(([given, bindings]) => window.host.use(given, bindings), [urls, [...byName.keys()]] as const);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
      await shop.close();
    },
  };
}

/** The guest of a host page: the frame without an address within the sandbox site's. Waits until it is there. */
export async function guestOf(page: Page): Promise<Frame> {
  for (;;) {
    const guest = page.frames().find((frame) => frame.url() === 'about:srcdoc');
    if (guest && (await guest.locator('#root').count().catch(() => 0)) > 0) return guest;
    await page.waitForTimeout(5);
  }
}

/** Milliseconds of processor time that all renderers of a browser have used: pages, frames, and their workers. */
export async function rendererTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
}

type Served = { origin: string; site: SandboxSite; pages: Map<string, string>; byName: ReadonlyMap<string, Connector> };

async function answer(request: http.IncomingMessage, response: http.ServerResponse, { origin, site, pages, byName }: Served): Promise<void> {
  if (request.headers.host !== new URL(origin).host) return site.answer(request, response);
  if (site.answerForApp(request, response)) return;
  const url = request.url ?? '/';
  if (url === '/calls') return answerCalls(request, response, byName);
  const script = pages.get(url);
  if (script !== undefined) return void response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
  if (!pages.has(`${url}.js`)) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>html,body,#stage,iframe{display:block;width:100%;height:100%;margin:0;border:0}</style><div id="stage"></div><script src="${url}.js"></script></html>`);
}

/** Each call's answer on a line of its own, as soon as it is there; the same form as the app's own route. */
async function answerCalls(request: http.IncomingMessage, response: http.ServerResponse, byName: ReadonlyMap<string, Connector>): Promise<void> {
  let body = '';
  for await (const piece of request) body += piece;
  const abort = new AbortController();
  response.on('close', () => abort.abort());
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const one = async (call: Call): Promise<CallAnswer> => {
    try {
      const connector = byName.get(call.binding);
      if (!connector) throw new Error(`There is no connection called ${call.binding}.`);
      const { value, rows, ms } = await connector.call(call.operation, call.args, abort.signal);
      return { id: call.id, ok: true, value, rows, ms };
    } catch (error) {
      return { id: call.id, ok: false, error: callErrorData(error) ?? { code: 'internal', message: String(error), retryable: false } };
    }
  };
  await Promise.all((JSON.parse(body) as Call[]).map(async (call) => response.write(`${JSON.stringify(await one(call))}\n`)));
  response.end();
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    jsx: 'automatic',
    alias: { '@': ROOT },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

/** Both loopback families: which of them `localhost` means is the browser's choice. */
function listen(server: http.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const { port, family } = server.address() as AddressInfo;
      if (family === 'IPv4') return resolve(port);
      const other = http.createServer((request, response) => void server.emit('request', request, response));
      other.listen(port, '127.0.0.1', () => resolve(port));
      server.on('close', () => other.close());
    });
  });
}

/** The bytes of a built asset by its served path. */
export function assetBytes(servedPath: string): Buffer {
  return readFileSync(path.join(ROOT, ASSETS_FOLDER, path.basename(servedPath)));
}
