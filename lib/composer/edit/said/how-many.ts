import { NUMBER_WORDS } from '../../words/words';

/** How many a follow-up asks for: `times` is against what there is now. `isLimit`: it could be said of values too, so that there has to be a ranking. */
export type HowMany = { /** Negative is so many fewer than there are now. */ count: number; times: boolean; of: string | null; isLimit: boolean };

const NUMBER = `\\d{1,3}|half\\s+a\\s+dozen|(?:a\\s+|one\\s+)?dozen|${Object.keys(NUMBER_WORDS).join('|')}`;
/** What is shown, whatever it is. */
const ONES = '(?:rows?|entries|bars?|slices?|ones|items|lines|(?:of\\s+)?(?:them|those|these))';
const POLITE = '(?:(?:please|no|nope|actually|sorry|hm+|ok(?:ay)?|i\\s+think|maybe|perhaps|fewer|less|more|(?:let[’\']?s\\s+)?say|let[’\']?s\\s+not\\s+overdo\\s+it)[\\s,.–—-]+)*';
const FIRST = '(?:the\\s+|a\\s+)?(?:first\\s+|best\\s+|top\\s+)?';
const OF = '(?:\\s+(?!(?:(?:days?|weeks?|months?|quarters?|years?)\\b|of|instead|rather|not|please|in|on|as|by|per|for|rows?|bins?|columns?|only|is|are|will|would|should|at|max|suffices?|tops)\\b)(\\p{L}+))?';
const END = '(?:\\s*,?\\s*(?:please|then|instead|i\\s+think|really))*[\\s.!]*$';

/** "show twenty", "make it 20", "the first twenty customers", "20, not 10" */
const SO_MANY = new RegExp(`^\\s*${POLITE}(?:(?:i|we)\\s+(?:want|need|meant|said)\\s+|(?:give|show|list)\\s+(?:me\\s+|us\\s+)?|(?:make|turn)\\s+(?:it|that|them|this)\\s+(?:into\\s+|to\\s+)?|let['’]?s\\s+(?:have|see|make\\s+it)\\s+|(?:limit|extend|cut|shorten|expand)\\s+(?:it|that|them|this)\\s+to\\s+)?(?:only\\s+|just\\s+)?${FIRST}(${NUMBER})${OF}(?:\\s+of\\s+(?:them|those|these))?(?:\\s+(?:instead|please|rather|only))?(?:\\s*,?\\s*(?:instead\\s+of|rather\\s+than|of|than|not)\\s+(?:only\\s+|just\\s+)?(?:${NUMBER}))?(?:\\s*,?\\s*please)?[\\s.!]*$`, 'iu');
/** "five is plenty", "six cities would do", "the first 5 are enough for me" */
const ENOUGH = new RegExp(`^\\s*${POLITE}(?:only\\s+|just\\s+)?${FIRST}(${NUMBER})(?:\\s+${ONES})?${OF}\\s+(?:(?:is|are|will|would|should|might|could|ought\\s+to)\\s+(?:be\\s+)?|[’']ll\\s+)?(?:quite\\s+|really\\s+|already\\s+|more\\s+than\\s+|just\\s+|absolutely\\s+)*(?:plenty|enough|do|sufficient|suffices?|fine|ok(?:ay)?|good|great|nice|better|perfect|right|it|all\\s+(?:that\\s+)?(?:i|we)\\s+need|what\\s+(?:i|we)\\s+need)(?:\\s+(?:for\\s+(?:me|us|now|this)|here|already))?${END}`, 'iu');
/** "cap it at 6", "reduce it to five", "stop after the first five" */
const CAPPED = new RegExp(`^\\s*${POLITE}(?:cap|limit|cut|trim|reduce|shrink|shorten|bring|get|keep|restrict|stop|end|go|take|extend|expand|raise|increase|grow)\\s+(?:(?:it|that|this|them|everything|the\\s+(?:list|chart|ranking|number|table|bars))\\s+)?(?:down\\s+|off\\s+|up\\s+)?(?:to|at|after|with)\\s+(?:only\\s+|just\\s+)?${FIRST}(${NUMBER})(?:\\s+${ONES})?${OF}${END}`, 'iu');
/** "no more than four", "at most 5", "5 at most", "max 5" */
const LIMIT = new RegExp(`^\\s*${POLITE}(?:show\\s+(?:me\\s+)?)?(?:no\\s+more\\s+than|not\\s+more\\s+than|at\\s+most|up\\s+to|max(?:imum)?\\.?(?:\\s+of)?|a\\s+maximum\\s+of)\\s+(?:the\\s+)?(?:first\\s+|best\\s+|top\\s+)?(${NUMBER})(?:\\s+${ONES})?${OF}${END}`, 'iu');
const AT_MOST = new RegExp(`^\\s*${POLITE}(?:show\\s+(?:me\\s+)?)?(${NUMBER})(?:\\s+${ONES})?${OF}\\s+(?:at\\s+(?:the\\s+)?most|max(?:imum)?|tops)${END}`, 'iu');

