/** What a server of tools may cost. It is a stranger's program, on this machine or elsewhere. */

/** Milliseconds until it answered the first greeting: `npx` may have to fetch it first. */
export const MAX_START_MS = 60_000;

/** Milliseconds of one call: as of any call outside. */
export const MAX_CALL_MS = 30_000;

/** Bytes of one message, and of one answer over HTTP. */
export const MAX_MESSAGE_BYTES = 8_000_000;

/** UTF-16 units of all that a server says of itself, as JSON: a hundred times what servers with many tools say. */
export const MAX_DESCRIPTION_UNITS = 8_000_000;

/** Tools, resources and templates that are taken in, each. */
export const MAX_LISTED = 2_000;

/** Pages of one list: a server may give a single tool with each, or none. */
export const MAX_PAGES = 100;

/** UTF-16 units of a tool's description; a model reads no more of it. */
export const MAX_TEXT_UNITS = 2_000;

/** UTF-16 units that are kept of what a server prints, to explain a start that failed. */
export const MAX_PRINTED_UNITS = 2_000;

/** Milliseconds that a program has for each way of being asked to end, of which there are two. */
export const MAX_ENDING_MS = 1_000;
