import path from 'node:path';
import { Worker } from 'node:worker_threads';

export type PgliteRequest = { id: number; sql: string; params: unknown[]; rowMode: 'array' | 'object'; close?: boolean };
export type PgliteResult = { rows: unknown[]; fields: { name: string; dataTypeID: number }[]; affectedRows?: number };
export type PgliteAnswer =
  | { id: number; ok: true; result?: PgliteResult }
  | { id: number; ok: false; error: { message: string; code?: string; constraint?: string } };

type Waiting = { resolve: (result: PgliteResult | undefined) => void; reject: (error: Error) => void };

/** What drizzle asks of a client inside a transaction. */
export type Queries = { query(sql: string, params?: unknown[], options?: { rowMode?: 'array' | 'object' }): Promise<PgliteResult> };

/** Our side of the thread that PGlite runs in, with as much of PGlite's own interface as drizzle uses. */
export class PgliteThread implements Queries {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly inside: Queries = { query: (sql, params, options) => this.send(sql, params, options?.rowMode) };
  private lastId = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private failure: Error | null = null;

  private constructor(worker: Worker) {
    this.worker = worker;
    worker.on('message', (answer: PgliteAnswer) => this.settle(answer));
    worker.on('error', (cause: Error) => this.fail(new Error(`The embedded store has stopped: ${cause.message}`, { cause })));
    worker.on('exit', () => this.fail(new Error('The embedded store is closed.')));
  }

  /** Opens the database in `folder`, or makes it. */
  static async open(folder: string): Promise<PgliteThread> {
    // Node runs the file as it is; a bundler that followed this path would make a second program of it.
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'store', 'pglite-worker.ts');
    const thread = new PgliteThread(new Worker(/* turbopackIgnore: true */ file, { workerData: { folder } }));
    await new Promise<PgliteResult | undefined>((resolve, reject) => thread.waiting.set(0, { resolve, reject }));
    return thread;
  }

  query: Queries['query'] = (sql, params, options) => this.inTurn(() => this.inside.query(sql, params, options));

  /** Runs `work` alone: the database has one connection, so a query from elsewhere would land in this transaction. */
  transaction<T>(work: (inside: Queries) => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      await this.inside.query('begin');
      try {
        const result = await work(this.inside);
        await this.inside.query('commit');
        return result;
      } catch (error) {
        await this.inside.query('rollback');
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.inTurn(() => this.post({ sql: '', params: [], rowMode: 'object', close: true }));
    await this.worker.terminate();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }

  private async send(sql: string, params: unknown[] = [], rowMode: 'array' | 'object' = 'object'): Promise<PgliteResult> {
    return (await this.post({ sql, params, rowMode }))!;
  }

  private post(request: Omit<PgliteRequest, 'id'>): Promise<PgliteResult | undefined> {
    if (this.failure) return Promise.reject(this.failure);
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ ...request, id }, []);
    });
  }

  private settle(answer: PgliteAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.result);
    else waiting?.reject(Object.assign(new Error(answer.error.message), answer.error));
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }
}
