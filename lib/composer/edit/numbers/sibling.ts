import { entityOf, type Field, toPlanField } from '../../catalogue/entity';
import { type Chart, MAX_MEASURES } from '../../plan';
import type { Editing } from '../editing';
import { retitled } from '../retitle';
import { CAN_YOU, leading, trailing } from '../said/around';

const LEAD = leading('please', 'and', 'also', 'plus', 'now', 'then', CAN_YOU);
const SHOW = '(?:(?:add|put|include|plot|draw|show|have|get|overlay|with|see)\\s+)?(?:also\\s+|in\\s+)?(?:me\\s+)?';
const MEANT = '(?:the\\s+|an?\\s+)?(?:(average|mean|avg|median)\\s+)?(minimum|minima|min|lowest|lows?|maximum|maxima|max|highest|highs?)(?:\\s+(?:ones?|values?|figures?|line))?';
const END = `(?:\\s+(?:(?:in|into|to|on)\\s+(?:there|it|that|(?:the\\s+same|the|this|that)\\s+(?:chart|graph|plot|picture|diagram))|alongside|on\\s+top|as\\s+(?:an?\\s+)?(?:second|another)\\s+line))?${trailing('too', 'as\\s+well', 'also', 'please')}`;
/** "put the minimum into the same chart", "also draw the average minimum" */
const OTHER = new RegExp(`${LEAD}${SHOW}${MEANT}${END}`, 'iu');
const ADDS = /\b(?:add|put|include|plot|draw|overlay|also|too|as\s+well|and|plus|with|same|there)\b/i;
const LOW = /^(?:min|minimum|low|lowest)$/;
const HIGH = /^(?:max|maximum|high|highest)$/;

/** "put the minimum into the same chart", of the average maximum temperature: the minimum temperature is another column, and no other way to put that one together. False where there is none. */
export function sibling(editing: Editing, prompt: string): boolean {
  const [said, how, end] = OTHER.exec(prompt) ?? [];
  if (said === undefined || end === undefined || !ADDS.test(prompt)) return false;
  const isLow = /^(?:min|low)/i.test(end);
  for (const chart of editing.plan.blocks) {
    const [only, ...others] = chart.type === 'chart' && chart.asked !== false && chart.series === null && !chart.versus ? chart.measures : [];
    if (chart.type !== 'chart' || only?.of?.op !== 'column' || others.length > 0 || only.aggregate === 'rows') continue;
    if (how !== undefined && only.aggregate !== (/^median$/i.test(how) ? 'median' : 'avg')) continue;
    const field = counterpart(editing, chart, only.of, isLow);
    if (!field || chart.measures.length >= MAX_MEASURES) continue;
    const { label, format, unit } = toPlanField(field);
    const own = entityOf(editing.catalogue, chart.binding, only.of.table)?.fields.find((f) => only.of?.op === 'column' && f.column === only.of.column);
    const measure = { ...only, of: { op: 'column' as const, table: field.table, column: field.column }, label: own ? only.label.replace(own.label, label) : label, format, ...(unit && { unit }) };
    editing.replace(chart, retitled(chart, { ...chart, measures: [only, measure], other: false, view: chart.view === 'area' ? 'line' : chart.view === 'pie' ? 'bar' : chart.view }, editing.catalogue));
    return true;
  }
  return false;
}

/** The column that is called as another is, with the other end in its name. */
function counterpart(editing: Editing, chart: Chart, { table, column }: { table: string; column: string }, isLow: boolean): Field | undefined {
  const entity = entityOf(editing.catalogue, chart.binding, table);
  const words = (name: string) => name.toLowerCase().split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u);
  const [from, to] = isLow ? [HIGH, LOW] : [LOW, HIGH];
  const own = words(column);
  if (!own.some((word) => from.test(word))) return undefined;
  return entity?.fields.find((f) => {
    const others = words(f.column);
    if (f.column === column) return false;
    return others.length === own.length && others.every((word, i) => word === own[i] || (to.test(word) && from.test(own[i] ?? '')));
  });
}
