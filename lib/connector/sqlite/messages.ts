/** What is said between the server and the process that has a SQLite file open. */

export type SqliteValue = string | bigint | number | null | Uint8Array;

/** `own` is a statement of the house, which may ask the catalogue. Without `run` it's only prepared. */
export type SqliteRequest = { id: number; sql: string; values: Record<string, string | number | null>; own: boolean; run: boolean; maxRows: number; maxUnits: number };

/** `table` and `column` are null where it is no column of a table. */
export type SqliteColumn = { name: string; table: string | null; column: string | null };

/**
 * A column of a table or view that a statement reads. `within` is the view or the step of the statement in which it does. Where none is
 * read, `column` is empty; `table` is as it was written then, and may be a step too.
 */
export type SqliteRead = { table: string; column: string; within: string | null };

/** `code` is SQLite's own; 0 where the error isn't of SQLite. */
export type SqliteAnswer = { id: number; ok: true; columns: SqliteColumn[]; rows: SqliteValue[][]; reads: SqliteRead[] } | { id: number; ok: false; message: string; code: number };
