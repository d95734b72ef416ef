import { withTotals } from '../build/totals';
import { CAN_YOU, I_WOULD_LIKE, leading, OK, trailing } from '../edit/said/around';
import type { Block, Chart } from '../plan';
import { type Addition, changeCharts, found, type ReadAddition, refuse, titlesOf } from './addition';

const JOINT = '(?:\\s*,)?(?:\\s+(?:and|with|plus|including|incl|having|that\\s+has|which\\s+has|ending\\s+(?:in|with)|and\\s+with|also))?';
const BOTTOM = '(?:(?:at|on|in|to|as)\\s+(?:the\\s+)?(?:very\\s+)?(?:bottom|end|foot|footer|last\\s+(?:row|line))(?:\\s+of\\s+(?:it|that|this|the\\s+(?:table|list)))?|(?:right\\s+)?(?:below|underneath|beneath)(?:\\s+(?:it|them|that|the\\s+(?:table|list)))?)';
const INTO = '(?:\\s+(?:to|in|on|for|under)\\s+(?:it|that|this|there|(?:the|that|this)\\s+(?:\\p{L}+\\s+){0,3}?(?:table|list)))?';
const TOTALS = '(?:(?:grand|overall|column)\\s+)?(?:totals?|sums?)';
/** "a total row", "a totals line", "a row with the totals", "totals at the bottom" */
const ROW = [
  `(?:an?\\s+|the\\s+|one\\s+)?(?:(?:final|last|bottom|extra|closing)\\s+)*(?:${TOTALS}|summary|footer)\\s+(?:row|line)(?!\\s+(?:charts?|graphs?|counts?|numbers?|items?|per|by|of|over|plots?)\\b)`,
  `(?:an?\\s+|the\\s+|one\\s+)?(?:(?:final|last|bottom|extra|closing)\\s+)*row\\s+(?:with|of|for|showing|that\\s+(?:shows|has|sums\\s+up))\\s+(?:(?:the|all)\\s+)*${TOTALS}(?!\\s+(?:per|by|of|for)\\b)`,
  `(?:an?\\s+|the\\s+|one\\s+)?(?:final|last|bottom|closing)\\s+(?:row|line)\\s+(?:with|of|for|showing)\\s+(?:(?:the|all)\\s+)*${TOTALS}`,
  `(?:the\\s+|all\\s+|their\\s+)*${TOTALS}\\s+(?:row\\s+|line\\s+)?(?=${BOTTOM})`,
];
const SAID = new RegExp(`${JOINT}\\s*\\b(?:${ROW.join('|')})(?:\\s*${BOTTOM})?${INTO}(?=\\W|$)`, 'iu');

const LEAD = leading('please', OK, 'now', 'and', 'also', 'but', CAN_YOU, 'i\\s+(?:want|need)', I_WOULD_LIKE);
const END = trailing('please', 'too', 'again', 'as\\s+well', 'now', 'instead');
/** "with totals", of a table that is there. */
const BARE = new RegExp(`${LEAD}(?:(?:add|show|include|with|put(?:\\s+in)?|have|give\\s+(?:me|it)|reckon|calculate|compute)\\s+)+(?:me\\s+|the\\s+|some\\s+|column\\s+|grand\\s+)*totals${INTO}${END}`, 'iu');
const GONE = new RegExp(`${LEAD}(?:(?:remove|drop|hide|delete|skip|lose|omit|no|without|not|take\\s+(?:out|away|off)|leave\\s+(?:out|off)|get\\s+rid\\s+of|(?:i\\s+)?(?:don[’']t|do\\s+not)\\s+(?:want|need|show))\\s+)(?:(?:any|the|that|a|those|these|all)\\s+)*(?:(?:${TOTALS}|summary|footer)(?:\\s+(?:row|line)s?)?|(?:row|line)\\s+(?:with|of|for)\\s+(?:the\\s+)?${TOTALS})(?:\\s+(?:out|away|off|again))?(?:\\s*${BOTTOM})?${INTO}(?:\\s+(?:out|away|off|again))?${END}`, 'iu');

