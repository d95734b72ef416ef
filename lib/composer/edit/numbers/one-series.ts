import type { Chart, Scatter } from '../../plan';
import type { Editing } from '../editing';
import { CAN_I, I_WANT, I_WOULD_LIKE, leading, OK, trailing } from '../said/around';
import { isOnlyGroup } from '../said/replacement';
import { retitled } from '../retitle';
import { groupedBy } from '../targets';

const LEAD = leading('please', OK, 'no', 'now', 'and', 'but', 'just', 'then', 'only', I_WANT, I_WOULD_LIKE, CAN_I, 'make\\s+(?:it|that|this|them)', 'show', 'let[’\']?s\\s+have', '(?:go\\s+)?back\\s+to');
const END = trailing('please', 'now', 'then', 'again', 'any\\s?more', 'any\\s+longer', 'at\\s+all', 'instead');
const PLAIN = '(?:(?:plain|simple|normal|ordinary|regular|single[- ]colou?red|uniform|unstacked|one[- ]colou?red)\\s+)+';
const KIND = '(bars?|columns|lines?|area|bar\\s+chart|line\\s+chart|area\\s+chart|chart)';
const NO = '(?:no|without|drop|remove|forget|skip|omit|lose|leave\\s+out|get\\s+rid\\s+of|(?:i|we)\\s+don[’\']t\\s+(?:need|want)|don[’\']t\\s+(?:show|need|split\\s+(?:it|them)?\\s*by|break\\s+(?:it|them)?\\s*(?:down|up)?\\s*by|distinguish|separate|stack\\s+(?:it|them)?\\s*by)|not\\s+(?:split\\s+)?by|not\\s+per|stop\\s+splitting\\s+(?:it\\s+)?by|ignore|merge|combine|lump\\s+together|join)';
/** "plain bars, no categories", "without the categories" */
const WITHOUT = new RegExp(`${LEAD}(?:(?:(?:an?\\s+)?(?:${PLAIN})?${KIND}|(?:only\\s+|just\\s+)?(?:the\\s+)?(?:totals?|sums?)(?:\\s+only)?)\\s*[,;:]?\\s+(?:(?:and|with|but)\\s+)?)?${NO}\\s+(?:any\\s+|the\\s+|all\\s+the\\s+)?(.+?)(?:\\s+(?:split|breakdown|colou?rs?|stacks?|separately|apart|into\\s+one))?${END}`, 'iu');
/** "plain bars", "no split", "in a single colour" */
const PLAINLY = new RegExp(`${LEAD}(?:an?\\s+)?(?:${PLAIN}${KIND}|(?:in\\s+)?(?:a\\s+single|one|only\\s+one)\\s+colou?r|(?:no|without(?:\\s+(?:the|any))?|undo\\s+the|not)\\s+(?:split(?:ting)?|stack(?:s|ing|ed)?|colou?rs?|second\\s+grouping|breakdown|series)|(?:do\\s+not|don[’']t|stop|no\\s+longer)\\s+(?:split(?:ting)?|stack(?:ing)?|colou?r(?:ing)?)(?:\\s+(?:it|them|the\\s+(?:bars|lines|chart)))?|unstack(?:ed)?(?:\\s+(?:it|them))?|(?:everything|all)\\s+together|(?:the\\s+)?(?:totals|sums))${END}`, 'iu');

/** "just the total" */
const JUST_TOTAL = /^\s*(?:(?:please|ok(?:ay)?|no|now|and|but|show)[\s,]+)*(?:(?:only|just)\s+(?:the\s+|an?\s+|one\s+)?(?:total|sum)(?:\s*[,;–—-]\s*(?:and\s+)?(?:don[’']t|do\s+not|no|without(?:\s+the)?)\s+split(?:ting)?(?:\s+it)?(?:\s+up)?)?|(?:the\s+)?(?:total|sum)\s+(?:only|alone))(?:\s*,?\s*please)?[\s.!?]*$/i;

/** "plain bars, no categories": a chart that is split is so no more; false where none is, or something else is not wanted. */
export function oneSeries(editing: Editing, prompt: string): boolean {
  const [plain, plainKind] = PLAINLY.exec(prompt) ?? JUST_TOTAL.exec(prompt) ?? [];
  const [, kind, what] = plain === undefined ? (WITHOUT.exec(prompt) ?? []) : [];
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.series !== null && b.view !== 'heatmap');
  const wish = what === undefined ? null : editing.exactly(`by ${what}`);
  const found = wish && isOnlyGroup(wish) ? groupedBy(charts, wish, editing.catalogue) : null;
  const isTold = what !== undefined && /^(?:split(?:ting)?|stack(?:s|ing)?|colou?rs?|second\s+grouping|breakdown|series)$/i.test(what);
  const target = found?.isSplit ? found.block : (plain !== undefined || isTold) && charts.length === 1 ? charts[0] : undefined;
  if (target?.type !== 'chart') return uncoloured(editing, plain);
  const { stack: _, ...rest } = target;
  const said = kind ?? plainKind ?? '';
  const view = /^(?:bar|columns)/i.test(said) ? ('bar' as const) : /^line/i.test(said) ? ('line' as const) : /^area/i.test(said) ? ('area' as const) : target.view;
  editing.replace(target, retitled(target, { ...rest, series: null, view }, editing.catalogue));
  return true;
}

/** "no colours", of a scatter chart's dots. */
function uncoloured(editing: Editing, plain: string | undefined): boolean {
  const dots = plain === undefined ? undefined : editing.plan.blocks.find((b): b is Scatter => b.type === 'scatter' && b.asked !== false && b.series !== null);
  if (!dots) return false;
  editing.replace(dots, { ...dots, series: null, title: dots.title.replace(/ by [^“”]{1,80}$/, '') });
  return true;
}
