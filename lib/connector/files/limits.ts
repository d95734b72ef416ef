/** Files are written by strangers; what one of them can cost is said here. */

/** Larger ones belong into a database; this one is read in some seconds on two cores. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;
/** Rows a person looks over before adding. */
export const PREVIEW_ROWS = 50;
/** A cell in the preview is cut here; the rest of it is kept. */
export const PREVIEW_CELL_LENGTH = 200;
/** More columns than a table is ever made with on purpose; the preview's page has one control for each. */
export const MAX_COLUMNS = 500;
/** Sheets of a workbook; each is a table. */
export const MAX_SHEETS = 50;
/** A delimiter, a header and the width are found in the text's beginning. */
export const SNIFF_BYTES = 256 * 1024;
/** Formats are sought in this many rows, and those that fit are held against all rows. */
export const SOUGHT_ROWS = 10_000;
/** What reading one file may use in DuckDB; beyond it DuckDB spills to disk. */
export const READING_MEMORY = '768MB';
/** DuckDB holds a JSON object several times over while it reads it. */
export const MAX_OBJECT_BYTES = 64 * 1024 * 1024;
/** Unpacked, a workbook is 5 to 20 times its size; one that says more than this is refused before it is unpacked. */
export const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
/** Heap of the thread that reads a workbook; reaching it ends the thread, not the server. */
export const WORKBOOK_HEAP_MB = 1536;
/** Examples of values that don't fit a type. */
export const EXAMPLES = 3;
