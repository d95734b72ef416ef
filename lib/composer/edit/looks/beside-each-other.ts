import type { Block, Chart } from '../../plan';
import { type Editing, quoted } from '../editing';
import { retitled } from '../retitle';
import { CAN_YOU, leading, OK } from '../said/around';

const LEAD = `${leading('please', 'and', 'now', OK, CAN_YOU)}(?:(?:put|show|set|place|draw|have|make|arrange|move)\\s+)?`;
const BESIDE = '(?:(?:next\\s+to|beside|alongside)\\s+(?:each\\s+other|one\\s+another)|side\\s+by\\s+side|(?:in|on|into|onto)\\s+(?:one|the\\s+same|a\\s+single)\\s+(?:row|line))';
const END = '(?:\\s*,?\\s*(?:please|instead))*[\\s.!]*$';
/** "put them next to each other" */
const THEM = new RegExp(`${LEAD}(?:them|these|those|it|the\\s+(?:bars?|colou?rs?|columns))\\s+${BESIDE}${END}`, 'i');
/** "put both charts in one row" */
const CHARTS = new RegExp(`${LEAD}(?:(?:both|the\\s+two|the|all(?:\\s+the)?|these|those)\\s+(?:of\\s+them|charts|graphs|plots|blocks|diagrams)|both|them|these|those)\\s+${BESIDE}${END}`, 'i');

/** "put them next to each other": the colours of the only chart, or the charts of a page, each with half of its width; false where none is meant. */
export function besideEachOther(editing: Editing, prompt: string): boolean {
  const [only, ...others] = editing.plan.blocks.filter((b): b is Chart => b.asked !== false && b.type === 'chart');
  if (THEM.test(prompt) && only?.series && others.length === 0) {
    editing.replace(only, retitled(only, { ...only, view: 'bar', stack: 'grouped' }, editing.catalogue));
    return true;
  }
  const drawn = editing.plan.blocks.filter((b) => b.asked !== false && (b.type === 'scatter' || (b.type === 'chart' && b.view !== 'table')));
  const [first] = drawn;
  if (!CHARTS.test(prompt) || !first || drawn.length < 2) return false;
  const halves = drawn.map((b): Block => ({ ...b, width: 'half' }));
  const at = editing.plan.blocks.indexOf(first);
  const after = [...editing.plan.blocks.slice(0, at), ...halves, ...editing.plan.blocks.slice(at).filter((b) => !drawn.includes(b))];
  if (JSON.stringify(after) === JSON.stringify(editing.plan.blocks)) editing.problems.push(`${quoted(drawn)} stand side by side already.`);
  else {
    editing.set(after);
    editing.done.push(`${quoted(drawn)} stand side by side now.`);
  }
  return true;
}
