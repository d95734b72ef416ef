import type { PoolClient } from 'pg';
import type { Parameter } from '../sql/arguments';
import { type Parsed, ParseOnly } from './parse-only';

/** Rows of one piece of a result: few enough that the limit of rows is near, many enough for few round trips. */
const FETCHED_ROWS = 1_000;

/** What stands before a query: nothing but a SELECT can follow, and in a transaction that reads it can't write either. */
export const CURSOR = 'DECLARE vitrine NO SCROLL CURSOR FOR ';

/** Values as PostgreSQL writes them, by column. */
export type TextRow = (string | null)[];

/** A column of a result. `tableID` and `columnID` are 0 where it is no column of a table. */
export type Field = { name: string; dataTypeID: number; tableID: number; columnID: number };

/** One transaction that reads. */
export class Session {
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  /** What a text would return, by parsing it and no more. Rejects with the database's error. */
  parse(sql: string): Promise<Parsed> {
    const parsing = new ParseOnly(sql);
    this.#client.query(parsing as never);
    return parsing.done;
  }

  /** Makes a cursor of a query. Exactly one statement: the extended protocol takes no more. */
  async open(sql: string, values: readonly Parameter[]): Promise<void> {
    await this.#client.query({ text: CURSOR + sql, values: [...values], queryMode: 'extended' } as never);
  }

  /** The next rows of the cursor, as text; fewer than the last time at its end. */
  async fetch(): Promise<{ fields: Field[]; rows: TextRow[]; isLast: boolean }> {
    const { fields, rows } = await this.#client.query({ text: `FETCH FORWARD ${FETCHED_ROWS} FROM vitrine`, rowMode: 'array', types: AS_TEXT });
    return { fields, rows: rows as TextRow[], isLast: rows.length < FETCHED_ROWS };
  }

  /** Rows of a statement of our own. */
  async ask(sql: string, values: unknown[] = []): Promise<TextRow[]> {
    return (await this.#client.query({ text: sql, values, rowMode: 'array', types: AS_TEXT })).rows as TextRow[];
  }
}

const AS_TEXT = { getTypeParser: () => (value: string) => value } as never;
