/** The words in front of what is asked and behind it, which say nothing of it: each pattern names those that it may have. */

export const OK = 'ok(?:ay)?';
export const CAN_YOU = '(?:can|could)\\s+(?:you|we)';
export const CAN_I = '(?:can|could)\\s+(?:you|we|i)';
export const I_WANT = 'i\\s+want';
export const I_WOULD_LIKE = "i[’']d\\s+like";
export const LETS = "let[’']?s";

/** The beginning of a pattern, from the start of what was said: any of these words, each a piece of a pattern. */
export function leading(...words: string[]): string {
  return `^\\s*(?:(?:${words.join('|')})[\\s,]+)*`;
}

/** The end of a pattern, up to the last full stop: any of these words. */
export function trailing(...words: string[]): string {
  return `(?:\\s*,?\\s*(?:${words.join('|')}))*[\\s.!?]*$`;
}
