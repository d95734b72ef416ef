import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, 'replies');

/** The numbers of the recorded replies: `01`, `02`, … */
export function replyNames(): string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3)).toSorted();
}

/** A recorded reply, as the model wrote it. */
export function readReply(name: string): string {
  return readFileSync(path.join(FOLDER, `${name}.md`), 'utf8');
}

/** Sizes of pieces that hit every awkward place: in the middle of a fence, of a tag, of a pair of UTF-16 units. */
const ODD_SIZES = [1, 7, 3, 19, 2, 31, 5, 13, 1, 47, 11];

/** A text in pieces of odd sizes, always the same ones; `scale` makes them longer. Never splits a surrogate pair. */
export function oddPieces(text: string, scale = 1): string[] {
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    let end = Math.min(text.length, at + ODD_SIZES[turn % ODD_SIZES.length]! * scale);
    if (/[\uD800-\uDBFF]/.test(text[end - 1]!)) end++;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
