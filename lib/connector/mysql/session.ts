import type { FieldPacket, PoolConnection } from 'mysql2';
import type { Parameter } from '../sql/arguments';
import type { ResultField } from './values';

/** One transaction that reads, on one connection. */
export class Session {
  readonly #connection: PoolConnection;

  constructor(connection: PoolConnection) {
    this.#connection = connection;
  }

  /** Has the server prepare a statement, and no more: its columns. Exactly one statement: a prepared one can't be more. */
  prepare(sql: string): Promise<ResultField[]> {
    return new Promise((resolve, reject) => {
      this.#connection.prepare(sql, (error, statement) => {
        if (error) return reject(error);
        const { columns } = statement as unknown as { columns: ResultField[] };
        this.#connection.unprepare(sql);
        resolve(columns);
      });
    });
  }

  /** Runs a statement that the server prepares. `onRow` is told its rows as they come; what it throws ends the query. */
  run(sql: string, values: readonly Parameter[], onRow: (row: unknown[], fields: ResultField[]) => void): Promise<ResultField[]> {
    const { promise, resolve, reject } = Promise.withResolvers<ResultField[]>();
    let fields: ResultField[] = [];
    const running = this.#connection.execute({ sql, values: [...values] as (string | number | boolean | null)[], rowsAsArray: true });
    running.on('fields', (told: FieldPacket[]) => (fields = told as unknown as ResultField[]));
    running.on('result', (row) => {
      try {
        onRow(row as unknown[], fields);
      } catch (error) {
        reject(error as Error);
      }
    });
    running.on('error', reject);
    running.on('end', () => {
      this.#connection.unprepare(sql);
      resolve(fields);
    });
    return promise;
  }

  /** Rows of a statement of our own. */
  ask(sql: string, values: unknown[] = []): Promise<unknown[][]> {
    return new Promise((resolve, reject) => {
      this.#connection.query({ sql, values, rowsAsArray: true }, (error, rows) => (error ? reject(error) : resolve(rows as unknown as unknown[][])));
    });
  }
}
