import type { FileName } from '../../lib/program/program';

/** More of them than a program has; the oldest are forgotten. */
const MAX_TEXTS = 50;
/** A text is told from others by its beginning; a loop that is longer than this is rare and only known less exactly. */
const MAX_UNITS = 4_000;

/** The loops and functions that were stopped, by their text: a newer program in which they stand unchanged is known to hang. */
export type StoppedTexts = {
  add(file: FileName, js: string, line: number): void;
  /** Lines of `js` on which one of them begins. */
  linesIn(file: FileName, js: string): Set<number>;
};

export function createStoppedTexts(): StoppedTexts {
  const texts: { file: FileName; text: string }[] = [];
  return {
    add(file, js, line) {
      const text = textFrom(plain(js), line);
      if (texts.some((known) => known.file === file && known.text === text)) return;
      texts.push({ file, text });
      if (texts.length > MAX_TEXTS) texts.shift();
    },
    linesIn(file, js) {
      const lines = new Set<number>();
      if (texts.length === 0) return lines;
      const code = plain(js);
      for (const { file: of, text } of texts) {
        for (let at = of === file ? code.indexOf(text) : -1; at >= 0; at = code.indexOf(text, at + text.length)) lines.add(lineAt(code, at));
      }
      return lines;
    },
  };
}

/** Without the guards' own calls, which hold line numbers: a text that moved down is the same text. */
export function plain(js: string): string {
  return js.replaceAll(/\$\.(?:tick|call)\(\d+\)[;,]/g, '');
}

/**
 * The line and what follows it to the brace that closes its first one. Braces in strings count too: the text is then
 * longer or shorter than the loop, and still its own.
 */
function textFrom(code: string, line: number): string {
  let start = 0;
  for (let at = 1; at < line; at++) start = code.indexOf('\n', start) + 1;
  let depth = 0;
  const end = Math.min(code.length, start + MAX_UNITS);
  for (let at = start; at < end; at++) {
    if (code[at] === '{') depth += 1;
    if (code[at] === '}' && --depth <= 0) return code.slice(start, at + 1);
    if (code[at] === '\n' && depth === 0) return code.slice(start, at);
  }
  return code.slice(start, end);
}

function lineAt(code: string, offset: number): number {
  let line = 1;
  for (let at = code.indexOf('\n'); at >= 0 && at < offset; at = code.indexOf('\n', at + 1)) line++;
  return line;
}
