import { MAX_BARS } from '../../build/chart-block';
import { entityOf } from '../../catalogue/entity';
import type { Chart } from '../../plan';
import type { Editing } from '../editing';
import { readClauses } from '../read-clauses';
import { retitled } from '../retitle';

/** "and underneath list the ten biggest of them" */
const LISTED = /^\s*(?:(?:and|also|then|please|now)[\s,]+)*(?:(?:underneath|below|beneath|next\s+to\s+(?:it|that)|beside\s+(?:it|that))\s*,?\s+)?(?:(?:list|show|add|put|give\s+me)\s+)?(?:me\s+)?(an?\s+(?:list|table)\s+(?:of|with)\s+)?(?:the\s+)?(\d{1,3}|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+(biggest|largest|highest|smallest|lowest|latest|newest|oldest|most\s+recent|most\s+expensive|cheapest)\s+(?:of\s+(?:them|these|those)|ones)(?:\s+(?:(?:in|as)\s+an?\s+(?:list|table)))?(?:\s+(?:below|underneath|beneath))?(?:\s*,?\s*please)?[\s.!]*$/iu;
const SAYS_LIST = /\b(?:list|table|below|underneath|beneath|next\s+to|beside)\b/i;

/** "and a chart of them per day above" */
const DRAWN = /^\s*(?:(?:and|also|then|please|now|add|show|put|give\s+me|(?:i|we)\s+(?:also\s+)?(?:want|need))[\s,]+)*((?:an?|another)\s+(?:\p{L}+\s+){0,2}?(?:chart|graph|line|bars?|pie|donut|histogram|calendar|board)\s+of)\s+(?:them|these|those)\b(.*)$/iu;

/** "count per city as bars underneath" */
const COUNTED = /^\s*(?:(?:and|also|then|please|now|add|show|put|with)[\s,]+)*(?:the\s+|an?\s+)?(?:count|number)(?:\s+of\s+(?:them|these|those))?\s+((?:per|by|for\s+each)\s+[\p{L} _-]+?)(?:\s+(?:as|in)\s+(?:an?\s+)?(\p{L}+(?:\s+chart)?))?\s+(?:right\s+)?(?:underneath|below|beneath|above|next\s+to\s+(?:it|that)|beside\s+(?:it|that)|on\s+top)(?:\s*,?\s*please)?[\s.!]*$/iu;

/** "and a chart of them per day above": of what is listed, as it is narrowed; false where nothing is. */
export function chartOfThem(editing: Editing, prompt: string): boolean {
  const [, counted, drawnAs] = COUNTED.exec(prompt) ?? [];
  const [, kind, rest] = counted === undefined ? (DRAWN.exec(prompt) ?? []) : [prompt, `${drawnAs ?? 'bars'} of`, counted];
  const [table, ...others] = editing.plan.blocks.filter((b) => b.asked !== false && b.type === 'table');
  const base = table && entityOf(editing.catalogue, table.binding, table.table);
  if (kind === undefined || rest === undefined || table?.type !== 'table' || others.length > 0 || !base) return false;
  if (table.limit < 1000) editing.assumptions.push(`It is of all ${base.plural} of the kind, and not only of the ${table.limit} that are listed.`);
  readClauses(editing, `add ${kind} ${base.plural} there ${rest.replace(/\s+(?:(?:right\s+)?(?:above|below|underneath|on\s+top|next\s+to\s+(?:it|that))(?:\s+(?:it|that))?)(?=[\s.!]*$)/i, '')}`);
  return true;
}

/** "and a bar chart of them", of a table of groups: it stands below, of the first number; false where there is no such table. */
export function chartOfGroups(editing: Editing, prompt: string): boolean {
  const [, kind = '', rest = ''] = DRAWN.exec(prompt) ?? [];
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  const [table, ...others] = asked.filter((b): b is Chart => b.type === 'chart' && b.view === 'table' && b.perGroup === undefined);
  const [number] = table?.measures ?? [];
  if (kind === '' || !/^[\s,.!]*(?:too|as\s+well|please|below|underneath|above|on\s+top)?[\s.!]*$/i.test(rest) || !table || !number || others.length > 0 || asked.length > 1) return false;
  const view = /\b(?:pie|donut)\b/i.test(kind) && table.series === null ? 'pie' : /\bline\b/i.test(kind) && table.by.bucket !== null ? 'line' : 'bar';
  const { totals: _, beside: __, sortBy: ___, ...drawn } = table;
  const chart = retitled(table, { ...drawn, view, measures: [number], limit: table.limit ?? (table.by.bucket === null && (table.by.groups ?? Infinity) > MAX_BARS ? MAX_BARS : null) }, editing.catalogue);
  const at = editing.plan.blocks.indexOf(table) + 1;
  editing.set([...editing.plan.blocks.slice(0, at), chart, ...editing.plan.blocks.slice(at)]);
  editing.done.push(`Added “${chart.title}”.`);
  if (table.measures.length > 1) editing.assumptions.push(`It shows ${number.label}, since several numbers have no scale in common.`);
  return true;
}

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
