import type { TableRead } from '../contract';

/** Queries whose tables are remembered. */
const MAX_KNOWN_QUERIES = 500;

/** What queries read, by their text: a program asks the same few again and again. */
export class RememberedReads {
  readonly #reads = new Map<string, TableRead[]>();

  async get(sql: string, work: () => Promise<TableRead[]>): Promise<TableRead[]> {
    const known = this.#reads.get(sql);
    if (known) return known;
    const tables = await work();
    if (this.#reads.size >= MAX_KNOWN_QUERIES) this.#reads.clear();
    this.#reads.set(sql, tables);
    return tables;
  }
}
