import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { deserializeMessage, type JSONRPCMessage, serializeMessage, type Transport } from '@modelcontextprotocol/client';
import { Lines } from './lines';
import { MAX_ENDING_MS, MAX_MESSAGE_BYTES, MAX_PRINTED_UNITS } from './limits';
import type { McpServer } from './mcp-server';
import { tooLarge } from './too-large';

/** What a program may know of us: where programs and its own files are, and which language to speak. */
const SHARED_VARIABLES = ['PATH', 'HOME', 'LANG'];

/**
 * A server as a program of its own: no shell, few variables, a group of processes of its own. The SDK's transport ends only the
 * program that it started; `npx` starts another, and that one would go on with what it was told in secret.
 */
export class Program implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  /** The last of what it printed beside its messages. */
  printed = '';
  readonly #server: Extract<McpServer, { kind: 'stdio' }>;
  readonly #received = new Lines(MAX_MESSAGE_BYTES);
  #process: ChildProcessWithoutNullStreams | null = null;
  #ended: Promise<void> = Promise.resolve();

  constructor(server: Extract<McpServer, { kind: 'stdio' }>) {
    this.#server = server;
  }

  start(): Promise<void> {
    const { command, args, env } = this.#server;
    const shared = SHARED_VARIABLES.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
    const program = spawn(command, args, { cwd: homedir(), env: { ...Object.fromEntries(shared), ...env } as NodeJS.ProcessEnv, stdio: 'pipe', shell: false, detached: true });
    this.#process = program;
    this.#ended = new Promise((resolve) => {
      const end = () => (resolve(), this.#process === program && this.#forget());
      program.on('close', end);
      // A program that it started may keep its output open for ever.
      program.on('exit', () => setTimeout(end, LAST_WORDS_MS));
      program.on('error', end);
    });
    program.stdin.on('error', (error) => this.onerror?.(error));
    program.stdout.on('data', (piece: Buffer) => this.#receive(piece));
    program.stderr.on('data', (piece: Buffer) => (this.printed = (this.printed + piece.toString('utf8')).slice(-MAX_PRINTED_UNITS)));
    return new Promise((resolve, reject) => {
      program.on('spawn', resolve);
      program.on('error', reject);
    });
  }

  send(message: JSONRPCMessage): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.#process) return reject(new Error('The program has ended.'));
      this.#process.stdin.write(serializeMessage(message), (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Asks it to end by closing its input, then by a signal, then without asking. */
  async close(): Promise<void> {
    const program = this.#process;
    if (!program) return;
    program.stdin.end();
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (await this.#endedWithin(MAX_ENDING_MS)) return;
      signalGroup(program.pid, signal);
    }
    await this.#endedWithin(MAX_ENDING_MS);
  }

  #receive(piece: Buffer): void {
    const lines = this.#received.push(piece);
    if (!lines) {
      this.onerror?.(tooLarge());
      return signalGroup(this.#process?.pid, 'SIGKILL'); // It may be in the middle of saying much more.
    }
    for (const line of lines) {
      try {
        this.onmessage?.(deserializeMessage(line));
      } catch {
        // Programs print other things too, and `npx` does.
      }
    }
  }

  #forget(): void {
    const pid = this.#process?.pid;
    this.#process = null;
    this.#received.clear();
    signalGroup(pid, 'SIGKILL'); // What it started and left behind.
    this.onclose?.();
  }

  #endedWithin(ms: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
    return Promise.race([this.#ended.then(() => true), late]).finally(() => clearTimeout(timer));
  }
}

/** Milliseconds in which the last of what a program said still arrives after it has ended. */
const LAST_WORDS_MS = 200;

/** All processes of a group; there may be none any more. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // Ended already.
  }
}
