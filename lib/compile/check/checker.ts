import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Binding } from '../../binding/binding';
import { declare } from '../../binding/declare';
import type { Diagnostic, FileName, Source } from '../../program/program';
import { editText } from './edited-text';
import { type Finding, placeFindings } from './finding';
import { MAX_CHECK_MS, MAX_DIAGNOSTICS, MAX_SERVER_BYTES, MAX_SOURCE_UNITS, MEMORY_LOOK_MS, RESTART_SERVER_BYTES, RESTART_SERVER_CHECKS } from './limits';
import { bindingsTextForUi, dataTextForUi, type ProgramFiles, programFiles } from './program-files';
import { iconDeclarations } from './icons';
import { findQueries } from './queries';
import type { DescribeQuery } from './query-check';
import { queryFindings } from './query-findings';
import { checkDataRules, checkUiRules } from './rules';
import { type CheckedFile, typeFindings } from './type-findings';
import { type Project, ServerGone, type SourceFile, TypeScriptServer } from './typescript-server';

export type CheckInput = {
  source: Source;
  bindings: readonly Binding[];
  /** Checks a call of a binding without running it. */
  describe: DescribeQuery;
  /** The declarations of the bindings as the model was shown them, where that is not `declare(bindings)`. */
  declarations?: string;
};

export type Checker = {
  /**
   * What is wrong with a program: its types, its queries, the rules of its two files. Sorted by place, without repeats,
   * at most MAX_DIAGNOSTICS. A program that takes too long to check gets a diagnostic that says so. Checks wait for each
   * other. Rejects with the signal's reason, and with an Error where TypeScript can't be run at all.
   */
  check: (input: CheckInput, signal?: AbortSignal) => Promise<Diagnostic[]>;
  /** Ends the server; a check under way rejects. */
  close: () => Promise<void>;
};

export type CheckerOptions = {
  /** The app's directory, with React's types in node_modules. Default: the working directory. */
  root?: string;
  /** Declaration files of what is ambient in ui.tsx. Default: those of runtime/kit. */
  ambient?: string[];
};

/** Starts a TypeScript server that stays, so that a check takes some 60 ms. Close it at the end. */
export async function createChecker(options: CheckerOptions = {}): Promise<Checker> {
  const root = path.resolve(/* turbopackIgnore: true */ options.root ?? process.cwd());
  const checker = new ProgramChecker(root, options.ambient ?? kitDeclarations(root));
  await checker.warm();
  return checker;
}

function kitDeclarations(root: string): string[] {
  const folder = path.join(/* turbopackIgnore: true */ root, 'runtime', 'kit');
  return readdirSync(folder).filter((name) => name.endsWith('.d.ts')).toSorted().map((name) => path.join(folder, name));
}

class ProgramChecker implements Checker {
  readonly #root: string;
  readonly #files: ProgramFiles;
  #server: Promise<TypeScriptServer> | null = null;
  #checks = 0;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(root: string, ambient: readonly string[]) {
    this.#root = root;
    this.#files = programFiles(root, ambient);
  }

  /** A start that hangs is tried once more, as a check is. */
  async warm(): Promise<void> {
    await this.#running().catch((error: unknown) => {
      if (!(error instanceof ServerGone)) throw error;
      return this.#running();
    });
  }

  check(input: CheckInput, signal?: AbortSignal): Promise<Diagnostic[]> {
    const run = this.#last.then(() => {
      signal?.throwIfAborted();
      return this.#checkAndRecover(input);
    });
    this.#last = run.catch(() => {});
    return signal ? orAborted(run, signal) : run;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const server = await this.#server?.catch(() => null);
    server?.kill();
  }

  /** A server that died of something else is replaced once. What ends two of them in a row is for the caller. */
  async #checkAndRecover(input: CheckInput): Promise<Diagnostic[]> {
    const tooLong = tooLongFindings(input.source);
    if (tooLong.length > 0) return tooLong;
    try {
      return await this.#checkWithinLimits(input);
    } catch (error) {
      if (!(error instanceof ServerGone) || this.#closed) throw error;
      return this.#checkWithinLimits(input);
    }
  }

  /** Ends the server where the program takes too much time or memory; then that is what is found. */
  async #checkWithinLimits(input: CheckInput): Promise<Diagnostic[]> {
    const server = await this.#running();
    const limits = watchLimits(server);
    try {
      return await Promise.race([this.#checkOn(server, input), limits.exceeded]);
    } finally {
      limits.stop();
    }
  }

  async #running(): Promise<TypeScriptServer> {
    if (this.#closed) throw new Error('The checker is closed.');
    const server = await this.#server?.catch(() => null);
    if (server && server.alive && !this.#isWorn(server)) return server;
    server?.kill();
    this.#checks = 0;
    const { virtualRoot, initial, uiProject, dataProject } = this.#files;
    this.#server = TypeScriptServer.start({ cwd: this.#root, virtualRoot, files: new Map(initial), projects: [uiProject, dataProject] });
    return this.#server;
  }

  #isWorn(server: TypeScriptServer): boolean {
    return this.#checks >= RESTART_SERVER_CHECKS || (server.residentBytes() ?? 0) > RESTART_SERVER_BYTES;
  }

  /** data.ts as written, to find its queries; then both files, data.ts with its row types. */
  async #checkOn(server: TypeScriptServer, input: CheckInput): Promise<Diagnostic[]> {
    this.#checks++;
    const data = await this.#findRowTypes(server, input);
    this.#writeTyped(server, input, data);
    const projects = await server.refresh();
    const [ui, types] = await Promise.all([this.#checkUi(server, projects, data), this.#checkData(server, projects, data)]);
    return arrange([
      ...placeFindings(ui, 'ui.tsx', input.source['ui.tsx']),
      ...placeFindings([...types, ...data.findings], 'data.ts', input.source['data.ts']),
    ]);
  }

  async #findRowTypes(server: TypeScriptServer, input: CheckInput): Promise<DescribedData> {
    const { data, dataProject, bindings } = this.#files;
    const declarations = input.declarations ?? declare([...input.bindings]);
    const tables = new Set(input.bindings.filter((binding) => binding.kind === 'tables').map((binding) => binding.name));
    const text = withoutDirectives(input.source['data.ts']);
    server.write(bindings, declarations);
    server.write(data, text);
    const written = (await server.refresh())(dataProject);
    const syntax = await server.ask(sourceFile(written, data));
    const queries = await server.ask(findQueries(syntax, tables, written));
    const [sql, rules] = await server.ask(
      Promise.all([queryFindings(queries, input.describe, syntax, written), checkDataRules(syntax, written)]),
    );
    return { findings: [...sql.findings, ...rules], edited: editText(text, sql.rowTypes), declarations, bindingNames: declaredNames(declarations) };
  }

  #writeTyped(server: TypeScriptServer, { source }: CheckInput, { edited, declarations, bindingNames }: DescribedData): void {
    const { data, ui, dataForUi, bindingsForUi, icons } = this.#files;
    server.write(data, edited.text);
    server.write(ui, withoutDirectives(source['ui.tsx']));
    server.write(dataForUi, dataTextForUi(edited.text, [...bindingNames]));
    server.write(bindingsForUi, bindingsTextForUi(declarations, [...bindingNames]));
    if (icons) server.write(icons.file, iconDeclarations(icons.names, source['ui.tsx']));
  }

  async #checkData(server: TypeScriptServer, projects: Projects, { edited, bindingNames }: DescribedData): Promise<Finding[]> {
    const { data: path, dataProject } = this.#files;
    const project = projects(dataProject);
    const syntax = await server.ask(sourceFile(project, path));
    return server.ask(typeFindings({ kind: 'data', path, project, syntax, toOriginal: edited.toOriginal, bindingNames }));
  }

  async #checkUi(server: TypeScriptServer, projects: Projects, { bindingNames }: DescribedData): Promise<Finding[]> {
    const { ui: path, uiProject } = this.#files;
    const project = projects(uiProject);
    const syntax = await server.ask(sourceFile(project, path));
    const checked: CheckedFile = { kind: 'ui', path, project, syntax, toOriginal: (offset) => offset, bindingNames };
    const [types, rules] = await server.ask(Promise.all([typeFindings(checked), checkUiRules(syntax, project)]));
    return [...types, ...rules];
  }
}

