import type { Wish } from '../../read/wish';
import { saysKind } from '../targets';

/** What is wanted, and what it is to take the place of where that was said, as they were written. */
export type Replacement = { fresh: string; old: string | null; /** It was there before. */ isBack?: boolean };

const LEAD = /^\s*(?:(?:please|oh|ah|no|nope|sorry|actually|wait|wrong|hm+|oops|rather|group(?:ed)?(?:\s+(?:it|this|that|them))?|show(?:\s+(?:it|this|that|them|me))?|i\s+(?:meant|mean|want(?:ed)?|said)|make\s+(?:it|that|this|them))\b[\s,.:–—-]*)*/i;
const NAME = '(?:(?:by|per|for\\s+each)\\s+)?(?:the\\s+)?([\\p{L}\\p{N}_][^,.;:!?]*?)';
const END = '(?:\\s*,?\\s*please)?[\\s.!?]*$';
/** "operators, not airports", "by operator rather than by airport" */
const NOT_THAT = new RegExp(`^${NAME}\\s*[,;]?\\s*(?:(?:and|but)\\s+)?\\b(?:not|rather\\s+than|instead\\s+of|in\\s+place\\s+of|in\\s+lieu\\s+of)\\s+${NAME}${END}`, 'iu');
/** "not by airport but by operator" */
const BUT_THIS = new RegExp(`^(?:not|instead\\s+of|rather\\s+than)\\s+${NAME}(?:\\s*[,.;]\\s*(?:but\\s+)?|\\s+but\\s+)(?:rather\\s+)?${NAME}${END}`, 'iu');
/** "instead of the airport I’d like the operator" */
const INSTEAD_OF = new RegExp(`^(?:instead\\s+of|rather\\s+than|in\\s+place\\s+of)\\s+${NAME}\\s*,?\\s+(?:(?:i|we)(?:[’']d|\\s+would)?\\s+(?:like|want|prefer|need)(?:\\s+to\\s+(?:see|have))?|show(?:\\s+me)?|give\\s+me|use|put|have|take)\\s+${NAME}${END}`, 'iu');
/** "put the operator where the airport is", "the operator should take the place of the airport" */
const IN_PLACE = new RegExp(`^(?:(?:put|show|have|use|place|i\\s+want)\\s+)?${NAME}\\s+(?:(?:(?:should|shall|can|could|must|is\\s+to)\\s+)?(?:take|go|stand|come|be|get)s?\\s+)?(?:(?:in\\s+|into\\s+)?the\\s+place\\s+of|where)\\s+${NAME}(?:\\s+(?:is|was|are|were|stands?|stood)(?:\\s+(?:now|before|at\\s+the\\s+moment))?)?${END}`, 'iu');
/** "change airports to operators" */
const INTO = new RegExp(`^(?:change|switch|swap|replace|exchange|trade|substitute|drop|remove)\\s+(?:the\\s+)?(?:grouping\\s+)?(?:from\\s+)?${NAME}\\s+(?:to|for|with|into|by|in\\s+favou?r\\s+of)\\s+${NAME}${END}`, 'iu');
/** "airport out, operator in", "airport → operator", "make the airport column the operator" */
const OUT_IN = new RegExp(`^${NAME}\\s+out\\s*[,;]?\\s+(?:and\\s+)?${NAME}\\s+in${END}`, 'iu');
const ARROW = new RegExp(`^${NAME}\\s*(?:→|[-=]+>)\\s*${NAME}${END}`, 'iu');
const COLUMN_INTO = new RegExp(`^(?:make|turn|have|let)\\s+(?:the\\s+)?${NAME}\\s+(?:column|field)\\s+(?:be\\s+|show\\s+|into\\s+)?${NAME}${END}`, 'iu');
/** "I’d rather have the operator than the airport" */
const RATHER = new RegExp(`^(?:(?:i|we)(?:[’']d|\\s+would)?\\s+)?(?:rather|sooner|prefer(?:\\s+to)?)\\s+(?:(?:have|see|show|read)\\s+)?${NAME}\\s+(?:than|to|over)\\s+${NAME}${END}`, 'iu');
/** "operator in the airport’s place" */
const ITS_PLACE = new RegExp(`^(?:(?:put|show|have|use)\\s+)?${NAME}\\s+in\\s+(?:the\\s+)?([\\p{L}\\p{N} -]+?)[’']s?\\s+(?:place|stead)${END}`, 'iu');
/** "no, operators", "make that operators", "I meant operators" */
const THIS_NOW = new RegExp(`^\\s*(?:please\\s+)?(?:(?:oh|ah|no|nope|sorry|actually|wait|wrong|oops)\\s*[,.:–—-]?\\s+)*(?:(?:no|nope|sorry|actually|wrong|oops)\\b[\\s,.:–—-]*|(?:make|change|turn|switch)\\s+(?:it|that|this|them)\\s+(?:to\\s+|into\\s+|be\\s+)?|(?:it|that)\\s+should\\s+(?:be|have\\s+been)\\s+|(?:change|switch|set|make)\\s+the\\s+grouping\\s+(?:to\\s+|be\\s+)?|(?:i|we)\\s+(?:meant|mean|(?:want|need)(?:ed)?\\s+(?:it|that|this|them)|said)\\s+|(?:i|we)(?:['’]d|\\s+would)\\s+(?:rather\\s+(?:see|have)|prefer)\\s+(?:it\\s+|them\\s+)?)${NAME}(?:\\s+instead)?${END}`, 'iu');

