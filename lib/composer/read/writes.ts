import type { Item } from './link';
import { onlyReadText, rowWritten } from './row-writes';

/** Verbs of somebody who wants to write, and not to see. Those that also begin a wish to see something need more around them. */
const WRITES = 'insert|register|submit|edit|modify|rename|delete|erase|cancel|approve|reject|assign|reassign|mark|upload|save|enter|fill in|log|reserve|refund|archive|close|reopen';
const MAYBE = 'add|create|record|update|change|set|remove|adjust|book|file|raise|capture|place|open|move|put';
const LEAD = '(?:(?:i|we)\\s+(?:want|need|would like)\\s+to\\s+|(?:i|we)[\'’]d like to\\s+|let\\s+(?:me|us|people|users|everyone|\\w+)\\s+|(?:an?\\s+|the\\s+)?(?:\\w+\\s+)?(?:form|page|screen|button|buttons|way|place|tool|dialog|interface|ui|possibility|option)\\s+(?:to|for|where\\s+(?:i|we|people|users|you)\\s+can)\\s+|(?:where|so that)\\s+(?:i|we|people|users|you)\\s+can\\s+|(?:be\\s+)?able\\s+to\\s+|can\\s+i\\s+)';
const SEEN = /\b(charts?|graphs?|tables?|lists?|dashboards?|overview|reports?|pies?|bars?|lines?|tiles?|kpis?|filters?|calendar|kanban|board|heatmap|histogram|scatter|columns?|views?|summary)\b/i;
/** A report of one thing is written, one on many is read. */
const REPORT = /^\s*(?:please\s+)?(?:let\s+\w+\s+)?(report)\s+(?:an?|one|another|new)\b/i;
const OBJECT = '(?:an?|the|one|new|another|my|our|your|some|existing|this|each)\\b';
const BARE = new RegExp(`^\\s*(?:please\\s+)?(?:${LEAD})?(${WRITES})\\s+(?!of\\b)`, 'i');
const TOLD = new RegExp(`(?:^|\\b)${LEAD}(${MAYBE}|${WRITES})\\s+`, 'i');
const ORDERED = new RegExp(`^\\s*(?:please\\s+)?(${MAYBE})\\s+${OBJECT}`, 'i');

/**
 * "cancel an order", "a page to edit customers", "let us enter a new product": tables are only read here, and that is said. The verb counts as
 * read then. Null where nothing of the kind is asked.
 */
export function writesProblem(prompt: string, items: readonly Item[]): string | null {
  const row = rowWritten(prompt);
  if (row) {
    for (const item of items) if (row.split(' ').includes(item.lower)) item.used = true;
    return onlyReadText(row);
  }
  const match = REPORT.exec(prompt) ?? TOLD.exec(prompt) ?? BARE.exec(prompt) ?? ORDERED.exec(prompt);
  const verb = match?.[1];
  if (!match || !verb || SEEN.test(verb.toLowerCase() === 'report' ? prompt.replace(/report/i, '') : prompt)) return null;
  const at = match.index + match[0].toLowerCase().lastIndexOf(verb.toLowerCase());
  const object = items.find((item) => item.start >= at + verb.length && item.mark?.is !== 'filler' && item.mark?.is !== 'new');
  const isOfData = object?.links.some(({ name }) => name.kind !== 'measure') ?? false;
  if (!isOfData) return null;
  for (const item of items) if (item.start <= at && item.end > at) item.used = true;
  return `I can’t ${verb.toLowerCase()} anything here: a connection of tables is only read. So here are the rows.`;
}
