import { tableBindings } from '../binding/tables';
import { createCatalogue } from '../composer/catalogue/catalogue';
import { meanings, type Term, termInWords, withTerms } from '../composer/catalogue/terms';
import { getConnections } from '../connection/connections';
import { Refusal } from '../program/refusal';
import { getStore } from '../store';

const SETTING = 'terms';

/** A person types them one by one. */
const MAX_TERMS = 200;
/** As many as a list of suggestions stays quick with. */
const MAX_MEANINGS = 400;

/** `says` is what the word stands for, said back; null where what it meant is gone. */
export type KnownTerm = Term & { says: string | null };
export type KnownTerms = { terms: KnownTerm[]; meanings: string[] };

/** A team's own words, as the composer is told them. */
export async function termsOf(teamId: string): Promise<Term[]> {
  return (await (await getStore()).team(teamId).settings.get<Term[]>(SETTING)) ?? [];
}

export async function listTerms(teamId: string): Promise<KnownTerms> {
  const [terms, catalogue] = await Promise.all([termsOf(teamId), catalogueOf(teamId)]);
  return { terms: terms.map((term) => ({ ...term, says: termInWords(term, catalogue) })), meanings: meanings(catalogue).slice(0, MAX_MEANINGS) };
}

/**
 * Remembers what a team means by a word; what it meant before is forgotten.
 * @throws Refusal where nothing that is connected is called so.
 */
export async function saveTerm(teamId: string, term: Term): Promise<KnownTerm> {
  const before = (await termsOf(teamId)).filter((one) => !isSame(one, term));
  if (before.length >= MAX_TERMS) throw new Refusal(400, `There are ${MAX_TERMS} words already. Remove some that are no longer used.`);
  const says = termInWords(term, withTerms(await catalogueOf(teamId), before));
  if (!says) throw new Refusal(400, `Nothing here is called “${term.means}”. Say a table, a column, a value or a sum of two columns, such as “quantity × unit price”.`);
  await (await getStore()).team(teamId).settings.set(SETTING, [...before, term]);
  return { ...term, says };
}

export async function removeTerm(teamId: string, word: string): Promise<void> {
  const terms = await termsOf(teamId);
  await (await getStore()).team(teamId).settings.set(SETTING, terms.filter((one) => !isSame(one, { word })));
}

function isSame(a: { word: string }, b: { word: string }): boolean {
  return a.word.toLowerCase() === b.word.toLowerCase();
}

async function catalogueOf(teamId: string) {
  return createCatalogue(tableBindings(await getConnections(teamId).bindings()));
}
