import { PROGRAM_CHOICES, PROGRAM_SORTS, type ProgramQuestion } from '@/lib/store';

/** More than a title, a table and a name together; the rest of an address is nobody’s question. */
const MAX_WORDS_LENGTH = 200;

/** What an address asks of the list of programs. What it doesn't know it leaves out. */
export function questionIn(params: Record<string, string | string[] | undefined>): Omit<ProgramQuestion, 'limit'> {
  const { which, sort, words } = params;
  return {
    which: PROGRAM_CHOICES.find((one) => one === which) ?? 'all',
    sort: PROGRAM_SORTS.find((one) => one === sort) ?? 'changed',
    ...(typeof words === 'string' && words.trim() !== '' && { words: words.slice(0, MAX_WORDS_LENGTH) }),
  };
}
