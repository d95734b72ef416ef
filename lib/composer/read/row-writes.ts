/**
 * Who speaks of single rows wants to write them: "add a row for 2018", "delete the record of 2001", "correct the value of coal to 30000". A row of
 * tiles, a total row and what is typed into a filter are looked at.
 */

const ROW = '(?:rows?|records?|entry|entries|data\\s?points?|observations?|measurements?|readings?)';
/** What is typed in, though nobody would say that it's shown by these verbs. */
const TYPED = `(?:${ROW}|values|figures|numbers|data)`;
const THE = '(?:(?:an?|one|the|another|some|new|more|missing|further|this|that|these|those|my|our|last|latest|single|two|three|several|\\d{1,2})\\s+)';
const ASKED = '(?:^|[,.;]\\s*|\\b(?:and|to|me|us|can|please|then|could|people)\\s+)(?:also\\s+|please\\s+)?';
/** What a row is of that is only drawn. */
const DRAWN = '(?!\\s+(?:(?:of|with|for)\\s+(?:\\p{L}+\\s+){0,2}?(?:tiles?|kpis?|cards?|charts?|stats?|totals?|figures|sums?|averages?|buttons?)|counts?|numbers?|labels?)\\b)';

const TYPES = new RegExp(`${ASKED}(insert|enter|append|type\\s+in|key\\s+in|fill\\s+in|put\\s+in|input|upload)\\s+${THE}*(?:[\\p{L}\\p{N}’']+\\s+)?${TYPED}\\b${DRAWN}`, 'iu');
const ADDS = new RegExp(`${ASKED}(add|create|record|log|register|write|save|store|put\\s+in)\\s+${THE}+(?!total|sum|average)(?:[\\p{L}\\p{N}’']+\\s+)?${ROW}\\b${DRAWN}`, 'iu');
const DELETES = new RegExp(`^\\s*(?:please\\s+|let\\s+(?:me|us)\\s+|(?:i|we)\\s+(?:want|need)\\s+to\\s+)?(delete|erase|remove|drop|throw\\s+out|wipe|purge)\\s+${THE}+(?:[\\p{L}\\p{N}’']+\\s+)?(?:${ROW}|lines?)\\b`, 'iu');
const CORRECTS = new RegExp(`${ASKED}(correct|fix|amend|rectify|overwrite)\\s+(?!.*\\b(?:title|heading|order\\s+of|sorting|charts?|graphs?|bars?|axis|axes|width|height|layout|colou?rs?|labels?|page)\\b)(?:${THE}|\\d{4}|\\p{L}+[’']s\\s)`, 'iu');
/** "enter 5000 for 2018" */
const ENTERS = /^\s*(?:please\s+|let\s+(?:me|us)\s+)?(enter|type\s+in|key\s+in)\s/i;
/** "set nuclear in 2010 to 0" */
const SETS = /^\s*(?:please\s+|let\s+(?:me|us)\s+)?(set|change|update|adjust|alter|edit|modify|replace)\s+(?!.*\b(?:limit|range|bins?|top|filter|slider|period|width|height|chart|table)\b)(.+?)\s+(?:to|=|with|by)\s+[-+]?[\d.,]+\s*(?:%|\p{L}{1,3})?[\s.!]*$/iu;
/** Where something is typed to be looked for. */
const LOOKED_FOR = /\b(?:filters?|search|sliders?|threshold|look\s+up|find|pick|choose)\b/i;

/** The verb that a row is to be written by; null where none is. */
export function rowWritten(prompt: string): string | null {
  if (LOOKED_FOR.test(prompt)) return null;
  const verb = (TYPES.exec(prompt) ?? ADDS.exec(prompt) ?? DELETES.exec(prompt) ?? CORRECTS.exec(prompt) ?? ENTERS.exec(prompt) ?? SETS.exec(prompt))?.[1];
  return verb?.toLowerCase().replace(/\s+/g, ' ') ?? null;
}

/** A follow-up that wants a row of its own, which an edit of the page isn't: what is removed from a page may be hidden there. */
export function rowBrought(prompt: string): string | null {
  if (LOOKED_FOR.test(prompt)) return null;
  const verb = (TYPES.exec(prompt) ?? ADDS.exec(prompt) ?? CORRECTS.exec(prompt) ?? ENTERS.exec(prompt))?.[1];
  return verb?.toLowerCase().replace(/\s+/g, ' ') ?? null;
}

/** Why nothing is written. */
export function onlyReadText(verb: string): string {
  return `I can’t ${verb} anything here: a connection of tables is only read.`;
}
