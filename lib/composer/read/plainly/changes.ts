import { filled } from './exchange';

const STRETCH = '(day|week|month|quarter|year)';
/** "from month to month", "from the previous month", "on the month before": beside a change, by which stretches it goes. */
const STRETCH_BY_STRETCH = new RegExp(`(?:\\bfrom )?\\b(?:one )?${STRETCH}[ -](?:to|after)[ -](?:the next|the|\\1)(?: \\1)?\\b`, 'giu');
/** "change from month to month": no verb that something is to be done by. */
const CHANGE_BY_STRETCH = new RegExp(`\\bchanges? from (?:one )?${STRETCH} to (?:the next|\\1)(?: \\1)?\\b`, 'giu');
const FROM_BEFORE = new RegExp(`\\b(?:(?:as )?compared (?:to|with)|relative to|from|to|on|over|against|vs\\.?|versus|than|since) (?:(?:the|its|each|one) )?(?:(?:previous|prior|preceding|last) ${STRETCH}|${STRETCH} before)\\b(?! last| that)`, 'giu');
/** "on the same month of the year before" */
const SAME_YEAR_BEFORE = new RegExp(`\\b(?:(?:as )?compared (?:to|with)|relative to|from|to|on|over|against|vs\\.?|versus|than|since) (?:the |its )?(?:same ${STRETCH}|that of|one)(?: (?:of|in))?(?: (?:the|a))? (?:(?:previous|prior|last) year|year (?:before|earlier|ago))\\b`, 'giu');
/** "how did revenue change from month to month?": its course, and not by how much. */
const HOW_IT_WENT = new RegExp(`\\bhow (?:did|has|have|does|do) (.{3,60}?) (?:change|changed|develop|developed|evolve|evolved|vary|varied) (?:from (?:one )?${STRETCH} to (?:the next|\\2)(?: \\2)?|(?:by|per|each|every|with each) ${STRETCH})\\b`, 'giu');
const CHANGES = /\b(?:growth|grow|grows|changes?|increase|difference)\b/i;
const BY_STRETCH = /\b(?:(?:per|by|each|every) (?:day|week|month|quarter|year)|daily|weekly|monthly|quarterly|yearly|annual)\b/i;

/** A change that goes from stretch to stretch, in the words of the grammar; of a figure it is against the stretch before it. */
export function changesPlainly(said: string): string {
  const prompt = said.replace(HOW_IT_WENT, (...match) => filled(match, `$1 per ${match[2] ?? match[3]}`));
  if (!CHANGES.test(prompt)) return prompt;
  const plain = prompt.replace(SAME_YEAR_BEFORE, (match) => 'yoy'.padEnd(match.length)).replace(CHANGE_BY_STRETCH, (match, unit: string) => `change of per ${unit}`.padEnd(match.length)).replace(STRETCH_BY_STRETCH, (match, unit: string) => `per ${unit}`.padEnd(match.length));
  const [by] = BY_STRETCH.exec(plain) ?? [];
  // "per month, against last year": the same month of it.
  const against = (unit: string) => (unit === 'year' && !/year|annual/i.test(by ?? '') ? 'yoy' : `per ${unit}`);
  return by ? plain.replace(FROM_BEFORE, (match, last: string | undefined, before: string | undefined) => against((last ?? before ?? '').toLowerCase()).padEnd(match.length)) : plain;
}
