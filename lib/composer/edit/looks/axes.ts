import { canBeSeries } from '../../build/chart-block';
import { entityOf, fieldOf } from '../../catalogue/entity';
import type { Chart, Scatter } from '../../plan';
import { capitalise } from '../../words/tokens';
import { lies } from '../../write/direction';
import type { Editing } from '../editing';
import { CAN_I, leading, LETS, OK, trailing } from '../said/around';
import { isOnlyGroup } from '../said/replacement';
import { retitled } from '../retitle';
import { groupedBy } from '../targets';

const LEAD = leading('please', 'no', OK, 'now', 'and', CAN_I, LETS);
const END = trailing('around', 'over', 'round', 'please', 'instead', 'now');
const TURN = '(?:swap|switch|exchange|flip|turn|transpose|reverse|invert|interchange)';
/** "swap the axes", "flip x and y" */
const AXES = new RegExp(`${LEAD}${TURN}\\s+(?:(?:the|its|both|two)\\s+)*(?:axes|x\\s*(?:and|with|[/&-])\\s*(?:the\\s+)?y(?:[\\s-]ax[ei]s)?|y\\s*(?:and|with|[/&-])\\s*(?:the\\s+)?x(?:[\\s-]ax[ei]s)?|x[\\s-]axis\\s+(?:and|with)\\s+(?:the\\s+)?y[\\s-]axis)${END}`, 'iu');
/** "swap topic and priority" */
const GROUPS = new RegExp(`${LEAD}${TURN}\\s+(?:the\\s+)?([\\p{L}\\p{N}_ ]+?)\\s+(?:and|with|for)\\s+(?:the\\s+)?([\\p{L}\\p{N}_ ]+?)${END}`, 'iu');

/** "swap the axes": what stands across and what stands up change places; false where nothing of the kind is said. */
export function turnedAxes(editing: Editing, prompt: string): boolean {
  const groups = AXES.test(prompt) ? null : GROUPS.exec(prompt);
  const drawn = editing.plan.blocks.filter((b): b is Chart | Scatter => b.asked !== false && (b.type === 'scatter' || (b.type === 'chart' && b.view !== 'table')));
  if (groups) return turnedGroups(editing, groups[1] ?? '', groups[2] ?? '');
  const [target] = AXES.test(prompt) ? drawn : [];
  if (!target) return false;
  if (drawn.length > 1) editing.assumptions.push(`Several could be meant; I took “${target.title}”.`);
  if (target.type === 'scatter') editing.replace(target, exchangedAxes(target));
  else if (target.series) swapGroups(editing, target);
  else if (target.view === 'bar') editing.replace(target, { ...target, direction: liesNow(target) ? 'upright' : 'lying' });
  else editing.problems.push(`“${target.title}” has one grouping, so there is nothing that its axes could change places with.`);
  return true;
}

function exchangedAxes(chart: Scatter): Scatter {
  const own = `${capitalise(chart.y.label)} and ${chart.x.label}`;
  const title = chart.title.startsWith(own) ? `${capitalise(chart.x.label)} and ${chart.y.label}${chart.title.slice(own.length)}` : chart.title;
  return { ...chart, x: chart.y, y: chart.x, title };
}

function liesNow({ direction, by }: Chart): boolean {
  return direction === undefined ? lies(by) : direction === 'lying';
}

/** Of a chart that has both, the first grouping and the second. */
function turnedGroups(editing: Editing, one: string, other: string): boolean {
  const [first, second] = [editing.exactly(`by ${one}`), editing.exactly(`by ${other}`)];
  if (!first || !second || !isOnlyGroup(first) || !isOnlyGroup(second)) return false;
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.series !== null);
  const target = charts.find((b) => {
    const found = [first, second].map((wish) => groupedBy([b], wish, editing.catalogue));
    return found[0] && found[1] && found[0].isSplit !== found[1].isSplit;
  });
  if (target) swapGroups(editing, target);
  return target !== undefined;
}

function swapGroups(editing: Editing, chart: Chart): void {
  const { by, series } = chart;
  const owner = entityOf(editing.catalogue, chart.binding, by.field.table);
  const values = by.bucket === null && by.bin === undefined && owner ? (fieldOf(owner, by.field.column)?.source.distinct ?? null) : null;
  const isFew = canBeSeries({ dimension: by, distinct: by.groups ?? values, name: { singular: by.field.label, plural: by.field.label } }, chart.view);
  if (!series) return;
  if (!isFew) editing.problems.push(`There are too many of ${by.field.label} to tell apart by colour.`);
  else editing.replace(chart, retitled(chart, { ...chart, by: series, series: by, sort: series.bucket || series.bands ? 'label' : 'value-desc', view: chart.view === 'heatmap' ? 'heatmap' : series.bucket ? chart.view : 'bar' }, editing.catalogue));
}