/** "half as many", "twice as many", "three times that" */
const TIMES = new RegExp(`^\\s*${POLITE}(?:(?:show|give|list|make|i\\s+need|i\\s+want|only|just|it|me|us|that|them)\\s+)*(half|twice|double|triple|(${NUMBER})\\s+times)(?:\\s+(?:as\\s+many|that(?:\\s+many)?|of\\s+(?:them|those|these|that)|the\\s+number|so\\s+many|it|them))(?:\\s+(?:is|are|would\\s+be|will)\\s+(?:enough|plenty|fine|do))?${END}`, 'iu');
const FACTORS: Readonly<Record<string, number>> = { half: 0.5, twice: 2, double: 2, triple: 3 };

/** "drop the bottom three", "the last three can go" */
const FEWER = new RegExp(`^\\s*${POLITE}(?:(?:drop|remove|cut|skip|lose|hide|omit|without|leave\\s+(?:off|out)|take\\s+(?:off|away))\\s+)?the\\s+(?:last|bottom|lowest|smallest|least)\\s+(${NUMBER})(?:\\s+${ONES})?(?:\\s+(?:can|should|may)\\s+(?:go|be\\s+(?:dropped|removed|left\\s+out|cut)|disappear))?${END}`, 'iu');
const SAYS_LESS = /\b(?:drop|remove|cut|skip|lose|hide|omit|without|leave|take|can|should|may)\b/i;

/** How many are to be shown, and of what where that was said; null where a follow-up says something else. */
export function howMany(prompt: string): HowMany | null {
  const [, factor, times] = TIMES.exec(prompt) ?? [];
  if (factor) return { count: FACTORS[factor.toLowerCase()] ?? numberOf(times), times: true, of: null, isLimit: true };
  const [, fewer] = SAYS_LESS.test(prompt) ? (FEWER.exec(prompt) ?? []) : [];
  if (fewer) return { count: -numberOf(fewer), times: false, of: null, isLimit: true };
  const [, number, of] = SO_MANY.exec(prompt) ?? ENOUGH.exec(prompt) ?? CAPPED.exec(prompt) ?? [];
  const limited = number === undefined ? (LIMIT.exec(prompt) ?? AT_MOST.exec(prompt) ?? []) : [];
  const count = numberOf(number ?? limited[1]);
  return Number.isInteger(count) && count > 0 ? { count, times: false, of: of ?? limited[2] ?? null, isLimit: number === undefined } : null;
}

const DOZENS: Readonly<Record<string, number>> = { dozen: 12, halfadozen: 6 };

function numberOf(said: string = 'no'): number {
  return DOZENS[said.toLowerCase().replace(/^(?:a|one)\s+|\s+/g, '')] ?? NUMBER_WORDS[said.toLowerCase()] ?? Number(said);
}
