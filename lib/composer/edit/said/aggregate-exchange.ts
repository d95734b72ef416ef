import { trailing } from './around';

/** How numbers are put together, by the words that people have for it. */
const KINDS: [aggregate: string, words: string][] = [
  ['maximum', 'maximum|max|highest|largest|biggest|greatest|peak|top'],
  ['minimum', 'minimum|min|lowest|smallest|least'],
  ['average', 'average|mean|avg'],
  ['median', 'median|middle'],
  // "total" is also what columns are called.
  ['sum', 'sum|total'],
];
const ANY = KINDS.map(([, words]) => words).join('|');
const ONE = `(?:the\\s+|an?\\s+)?(${ANY})(?:\\s+(?:one|value|number|figure|amount))?s?`;
const LEAD = '^\\s*(?:(?:please|no|sorry|actually|hm+|ok(?:ay)?|rather|now|then|and)[\\s,.:–—-]+)*(?:(?:(?:i|we)(?:[’\']d|\\s+would)?\\s+(?:rather\\s+)?(?:want|like|prefer|need|meant|see|have)|let\\s+(?:me|us)\\s+see|let[’\']?s\\s+(?:see|have|take|use)|show|use|take|give|make\\s+(?:it|that|this)|have)\\s+(?:me\\s+|us\\s+|to\\s+(?:see|have)\\s+)?)?';
const END = trailing('please', 'then', 'instead', 'now');
/** "the highest rather than the average" */
const NOT_THAT = new RegExp(`${LEAD}${ONE}\\s*,?\\s+(?:(?:and|but)\\s+)?(?:rather\\s+than|instead\\s+of|in\\s+place\\s+of|not|than)\\s+${ONE}${END}`, 'iu');
/** "not the average but the highest", "replace the average with the highest" */
const BUT_THIS = new RegExp(`^\\s*(?:please\\s+)?(?:not|instead\\s+of|rather\\s+than|replace|swap|change|switch|exchange|turn)\\s+(?:from\\s+)?${ONE}\\s*,?\\s+(?:but|with|for|to|by|into|show|use|take|(?:i|we)(?:[’']d|\\s+would)?\\s+(?:like|want|prefer))\\s+(?:rather\\s+)?${ONE}${END}`, 'iu');
const BUT_COMMA = new RegExp(`^\\s*(?:not|instead\\s+of|rather\\s+than)\\s+${ONE}\\s*,\\s+${ONE}${END}`, 'iu');
/** "the highest instead" */
const INSTEAD = new RegExp(`${LEAD}${ONE}\\s+instead(?:\\s*,?\\s*please)?[\\s.!?]*$`, 'iu');

/** "the highest rather than the average" in the words that the grammar knows, where "highest" is also an order; what says something else as it was. */
export function aggregated(prompt: string): string {
  const [, fresh, old] = NOT_THAT.exec(prompt) ?? [];
  const [, gone, come] = BUT_THIS.exec(prompt) ?? BUT_COMMA.exec(prompt) ?? [];
  const [, alone] = INSTEAD.exec(prompt) ?? [];
  const [to, from] = fresh && old ? [fresh, old] : come && gone ? [come, gone] : [alone, undefined];
  return to === undefined || /^top$/i.test(to) || (from !== undefined && kindOf(from) === kindOf(to)) ? prompt : `${kindOf(to)} instead${from === undefined ? '' : ` of ${kindOf(from)}`}`;
}

function kindOf(word: string): string {
  return KINDS.find(([, words]) => new RegExp(`^(?:${words})$`, 'i').test(word))?.[0] ?? word;
}
