import type { Catalogue } from '../../catalogue/entity';
import { nameIndexOf } from '../../catalogue/names';
import { linkItems } from '../../read/link';
import { editDistance, isTypo, stem, tokenize } from '../../words/tokens';

/** How people type who are in a hurry, and the words that they mean. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bw\/\s?o\b\.?/gi, 'without'],
  [/\bw\/(?=\s|\p{L})\s?/giu, 'with '],
  [/\b(?:plz|pls|plss+|thx|thanks|thank\s+you)\b/gi, 'please'],
  [/\bu\b(?!\.)/g, 'you'],
  [/\bur\b/gi, 'your'],
  [/\babt\b/gi, 'about'],
  // In small letters it is who asks.
  [/\b(the\s+|from\s+|in\s+|only\s+|just\s+|without\s+|for\s+|and\s+)US\b/g, '$1USA'],
  [/\b(last|past)\s+half[\s-]+year\b/gi, '$1 6 months'],
  [/\b((?:19|20)\d\d)\s+(?:un)?till?\s+((?:19|20)\d\d)\b/gi, '$1 to $2'],
  // A decade is its ten years.
  [/\b(?:the\s+)?(19|20)(\d)0[’']?s\b/gi, '$1$20 to $1$29'],
  [/\b(?:teh|hte)\b/gi, 'the'],
  [/\bsplitt?ed\b/gi, 'split'],
  [/\b(?:wiht|wtih|whit)\b/gi, 'with'],
  [/\b(?:adn|nad)\b/gi, 'and'],
  [/\bb4\b/gi, 'before'],
  [/\binst(?:ead)?\.(?=\s|$)/gi, 'instead'],
  [/\b(?:gimme)\b/gi, 'give me'],
  [/\b(?:wanna)\b/gi, 'want to'],
  [/\b(?:lemme)\b/gi, 'let me'],
  [/\b(do|does|is|are|ca|wo|should|would|could|did|was|were|has|have)nt\b/gi, '$1n’t'],
  [/\b(i|we)d\s+(?=like|rather|prefer|love)/gi, '$1’d '],
  [/\blets\b/gi, 'let’s'],
];

/** Words that tell what to do: one of them a letter off is easily known for what it is, where it means nothing else. */
const COMMANDS = [
  'instead', 'remove', 'without', 'exclude', 'include', 'replace', 'change', 'switch', 'convert', 'delete', 'rename', 'columns', 'column', 'table', 'chart', 'charts', 'graph', 'stacked', 'percent', 'percentage', 'average', 'median', 'total', 'highest', 'lowest',
  'biggest', 'smallest', 'largest', 'alphabetical', 'alphabetically', 'ascending', 'descending', 'monthly', 'weekly', 'quarterly', 'yearly', 'month', 'months', 'quarter', 'quarters', 'weeks', 'years', 'filter', 'horizontal', 'vertical', 'compare', 'before', 'after', 'between', 'underneath', 'below', 'bottom', 'number', 'search', 'everything', 'split', 'group', 'newest', 'oldest', 'latest', 'title',
] as const;
const MIN_LENGTH = 5;
/** Of shorter ones only two letters that changed places: "tkae". */
const SHORT_COMMANDS = ['take', 'make', 'only', 'show', 'sort', 'drop', 'hide', 'bars', 'line', 'just', 'keep', 'turn', 'move', 'with', 'last', 'this', 'that', 'week', 'year', 'from'] as const;

/** What is written down as it is: a title, or what stands in quotes. */
const VERBATIM = /["“”]|\b(?:call|name|rename|retitle|title|titled|called|named|entitled|heading|headline)\b/i;

/** "w/o nuclear pls", "a pie insted": as it would be spelled out; a title stays as it was typed. */
export function spelledOut(prompt: string, catalogue: Catalogue, now: Date): string {
  const at = VERBATIM.exec(prompt)?.index ?? prompt.length;
  const said = SHORT.reduce((text, [typed, meant]) => text.replace(typed, meant), prompt.slice(0, at));
  return opposed(corrected(said, catalogue, now), catalogue, now) + prompt.slice(at);
}

/** "only the unpaid ones": those that aren’t paid. */
function opposed(said: string, catalogue: Catalogue, now: Date): string {
  const index = nameIndexOf(catalogue);
  return said.replace(/\b(?:non-?|un)(\p{Ll}{4,})\b/gu, (whole, value: string) => {
    const [item, ...others] = linkItems(tokenize(whole), index, now);
    const [meant] = linkItems(tokenize(value), index, now);
    return others.length === 0 && item?.links.length === 0 && item.mark === null && meant?.links[0]?.name.kind === 'value' ? `not ${value}` : whole;
  });
}

function isSwapped(word: string, target: string): boolean {
  return word.length === target.length && editDistance(word, target) === 1 && [...word].toSorted().join('') === [...target].toSorted().join('');
}

function corrected(said: string, catalogue: Catalogue, now: Date): string {
  const unknown = linkItems(tokenize(said), nameIndexOf(catalogue), now).filter((i) => i.mark === null && i.period === null && i.number === null && !i.quoted && i.links.length === 0 && /^\p{Ll}+$/u.test(i.text));
  return unknown.toReversed().reduce((text, item) => {
    const near = item.lower.length < MIN_LENGTH ? SHORT_COMMANDS.filter((word) => isSwapped(item.lower, word)) : COMMANDS.filter((word) => isTypo(item.lower, word));
    if (near.some((word) => stem(word) === stem(item.lower))) return text;
    const [meant] = near.toSorted((a, b) => editDistance(item.lower, a) - editDistance(item.lower, b));
    return meant ? `${text.slice(0, item.start)}${meant}${text.slice(item.end)}` : text;
  }, said);
}
