/** What a GraphQL API may cost. Its schema comes from a stranger's server, selections from generated code. */

/** Bytes of an introspected schema: GitHub's has 8 million. */
export const MAX_SCHEMA_BYTES = 48_000_000;

/** Milliseconds until it is there: servers make it anew for each who asks. */
export const MAX_SCHEMA_MS = 60_000;

/** Types of one schema; the largest public ones have some 3,000. */
export const MAX_SCHEMA_TYPES = 20_000;

/** Tokens of a schema that is given as text, each some ten bytes. */
export const MAX_SCHEMA_TOKENS = 3_000_000;

/** UTF-16 units of `select`, and what it's made of: a screenful of GraphQL. What is larger costs the server more than a person waits for. */
export const MAX_SELECT_UNITS = 8_000;
export const MAX_SELECT_TOKENS = 2_000;
export const MAX_SELECT_FIELDS = 300;

/** Fields within each other in `select`: the usual limit of servers is 10, with the operation's own field. */
export const MAX_SELECT_DEPTH = 9;

/** Braces and brackets within each other in `select`, those of its arguments' values included. */
export const MAX_SELECT_NESTING = 40;

/** Fields under another name: the same costly field twenty times is enough. */
export const MAX_SELECT_ALIASES = 20;

/** Fields that are asked for where nothing is selected. GitHub's Repository has 60 scalars of its own. */
export const MAX_DEFAULT_FIELDS = 150;

/** Objects within each other that are asked for where nothing is selected: the one asked for, and what it refers to. */
export const MAX_DEFAULT_LEVEL = 2;

/** Possible types of a union or an interface that are told apart; of more only what all have is known. */
export const MAX_POSSIBLE_TYPES = 12;

/** Fields of an object that is no more than a value: money with its currency, an address. */
export const MAX_VALUE_FIELDS = 12;

/** Errors of one answer that are told. */
export const MAX_TOLD_ERRORS = 5;
