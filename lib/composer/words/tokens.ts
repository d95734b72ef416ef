/** A word of the prompt. `stem` is its singular, `root` also lost its -ed or -ing. */
export type Token = { text: string; lower: string; stem: string; root: string; start: number; end: number };

/** More than any sentence; keeps a pasted book from being linked word by word. */
export const MAX_TOKENS = 400;

/** Words, numbers, dates, quoted strings, the punctuation that separates clauses and the stroke of “revenue/month”. */
const TOKEN = /"[^"\n]{1,200}"|“[^”\n]{1,200}”|\d{4}-\d{2}-\d{2}|\d{4}-\d{2}(?!\d)|[$€£]?\d(?:[\d,]*\d)?(?:\.\d+)?(?:st|nd|rd|th|[km](?![\p{L}]))?%?|[\p{L}_][\p{L}\p{N}_]*(?:['’.@][\p{L}\p{N}_]{2,})*(?:['’][\p{L}]+)*|\/(?=(?:hour|day|week|month|quarter|year)s?\b)|[,;.:?!&+×%\n]|[<>]=?|=/gu;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length === MAX_TOKENS) break;
    const raw = match[0];
    const lower = raw.toLowerCase().replace(/['’]s$/, '').replace(/^["“]|["”]$/g, '');
    tokens.push({ text: raw, lower, stem: stem(lower), root: root(lower), start: match.index, end: match.index + raw.length });
  }
  return tokens;
}

/** The words of an identifier or title: `orderDate`, `order_date` and `Order Date` are all `order date`. */
export function wordsOf(identifier: string): string[] {
  const known = WORDS.get(identifier);
  if (known) return [...known];
  const words = splitWords(identifier);
  if (WORDS.size >= MAX_KNOWN) WORDS.clear();
  if (identifier.length <= LONGEST_KNOWN) WORDS.set(identifier, words);
  return [...words];
}

/** A catalogue asks for the words of the same names ten times, and the next prompt asks again: a quarter of the time to a Plan. */
const WORDS = new Map<string, readonly string[]>();
const MAX_KNOWN = 20_000;
const LONGEST_KNOWN = 80;

function splitWords(identifier: string): string[] {
  return identifier
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

const IRREGULAR: Record<string, string> = {
  people: 'person', children: 'child', men: 'man', women: 'woman', data: 'data', series: 'series', species: 'species',
  status: 'status', statuses: 'status', news: 'news', sales: 'sales', analysis: 'analysis', movies: 'movie', gas: 'gas', cities: 'city',
  business: 'business', address: 'address', bus: 'bus', invoices: 'invoice', is: 'is', this: 'this', has: 'has', was: 'was',
};

/** What begins as a noun does and leaves letters out: `crs` of course, `emp` of employee. */
export function isShortFor(word: string, noun: string): boolean {
  if (word.length < 2 || word.length >= noun.length || word.charAt(0) !== noun.charAt(0)) return false;
  let at = 0;
  for (const letter of noun) if (letter === word.charAt(at)) at++;
  return at === word.length;
}

/** The singular, by the few rules that matter for names of tables and columns. */
export function stem(word: string): string {
  const known = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (known !== undefined) return known;
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The plural of a singular noun, for labels. */
export function plural(word: string): string {
  if (word === 'person') return 'people';
  if (stem(word) !== word || /(^| )(data|series|species|sales|news|stock|staff|weather|traffic|revenue|money|income|equipment|inventory|music|content|spend|spending|status)$/.test(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

function root(word: string): string {
  const singular = stem(word);
  const cut = singular.length > 4 ? singular.replace(/(?:ed|ing)$/, '') : singular;
  const single = cut !== singular && /([^aeiouls])\1$/.test(cut) ? cut.slice(0, -1) : cut;
  return single.length > 3 ? single.replace(/e$/, '') : single;
}

export { root };

/** True where one slip of the finger (two in long words) tells the words apart. The first letter has to agree. */
export function isTypo(word: string, target: string): boolean {
  if (word[0] !== target[0] || word.length < 5 || target.length < 5) return false;
  const allowed = Math.min(word.length, target.length) >= 8 ? 2 : 1;
  if (Math.abs(word.length - target.length) > allowed) return false;
  return editDistance(word, target) <= allowed;
}

/** Optimal string alignment: insert, delete, replace, or swap two neighbours. */
export function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    const above = rows[i - 1] as number[];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (rows[i - 2]?.[j - 2] as number) + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] as number;
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As it stands in the middle of a sentence. */
export function uncapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "web, store and partner" */
export function listed(items: readonly string[], joint: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}
