import type { Catalogue } from '../catalogue/entity';
import type { Plan } from '../plan';
import type { Item } from '../read/link';
import type { Verb } from '../words/words';
import { unmetWords } from './unmet';

const KINDS = new Set<string>(['chart', 'table', 'stat', 'board', 'calendar']);

/** The words of a follow-up that the page after it has no answer to. What is taken away is rightly gone, and of "make the pie a bar chart" only the bars are wanted. */
export function unmetByEdit(clause: readonly Item[], verb: Verb | null, plan: Plan, catalogue: Catalogue): string[] {
  if (verb === 'remove' || verb === 'instead' || verb === 'undo' || verb === 'rename') return [];
  const wanted = clause.findLast((item) => item.mark && KINDS.has(item.mark.is));
  return unmetWords(clause.filter((item) => verb !== 'change' || item === wanted || !item.mark || !KINDS.has(item.mark.is)), plan, catalogue, { all: true });
}
