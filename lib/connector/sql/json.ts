export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type Row = { [column: string]: Json };

/** The value of a JSON column; its text where that is no JSON. */
export function parseJson(json: string): Json {
  try {
    return JSON.parse(json) as Json;
  } catch {
    return json;
  }
}
