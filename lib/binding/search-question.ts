import type { Unit } from './postings';
import { conceptsOf, inIndexWords } from './search-concepts';
import { isVerb } from './search-intent';
import { stemsIn } from './search-words';

/** A word of the same concept counts less than the very word that was asked for. */
const CONCEPT = 0.75;

/**
 * Each word of the question, once, with the concepts that it may stand for. What stands behind a preposition says less, what is in another clause
 * less again; and in "which machines are running" the verb is no wish.
 */
export function unitsOf(question: string, asks: boolean): Unit[] {
  const units = new Map<string, Unit>();
  let place = 1;
  for (const part of inIndexWords(question).split(LESSER)) {
    if (CLAUSE.test(part)) place *= CLAUSE_WEIGHT;
    for (const word of stemsIn(part)) {
      if (units.has(word)) continue;
      const concepts = conceptsOf(word).map((concept): [string, number] => [concept, CONCEPT]);
      const weight = word === 'me' ? OWN_WEIGHT : asks && isVerb(word) ? place * ASKED_VERB_WEIGHT : place;
      units.set(word, { alternatives: new Map([[word, 1], ...concepts]), weight });
    }
    if (units.size > 0 && place === 1) place = LESSER_WEIGHT;
  }
  return [...units.values()];
}

const LESSER = /\b(?=(?:of|for|from|in|on|to|into|with|but|without|except|while|so that|because|and then)\b)/;
const CLAUSE = /^(?:but|without|except|while|so that|because|and then)\b/;
const LESSER_WEIGHT = 0.7;
const CLAUSE_WEIGHT = 0.5;
const ASKED_VERB_WEIGHT = 0.6;

/** "My" says whose, seldom what. */
const OWN_WEIGHT = 0.4;
