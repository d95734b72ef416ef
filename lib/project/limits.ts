/** Lines of the ledger that are looked through for what a program calls: some days of a busy one. */
export const MAX_SNAPSHOT_LINES = 2_000;
/** Every filter of a large dashboard, set each way. */
export const MAX_SNAPSHOT_CALLS = 200;
/** Bytes of rows as JSON. A project is looked at in a browser, which reads all of it before the first row. */
export const MAX_SNAPSHOT_BYTES = 8 * 1024 * 1024;
/** Calls made at a time: a snapshot is no reason to keep others waiting. */
export const SNAPSHOT_AT_ONCE = 4;
/** Bytes of a zip that comes back; an export has a tenth of it, without its rows. */
export const MAX_ZIP_BYTES = 10 * 1024 * 1024;
/** Files in a zip; node_modules alone has ten times as many. */
export const MAX_ENTRIES = 2_000;
/** Bytes of one file that is read of it, unpacked. The check refuses far shorter sources. */
export const MAX_FILE_BYTES = 512 * 1024;
/** The same as it is packed: what claims to be small and isn't unpacks to a thousand times this at most, which is thrown away. */
export const MAX_PACKED_FILE_BYTES = 128 * 1024;
/** Tokens of one program at a time; each is one more copy of a key to be lost. */
export const MAX_TOKENS = 10;
/** Bytes of a request for a data function, its arguments as JSON: filters, not files. */
export const MAX_DATA_BODY_BYTES = 64 * 1024;
/** Milliseconds that a data function may take for someone outside; a person who looks at the page waits for it. */
export const MAX_DATA_RUN_MS = 20_000;
