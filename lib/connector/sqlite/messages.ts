/** What is said between the server and the process that has a SQLite file open. */

export type SqliteValue = string | bigint | number | null | Uint8Array;

/** `own` is a statement of the house, which may ask the catalogue. Without `run` it's only prepared. */
export type SqliteRequest = { id: number; sql: string; values: Record<string, string | number | null>; own: boolean; run: boolean; maxRows: number; maxUnits: number };

/** `table` and `column` are null where it is no column of a table. */
export type SqliteColumn = { name: string; table: string | null; column: string | null };

/** `code` is SQLite's own; 0 where the error isn't of SQLite. */
export type SqliteAnswer = { id: number; ok: true; columns: SqliteColumn[]; rows: SqliteValue[][] } | { id: number; ok: false; message: string; code: number };
