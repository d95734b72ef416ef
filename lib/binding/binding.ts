/**
 * A binding is the typed declaration of one connection, as generated code, the model and the checker see it.
 * This file imports nothing.
 */

export type ColumnRole = 'id' | 'time' | 'measure' | 'category' | 'place' | 'status' | 'text' | 'flag';

/** The type of a value as it reaches generated code, in JSON. Dates and timestamps are ISO strings. */
export type ValueType = 'string' | 'number' | 'boolean' | 'date' | 'timestamp' | 'time' | 'json';

export type Column = {
  name: string;
  /** As the database says it: `INTEGER`, `DECIMAL(10,2)`, `TIMESTAMP`, … */
  sqlType: string;
  type: ValueType;
  nullable: boolean;
  /** A few values as they look in JSON; all of them where `distinct` is small. */
  samples: (string | number | boolean)[];
  /** How many different values there are (approximate above 10,000). */
  distinct?: number;
  /** All values, where there are at most 24 different ones and they are short. */
  values?: string[];
  min?: string | number;
  max?: string | number;
  comment?: string;
};

export type Key = { columns: string[]; references: { table: string; columns: string[] }; inferred: boolean };

export type Table = {
  /** With its schema before it where that isn't the one that names are looked up in: `sales.orders`. */
  name: string;
  rows: number;
  /** `rows` is the database's own guess; 0 then says that it has none. */
  estimated?: boolean;
  columns: Column[];
  primaryKey: string[];
  foreignKeys: Key[];
  comment?: string;
};

export type Dialect = 'DuckDB' | 'PostgreSQL' | 'SQLite' | 'MySQL';

/** A binding of tables: `name.sql\`…\`` is its one operation. */
export type TableBinding = {
  kind: 'tables';
  /** The identifier in generated code: `shop`, `files`. */
  name: string;
  /** What people call it: "Sample shop". */
  title: string;
  /** What its SQL is written in; of MariaDB it is MySQL's. */
  dialect: Dialect;
  tables: Table[];
};

/** What a call does outside: reading changes nothing there. */
export type Effect = 'read' | 'write';

/**
 * The type of a value in JSON, as generated code sees it. What OpenAPI, JSON Schema and GraphQL say of types is brought into
 * this one form when a connection is described, so that only one printer and one validator know types.
 */
export type Shape =
  | { kind: 'unknown' }
  | { kind: 'null' }
  /** `format` is said as documentation (`date-time`, `uri`); `comment` limits that TypeScript can't say (`1…100`). */
  | { kind: 'string' | 'number' | 'integer' | 'boolean'; format?: string }
  /** A file or raw bytes: base64 text in JSON. */
  | { kind: 'bytes' }
  | { kind: 'literal'; values: (string | number | boolean | null)[] }
  | { kind: 'list'; of: Shape }
  /** `rest` is the type of properties beyond `fields`; without it there are none that are known. */
  | { kind: 'object'; fields: Field[]; rest?: Shape }
  | { kind: 'union'; of: Shape[] }
  /** All of them at once: `A & B`. */
  | { kind: 'all'; of: Shape[] }
  /** One of the binding's `types`. The only way to a cycle. */
  | { kind: 'named'; name: string };

/** `secret` where its author says that it is given and never shown (`writeOnly`). */
export type Field = { name: string; shape: Shape; required: boolean; comment?: string; secret?: true };

/** One function of an API: `name({ …input })`. */
export type Operation = {
  /** The identifier in generated code, unique in its binding: `issuesListForRepo`. */
  name: string;
  /** One line. */
  summary?: string;
  /** More than one line, as its author wrote it. */
  description?: string;
  /** The author's words for what belongs together (tags), for the search. */
  groups: string[];
  effect: Effect;
  deprecated: boolean;
  /**
   * The one argument. Parameters stand side by side whatever their place outside, and what is sent as the request's body is
   * its field `body`. Where two would have one name, the later one carries its place in front: `headerId`.
   */
  input: Extract<Shape, { kind: 'object' }>;
  /** What the promise resolves with. */
  output: Shape;
  /** How to get at the pages after the first, where it's known: `page, perPage` or `cursor from next_cursor`. */
  paging?: string;
};

/** A binding of an outside API's operations. */
export type ApiBinding = {
  kind: 'api';
  /** The identifier in generated code: `github`. */
  name: string;
  /** What people call it: "GitHub v3 REST API". */
  title: string;
  description?: string;
  operations: Operation[];
  /** What `named` shapes stand for. Names are identifiers, unique in the binding, in Pascal case. */
  types: Record<string, Shape>;
};

export type Binding = TableBinding | ApiBinding;

/** Columns by the name of their table. A table that has none here is meant whole. */
export type Columns = Record<string, string[]>;
