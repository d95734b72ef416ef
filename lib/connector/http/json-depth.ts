/** Lists and objects within each other in an answer: what prints it or sends it on calls itself so often. */
export const MAX_ANSWER_DEPTH = 100;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Whether JSON is nested deeper than `limit`, told before it is parsed: a million brackets take the parser and the garbage
 * collector seconds, in which nobody else is served.
 */
export function isDeeperThan(json: Uint8Array, limit: number): boolean {
  let depth = 0;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i]!;
    if (byte === QUOTE) {
      for (i++; i < json.length && json[i] !== QUOTE; i++) if (json[i] === BACKSLASH) i++;
    } else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > limit) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return false;
}

/** The same of a value that was parsed by somebody else. */
export function isValueDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    level = level.filter((item) => typeof item === 'object' && item !== null);
    if (depth >= limit && level.length > 0) return true;
    level = level.flatMap((item) => Object.values(item as object) as unknown[]);
  }
  return false;
}
