/** What a follow-up says around what it names, before its words are linked. */

/** "replace the pie with bars" is one wish, though "with" begins one elsewhere. */
const REPLACE = /\b((?:replace|swap|exchange)\b[^.;\n]*?)\s+(?:with|by|for)\s+/i;
/** "split by channel" adds a grouping. */
export const SPLIT = /\b(split|break|broken|breakdown|colou?r|colou?red|series|stack|stacked|segment|segmented|divide)\b[^.;\n]*\bby\b|\bper (colou?r|series)\b|\bfor each\b|\b(?:one|a|an?other|separate) (?:colou?r|line|bar|area|series)s? (?:per|by|for every)\b|\bas (?:the )?(?:colou?rs?|series)\b/i;
export const INSTEAD = /\b(instead|rather than|in place of|replace|swap|exchange)\b/i;
/** "median instead of average": the one that is wanted. */
const OTHERWISE = /^(\s*(?:(?:use|show|take)\s+)?(?:the\s+)?(?:median|average|mean|sum|total|minimum|maximum))\s+(?:instead|rather than)(?:\s+of)?\s+(?:the\s+)?(?:median|average|mean|sum|total|minimum|maximum)\b/i;
export const WIDEN = /^\s*(?:please\s+)?(?:show|include|use|with|back to|reset to)?\s*(?:everything|all(?: of)?(?: the)?(?: .+)?|(?:remove|clear|reset|drop)\s+(?:all\s+)?(?:the\s+)?(?:conditions?|restrictions?|narrowing|limits?))[\s.!]*$/i;
/** "without the city" hides a column that stands there; "without company" asks for those that have none. */
export const WITHOUT_THE = /\b(?:without|no|not|don['’]t (?:show|need)|skip|omit)\s+(?:show\s+)?the\b/i;
/** What is named comes to what is there. */
export const ALSO = /^\s*(?:and\s+)?(?:also|plus|additionally)\b|\b(?:too|as well)[\s.!]*$/i;
export const WIDTH = /\b(full|whole|entire|half)[\s-]+(?:the\s+)?width\b|\b(wider|narrower)\b/i;

/** "no, Florida": what follows is meant in its stead. */
const CORRECTION = /^\s*(?:no|nope|sorry|actually|wait|hm+|oops)\s*[,.–—-]\s+/i;
/** "no, New York": a name alone is what it is narrowed to. */
const NAME_INSTEAD = /^\s*(?:[Nn]o|[Nn]ope|[Ss]orry|[Aa]ctually|[Ww]ait|[Hh]m+|[Oo]ops)\s*[,.–—-]\s+(?=(?:\p{Lu}[\p{L}’'-]*)(?:\s+\p{Lu}[\p{L}’'-]*)*[\s.!]*$)/u;
/** "quarters would be better": praise of what is wanted. */
const PRAISE = /\s+(?:(?:would|might|could|will)\s+be|is|are)\s+(?:a\s+(?:bit|little|lot)\s+|much\s+|even\s+)?(?:better|nicer|clearer|preferable|great|more\s+(?:interesting|useful|helpful|telling|readable))(?=[\s.!]*$)/i;
/** "limit it to 2013": a year, and no number of rows. */
const TO_YEAR = /\b(?:limit|restrict|narrow|keep|filter|cut)(?:ed)?(?:\s+(?:it|this|that|them|everything|the\s+(?:page|chart|table|data)))?(?:\s+down)?\s+to\s+(?:the\s+year\s+)?((?:19|20)\d\d)(?=[\s.!]*$)/i;
/** "beside it the number of …": one more of its own. */
const BESIDE_IT = /^\s*(?:and\s+)?(?:right\s+)?(?:beside|besides|next\s+to|alongside)\s+(?:it|that|this|them|these)\b\s*[,:]?\s*/i;
/** "order the bars by …" sorts, though orders may be a table. */
const ORDER_THE = /^(\s*(?:please\s+|and\s+)?)order\s+(the|them|it|this)\b/i;

/** "a pie next to it" */
const NEXT_TO_IT = /^(.+?)\s+(?:right\s+)?(?:beside|next\s+to|alongside)\s+(?:it|that|this|them|these)(?=[\s.!]*$)/i;

/** The follow-up in the words that the grammar knows. */
export function plainly(prompt: string): string {
  return prompt.replace(NAME_INSTEAD, 'only ').replace(CORRECTION, '').replace(PRAISE, ' instead').replace(TO_YEAR, 'only in $1').replace(BESIDE_IT, 'add ').replace(NEXT_TO_IT, 'add $1').replace(ORDER_THE, '$1sort $2');
}

/** What is exchanged as one wish. */
export function exchanged(prompt: string): string {
  return prompt.replace(REPLACE, '$1 to ').replace(OTHERWISE, '$1');
}
