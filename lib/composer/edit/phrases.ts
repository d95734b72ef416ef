/** What a follow-up says around what it names, before its words are linked. */

/** "replace the pie with bars" is one wish, though "with" begins one elsewhere. */
export const REPLACE = /\b((?:replace|swap|exchange)\b[^.;\n]*?)\s+(?:with|by|for)\s+/i;
/** "split by channel" adds a grouping. */
export const SPLIT = /\b(split|break|broken|breakdown|colou?r|colou?red|series|stack|stacked|segment|segmented|divide)\b[^.;\n]*\bby\b|\bper (colou?r|series)\b|\bfor each\b/i;
export const INSTEAD = /\b(instead|rather than|in place of|replace|swap|exchange)\b/i;
/** "median instead of average": the one that is wanted. */
export const OTHERWISE = /^(\s*(?:(?:use|show|take)\s+)?(?:the\s+)?(?:median|average|mean|sum|total|minimum|maximum))\s+(?:instead|rather than)(?:\s+of)?\s+(?:the\s+)?(?:median|average|mean|sum|total|minimum|maximum)\b/i;
export const WIDEN = /^\s*(?:please\s+)?(?:show|include|use|with|back to|reset to)?\s*(?:everything|all(?: of)?(?: the)?(?: .+)?|(?:remove|clear|reset|drop)\s+(?:all\s+)?(?:the\s+)?(?:conditions?|restrictions?|narrowing|limits?))[\s.!]*$/i;
/** "without the city" hides a column that stands there; "without company" asks for those that have none. */
export const WITHOUT_THE = /\b(?:without|no|not|don['’]t (?:show|need)|skip|omit)\s+(?:show\s+)?the\b/i;
/** What is named comes to what is there. */
export const ALSO = /^\s*(?:and\s+)?(?:also|plus|additionally)\b|\b(?:too|as well)[\s.!]*$/i;
export const WIDTH = /\b(full|whole|entire|half)[\s-]+(?:the\s+)?width\b|\b(wider|narrower)\b/i;
