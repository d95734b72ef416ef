import type { Source } from '../program/program';
import { wordsOfTexts } from './ledger/search-words';

type Searched = { title: string; prompts: readonly string[]; author: string | null; source: Source | null };

/** The words that a program is found by: of its title, its author, the tables and functions it uses, and its prompts. */
export function wordsOfProgram({ title, prompts, author, source }: Searched): string[] {
  return wordsOfTexts([title, author ?? '', ...(source ? namesUsed(source['data.ts']) : []), ...prompts]);
}

/** Tables after `from` and `join`, connections and their functions. */
const TABLE = /\b(?:from|join)\s+((?:["`]?[\p{L}_][\p{L}\p{N}_$]*["`]?\.?){1,3})/giu;
const CALL = /\b([\p{L}_$][\p{L}\p{N}_$]*)\.([\p{L}_$][\p{L}\p{N}_$]*)\s*[(`]/gu;

/** What data.ts asks for, by its look: good for finding, never for deciding. */
function namesUsed(data: string): string[] {
  return [...[...data.matchAll(TABLE)].map(([, name]) => name!), ...[...data.matchAll(CALL)].flatMap(([, binding, name]) => (name === 'sql' ? [binding!] : [binding!, name!]))];
}
