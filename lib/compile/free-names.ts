import { isFree, readNames } from './names';

/** Names that a file takes from outside of itself, sorted. A file that can't be read takes none. */
export function freeNames(text: string, hasTags: boolean): string[] {
  try {
    const { declared, uses } = readNames(text, hasTags);
    return [...new Set(uses.filter((use) => isFree(use) && !declared.includes(use.name)).map(({ name }) => name))].toSorted();
  } catch {
    return [];
  }
}