/** "what about income?" */
const WHAT_ABOUT = new RegExp(`^\\s*(?:(?:please|ok(?:ay)?|and|now|hm+)[\\s,]+)*(?:what|how)\\s+about\\s+${NAME}${END}`, 'iu');
/** "operators instead" */
const THAT_INSTEAD = new RegExp(`^(?:(?:use|take|try|(?:what|how)\\s+about)\\s+)?${NAME}\\s+instead${END}`, 'iu');
/** "back to operators", "let’s go back to operators", "operators again" */
const BACK = new RegExp(`^\\s*(?:(?:please|ok(?:ay)?|no|hm+|and|then|now|so|let[’']?s|(?:can|could)\\s+(?:we|you|i)|(?:i|we)(?:[’']d\\s+like|\\s+want)\\s+to)[\\s,.–—-]+)*(?:(?:go|switch|change|turn|bring|put|set|get|move|take)\\s+(?:it\\s+|that\\s+|this\\s+)?)?(?:back\\s+(?:to|into|by|in)|return\\s+(?:it\\s+)?to|revert\\s+(?:it\\s+)?to)\\s+(?:an?\\s+)?${NAME}(?:\\s+(?:again|now|then))?${END}`, 'iu');
const AGAIN = new RegExp(`^\\s*(?:(?:please|ok(?:ay)?|no|hm+)[\\s,.–—-]+)*(?:in\\s+|as\\s+)?(?:an?\\s+)?${NAME}\\s*,?\\s+(?:once\\s+)?again${END}`, 'iu');
/** "months, please", "in quarters": a stretch of time and nothing else. */
const STRETCH = new RegExp(`^\\s*(?:(?:please|ok(?:ay)?|no|hm+|and|then|now|better|rather|try|use|take|with|go\\s+(?:for|with|by)|let[’']?s\\s+(?:try|use|take|have|go\\s+(?:for|with))|(?:i|we)(?:[’']d|\\s+would)\\s+(?:rather|prefer|like)|show|give\\s+me|make\\s+it|(?:how|what)\\s+about|zoom\\s+(?:out|in)\\s+to|roll\\s+(?:it\\s+)?up\\s+(?:to|by|into)|(?:aggregate|summari[sz]e|condense|group(?:ed)?)\\s+(?:it\\s+|them\\s+)?(?:by|to|per|into)|coarser|finer|one\\s+(?:point|dot|value|bar)\\s+(?:per|for\\s+each|a)|in|by|as|per)[\\s,.–—-]+)*((?:calendar\\s+)?(?:hours?|days?|weeks?|months?|quarters?|years?|weekdays?|hourly|daily|weekly|monthly|quarterly|yearly|annually))(?:\\s*,?\\s*(?:please|then|now|instead|again|(?:would|could|might)\\s+(?:do|be\\s+(?:better|enough|nicer?|fine|clearer))|will\\s+do|(?:was|were|is|are|looks?|looked)\\s+(?:much\\s+|a\\s+lot\\s+)?(?:better|nicer|clearer|fine|enough|good|easier)))*[\\s.!?]*$`, 'iu');

