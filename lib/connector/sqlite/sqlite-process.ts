import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CallError } from '../contract';
import { MAX_QUERY_MS, MAX_RESULT_UNITS, MAX_ROWS } from '../limits';
import { cancelled, closed, tooSlow } from '../sql/endings';
import type { SqliteAnswer, SqliteRequest } from './messages';

/** Milliseconds that the process stays without being asked. */
const IDLE_MS = 60_000;

/** Bytes of memory that the process may take, looked at every so many milliseconds where the system tells them. */
const MAX_PROCESS_BYTES = 512_000_000;
const LOOK_MS = 50;

type Asked = Pick<SqliteRequest, 'sql' | 'own' | 'run'> & { values?: SqliteRequest['values'] };
export type Answered = SqliteAnswer & { ok: true };

/** What SQLite itself says is wrong with a statement. */
export class SqliteError extends Error {}

/** A SQLite file, asked one statement after the other. What takes too long ends with its process, and the next one is asked of a new one. */
export class SqliteProcess {
  readonly #file: string;
  #child: ChildProcess | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Rejects with a SqliteError, or with a CallError where a limit ended it or `signal` fired. */
  ask(asked: Asked, signal: AbortSignal): Promise<Answered> {
    if (signal.aborted) return Promise.reject(cancelled());
    const answer = this.#turn.then(() => {
      if (signal.aborted) throw cancelled();
      return this.#ask(asked, signal);
    });
    this.#turn = answer.catch(() => {});
    return answer;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    this.#end();
  }

  async #ask(asked: Asked, signal: AbortSignal): Promise<Answered> {
    if (this.#isClosed) throw closed();
    clearTimeout(this.#idle);
    const child = (this.#child ??= start(this.#file));
    const id = ++this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<SqliteAnswer>();
    let isOver = false;
    const stop = (error: CallError) => {
      // A look at its memory may come back when the next query has its turn.
      if (isOver) return;
      this.#end();
      reject(error);
    };
    const onAbort = () => stop(cancelled());
    const onExit = () => stop(this.#isClosed ? closed() : unreadable());
    const onMessage = (answer: SqliteAnswer) => answer.id === id && resolve(answer);
    const timer = setTimeout(() => stop(tooSlow()), MAX_QUERY_MS);
    const looking = setInterval(() => void memoryOf(child).then((bytes) => bytes > MAX_PROCESS_BYTES && stop(tooMuchMemory())), LOOK_MS);
    signal.addEventListener('abort', onAbort);
    child.on('message', onMessage).once('exit', onExit).once('error', onExit);
    try {
      child.send({ id, values: {}, maxRows: MAX_ROWS, maxUnits: MAX_RESULT_UNITS, ...asked } satisfies SqliteRequest);
      const answer = await promise;
      if (!answer.ok) throw answer.code === 7 ? tooMuchMemory() : new SqliteError(answer.message);
      return answer;
    } finally {
      isOver = true;
      clearTimeout(timer);
      clearInterval(looking);
      signal.removeEventListener('abort', onAbort);
      child.off('message', onMessage).off('exit', onExit).off('error', onExit);
      this.#idle = setTimeout(() => this.#end(), IDLE_MS).unref();
    }
  }

  #end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

/** It may read this one file and its own code, has no environment, and is no reason for the server to stay. */
function start(file: string): ChildProcess {
  // Node runs the file as it is; a bundler that followed this path would make a second program of it.
  const code = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'connector', 'sqlite', 'process.ts');
  const child = fork(/* turbopackIgnore: true */ code, [file], {
    env: {} as NodeJS.ProcessEnv,
    execArgv: ['--permission', `--allow-fs-read=${file}`, `--allow-fs-read=${path.dirname(code)}`, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => {});
  child.unref();
  child.channel?.unref();
  return child;
}

/** 0 where the system doesn't tell. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(text.split(' ')[1] ?? 0) * 4096;
}

function tooMuchMemory(): CallError {
  return new CallError({
    code: 'limit-memory',
    message: `The query needs more than the ${MAX_PROCESS_BYTES / 1_000_000} MB of memory it may use.`,
    hint: 'Filter or aggregate before joining and sorting, and select fewer columns.',
    retryable: false,
  });
}

function unreadable(): CallError {
  return new CallError({ code: 'unavailable', message: 'The file can’t be read as a SQLite database.', retryable: false });
}
