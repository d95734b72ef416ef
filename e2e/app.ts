import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');

export type App = {
  url: string;
  port: number;
  dataDir: string;
  /** Everything the server printed so far. */
  said(): string;
  /** Ends the server with a signal and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same folder and port. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
};

/** No server of this machine's own gets into a test's picker. */
const NO_LOCAL_MODELS = { OLLAMA_BASE_URL: 'off', LM_STUDIO_BASE_URL: 'off', LLAMA_CPP_BASE_URL: 'off' };
const START_MS = 60_000;

/** Starts the app as `npm start` does, on a free port, with an empty folder of its own. */
export async function startApp(env: Record<string, string> = {}): Promise<App> {
  const port = await freePort();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vitrine-e2e-'));
  let child: ChildProcess | null = null;
  let said = '';

  const app: App = {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    said: () => said,
    async start() {
      const started = spawn(process.execPath, ['--liftoff-only', 'scripts/run.mjs', 'start'], {
        cwd: ROOT,
        env: { ...process.env, NODE_ENV: 'test', ...NO_LOCAL_MODELS, PORT: String(port), VITRINE_DATA: dataDir, ...env },
      });
      child = started;
      started.stdout.on('data', (text: Buffer) => (said += text));
      started.stderr.on('data', (text: Buffer) => (said += text));
      await opened(started, () => said, said.length);
    },
    async kill(signal = 'SIGTERM') {
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      const gone = new Promise((resolve) => running.once('exit', resolve));
      running.kill(signal);
      await gone;
    },
    async close() {
      await app.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await app.start();
  return app;
}

/** Resolves with the line that names the address; rejects with what was said where the process ends before it. */
function opened(child: ChildProcess, said: () => string, from: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The app did not open in time:\n${said()}`)), START_MS);
    const look = () => said().indexOf('is open at', from) >= 0 && (clearTimeout(timer), resolve());
    child.stdout!.on('data', look);
    child.once('exit', () => (clearTimeout(timer), reject(new Error(`The app ended:\n${said().slice(from)}`))));
  });
}

/** A port nobody listens on now, on both loopback families. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
