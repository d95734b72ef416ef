/** What reading schemas may cost. They come from outside: a limit met is a note and an unknown type, never a hanging server. */

/** Schemas that are read, each once; Microsoft Graph needs 120,000. Beyond it types are unknown. */
export const MAX_SCHEMAS = 2_000_000;

/** Schemas inside of each other without a `$ref` between them. People write eight. */
export const MAX_SCHEMA_DEPTH = 48;

/** A chain of `$ref` that leads to another `$ref`. */
export const MAX_REFERENCE_CHAIN = 32;

/** Values of one enum; EC2 has 640 types of instances. Beyond it the type is that of the values. */
export const MAX_ENUM_VALUES = 2_000;

/** Notes that are kept; the rest is counted. */
export const MAX_NOTES = 100;

/** UTF-16 units of a description that are kept, of an operation and of a field. */
export const MAX_DESCRIPTION_UNITS = 2_000;
export const MAX_COMMENT_UNITS = 300;

/** UTF-16 units of an identifier made from a name outside. */
export const MAX_NAME_UNITS = 120;
