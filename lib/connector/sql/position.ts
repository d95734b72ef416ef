/** The UTF-16 offset of one in code points, which databases count. */
export function fromCodePoints(text: string, count: number): number {
  return [...text].slice(0, count).join('').length;
}

/** Length of the name, text or sign that starts at an offset; at least 1. */
export function tokenLength(sql: string, offset: number): number {
  return /^("[^"]*"|'[^']*'|[\p{L}\p{N}_]+)/u.exec(sql.slice(offset))?.[0].length ?? 1;
}
