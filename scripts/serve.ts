/**
 * The one server. It listens on loopback of both families, tells the app's site from the sandbox's site by name, and
 * hands the app's requests to Next. Signals are ours: streams end, the store closes, then the process.
 */
import http from 'node:http';
import next from 'next';
import { ADDRESS_HEADER } from '../lib/auth/address.ts';
import { openDoor } from '../lib/auth/door.ts';
import { type Config, readConfig } from '../lib/config/config.ts';
import { openSandboxSite, type SandboxSite } from './sandbox-site.ts';
import { ROOT } from './paths.ts';
import { goOnUnheard } from './unheard.ts';

const LOOPBACK = ['127.0.0.1', '::1'];

/** Starts the app; resolves with its address once both sites answer. Ends the process with one line where it can't. */
export async function serve(options: { dev: boolean }): Promise<string> {
  goOnUnheard();
  const config = readConfig();
  demandAddresses(config);
  const servers = await listen(config);
  let isOpen = config.listen === null;
  const site = openSandboxSite({ appOrigin: config.appOrigin, reload: options.dev, embedOrigins: async (shareId) => (await globalThis.vitrineShares?.embedOrigins(shareId)) ?? [] });
  // Next reads its own variables; ours is the one truth about the address.
  process.env.PORT = String(config.port);
  // Next listens for upgrades (hot reloading) on one server of its own choice; this one stands for all of ours.
  const upgrades = http.createServer();
  const app = next({ httpServer: upgrades, dev: options.dev, dir: ROOT, hostname: 'localhost', port: config.port, customServer: true });
  const ready = options.dev ? app.prepare() : withoutChatter(() => app.prepare());
  for (const server of servers) {
    server.on('request', (request, response) => {
      // Until it's known that there are accounts, who isn't on this machine isn't answered.
      if (!isOpen && !isLoopback(request.socket.remoteAddress)) return void request.socket.destroy();
      request.headers[ADDRESS_HEADER] = addressOf(request, config);
      void answer(config, site, request, response, () => ready.then(() => app.getRequestHandler()(request, response)));
    });
    if (options.dev) server.on('upgrade', (request, socket, head) => void upgrades.emit('upgrade', request, socket, head));
  }
  await ready;
  closeOnSignals(servers);
  await untilHealthy(config);
  if (config.listen !== null && !(await globalThis.vitrineHasAccounts?.())) {
    await globalThis.vitrineClose?.();
    end(`LISTEN=${config.listen} would let everybody in: there are no accounts here yet. Start without LISTEN, open ${`http://localhost:${config.port}`}/settings/open, make your account, then start with LISTEN again.`);
  }
  isOpen = true;
  return config.appOrigin;
}

async function answer(
  config: Config,
  site: SandboxSite,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  app: () => Promise<void>,
): Promise<void> {
  const { origin, host } = request.headers;
  const fetchSite = request.headers['sec-fetch-site'];
  const door = openDoor(
    { method: request.method ?? 'GET', path: request.url ?? '/', host, origin, fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined },
    config,
  );
  if (door === 'app') {
    if (site.answerForApp(request, response)) return;
    if (isForLink(request)) answerForLink(request, response);
    else await app();
  } else if (door === 'sandbox') await site.answer(request, response);
  else response.writeHead(door.status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${door.message}\n`);
}

/** What people who have nothing but a link may ask for: lib/share answers it, and Next never sees it. */
function isForLink({ url = '/' }: http.IncomingMessage): boolean {
  return url.startsWith('/s/') || url.startsWith('/embed/');
}

function answerForLink(request: http.IncomingMessage, response: http.ServerResponse): void {
  if (globalThis.vitrineShares) void globalThis.vitrineShares.answer(request, response);
  else response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' }).end('The server is starting.\n');
}

/** Next tells how long it took to read its configuration; the one line to be read here is the address. Errors still show. */
async function withoutChatter(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => {};
  try {
    await work();
  } finally {
    console.log = log;
  }
}

/** What people elsewhere can't reach is no address for them. */
function demandAddresses({ listen, appOrigin, sandboxOrigin }: Config): void {
  if (listen === null) return;
  const local = [['APP_ORIGIN', appOrigin], ['SANDBOX_ORIGIN', sandboxOrigin]].find(([, origin]) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origin!));
  if (local) end(`LISTEN=${listen} is for people on other machines, and ${local[0]} (${local[1]}) leads nowhere from there. Set APP_ORIGIN to the address that they open, and SANDBOX_ORIGIN to another domain that leads here too.`);
}

/** The addresses to take: a wildcard takes those of loopback with it. */
function addressesOf({ listen }: Config): string[] {
  if (listen === '0.0.0.0') return ['0.0.0.0', '::1'];
  if (listen === '::') return ['::'];
  return listen === null ? LOOPBACK : [...LOOPBACK, listen];
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}

/** Who asks, by the connection; behind a proxy that is trusted, as it says. Whatever a request brought of it is overwritten. */
function addressOf(request: http.IncomingMessage, { trustProxy }: Config): string {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '').split(',').at(-1)!.trim() : '';
  return forwarded || (request.socket.remoteAddress ?? '');
}

/** Takes the port on every loopback family this machine has; a taken port is said plainly. */
async function listen(config: Config): Promise<http.Server[]> {
  const servers: http.Server[] = [];
  for (const address of addressesOf(config)) {
    const server = http.createServer();
    const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve);
      server.listen(config.port, address, () => resolve(null));
    });
    if (!failure) servers.push(server);
    else if (failure.code === 'EADDRINUSE') end(`Port ${config.port} is taken by another program. Choose another one: PORT=3001 npm start`);
    else if (failure.code === 'EACCES') end(`This user may not listen on port ${config.port}. Choose one above 1023: PORT=3001 npm start`);
    else if (failure.code === 'EADDRNOTAVAIL' && address === config.listen) end(`This machine has no address ${address} to listen on. LISTEN is one of its own, or 0.0.0.0 for all.`);
    else if (failure.code !== 'EADDRNOTAVAIL' && failure.code !== 'EAFNOSUPPORT') throw failure; // No IPv6 here: one family is enough.
  }
  return servers;
}

/**
 * Next is prepared before the app's own opening (instrumentation.ts) is through; only an answer shows that it is. What
 * can't be opened ends the process there, with its line.
 */
function untilHealthy({ port, appOrigin }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: LOOPBACK[0], port, path: '/api/health', headers: { host: new URL(appOrigin).host } }, (response) => {
      response.resume();
      if (response.statusCode === 200) resolve();
      else reject(new Error(`its own health check answered ${response.statusCode}.`));
    });
    request.on('error', reject);
  });
}

/** Set by the app's instrumentation: what it has to close before the process may end. */
declare global {
  /** Set by the app's instrumentation: what is shared by link. */
  var vitrineShares: { answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void>; embedOrigins(shareId: string): Promise<string[]> } | undefined;
  /** Set by the app's instrumentation: whether people sign in here. */
  var vitrineHasAccounts: (() => Promise<boolean>) | undefined;
  var vitrineClose: (() => Promise<void>) | undefined;
}

const GRACE_MS = 5_000; // A stream's last chunks are small and local; what is not written by then is not going to be.

function closeOnSignals(servers: http.Server[]): void {
  let closing = false;
  const close = () => {
    if (closing) process.exit(1); // Asked twice: at once.
    closing = true;
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    for (const server of servers) server.close();
    void Promise.resolve(globalThis.vitrineClose?.()).finally(() => process.exit(0));
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}

function end(message: string): never {
  console.error(message);
  process.exit(1);
}
