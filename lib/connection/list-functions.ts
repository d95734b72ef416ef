import type { ApiBinding, Effect } from '../binding/binding';
import type { ApiPlan } from '../connector/openapi';

/** A function with the request it becomes: `POST /search/issues`. `effect` is the corrected one where somebody did. */
export type ListedFunction = { name: string; summary: string; request: string; effect: Effect };

/** More than a person reads through; who wants another types another word. */
export const MAX_LISTED = 50;

/** The functions in which every word of `query` stands somewhere, in the specification's order. */
export function listFunctions({ binding, plan }: { binding: ApiBinding; plan: ApiPlan }, query: string): ListedFunction[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: ListedFunction[] = [];
  for (const { name, summary = '', effect } of binding.operations) {
    const { method, path } = plan.requests[name]!;
    const request = `${method} ${path}`;
    const text = `${name} ${summary} ${request}`.toLowerCase();
    if (words.every((word) => text.includes(word))) found.push({ name, summary, request, effect });
    if (found.length === MAX_LISTED) break;
  }
  return found;
}
