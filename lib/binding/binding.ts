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
  name: string;
  rows: number;
  columns: Column[];
  primaryKey: string[];
  foreignKeys: Key[];
  comment?: string;
};

/** A binding of tables: `name.sql\`…\`` is its one operation. Later kinds (operations of an API) join this union. */
export type TableBinding = {
  kind: 'tables';
  /** The identifier in generated code: `shop`, `files`. */
  name: string;
  /** What people call it: "Sample shop". */
  title: string;
  /** The SQL dialect, said to the model. */
  dialect: 'DuckDB';
  tables: Table[];
};

export type Binding = TableBinding;
