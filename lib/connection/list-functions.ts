import type { ApiBinding, Effect } from '../binding/binding';

/** A function with what it asks outside: `POST /search/issues`. `effect` is the corrected one where somebody did. */
export type ListedFunction = { name: string; summary: string; request: string; effect: Effect };

/** More than a person reads through; who wants another types another word. */
export const MAX_LISTED = 50;

/** The functions in which every word of `query` stands somewhere, in their author's order. */
export function listFunctions(binding: ApiBinding, requestOf: (name: string) => string, query: string): ListedFunction[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: ListedFunction[] = [];
  for (const { name, summary = '', effect } of binding.operations) {
    const request = requestOf(name);
    const text = `${name} ${summary} ${request}`.toLowerCase();
    if (words.every((word) => text.includes(word))) found.push({ name, summary, request, effect });
    if (found.length === MAX_LISTED) break;
  }
  return found;
}
