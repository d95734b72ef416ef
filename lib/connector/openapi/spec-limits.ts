/** What a specification may cost. It comes from outside: a limit met is a note or a SpecProblem, never a hanging server. */

/** UTF-16 units of a specification's text. Microsoft Graph's beta, the largest known, has 40 million. */
export const MAX_SPEC_UNITS = 64_000_000;

/** Of YAML, whose parser is some fifty times slower than JSON's. */
export const MAX_YAML_UNITS = 16_000_000;

/** How often YAML aliases may be followed, counted with what they contain: a few lines can stand for gigabytes otherwise. */
export const MAX_YAML_ALIASES = 1_000;

/** Twice as many as Microsoft Graph's beta has. */
export const MAX_OPERATIONS = 50_000;

/** Schemas that are read, each once; Graph needs 120,000. Beyond it types are unknown. */
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
