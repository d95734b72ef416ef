import type { Chart } from '../../plan';
import { emptyWish } from '../../read/wish';
import { changeOf } from '../change';
import { type Editing, IS_SO } from '../editing';
import { CAN_I, I_WANT, I_WOULD_LIKE, leading, LETS, OK, trailing } from '../said/around';

const LEAD = leading('please', OK, 'now', 'and', 'actually', 'rather', I_WANT, I_WOULD_LIKE, CAN_I, LETS);
const IT = '(?:(?:show|make|turn|display|draw|express|give|have|see|put|convert|change|switch|present|plot)\\s+)?(?:(?:it|that|this|them|these|those|each(?:\\s+(?:one|bar|column|line))?|everything|the\\s+(?:chart|bars|values|numbers|lines|areas?|figures))\\s+)?';
const END = trailing('instead', 'please', 'now', 'then', 'rather', 'again');
const OF_ALL = '(?:\\s+(?:of|in|from)\\s+(?:(?:the|each|every|its|their|all|of|grand|overall)\\s+){0,3}(?:total|whole|sum|all|everything|overall|bar|column|stack|day|week|month|quarter|year)s?|\\s+of\\s+all\\s+(?:of\\s+)?(?:(?:the|their|its|our)\\s+)?\\p{L}+)?';
/** "show it as a share of the total", "in percent" */
const AS_SHARE = new RegExp(`${LEAD}(?:${IT}(?:as|in|into|to)|(?:make|turn)\\s+(?:it|that|this|them|these|those))\\s+(?:an?\\s+|the\\s+|their\\s+|its\\s+)?(?:relative\\s+)?(?:shares?|percentages?|percents?|per\\s+cent|proportions?|fractions?|%)${OF_ALL}${END}`, 'iu');
/** "100 percent", "percentages please" */
const BARE = new RegExp(`${LEAD}(?:(?:what|how)\\s+about\\s+)?(?:(?:show|use|make\\s+it)\\s+)?(?:100\\s*(?:%|percent)(?:\\s+stacked)?|percentages?|percents?|shares|proportions|(?:what|which|how\\s+(?:big|large|high)\\s+an?)\\s+(?:shares?|percentages?|parts?|proportions?|fraction)(?:\\s+of\\s+(?:it|that|the\\s+(?:total|whole)))?\\s+(?:does|do|has|have|is|are)\\s+(?:each(?:\\s+(?:one|of\\s+(?:them|these)))?|every\\s+\\p{L}+|they|these)(?:\\s+(?:have|make\\s+up|hold|get|take))?|(?:the\\s+)?(?:shares?|percentages?|proportions?)\\s+(?:of|within|in|per|for|inside)\\s+(?:each|every)(?:\\s+\\p{L}+)?)${END}`, 'iu');
/** "in absolute numbers again" */
const ABSOLUTE = new RegExp(`${LEAD}(?:(?:go\\s+)?back\\s+to\\s+|${IT}(?:as|in|into|to|with)\\s+)(?:the\\s+)?(?:absolute|real|actual|plain|raw)\\s+(?:numbers?|values?|terms|figures?|amounts?|counts?)${END}`, 'iu');

/** "as a share of the total": the colours of a chart as parts of a whole, or in words why they can't be; false where nothing of the kind is said. */
export function shares(editing: Editing, prompt: string): boolean {
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.view !== 'scatter');
  if (ABSOLUTE.test(prompt)) return absolute(editing, charts);
  const [target] = [...charts.filter((b) => b.series !== null), ...charts];
  if (!target || !(AS_SHARE.test(prompt) || BARE.test(prompt))) return false;
  const change = changeOf({ ...emptyWish(), style: 'share' }, { change: true, instead: false, splits: false });
  if (charts.length > 1) editing.assumptions.push(`Several could be meant; I took “${target.title}”.`);
  if (target.view === 'pie' && !target.series) editing.problems.push(`“${target.title}” ${IS_SO}`);
  else if (change) editing.changed(target, change);
  return true;
}

function absolute(editing: Editing, charts: readonly Chart[]): boolean {
  const target = charts.find((b) => b.stack === 'share');
  if (target) editing.replace(target, { ...target, stack: 'stacked' });
  return target !== undefined;
}
