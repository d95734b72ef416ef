import type { Field } from './session';

/** Types of the parameters and the columns of a statement; no columns where it returns none. */
export type Parsed = { parameters: number[]; fields: Field[] };

type Wire = {
  parse(statement: { text: string; name: string; types: number[] }): void;
  describe(what: { type: 'S'; name: string }): void;
  sync(): void;
  once(event: 'parameterDescription', listener: (message: { dataTypeIDs: number[] }) => void): void;
  off(event: 'parameterDescription', listener: (message: { dataTypeIDs: number[] }) => void): void;
};

/** A query of the driver that sends Parse and Describe of PostgreSQL's protocol, and never Bind or Execute. */
export class ParseOnly {
  readonly done: Promise<Parsed>;
  readonly #sql: string;
  readonly #resolve: (parsed: Parsed) => void;
  readonly #reject: (error: Error) => void;
  readonly #parsed: Parsed = { parameters: [], fields: [] };
  readonly #hear = ({ dataTypeIDs }: { dataTypeIDs: number[] }) => {
    this.#parsed.parameters = dataTypeIDs;
  };
  #wire: Wire | null = null;

  constructor(sql: string) {
    this.#sql = sql;
    const { promise, resolve, reject } = Promise.withResolvers<Parsed>();
    this.done = promise;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(wire: Wire): void {
    this.#wire = wire;
    wire.once('parameterDescription', this.#hear);
    wire.parse({ text: this.#sql, name: '', types: [] });
    wire.describe({ type: 'S', name: '' });
    wire.sync();
  }

  handleRowDescription({ fields }: { fields: Field[] }): void {
    this.#parsed.fields = fields;
  }

  handleError(error: Error): void {
    // The driver waits for the rest by itself, and tells nobody.
    this.#wire?.off('parameterDescription', this.#hear);
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#wire?.off('parameterDescription', this.#hear);
    this.#resolve(this.#parsed);
  }
}
