/** What people who have nothing but a link may ask of the server. */

/** Arguments of one call, as JSON: filters, no documents. */
export const MAX_ARGUMENT_UNITS = 4_000;
/** Nesting of arguments: a filter is a value, a list, or an object of them. */
export const MAX_ARGUMENT_DEPTH = 6;
/** Calls in one request; a page has some tens of values. */
export const MAX_CALLS = 100;
/** Bytes of a request's body: its calls. */
export const MAX_BODY_BYTES = 256 * 1024;
/** Results that a snapshot holds: what its owner looked at in a sitting. */
export const MAX_SNAPSHOT_RESULTS = 200;
/** All of a snapshot as JSON; a page of it is read by everybody who opens the link. */
export const MAX_SNAPSHOT_UNITS = 32_000_000;
/** Milliseconds of one run of a data function: a viewer who waits longer has gone. */
export const MAX_RUN_MS = 15_000;
/** Seconds that a result read now is given to everybody who asks the same: how old "now" may be. */
export const FRESH_SECONDS = 30;
/** Seconds in which a failure isn't tried again: a broken system isn't asked by every viewer. */
export const FAILED_SECONDS = 5;
/** UTF-16 units of results that are kept between viewers, of all links together. */
export const MAX_KEPT_UNITS = 64_000_000;
/** Results kept between viewers. */
export const MAX_KEPT_RESULTS = 5_000;
/** Links that a process remembers between two requests, the latest used. */
export const MAX_KNOWN_LINKS = 2_000;
/** Pages of one process that hear of changes; more of them reload to see one. */
export const MAX_STREAMS = 5_000;
/** Milliseconds for which a link is believed to be what it was, where no signal says otherwise. */
export const KNOWN_MS = 1_000;
/** Seconds for which an opened page may go on asking. */
export const TICKET_SECONDS = 12 * 60 * 60;
/** Active links of one program: more than that nobody keeps track of. */
export const MAX_LINKS = 50;
/** Sites that one link may be shown within. */
export const MAX_EMBED_ORIGINS = 20;
/** UTF-16 units of a link's password: a sentence. */
export const MAX_PASSWORD_UNITS = 200;
/** UTF-16 units of what a link's previews call it. */
export const MAX_TITLE_UNITS = 120;
/** Seconds for which a change that was asked for through a link waits for a person, while the page of who asked is open. */
export const ASK_SECONDS = 30 * 60;
/** Changes of one link that wait at a time: more than a person answers in one go. */
export const MAX_ASKING_OF_LINK = 3;
/** Changes of all links that wait at a time in one process: each holds a thread of the isolates, and most of those are for reading. */
export const MAX_ASKING = 6;
/** Changes that one run asks for, one after the other. */
export const MAX_CHANGES_OF_RUN = 5;
/** Versions that are kept compiled. */
export const MAX_COMPILED = 100;
