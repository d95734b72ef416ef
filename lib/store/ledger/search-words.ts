import type { NewLedgerLine } from './line';

/** Different words of a line that it is found by: more are rows of data, not a question. They bound what the index costs. */
const MAX_WORDS = 300;
/** UTF-16 units of a word that count: longer ones are keys and hashes, and nobody types more of one. */
const MAX_WORD_UNITS = 40;
/** UTF-16 units of one text in the arguments that are looked at: a long query is longer than any that a person writes. */
const MAX_TEXT_UNITS = 20_000;
/** Arguments nested deeper than the bridge lets through. */
const MAX_DEPTH = 40;
/** Words of a question; more narrow nothing down any further. */
const MAX_ASKED_WORDS = 12;

/** The words that a line is found by: of its names, its arguments and its message, in small letters. */
export function wordsOfLine({ from, binding, operation, args, message }: Pick<NewLedgerLine, 'from' | 'binding' | 'operation' | 'args' | 'message'>): string[] {
  return wordsOfTexts([binding, operation, from ?? '', message ?? '', ...textsIn(args, MAX_DEPTH)]);
}

/** The words of some texts, each once and in small letters, those of the first texts first where there are too many. */
export function wordsOfTexts(texts: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const word of wordsIn(text.slice(0, MAX_TEXT_UNITS))) {
      for (const part of [word, ...partsOf(word)]) {
        if (found.size >= MAX_WORDS) return [...found];
        found.add(short(part));
      }
    }
  }
  return [...found];
}

/** A question as Postgres' text search takes it, each word as a beginning: `'open':* & 'orders':*`. Null where there is no word in it. */
export function textQuery(question: string): string | null {
  const words = wordsIn(question).flatMap((word) => (partsOf(word).length > 0 ? partsOf(word) : [word]));
  return words.length === 0 ? null : [...new Set(words.map(short))].slice(0, MAX_ASKED_WORDS).map((word) => `'${word}':*`).join(' & ');
}

/** Letters and digits only, so that a word needs no quoting wherever it goes. */
function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** `openOrders` → `open`, `Orders`; nothing where it is one word. */
function partsOf(word: string): string[] {
  const parts = word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu) ?? [];
  return parts.length > 1 ? parts : [];
}

function short(word: string): string {
  return [...word.toLowerCase()].slice(0, MAX_WORD_UNITS).join('');
}

/** Names and values of the arguments. */
function* textsIn(value: unknown, depth: number): Generator<string> {
  if (typeof value === 'string' || typeof value === 'number') yield String(value);
  if (typeof value !== 'object' || value === null || depth === 0) return;
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield name;
    yield* textsIn(inner, depth - 1);
  }
}
