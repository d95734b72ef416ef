/** `issuesListForRepo`, `per_page`, "Lists a user's issues" → their words, small and stemmed, without those that say nothing. */
export function stemsIn(text: string): string[] {
  return wordsIn(text).filter((word) => !STOP_WORDS.has(word)).map((word) => (OWN_WORDS.has(word) ? 'me' : stem(word)));
}

/** The words of a text or an identifier, small. */
export function wordsIn(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word.length <= MAX_WORD_UNITS);
}

/** Longer ones are hashes and addresses. */
const MAX_WORD_UNITS = 40;

/** Whoever asks. */
const OWN_WORDS = new Set(['i', 'me', 'my', 'mine', 'myself']);

const STOP_WORDS = new Set(
  (
    'a all an and any are as at be been but by can could did do does each every for from had has have having he her here hers him his how i if in into is it its ' +
    'just many much of on or our ours over please she so some than that the their theirs them then there these they this those through to too us very via ' +
    'was we were what when where which while who whom whose why will with would you your yours somebody something someone anybody anything everybody ' +
    'everything onto want need like let also given specified'
  ).split(' '),
);

/**
 * A light stemmer: plurals, -ing, -ed and a final e go, so that `listing`, `listed`, `lists` and `list` are one word. After the first step
 * of M. F. Porter, "An algorithm for suffix stripping", 1980.
 */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  let stemmed = word;
  if (/(ss|x|ch|sh|zz)es$/.test(stemmed)) stemmed = stemmed.slice(0, -2);
  else if (stemmed.endsWith('ies')) stemmed = stemmed.length > 4 ? `${stemmed.slice(0, -3)}y` : stemmed;
  else if (/[^su]s$/.test(stemmed)) stemmed = stemmed.slice(0, -1);
  const suffix = /(ing|ed)$/.exec(stemmed)?.[0];
  if (suffix && /[aeiouy]/.test(stemmed.slice(0, -suffix.length)) && stemmed.length - suffix.length >= 3) {
    stemmed = stemmed.slice(0, -suffix.length);
    if (/([^aeioulsz])\1$/.test(stemmed)) stemmed = stemmed.slice(0, -1);
  }
  if (stemmed.length > 3 && stemmed.endsWith('e')) stemmed = stemmed.slice(0, -1);
  return stemmed.length > 3 && stemmed.endsWith('y') && /[^aeiou]y$/.test(stemmed) ? `${stemmed.slice(0, -1)}i` : stemmed;
}

/**
 * What a longer word has in common with its relatives (`contributor`, `contributed`; `invitation`, `invite`), as a term of its own; null for a
 * word that is short or has no such ending. Coarser than a stem: it finds too much, and so counts less.
 */
export function rootOf(stemmed: string): string | null {
  if (stemmed.length < 5) return null;
  const root = stemmed.replace(/(ation|ator|ion|ment|er|or|at)s?$/, '').replace(/e$/, '');
  return root.length >= 4 ? `~${root}` : null;
}
