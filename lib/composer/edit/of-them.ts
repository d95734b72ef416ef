import { entityOf } from '../catalogue/entity';
import type { Editing } from './editing';
import { readClauses } from './read-clauses';

/** "and underneath list the ten biggest of them" */
const LISTED = /^\s*(?:(?:and|also|then|please|now)[\s,]+)*(?:(?:underneath|below|beneath|next\s+to\s+(?:it|that)|beside\s+(?:it|that))\s*,?\s+)?(?:(?:list|show|add|put|give\s+me)\s+)?(?:me\s+)?(an?\s+(?:list|table)\s+(?:of|with)\s+)?(?:the\s+)?(\d{1,3}|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+(biggest|largest|highest|smallest|lowest|latest|newest|oldest|most\s+recent|most\s+expensive|cheapest)\s+(?:of\s+(?:them|these|those)|ones)(?:\s+(?:(?:in|as)\s+an?\s+(?:list|table)))?(?:\s+(?:below|underneath|beneath))?(?:\s*,?\s*please)?[\s.!]*$/iu;
const SAYS_LIST = /\b(?:list|table|below|underneath|beneath|next\s+to|beside)\b/i;

/** "underneath list the ten biggest of them": rows of what a chart counts, those that it is narrowed to; false where rows are listed already. */
export function listOfThem(editing: Editing, prompt: string): boolean {
  const [, , count, how] = LISTED.exec(prompt) ?? [];
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  const chart = asked.find((b) => b.type === 'chart');
  const base = chart && entityOf(editing.catalogue, chart.binding, chart.table);
  if (!count || !how || !base || !SAYS_LIST.test(prompt) || asked.some((b) => b.type === 'table')) return false;
  readClauses(editing, `add a table of the ${count} ${how} ${base.plural} there`);
  return true;
}
