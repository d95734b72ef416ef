/**
 * The text of a tagged template as its tag receives it (escapes resolved), which still knows where in the file each
 * of its characters was written.
 */
export type TemplateText = {
  /** The pieces between the `${…}`, as the tag's first argument has them. */
  pieces: string[];
  /** Where in the file an offset of the pieces joined by `$1`, `$2`, … was written. */
  toFile: (offset: number) => number;
};

/** A piece as it stands in the file: `start` is the offset of its first character, `raw` its text. */
export type RawPiece = { start: number; raw: string };

/** `values[i]` is the file offset of the expression after piece i. */
export function templateText(rawPieces: readonly RawPiece[], values: readonly number[]): TemplateText {
  const cooked = rawPieces.map(cook);
  const offsets: number[] = [];
  cooked.forEach((piece, i) => {
    offsets.push(...piece.offsets);
    const value = values[i];
    if (value !== undefined) offsets.push(...Array<number>(`$${i + 1}`.length).fill(value));
  });
  const end = cooked.at(-1)?.end ?? 0;
  return { pieces: cooked.map((piece) => piece.text), toFile: (offset) => offsets[offset] ?? end };
}

type CookedPiece = { text: string; offsets: number[]; end: number };

const ESCAPE = /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))|\r\n?|[\s\S]/g;
const SINGLE: Readonly<Record<string, string>> = {
  n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0',
  // A backslash at the end of a line joins it with the next.
  '\n': '', '\r': '', '\r\n': '', '\u2028': '', '\u2029': '',
};

function cook({ start, raw }: RawPiece): CookedPiece {
  let text = '';
  const offsets: number[] = [];
  for (const match of raw.matchAll(ESCAPE)) {
    const piece = cookOne(match);
    text += piece;
    for (let i = 0; i < piece.length; i++) offsets.push(start + match.index);
  }
  return { text, offsets, end: start + raw.length };
}

function cookOne([all, braced, four, two, single]: RegExpMatchArray): string {
  const code = braced ?? four ?? two;
  if (code !== undefined) return fromCode(Number.parseInt(code, 16));
  if (single !== undefined) return SINGLE[single] ?? single;
  return all.startsWith('\r') ? '\n' : all;
}

/** Beyond Unicode is a syntax error, which TypeScript reports. */
function fromCode(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}
