/**
 * Properties of a part of recharts. Its own types say 300 of them for each part and cost 400 ms to read; generated code may
 * pass any, and all of them are handed on.
 */
export type Loose = Record<string, unknown>;
