import { send } from './api';

/** A team's own word; `says` is what it stands for, null where that is gone. */
export type KnownTerm = { word: string; means: string; says: string | null };
/** `meanings` are things that a word can mean, as they may be typed. */
export type KnownTerms = { terms: KnownTerm[]; meanings: string[] };

export function listTerms(): Promise<KnownTerms> {
  return send('GET', '/api/terms');
}

/** Remembers what a word means for everybody of the team. */
export function saveTerm(term: { word: string; means: string }): Promise<KnownTerm> {
  return send('POST', '/api/terms', term);
}

export function removeTerm(word: string): Promise<void> {
  return send('DELETE', '/api/terms', { word });
}
