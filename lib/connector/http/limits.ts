/** What a call over HTTP may cost. The answer comes from a stranger's server; the request from generated code. */

/** Milliseconds of one call, redirects and reading included: a person who waits longer has gone. */
export const MAX_HTTP_MS = 30_000;

/** Milliseconds until a connection stands, TLS included: a host that is down is told soon. */
export const MAX_CONNECT_MS = 10_000;

/** Bytes of an answer, as sent and again after decompression: what is parsed without a pause, a database's limit too. */
export const MAX_ANSWER_BYTES = 8_000_000;

/** Bytes that are read of an answer that is an error: only its beginning is told. */
export const MAX_ERROR_BYTES = 64_000;

/** Bytes of an answer's headers: twice what servers commonly send at most. */
export const MAX_ANSWER_HEADER_BYTES = 32_768;

/** Bytes of a request's body: an argument's 8 MB of text, and what a form adds to it. */
export const MAX_REQUEST_BYTES = 12_000_000;

/** UTF-16 units of a request's headers: what servers commonly accept. */
export const MAX_REQUEST_HEADER_UNITS = 16_384;

/** UTF-16 units of an address: servers refuse longer ones, each in its own way. */
export const MAX_URL_UNITS = 16_000;

/** Redirects of one request: as browsers and curl are commonly told by careful people. */
export const MAX_REDIRECTS = 5;

/** Connections to one host at a time: the politeness of browsers. More requests wait for their turn. */
export const MAX_CONNECTIONS = 8;

/** Compressions on top of each other: nobody needs two, and each multiplies what a small answer grows to. */
export const MAX_ENCODINGS = 2;