type Projects = (config: string) => Project;

/** data.ts with what its queries return: what is wrong with them, and its text with their row types in it. */
type DescribedData = { findings: Finding[]; edited: ReturnType<typeof editText>; declarations: string; bindingNames: ReadonlySet<string> };

async function sourceFile(project: Project, file: string): Promise<SourceFile> {
  const syntax = await project.program.getSourceFile(file);
  if (!syntax) throw new Error(`TypeScript does not know the file ${file}.`);
  return syntax;
}

/** The names of `declare const shop: …`. */
function declaredNames(declarations: string): Set<string> {
  return new Set([...declarations.matchAll(/^\s*(?:export )?declare (?:const|namespace) ([\w$]+)/gm)].map((match) => match[1]!));
}

/** A program can't switch its check off: `@ts-nocheck` and the like lose their meaning, and no place moves. */
function withoutDirectives(text: string): string {
  return text.replaceAll(/@ts-(?=nocheck|ignore|expect-error)/g, '@ts_');
}

function tooLongFindings(source: Source): Diagnostic[] {
  const long = (['ui.tsx', 'data.ts'] as const).filter((file) => source[file].length > MAX_SOURCE_UNITS);
  return long.map((file) => wholeFile(file, 'source-too-long', `${file} is longer than ${MAX_SOURCE_UNITS.toLocaleString('en')} characters.`));
}

function wholeFile(file: FileName, code: string, message: string): Diagnostic {
  return { file, start: { line: 1, column: 1 }, severity: 'error', code, message };
}

/** Sorted by file and place, without repeats, errors kept where there are too many. */
function arrange(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map((d) => [`${d.file}:${d.start.line}:${d.start.column}:${d.code}`, d]));
  const kept = [...seen.values()]
    .toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
    .slice(0, MAX_DIAGNOSTICS);
  return kept.toSorted((a, b) => b.file.localeCompare(a.file) || a.start.line - b.start.line || a.start.column - b.start.column);
}

/** Resolves to a diagnostic, once, where the server works too long or grows too large; the server is ended then. */
function watchLimits(server: TypeScriptServer): { exceeded: Promise<Diagnostic[]>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let looks: NodeJS.Timeout | undefined;
  const exceeded = new Promise<Diagnostic[]>((resolve) => {
    const end = (code: string, message: string) => {
      resolve([wholeFile('ui.tsx', code, message)]);
      server.kill();
    };
    timer = setTimeout(() => end('check-limit-time', `The check took longer than ${MAX_CHECK_MS / 1000} seconds and was stopped: the types are too complex.`), MAX_CHECK_MS);
    looks = setInterval(() => {
      if ((server.residentBytes() ?? 0) > MAX_SERVER_BYTES) end('check-limit-memory', 'The check needed too much memory and was stopped: the types are too complex.');
    }, MEMORY_LOOK_MS);
  });
  return {
    exceeded,
    stop: () => {
      clearTimeout(timer);
      clearInterval(looks);
    },
  };
}

/** The check itself goes on to its end, so that the server is in a known state for the next. */
function orAborted<T>(run: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    run.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
