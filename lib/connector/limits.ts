/** What generated code may ask of an outside system. Its queries are hostile until shown otherwise. */

/** Milliseconds one query may run: an interface that waits longer is wrong, not slow. Its connection is interrupted. */
export const MAX_QUERY_MS = 5_000;

/** Milliseconds a query may wait for its turn, so that a burst of slow ones is told instead of piling up. */
export const MAX_WAIT_MS = 10_000;

/** Queries that run at one time: each holds one of the four threads that Node also reads files and names hosts with. */
export const MAX_RUNNING = 3;

/** Rows of one result: more is never read on a screen. More is an error, since a silent cut makes wrong totals. */
export const MAX_ROWS = 10_000;

/** UTF-16 units of one result as JSON: what a browser parses without a pause. */
export const MAX_RESULT_UNITS = 8_000_000;

/** Memory of one DuckDB instance, its tables included. */
export const MEMORY_LIMIT = '512MB';

/** DuckDB's own threads: the server's other work needs the rest. */
export const DUCKDB_THREADS = 2;

/** UTF-16 units of a query's text: a thousand times what people write. */
export const MAX_SQL_UNITS = 50_000;

/** Values in one query. */
export const MAX_PARAMETERS = 500;

/** UTF-16 units of one text value. */
export const MAX_PARAMETER_UNITS = 100_000;

/** A column with at most this many different values is shown with all of them. */
export const MAX_LISTED_VALUES = 24;

/** UTF-16 units of a value that is shown as a sample; longer ones say little about a column. */
export const MAX_SAMPLE_UNITS = 40;

/** Sample values of a column. */
export const MAX_SAMPLES = 5;

/** Up to here different values are counted exactly; above, approximately. */
export const MAX_EXACT_DISTINCT = 10_000;
