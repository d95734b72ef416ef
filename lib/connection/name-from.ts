/** Words of a title that say what every API is. */
const EMPTY_WORDS = new Set(['api', 'apis', 'rest', 'the', 'a', 'an', 'of', 'and', 'for', 'openapi', 'swagger', 'web', 'service', 'services', 'public', 'specification', 'spec', 'definition']);

/** What generated code knows already: bindings of the house, and words that can't be a variable there. */
const TAKEN = new Set([
  'shop', 'files', 'data', 'fmt', 'cn', 'console', 'undefined', 'arguments', 'eval', 'await', 'async', 'globalThis',
  ...'break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield'.split(' '),
]);

/** Words of a title that become a name in code. */
const MAX_WORDS = 3;

/** An identifier for generated code, made of a title: "GitHub v3 REST API" → `github`. Not one of `taken`. */
export function nameFrom(title: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word && !EMPTY_WORDS.has(word.toLowerCase()) && !/^v?\d+$/i.test(word))
    .slice(0, MAX_WORDS);
  const joined = words.map((word, index) => (index === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1).toLowerCase())).join('');
  const base = /^[a-z]/.test(joined) ? joined : `api${joined}`;
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${number}`;
    if (!TAKEN.has(name) && !taken.includes(name)) return name;
  }
}