/** "a table of revenue by region with totals" */
const WITH_TOTALS = /(?:\s*,)?\s+(?:and\s+)?with\s+(?:the\s+)?(?:grand\s+)?totals(?=\s*(?:[,.;!]|$))/i;

/** "a total row for each region" */
const WITHIN = new RegExp(`${JOINT}\\s*\\b(?:an?\\s+|the\\s+)?(?:sub-?totals?(?:\\s+(?:row|line)s?)?(?:\\s+(?:for|per|after|by|in)\\s+(?:each\\s+|every\\s+)?\\p{L}+)?|(?:totals?|sums?)\\s+(?:row|line)s?\\s+(?:for|per|after|by|in)\\s+(?:each|every)\\s+\\p{L}+)(?=\\W|$)`, 'iu');

/** What is asked for by another name than a table. */
const NO_TABLE = /\b(?:charts?|graphs?|bars?|lines?|areas?|pies?|donuts?|doughnuts?|scatter|dots|histograms?|heat\s?maps?|boards?|kanban|calendar|diagrams?|plots?)\b/i;
const TABLE = /\b(?:tables?|lists?|grid|spreadsheet|side\s+by\s+side)\b/i;

/** "… with a total row": what all groups of a table come to, below them. */
export const readTotals: ReadAddition = (said, { page }) => {
  const shown = page?.blocks.filter(isTotalled) ?? [];
  const gone = GONE.exec(said);
  if (gone && page) return shown.length > 0 ? found(gone, withoutTotals) : /\b(?:row|line)s?\b/i.test(said) ? found(gone, (plan) => refuse(plan, 'There is no row for totals on the page.')) : null;
  const within = WITHIN.exec(said);
  if (within) return found(within, (plan) => refuse(plan, 'A table has one row for totals, at its end, and none within: “add a total row” adds it.'));
  const bare = page && page.blocks.some(isGroupTable) ? BARE.exec(said) : null;
  const match = bare ?? SAID.exec(said) ?? (TABLE.test(said) ? WITH_TOTALS.exec(said) : null);
  if (!match) return null;
  const rest = said.replace(match[0], ' ');
  return found(match, addTotals, page || TABLE.test(rest) || NO_TABLE.test(rest) ? '' : ' as a table');
};

function isGroupTable(block: Block): block is Chart {
  return block.type === 'chart' && block.asked !== false && block.view === 'table';
}

function isTotalled(block: Block): block is Chart {
  return block.type === 'chart' && block.totals === true;
}

const addTotals: Addition['put'] = (plan, isMeant) => {
  const meant = plan.blocks.filter((b) => b.asked !== false && isMeant(b));
  const tables = meant.filter(isGroupTable);
  const [bars, ...others] = meant.filter((b): b is Chart => b.type === 'chart' && b.view !== 'table');
  const turned = tables.length === 0 && others.length === 0 && bars?.view === 'bar' ? bars : null;
  const targets = turned ? [turned] : tables;
  if (targets.length === 0) return refuse(plan, meant.some((b) => b.type === 'table') && !bars ? 'A list of rows has no row for totals, only a table of groups has; “put the total above it” shows it as a figure.' : 'Only a table has a row for totals: say “as a table” first.');
  if (targets.every((b) => b.totals)) return refuse(plan, `${titlesOf(targets)} has a row for totals already.`);
  return changeCharts(plan, targets, (chart) => withTotals({ ...chart, view: 'table' }), (changed) => `Added a row for totals to ${titlesOf(changed)}.`, turned ? [`“${turned.title}” is a table now, which has a row for totals.`] : []);
};

function withoutRow(chart: Chart): Chart {
  const { totals: _, ...rest } = chart;
  return rest;
}

const withoutTotals: Addition['put'] = (plan) => changeCharts(plan, plan.blocks.filter(isTotalled), withoutRow, (changed) => `Took the row for totals out of ${titlesOf(changed)}.`);
