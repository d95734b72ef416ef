/** Words, and what is said for them: what takes a stretch's place is no longer than it. */
export type Exchange = readonly [RegExp, string];

/** The text with each in turn exchanged, as long as it was, so that words stay where they were written. */
export function exchanged(text: string, list: readonly Exchange[]): string {
  return list.reduce((now, [said, plain]) => now.replace(said, (...match) => filled(match, plain)), text);
}

/** With its groups, and blanks up to the length of what was said; what would be longer stays as it was. */
export function filled([said, ...groups]: (string | number)[], plain: string): string {
  const text = plain.replace(/\$(\d)/g, (_, group: string) => String(groups[Number(group) - 1] ?? ''));
  return text.length <= String(said).length ? text.padEnd(String(said).length) : String(said);
}
