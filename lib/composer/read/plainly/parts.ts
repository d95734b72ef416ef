import { type Exchange, exchanged } from './exchange';

/** "X: month. Y: revenue.", "Slices: topic. Size: number of tickets.": a chart by its parts. */
const BY_PARTS: readonly Exchange[] = [
  [/\b(?:x(?:[- ]axis)?|horizontal(?: axis)?|across): ?(.+?)[.,;] *(?:and )?(?:y(?:[- ]axis)?|vertical(?: axis)?|up|value|values): ?(.+?)(?=\s*(?:[.,;]|$))/giu, '$2 by $1'],
  [/\b(?:slices?|segments?|bars?|groups?|categories|rows|one bar|wedges?): ?(.+?)[.,;] *(?:and )?(?:sizes?|values?|lengths?|heights?|measures?|numbers?): ?(.+?)(?=\s*(?:[.,;]|$))/giu, '$2 by $1'],
];
/** "One line per source", in a sentence of its own. */
const THEN_SPLIT: Exchange = [/[.;] *((?:one|an?) (?:line|bar|area|colou?r|series) (?:per|for each|for every) )/giu, ' $1'];

export function partsPlainly(prompt: string): string {
  if (/\b(?:scatter|bubble|dots?)\b/i.test(prompt)) return prompt;
  const plain = exchanged(prompt, BY_PARTS);
  return plain === prompt ? prompt : exchanged(plain, [THEN_SPLIT]);
}
