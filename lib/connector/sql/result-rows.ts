import { MAX_RESULT_UNITS, MAX_ROWS } from '../limits';
import { tooLarge, tooManyRows } from './endings';
import type { Row } from './json';

/** The rows of one result as they come. Throws a CallError at the row that is too much. */
export class ResultRows {
  readonly rows: Row[] = [];
  #units = 2;

  add(row: Row): void {
    if (this.rows.length === MAX_ROWS) throw tooManyRows();
    this.#units += JSON.stringify(row).length + 1;
    if (this.#units > MAX_RESULT_UNITS) throw tooLarge();
    this.rows.push(row);
  }

  /** UTF-16 units of the rows as JSON. */
  get units(): number {
    return this.rows.length === 0 ? this.#units : this.#units - 1;
  }
}
