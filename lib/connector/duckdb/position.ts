const LINE = /\n\nLINE (\d+): ([^\n]*)\n( *)\^/;

/**
 * The UTF-16 offset that a message of DuckDB points at, or null. It shows an excerpt of the line, cut with `...` at
 * both ends, and below it a caret that counts columns of a terminal, of which many Asian characters take two.
 */
export function caretOffset(message: string, sql: string): number | null {
  const [, line, excerpt, spaces] = LINE.exec(message) ?? [];
  if (line === undefined || excerpt === undefined || spaces === undefined) return null;
  const start = lineStart(sql, Number(line));
  const caret = indexAtColumn(excerpt, spaces.length - `LINE ${line}: `.length);
  const cut = excerpt.startsWith('...') && !sql.startsWith('...', start) ? 3 : 0;
  const shown = excerpt.slice(cut).replace(/\.\.\.$/, '');
  const found = sql.indexOf(shown, start);
  return (found < 0 ? start : found) + Math.max(0, caret - cut);
}

function lineStart(sql: string, line: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = sql.indexOf('\n', start) + 1;
  return start;
}

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

function indexAtColumn(text: string, column: number): number {
  let index = 0;
  for (const character of text) {
    if (column <= 0) break;
    column -= WIDE.test(character) ? 2 : 1;
    index += character.length;
  }
  return index;
}
