import { type Chart, type Measure, measuresOf, type Stat } from '../../plan';
import type { Wish } from '../../read/wish';
import { capitalise } from '../../words/tokens';
import { dateAs } from '../change/aggregates';
import type { Editing } from '../editing';
import { isOnlyMeasured } from '../said/replacement';
import { retitled } from '../retitle';
import { numberAsked } from './number-column';
import { withNumbers } from './same-chart';

/** "show when they last ordered too", "and when the last order was" */
const WHEN = /^\s*(?:(?:please|and|also|plus|now|show|add|include|tell|see|give|me|us|with|i\s+(?:want|need)(?:\s+to\s+(?:see|know))?)[\s,]+)*(?:a\s+column\s+(?:with|for|showing)\s+)?(when\s+.+?)(?:\s*,?\s*(?:too|as\s+well|also|please))*[\s.!?]*$/iu;

/** "first instead", "the earliest date instead" */
const OTHER_END = /^\s*(?:(?:please|no|now|actually|show|rather|the)[\s,]+)*(first|earliest|oldest|last|latest|newest|most\s+recent)(?:\s+(?:ones?|dates?))?\s+instead(?:\s*,?\s*please)?[\s.!]*$/i;

/** "first instead", of the last dates of groups, or of the last of all; false where no such date is shown. */
export function otherDate(editing: Editing, prompt: string): boolean {
  const end = OTHER_END.exec(prompt)?.[1];
  const target = end === undefined ? undefined : editing.plan.blocks.find((b) => b.asked !== false && (b.type === 'chart' || b.type === 'stat') && measuresOf(b).some((m) => m.format === 'date' && !m.plain));
  if (end === undefined || !target) return false;
  const aggregate = /^(?:first|earliest|oldest)$/i.test(end) ? 'min' : 'max';
  const turned = (m: Measure) => (m.format === 'date' && !m.plain ? dateAs(m, aggregate) : m);
  if (target.type === 'stat') editing.replace(target, statAs(target, turned(target.measure), editing));
  else if (target.type === 'chart') editing.replace(target, retitled(target, { ...target, measures: target.measures.map(turned) }, editing.catalogue));
  return true;
}

/** A figure beside others goes by what it measures. */
function statAs(stat: Stat, measure: Measure, { catalogue }: Editing): Stat {
  return stat.title === capitalise(stat.measure.label) ? { ...stat, measure, title: capitalise(measure.label) } : retitled(stat, { ...stat, measure }, catalogue);
}

/** "show when they last ordered too": of groups, a column with the date; false where no date is asked for, or there are no groups to have one. */
export function dateOfEach(editing: Editing, prompt: string): boolean {
  const what = WHEN.exec(prompt)?.[1] ?? numberAsked(prompt);
  const wish = what === undefined ? null : editing.exactly(what);
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.by.bucket === null && b.by.bin === undefined);
  const [only, ...others] = charts;
  if (!wish || !isOnlyDated(wish) || !only || others.length > 0) return false;
  const { stack: _, direction: __, ...rest } = only;
  const after = withNumbers({ ...rest, view: 'table', other: false }, wish.measures, editing.catalogue);
  if (typeof after === 'string') editing.problems.push(after);
  else {
    if (only.view !== 'table') editing.assumptions.push('It is a table now, which has a column for the date.');
    editing.assumptions.push(...wish.assumptions, ...after.assumptions);
    editing.replace(only, retitled(only, after.chart, editing.catalogue));
  }
  return true;
}

function isOnlyDated(wish: Wish): boolean {
  return wish.measures.length > 0 && wish.measures.every((m) => m.name.kind === 'field' && m.name.field.role === 'time') && isOnlyMeasured({ ...wish, entities: [] });
}
