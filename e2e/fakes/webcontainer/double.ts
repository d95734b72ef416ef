/**
 * A double of WebContainer's runtime. The app loads the vendor's own client and the vendor's own addresses; what answers there is this: a page
 * that speaks the client's protocol (`page.html`), and behind it a temporary folder and real Node processes. What listens
 * in it is shown under an address as the vendor's previews have them, with the headers that they have.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Frame, Route } from '@playwright/test';
import { ROOT } from '../../app';
import { leaveInstalled, takeInstalled } from '../installed';

const HOST = 'https://stackblitz.com';
const PREVIEW = 'https://double--5173.local-corp.webcontainer-api.io';
const CLIENT = path.join(ROOT, 'node_modules', '@webcontainer', 'api', 'dist', 'vendor', 'index.js');
/** What is shown within an isolated page has to say that it agrees to that. */
const ISOLATED = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'cross-origin' };

type Tree = { d: Record<string, Tree | { f: { c: string } }> };

export type Double = {
  /** Where its files are. */
  folder: string;
  /** Query of each runtime that was asked for: `client_id` among it. */
  asked: URLSearchParams[];
  close(): Promise<void>;
};

/** Answers at the vendor's addresses, for all pages of a context. */
export async function startDouble(context: BrowserContext): Promise<Double> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-container-'));
  const asked: URLSearchParams[] = [];
  const running = new Map<number, ChildProcess>();
  let port: number | null = null;

  const operations: Record<string, (frame: Frame, ...args: never[]) => unknown> = {
    mount: (_frame, tree: Tree) => mount(folder, tree),
    write: (_frame, file: string, text: string) => writeFile(within(folder, file), text),
    run(frame, id: number, command: string, args: string[]) {
      if (args[0] === 'install') takeInstalled(folder);
      const child = start(command, args, folder);
      running.set(id, child);
      const tell = (what: string, ...said: unknown[]) => void frame.evaluate(([name, all]) => (window as unknown as { heard(name: string, all: unknown[]): void }).heard(name, all), [what, said] as const).catch(() => undefined);
      const print = (text: Buffer) => {
        tell('output', id, text.toString());
        const found = /http:\/\/localhost:(\d+)\//.exec(text.toString().replaceAll(/\u001b\[[\d;]*m/g, '')); // oxlint-disable-line no-control-regex -- Colours.
        if (!found) return;
        port = Number(found[1]);
        tell('server-ready', port, `${PREVIEW}/`);
      };
      child.stdout!.on('data', print);
      child.stderr!.on('data', print);
      child.once('exit', (code) => {
        running.delete(id);
        tell('exit', id, code ?? 1);
      });
    },
    kill: (_frame, id: number) => end(running.get(id)),
  };
  await context.exposeBinding('double', ({ frame }, name: string, ...args: unknown[]) => {
    if (!frame.url().startsWith(HOST)) throw new Error('Only the runtime’s own page may do that.');
    return operations[name]!(frame, ...(args as never[]));
  });
  await context.route(`${HOST}/**`, (route) => {
    const url = new URL(route.request().url());
    if (url.pathname === '/client.js') return route.fulfill({ contentType: 'text/javascript', headers: ISOLATED, body: readFileSync(CLIENT, 'utf8') });
    asked.push(url.searchParams);
    return route.fulfill({ contentType: 'text/html', headers: ISOLATED, body: readFileSync(path.join(import.meta.dirname, 'page.html'), 'utf8') });
  });
  await context.route(`${PREVIEW}/**`, (route) => passOn(route, port));
  await context.routeWebSocket(`${PREVIEW.replace('https', 'wss')}/**`, (socket) => {
    const { search } = new URL(socket.url());
    const vite = new WebSocket(`ws://localhost:${port}/${search}`, 'vite-hmr');
    socket.onMessage((message) => vite.send(message.toString()));
    vite.onmessage = ({ data }) => socket.send(data as string);
    vite.onclose = () => void socket.close();
    socket.onClose(() => vite.close());
  });
  return {
    folder,
    asked,
    async close() {
      await Promise.all([...running.values()].map(end));
      leaveInstalled(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function passOn(route: Route, port: number | null): Promise<void> {
  const request = route.request();
  const { pathname, search } = new URL(request.url());
  const { accept = '*/*', 'sec-fetch-dest': dest = 'empty' } = request.headers();
  try {
    const answer = await fetch(`http://localhost:${port}${pathname}${search}`, { headers: { accept, 'sec-fetch-dest': dest } });
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !['content-length', 'content-encoding', 'transfer-encoding', 'connection'].includes(name)));
    await route.fulfill({ status: answer.status, headers: { ...headers, ...ISOLATED }, body: Buffer.from(await answer.arrayBuffer()) });
  } catch {
    await route.abort('connectionrefused').catch(() => undefined); // The page is gone.
  }
}

async function mount(folder: string, tree: Tree): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, entry] of Object.entries(tree.d)) {
    const to = within(folder, name);
    if ('d' in entry) await mount(to, entry);
    else await writeFile(to, entry.f.c);
  }
}

function within(folder: string, name: string): string {
  const to = path.resolve(folder, name);
  if (!to.startsWith(`${folder}${path.sep}`)) throw new Error(`${name} leads out of the container.`);
  return to;
}

/** npm as it stands around this test, with the Node that runs it, and nothing of this process's environment but what npm needs. */
function start(command: string, args: string[], cwd: string): ChildProcess {
  if (command !== 'npm') throw new Error(`jsh: command not found: ${command}`);
  const cli = process.env.npm_execpath;
  const env = { PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`, HOME: process.env.HOME, npm_config_prefer_offline: 'true', NODE_ENV: undefined, FORCE_COLOR: '1' } as unknown as NodeJS.ProcessEnv;
  const options = { cwd, env, detached: true, stdio: 'pipe' as const };
  return cli ? spawn(process.execPath, [cli, ...args], options) : spawn('npm', args, options);
}

/** npm and what it started. */
function end(child: ChildProcess | undefined): Promise<void> {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.kill(-child.pid, 'SIGTERM');
  return gone;
}
