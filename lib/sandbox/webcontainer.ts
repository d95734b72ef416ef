/**
 * The one door to WebContainer, which runs Node in the browser. Its runtime is the vendor's, loaded from the vendor's host; what runs
 * in it is handed a project's files and nothing else. Its calls come by preview-bridge.ts.
 */
import type { FileSystemTree, WebContainer, WebContainerProcess } from '@webcontainer/api';

/** A slow line loads the runtime (some megabytes) in less. The vendor's client waits for ever where its host doesn't answer. */
export const MAX_BOOT_MS = 30_000;
/** Some hundred packages, in a browser. */
export const MAX_INSTALL_MS = 300_000;
/** From Vite's start to its first answer. */
export const MAX_SERVER_MS = 90_000;

export type ContainerStep = 'booting' | 'installing' | 'starting' | 'ready';

/** Why nothing runs. */
export type ContainerFailure = 'browser' | 'not-isolated' | 'offline' | 'unreachable' | 'install' | 'server';

/** @see ContainerFailure */
export class ContainerFailed extends Error {
  readonly why: ContainerFailure;
  constructor(why: ContainerFailure) {
    super(why);
    this.name = 'ContainerFailed';
    this.why = why;
  }
}

export type ContainerOptions = {
  /** Texts by path. */
  files: Record<string, string>;
  /** The vendor's name for this address; null on a developer's own machine. */
  clientId: string | null;
  onStep(step: ContainerStep): void;
  /** What its processes print, without the terminal's escapes. */
  onOutput(text: string): void;
  /** Where the project answers, from now on. */
  onServer(url: string): void;
  /** The project's server ended by itself. */
  onEnd(): void;
};

/** What keeps this page from booting one; null where nothing does. */
export function whyNot(): ContainerFailure | null {
  if (!('crossOriginIsolated' in window) || !('serviceWorker' in navigator)) return 'browser';
  if (!window.crossOriginIsolated) return 'not-isolated';
  return navigator.onLine ? null : 'offline';
}

/** A project that is installed and served in the browser. */
export class Container {
  readonly #options: ContainerOptions;
  #running: WebContainer | null = null;
  #isClosed = false;
  #kill: (() => void) | null = null;

  constructor(options: ContainerOptions) {
    this.#options = options;
  }

  /** Boots, installs and starts; resolves once it answers. @throws ContainerFailed */
  async start(): Promise<void> {
    const why = whyNot();
    if (why) throw new ContainerFailed(why);
    const { files, onStep, onServer } = this.#options;
    onStep('booting');
    const running = await inTime(this.#boot(), MAX_BOOT_MS, 'unreachable');
    await running.mount(treeOf(files));
    if (this.#isClosed) return;
    onStep('installing');
    const installed = await inTime((await this.#spawn('npm', ['install', '--no-audit', '--no-fund'])).exit, MAX_INSTALL_MS, 'install');
    if (this.#isClosed) return;
    if (installed !== 0) throw new ContainerFailed('install');
    onStep('starting');
    const answers = new Promise<void>((resolve) => running.on('server-ready', (_port, url) => (onServer(url), resolve())));
    const server = await this.#spawn('npm', ['run', 'dev']);
    let isReady = false;
    const ended = server.exit.then(() => {
      if (this.#isClosed) return;
      if (isReady) this.#options.onEnd();
      else throw new ContainerFailed('server');
    });
    await inTime(Promise.race([answers, ended]), MAX_SERVER_MS, 'server');
    isReady = true;
    if (!this.#isClosed) onStep('ready');
  }

  async write(path: string, text: string): Promise<void> {
    await this.#running?.fs.writeFile(path, text);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#kill?.();
    this.#running?.teardown();
  }

  async #boot(): Promise<WebContainer> {
    const { WebContainer: vendor, configureAPIKey } = await import('@webcontainer/api');
    const { clientId } = this.#options;
    if (clientId && !hasBooted) configureAPIKey(clientId);
    hasBooted = true;
    const running = await vendor.boot({ coep: 'require-corp', workdirName: 'project' });
    // Whoever left meanwhile leaves nothing running.
    if (this.#isClosed) running.teardown();
    else this.#running = running;
    return running;
  }

  async #spawn(command: string, args: string[]): Promise<WebContainerProcess> {
    const { onOutput } = this.#options;
    onOutput(`$ ${[command, ...args].join(' ')}\n`);
    const process = await this.#running!.spawn(command, args);
    this.#kill = () => process.kill();
    void process.output.pipeTo(new WritableStream({ write: (text) => onOutput(plain(text)) })).catch(() => undefined); // It ends with what is closed.
    return process;
  }
}

/** The vendor takes the key before the first boot of a page, and not after. */
let hasBooted = false;

async function inTime<T>(work: Promise<T>, ms: number, why: ContainerFailure): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new ContainerFailed(why)), ms)));
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw error instanceof ContainerFailed ? error : new ContainerFailed(why);
  } finally {
    clearTimeout(timer);
  }
}

/** `src/ui.tsx` → a file in a folder. */
export function treeOf(files: Record<string, string>): FileSystemTree {
  const tree: FileSystemTree = {};
  for (const [path, contents] of Object.entries(files)) {
    const folders = path.split('/');
    const name = folders.pop()!;
    let at = tree;
    for (const folder of folders) {
      const known = (at[folder] ??= { directory: {} });
      at = 'directory' in known ? known.directory : {};
    }
    at[name] = { file: { contents } };
  }
  return tree;
}

// oxlint-disable-next-line no-control-regex -- A terminal's escapes begin with one.
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** What a terminal would leave on the screen, without colours; spinners write over themselves. */
export function plain(text: string): string {
  return text.replaceAll(ESCAPES, '').replaceAll('\r\n', '\n').replaceAll(/[^\n]*\r/g, '');
}
