/**
 * The one door to TypeScript 7's API, whose path still says "unstable": everything of it that the check uses is named
 * here, and nowhere else. The API speaks to a process of its own; files it asks for are answered from memory.
 */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { API, type Project, type Snapshot } from 'typescript/unstable/async';
import { MAX_START_MS } from './limits';

export { SymbolFlags, TypeFlags } from 'typescript/unstable/async';
export type { Diagnostic as TypeScriptDiagnostic, Project, Symbol as TypeScriptSymbol, Type } from 'typescript/unstable/async';
export * as ast from 'typescript/unstable/ast';
export type { Node, SourceFile } from 'typescript/unstable/ast';

/** The server's process ended while something was asked of it. */
export class ServerGone extends Error {}

export type TypeScriptServerOptions = {
  /** A real directory: the packages that files import are found in its node_modules. */
  cwd: string;
  /** Everything below this path exists only in `files`. */
  virtualRoot: string;
  /** Absolute path → text. Change it with `write`. */
  files: Map<string, string>;
  /** Absolute paths of the tsconfig.json files among `files`. */
  projects: string[];
  /** Milliseconds for the start. Default: MAX_START_MS. */
  startMs?: number;
};

export class TypeScriptServer {
  readonly #options: TypeScriptServerOptions;
  readonly #api: API;
  readonly #gone: Promise<never>;
  #fail!: (reason: Error) => void;
  #process: ChildProcess | undefined;
  #snapshot: Snapshot | undefined;
  #dirty = new Set<string>();
  #ended = false;

  private constructor(options: TypeScriptServerOptions) {
    this.#options = options;
    this.#api = new API({ cwd: options.cwd, fs: virtualFiles(options) });
    this.#gone = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#gone.catch(() => {}); // Whoever waits for an answer hears of it; at rest nobody does.
  }

  /** Starts the process and loads all projects; rejects with ServerGone where that takes too long, its process ended. */
  static async start(options: TypeScriptServerOptions): Promise<TypeScriptServer> {
    const server = new TypeScriptServer(options);
    const opening = server.#api.updateSnapshot({ openProjects: options.projects });
    server.#watch(opening.then(() => {}, () => {}));
    const { startMs = MAX_START_MS } = options;
    const late = setTimeout(() => server.kill(`The TypeScript server did not start within ${startMs / 1000} s.`), startMs);
    try {
      server.#snapshot = await server.ask(opening);
      return server;
    } finally {
      clearTimeout(late);
    }
  }

  get alive(): boolean {
    return !this.#ended;
  }

  /** Notes a file's new text; the next `refresh` reads it. Does nothing where the text is the same. */
  write(file: string, text: string): void {
    if (this.#options.files.get(file) === text) return;
    this.#options.files.set(file, text);
    this.#dirty.add(file);
  }

  /** Takes up what was written since, and gives the projects as they are now. Earlier projects are no longer valid. */
  async refresh(): Promise<(config: string) => Project> {
    if (this.#dirty.size > 0) {
      const changed = [...this.#dirty];
      this.#dirty.clear();
      const before = this.#snapshot;
      this.#snapshot = await this.ask(this.#api.updateSnapshot({ fileChanges: { changed } }));
      await before?.dispose();
    }
    const snapshot = this.#snapshot;
    return (config) => {
      const project = snapshot?.getProject(config);
      if (!project) throw new ServerGone(`TypeScript does not know the project ${config}.`);
      return project;
    };
  }

  /** Waits for an answer of the API; rejects with ServerGone where the process ends first. */
  ask<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.#gone]);
  }

  /** Resident bytes of the process, null where the system doesn't say. */
  residentBytes(): number | null {
    const pid = this.#process?.pid;
    if (!pid) return null;
    try {
      const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
      return Number.isFinite(pages) ? pages * PAGE_BYTES : null;
    } catch {
      return null; // Not Linux.
    }
  }

  /** Ends the process at once, whatever it does. Who waits for an answer is told the reason. */
  kill(reason = 'The TypeScript server was ended.'): void {
    this.#end(new ServerGone(reason));
    this.#process?.kill('SIGKILL');
  }

  /** The API keeps its process to itself; without it neither its end nor its memory could be seen. */
  #watch(opened: Promise<void>): void {
    const { client } = this.#api as unknown as { client: { process?: ChildProcess } };
    // `connect` spawns after one dynamic import, so the process appears a little later than the call: also one that
    // was given up meanwhile.
    let opening = true;
    void opened.then(() => (opening = false));
    const take = () => {
      const child = client.process;
      if (!child) return void (opening && setTimeout(take, 1));
      this.#process = child;
      if (this.#ended) return void child.kill('SIGKILL');
      child.once('exit', () => this.#end(new ServerGone('The TypeScript server ended unexpectedly.')));
      child.once('error', (error) => this.#end(new ServerGone(`The TypeScript server did not start: ${error.message}`)));
      child.stdin?.on('error', () => {}); // EPIPE after its end: `exit` says it.
      child.unref(); // A command that forgot to close the checker still ends.
    };
    take();
  }

  #end(reason: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#fail(reason);
  }
}

const PAGE_BYTES = 4096;

/** Answers the server's questions: below the virtual root from memory alone, elsewhere it reads the disk itself. */
function virtualFiles({ files, virtualRoot }: TypeScriptServerOptions) {
  const below = virtualRoot + path.posix.sep;
  const inside = (name: string) => name === virtualRoot || name.startsWith(below);
  const directories = new Set([...files.keys()].map((file) => path.posix.dirname(file)).concat(virtualRoot));
  return {
    readFile: (name: string) => (inside(name) ? (files.get(name) ?? null) : undefined),
    fileExists: (name: string) => (inside(name) ? files.has(name) : undefined),
    directoryExists: (name: string) => (inside(name) ? directories.has(name) : undefined),
    realpath: (name: string) => (inside(name) ? name : undefined),
  };
}
