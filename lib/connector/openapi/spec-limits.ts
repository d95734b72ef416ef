/** What a specification may cost. It comes from outside: a limit met is a note or a SpecProblem, never a hanging server. */

/** UTF-16 units of a specification's text. Microsoft Graph's beta, the largest known, has 40 million. */
export const MAX_SPEC_UNITS = 64_000_000;

/** Of YAML, whose parser is some fifty times slower than JSON's. */
export const MAX_YAML_UNITS = 16_000_000;

/** How often YAML aliases may be followed, counted with what they contain: a few lines can stand for gigabytes otherwise. */
export const MAX_YAML_ALIASES = 1_000;

/** Twice as many as Microsoft Graph's beta has. */
export const MAX_OPERATIONS = 50_000;
