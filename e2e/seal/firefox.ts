import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine } from './attempts.ts';

export type Firefox = Engine & {
  name: string;
  /** Ends it; gives the names that it looked up. */
  close(): Promise<Set<string>>;
};

type Context = { context: string; url: string; children: Context[] };

const FILES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];
const START_MS = 60_000;
/** Kept from calling home; WebRTC may use loopback and says its addresses, so that its control has something to show. */
const PREFERENCES: Record<string, unknown> = {
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': false,
  'network.prefetch-next': true,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.enabled': false,
};

export const firefoxFile = (): string | undefined => FILES.find((file) => existsSync(file));

/** Starts Firefox without a window and speaks WebDriver BiDi with it. */
export async function startFirefox(file: string): Promise<Firefox> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-firefox-'));
  writeFileSync(path.join(folder, 'user.js'), Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const log = path.join(folder, 'dns');
  const env = { ...process.env, HOME: folder, MOZ_LOG: 'nsHostResolver:5', MOZ_LOG_FILE: log };
  const child = spawn(file, ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', folder], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const bidi = await connect(`${await addressOf(child)}/session`);
  const { capabilities } = await bidi.send<{ capabilities: { browserVersion: string } }>('session.new', { capabilities: {} });
  const tree = async () => (await bidi.send<{ contexts: Context[] }>('browsingContext.getTree', {})).contexts;
  const [{ context } = { context: '' }] = await tree();
  await bidi.send('browsingContext.setViewport', { context, viewport: { width: 1_040, height: 900 } });

  async function evaluate<T>(expression: string) {
    const answer = await bidi.send<{ type: string; result?: { value?: string }; exceptionDetails?: { text: string } }>('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: { context },
      awaitPromise: true,
    });
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
    return JSON.parse(answer.result!.value!) as T;
  }

  return {
    name: `Firefox ${capabilities.browserVersion}`,
    goto: async (url) => void (await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate,
    async click(x, y) {
      // Pressed in the page, a button isn't heard in a frame that has another process.
      const [at, left, top] = await evaluate<[number, number, number]>(`(() => {
        const hit = document.elementFromPoint(${x}, ${y});
        const { left, top } = hit.getBoundingClientRect();
        return [[...document.querySelectorAll('iframe')].indexOf(hit), left, top];
      })()`);
      const frame = (await tree()).find((one) => one.context === context)?.children[at];
      const target = frame?.children[0] ?? frame;
      const offset = target ? { x: Math.round(x - left), y: Math.round(y - top) } : { x: Math.round(x), y: Math.round(y) };
      const actions = [{ type: 'pointerMove', ...offset }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      await bidi.send('input.performActions', { context: target?.context ?? context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    url: async () => (await tree()).find((one) => one.context === context)!.url,
    tabs: async () => (await tree()).length,
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await bidi.send('browser.close', {}).catch(() => child.kill());
      await gone;
      const names = new Set<string>();
      for (const one of readdirSync(folder).filter((entry) => entry.startsWith('dns'))) {
        for (const [, name] of readFileSync(path.join(folder, one), 'latin1').matchAll(/([a-z0-9-]+-(?:quiet|clicked|open))\.localhost/g)) names.add(name!);
      }
      rmSync(folder, { recursive: true, force: true });
      return names;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not open in time:\n${said}`)), START_MS);
    child.stderr!.on('data', (text: Buffer) => {
      said += text;
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('exit', () => (clearTimeout(timer), reject(new Error(`Firefox ended:\n${said}`))));
  });
}

async function connect(address: string) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: () => reject(new Error(`No answer at ${address}`)) }));
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(String(data)) as { id: number; type: string; result: unknown; error: string; message: string };
    const waiting = open.get(id);
    open.delete(id);
    if (type === 'error') waiting?.reject(new Error(`${error}: ${message}`));
    else waiting?.resolve(result);
  });
  return {
    send<T = unknown>(method: string, params: object): Promise<T> {
      const waiting = Promise.withResolvers<unknown>();
      open.set(++last, waiting);
      socket.send(JSON.stringify({ id: last, method, params }));
      return waiting.promise as Promise<T>;
    },
  };
}
