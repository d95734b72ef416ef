import type { NameIndex } from '../catalogue/names';
import { tokenize } from '../words/tokens';
import { linkItems } from './link';

/** A sentence of a prompt: where it stands, without the blanks around it. */
export type Sentence = { start: number; end: number };

/** "…?", "…." and what stands behind; one line is one sentence too. */
const END = /[.?!:]+(?=\s|$)|\n+| [–—-](?= )/g;

/** The sentences of a prompt that has more than one. */
export function sentencesOf(prompt: string): Sentence[] {
  const ends = [...prompt.matchAll(END)].map((match) => match.index + match[0].length);
  const bounds = [0, ...ends, prompt.length];
  const sentences = bounds.slice(1).flatMap((end, i) => {
    const text = prompt.slice(bounds[i], end);
    return text.trim() === '' ? [] : [{ start: (bounds[i] as number) + text.length - text.trimStart().length, end: end - (text.length - text.trimEnd().length) }];
  });
  return sentences.length > 1 ? sentences : [];
}

/** The prompt without one of its sentences, as long as it was, so that words stay where they were written. */
export function without(prompt: string, { start, end }: Sentence): string {
  return prompt.slice(0, start) + ' '.repeat(end - start) + prompt.slice(end);
}

/** What it would cost to leave a sentence out: much where it asks for something, little where it only tells why. */
export function weightOf(prompt: string, { start, end }: Sentence, index: NameIndex, now: Date): number {
  const items = linkItems(tokenize(prompt.slice(start, end)), index, now);
  // "Richer = healthier? Income on the x axis, …": it is answered by what follows.
  const isAnswered = prompt[end - 1] === '?' && !items.some(({ mark }) => mark && ASKS.has(mark.is)) && linkItems(tokenize(prompt.slice(end)), index, now).some(({ mark }) => mark && (mark.is === 'chart' || mark.is === 'table' || mark.is === 'axis' || mark.is === 'stat'));
  if (isAnswered) return 1;
  // "My boss swears that the partner channel is the worst."
  const isOpinion = OPINION.test(prompt.slice(start, end)) && !items.some(({ mark }) => mark && ASKS.has(mark.is));
  if (isOpinion) return 0;
  return items.reduce((sum, { mark, links, period, number }) => sum + (mark && ASKS.has(mark.is) ? 3 : mark?.is === 'by' || mark?.is === 'bucket' ? 2 : mark && SHAPES.has(mark.is) ? 1 : mark ? 0 : links.length > 0 ? 1 : period || number !== null ? 1 : 0), 1);
}

/** Who holds what for true, which is no wish. */
const OPINION = /^(?:(?:but|and|because) )?(?:my|our|the|i|we|some|people|everybody|everyone)\b[^,;:]{0,40}\b(?:swears?|says?|thinks?|claims?|believes?|insists?|suspects?|bets?|reckons?|argues?)\b/i;

/** Words that ask for a block, or for a control. */
const ASKS = new Set<string>(['chart', 'table', 'stat', 'board', 'calendar', 'filter', 'dates', 'search', 'detail', 'sort', 'direction', 'overview', 'form', 'map', 'latest']);
/** Words that say of what, and how. */
const SHAPES = new Set<string>(['by', 'bucket', 'aggregate', 'top', 'best', 'only', 'not', 'compare', 'versus', 'style']);
