import { MARKS } from './words/words';
import type { Chip } from './chips';

/** What a reply says beside its words, to be clicked: what was decided, words that mean nothing here, prompts that work. */
export type Said = {
  chips: Chip[];
  unread: string[];
  /** Words that were taken for something: “turnover” for revenue. */
  taken: string[];
  examples: string[];
};

/** Words that may be told a meaning: those of the grammar have one. */
export function tellable(unread: readonly string[]): string[] {
  return unread.filter((word) => !MARKS.has(word.toLowerCase()) && word.length >= 2 && word.length <= 60 && !/^[\d\W]+$/u.test(word));
}

/** The words that were taken for others. */
export function takenOf(assumptions: readonly string[]): string[] {
  return assumptions.flatMap((each) => /^Read “(.+?)” as /.exec(each)?.[1] ?? []);
}
