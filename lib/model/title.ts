/** What fits on one line of a list and in a browser's tab. */
const MAX_TITLE = 48;

const WORDS = /[\p{L}\p{N}]/u;

/** UTF-16 units in front of a comma that are a title by themselves. */
const SHORTEST_CLAUSE = 24;

/** Words that lead on to what is cut off. */
const DANGLING = /(?:\s+(?:a|an|the|of|by|with|and|or|to|in|on|for|from|at|as|that|which|per|its|their))+$/i;

/** Words with which people begin a wish, and which say nothing about what they wish. */
const OPENING = /^(?:(?:please|hey|hi|hello|can you|could you|would you|i(?:'|’)?d like(?: you)?(?: to)?|i (?:want|need)(?: you)?(?: to)?|let(?:'|’)?s|(?:show|give|get) me|make|build|create|generate|write|design)\b[\s,:]*(?:me\b\s*)?)+(?:an?\b\s*)?/i;

/** A program's first title from a prompt: sentence case, at most 48 characters, ending with a whole word, or with an ellipsis where a phrase goes on. */
export function titleFrom(prompt: string): string {
  const line = prompt.trim().split(/\r?\n/).find((text) => WORDS.test(text)) ?? '';
  const sentence = line.replace(/\s+/g, ' ').trim().split(/(?<=[.!?;])\s/).find((text) => WORDS.test(text)) ?? '';
  const wish = sentence.replace(OPENING, '') || sentence;
  const short = withoutTail(onWordEnd(wish));
  return short ? short[0]!.toUpperCase() + short.slice(1) : 'Untitled';
}

function onWordEnd(text: string): string {
  if (text.length <= MAX_TITLE) return text;
  const cut = text.slice(0, MAX_TITLE + 1);
  // Half a clause says less than none; half a list says more.
  const comma = cut.lastIndexOf(', ');
  if (comma >= SHORTEST_CLAUSE && !/,| (?:and|or) /.test(text.slice(comma + 1))) return text.slice(0, comma);
  const room = cut.slice(0, MAX_TITLE);
  const space = room.lastIndexOf(' ');
  if (space > 0) return `${withoutTail(text.slice(0, space)).replace(DANGLING, '')}…`;
  return `${room.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function withoutTail(text: string): string {
  return text.replace(/[\s\p{P}]+$/u, (tail) => tail.match(/^[)\]%”’"'…]/)?.[0] ?? '').trim();
}
