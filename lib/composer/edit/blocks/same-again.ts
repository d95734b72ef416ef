import type { Block, Chart, Plan } from '../../plan';

/** "and the same per segment below", "next to it one by status" */
const SAME = /^\s*(?:(?:please|ok(?:ay)?|now)[\s,]+)*(?:(?:and|also|plus|then)\s+)?(?:(?:(?:next\s+to|beside|below|under|underneath)(?:\s+(?:it|that|this))?|show|add|put)\s*,?\s+)*(?:the\s+same(?:\s+(?:thing|chart|pie|table|graph|picture|again))*|(?:another\s+)?one(?:\s+more)?(?:\s+(?:chart|pie|table|graph))?)\s+(?:again\s+)?(?:but\s+)?(?:by|per|for\s+each|for\s+every)\s+(?:the\s+)?(.+?)((?:\s+(?:(?:right\s+)?(?:below|underneath|beneath|beside\s+(?:it|that)|next\s+to\s+(?:it|that|this)|alongside|under\s+(?:it|that))|too|as\s+well|also))*)[\s.!]*(?:please)?[\s.!]*$/iu;
const ADDS = /^\s*(?:please\s+)?(?:and|also|plus|then|next\s+to|beside|below|under|underneath|add|put)\b|\bone\b/i;

/** By what the same chart is asked for once more, beside the one that is there; null where nothing of the kind is said. */
export function sameAgain({ blocks }: Plan, prompt: string): { chart: Chart; by: string } | null {
  const [, by, place] = SAME.exec(prompt) ?? [];
  const charts = blocks.filter((b): b is Chart => b.asked !== false && b.type === 'chart');
  const [chart] = charts;
  return chart && by !== undefined && charts.length === 1 && (ADDS.test(prompt) || place?.trim()) ? { chart, by } : null;
}

/** The page with one more block behind the one that it is like. */
export function behind(blocks: readonly Block[], chart: Chart, fresh: Block): Block[] {
  const at = blocks.indexOf(chart) + 1;
  return [...blocks.slice(0, at), fresh, ...blocks.slice(at)];
}

/** "and the five worst": the other end of the ranking that is there, as one more. */
const OTHER_END = /^\s*(?:(?:please|ok(?:ay)?)[\s,]+)*(?:and|plus|also|add|show\s+also|also\s+show)\s+(?:also\s+)?(?:the\s+)?(?:(\d{1,3}|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+)?(worst|lowest|bottom|smallest|weakest|best|top|highest|biggest|strongest|largest)(?:\s+(\d{1,3}|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty))?(?:\s+ones)?(?:\s+(?:too|as\s+well|below|underneath|next\s+to\s+(?:it|that)|beside\s+(?:it|that)))*[\s.!]*(?:please)?[\s.!]*$/iu;

/** The ranking that is asked for beside the one of the other end; null where nothing is ranked, or it's from the same end. */
export function otherEndToo({ blocks }: Plan, prompt: string): { chart: Chart; asked: string } | null {
  const [, before, end, after] = OTHER_END.exec(prompt) ?? [];
  const [chart, ...others] = blocks.filter((b): b is Chart => b.asked !== false && b.type === 'chart' && b.limit !== null && b.by.bucket === null);
  if (!chart || end === undefined || others.length > 0) return null;
  const isLeast = /^(?:worst|lowest|bottom|smallest|weakest)$/i.test(end);
  return isLeast === (chart.sort === 'value-asc') ? null : { chart, asked: `${isLeast ? 'bottom' : 'top'} ${before ?? after ?? chart.limit}` };
}
