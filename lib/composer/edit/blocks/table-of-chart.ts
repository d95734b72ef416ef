import type { Chart } from '../../plan';
import type { Editing } from '../editing';
import { CAN_I, leading, OK, trailing } from '../said/around';

const LEAD = leading('please', OK, 'now', 'and', 'also', 'plus', CAN_I, '(?:i|we)(?:[’\']d\\s+like|\\s+want|\\s+need)');
const DATA = '(?:(?:the|these|those|its|their|same|exact|underlying)\\s+)*(?:numbers?|values?|figures?|data|same|thing)(?:\\s+(?:behind|of|in|for)\\s+(?:it|that|this|the\\s+\\p{L}+))?';
const BELOW = '(?:(?:right\\s+)?(?:below|underneath|beneath|under\\s+(?:it|that|this|the\\s+\\p{L}+)|next\\s+to\\s+(?:it|that|this)|beside\\s+(?:it|that|this)|alongside)|too|also|as\\s+well|in\\s+addition|additionally)';
const END = trailing('please', 'too', 'as\\s+well');
/** "show the numbers in a table below", "the same as a table underneath" */
const AS_TABLE = new RegExp(`${LEAD}(?:(?:show|add|put|have|list|give|see|display|repeat|print)\\s+)?(?:me\\s+|also\\s+)*${DATA}\\s+(?:(?:as|in)\\s+an?\\s+(?:\\p{L}+\\s+)?table\\s+${BELOW}|${BELOW}\\s+(?:as|in)\\s+an?\\s+(?:\\p{L}+\\s+)?table)${END}`, 'iu');
/** "add a table with the numbers", "a table of the same numbers below" */
const TABLE_OF = new RegExp(`${LEAD}(?:add|put|have|show|include|give\\s+me|append)\\s+(?:me\\s+|also\\s+)*an?\\s+(?:\\p{L}+\\s+)?table\\s+(?:(?:below|underneath|beneath)\\s+)?(?:with|of|showing|for)\\s+${DATA}(?:\\s+${BELOW})?${END}`, 'iu');

/** "show the numbers in a table below": the chart stays, and what it shows stands below it in rows; false where nothing of the kind is said. */
export function tableOfChart(editing: Editing, prompt: string): boolean {
  const charts = AS_TABLE.test(prompt) || TABLE_OF.test(prompt) ? editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.view !== 'table') : [];
  const [chart] = charts;
  if (!chart) return false;
  if (charts.length > 1) editing.assumptions.push(`Several could be meant; I took “${chart.title}”.`);
  const { stack: _, direction: __, width: ___, ...rest } = chart;
  const at = editing.plan.blocks.indexOf(chart) + 1;
  editing.set([...editing.plan.blocks.slice(0, at), { ...rest, view: 'table', title: `${chart.title} in numbers`, other: false }, ...editing.plan.blocks.slice(at)]);
  editing.done.push(`Added “${chart.title} in numbers”.`);
  return true;
}