/** "operators, not airports", "no, operators": null where nothing is said to take the place of something. */
export function replacementOf(prompt: string): Replacement | null {
  const [, stretch] = STRETCH.exec(prompt) ?? [];
  if (stretch) return { fresh: stretch, old: null };
  const [, back] = BACK.exec(prompt) ?? AGAIN.exec(prompt) ?? [];
  if (back) return { fresh: back, old: null, isBack: true };
  const plain = prompt.replace(LEAD, '');
  const [, fresh, old] = NOT_THAT.exec(plain) ?? [];
  if (fresh && old) return { fresh, old };
  const [, before, after] = BUT_THIS.exec(plain) ?? INTO.exec(plain) ?? INSTEAD_OF.exec(plain) ?? OUT_IN.exec(plain) ?? ARROW.exec(plain) ?? COLUMN_INTO.exec(prompt) ?? [];
  if (before && after) return { fresh: after, old: /^grouping$/i.test(before) ? null : before };
  const [, taking, place] = RATHER.exec(prompt.trim()) ?? ITS_PLACE.exec(plain) ?? IN_PLACE.exec(plain) ?? [];
  if (taking && place) return { fresh: taking, old: place };
  const [, only] = THIS_NOW.exec(prompt) ?? THAT_INSTEAD.exec(plain) ?? WHAT_ABOUT.exec(prompt) ?? [];
  return only ? { fresh: only, old: null } : null;
}

/** Whether a wish names one thing to group by, or a stretch of time, and asks for nothing else. */
export function isOnlyGroup(wish: Wish): boolean {
  const others = wish.entities.length + wish.measures.length + wish.loose.length + wish.conditions.length + wish.periods.length + wish.filters.length + wish.charts.length;
  return others === 0 && !saysKind(wish) && (wish.bucket === null ? wish.by.length === 1 : wish.bucket !== 'auto' && wish.by.length === 0) && !wish.sort && !wish.top && !wish.latest && !wish.style && !wish.versus && wish.rows === null && wish.aggregate === null && wish.classes === null;
}

/** Whether a wish names numbers or tables, and nothing that they would be by. */
export function isOnlyMeasured(wish: Wish): boolean {
  const others = wish.by.length + wish.loose.length + wish.conditions.length + wish.periods.length + wish.filters.length + wish.charts.length;
  return wish.measures.length + wish.entities.length > 0 && others === 0 && !saysKind(wish) && wish.bucket === null && !wish.sort && !wish.top && !wish.latest && !wish.style && !wish.versus && wish.rows === null;
}

/** The numbers of a wish; a table that is named is counted. */
export function measuresOf({ measures, entities }: Wish): Wish['measures'] {
  return measures.length ? measures : entities.map((entity) => ({ aggregate: 'count', name: { kind: 'entity', entity }, where: [] }));
}

/** Whether a wish says how something is drawn, and nothing else. */
export function isOnlyKind(wish: Wish): boolean {
  return saysKind(wish) && wish.entities.length + wish.measures.length + wish.by.length + wish.loose.length + wish.conditions.length + wish.periods.length + wish.filters.length === 0 && wish.bucket === null;
}
