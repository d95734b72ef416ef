import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../app.ts';
import type { Engine } from './attempts.ts';

export type WebKit = Engine & { name: string; close(): Promise<void> };

export type WebKitFiles = { driver: string; browser: string; display: string };

const START_MS = 30_000;

/** WebKitGTK with its driver and a display that isn't seen; undefined where one of them is missing. */
export function webKitFiles(): WebKitFiles | undefined {
  const lib = '/usr/lib';
  const browsers = existsSync(lib)
    ? readdirSync(lib).flatMap((triple) => ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((folder) => path.join(lib, triple, folder, 'MiniBrowser')))
    : [];
  const files = { driver: '/usr/bin/WebKitWebDriver', browser: browsers.find((file) => existsSync(file)) ?? '', display: '/usr/bin/Xvfb' };
  return Object.values(files).every((file) => file !== '' && existsSync(file)) ? files : undefined;
}

/** Starts WebKitGTK's small browser on a display of its own and speaks WebDriver with it. It has no log of the names it looks up. */
export async function startWebKit({ driver, browser, display }: WebKitFiles): Promise<WebKit> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-webkit-'));
  const [number, screen] = await startDisplay(display);
  const port = await freePort();
  const env = { ...process.env, HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder, DISPLAY: `:${number}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' };
  const child = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], { env, stdio: 'ignore' });
  const ask = async <T>(method: string, at: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${at}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const options = { binary: browser, args: ['--automation'] };
  const opened = await untilAnswered(() => ask<{ sessionId: string; capabilities: { browserVersion: string } }>('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }));
  const session = `/session/${opened.sessionId}`;
  await ask('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  await ask('POST', `${session}/window/rect`, { width: 1_040, height: 1_000 });

  return {
    name: `WebKitGTK ${opened.capabilities.browserVersion}`,
    goto: async (url) => void (await ask('POST', `${session}/url`, { url })),
    async evaluate<T>(expression: string) {
      const script = `const done = arguments[arguments.length - 1];
        (async () => JSON.stringify((await (${expression})) ?? null))().then((json) => done({ json }), (error) => done({ error: String(error) }));`;
      const { json, error } = await ask<{ json?: string; error?: string }>('POST', `${session}/execute/async`, { script, args: [] });
      if (json === undefined) throw new Error(error);
      return JSON.parse(json) as T;
    },
    async click(x, y) {
      const actions = [{ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      await ask('POST', `${session}/actions`, { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
    },
    url: () => ask<string>('GET', `${session}/url`),
    tabs: async () => (await ask<string[]>('GET', `${session}/window/handles`)).length,
    async close() {
      await ask('DELETE', session).catch(() => undefined);
      await Promise.all([child, screen].map(ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The display says its own number once it's there. */
function startDisplay(file: string): Promise<[number: string, screen: ChildProcess]> {
  return new Promise((resolve, reject) => {
    const screen = spawn(file, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
    screen.stdout.on('data', (text: Buffer) => resolve([text.toString().trim(), screen]));
    screen.once('exit', () => reject(new Error('The display ended before it was there.')));
  });
}

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  const until = Date.now() + START_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      // The driver listens a moment after it was started; what it says itself is said.
      if (!(error instanceof TypeError) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill();
  });
}
