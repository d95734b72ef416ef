/** Text put into a file for the check only, which the author must never see a position of. */
export type Insertion = { at: number; text: string };

/** A file's text with insertions, and the way back from its offsets to the author's. */
export type EditedText = { text: string; toOriginal: (offset: number) => number };

/** `insertions` may come in any order. An offset inside of one maps to where it was put in. */
export function editText(original: string, insertions: readonly Insertion[]): EditedText {
  const sorted = insertions.toSorted((a, b) => a.at - b.at);
  let text = '';
  let from = 0;
  for (const { at, text: inserted } of sorted) {
    text += original.slice(from, at) + inserted;
    from = at;
  }
  return { text: text + original.slice(from), toOriginal: (offset) => originalOffset(sorted, offset) };
}

function originalOffset(sorted: readonly Insertion[], offset: number): number {
  let shift = 0;
  for (const { at, text } of sorted) {
    if (offset < at + shift) break;
    if (offset < at + shift + text.length) return at;
    shift += text.length;
  }
  return offset - shift;
}
