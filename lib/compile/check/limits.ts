/** Limits of the check. What it reads was written by a model, so each has a number and a reason. */

/** UTF-16 units of one file. Model replies end near 60,000; beyond this the checker's time grows for nothing. */
export const MAX_SOURCE_UNITS = 200_000;

/** Milliseconds for one check with all its queries. Warm it takes 50; types can be written that compute for ever. */
export const MAX_CHECK_MS = 10_000;

/** Milliseconds for the server to start and load its projects. It takes 1,000, several times that on a busy machine. */
export const MAX_START_MS = 30_000;

/** Queries described in one program. Each is a call of the database; real programs have fewer than ten. */
export const MAX_QUERIES = 64;

/** Milliseconds until a query goes on unchecked, so that a slow database doesn't hold up the programs of others. */
export const MAX_DESCRIBE_MS = 3_000;

/** Diagnostics handed back. The first few tell the model what is wrong, the rest costs tokens. */
export const MAX_DIAGNOSTICS = 40;

/** Resident bytes at which the TypeScript server is ended in mid-check. It rests near 150 MB. */
export const MAX_SERVER_BYTES = 1024 * 1024 * 1024;

/** Resident bytes after which it is started anew between two checks. */
export const RESTART_SERVER_BYTES = 512 * 1024 * 1024;

/** Checks after which it is started anew, since not every system tells a process's memory. */
export const RESTART_SERVER_CHECKS = 2_000;

/** Milliseconds between two looks at the server's memory while it works. */
export const MEMORY_LOOK_MS = 250;

/** UTF-16 units of a message: types can be printed for pages. */
export const MAX_MESSAGE_UNITS = 240;

/** UTF-16 units of a type's text inside of a message. */
export const MAX_TYPE_UNITS = 90;

/** UTF-16 units of an excerpt: generated lines can be very long. */
export const MAX_EXCERPT_UNITS = 200;

/** Names listed in a hint. */
export const MAX_HINT_NAMES = 20;
