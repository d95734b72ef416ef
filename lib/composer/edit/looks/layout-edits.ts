import type { Block } from '../../plan';
import { isAboutSomething } from '../../read/says';
import { unreadOf } from '../../read/read';
import { type Editing, quoted } from '../editing';
import { moved, placeOf } from './move';
import { WIDTH } from '../said/phrases';
import { saysKind } from '../targets';

/** "put the chart on top", "move the table below the pie" */
export function move(editing: Editing, prompt: string): boolean {
  if (!/^\s*(?:please\s+|can you\s+)?(?:move|put|place|bring|shift|pull|push)\b/i.test(prompt) && !isBlockAndPlace(editing, prompt)) return false;
  const place = placeOf(prompt.replace(/\b(?:move|put|place|bring|shift|pull|push)\b/i, ''));
  if (!place) return false;
  const { wish, items } = editing.wishOf(place.before);
  const beside = place.place === 'above' || place.place === 'below' || place.place === 'beside' ? editing.wishOf(place.after) : null;
  const targets = editing.named(wish, editing.plan.blocks);
  editing.unread.push(...unreadOf([...items, ...(beside?.items ?? [])]).filter((word) => !/^(very|page|the)$/i.test(word)));
  if (targets.length === 0 || targets.length === editing.plan.blocks.length) {
    editing.problems.push('I found nothing like that on the page to move.');
    return true;
  }
  const others = beside ? editing.named(beside.wish, editing.plan.blocks.filter((b) => !targets.includes(b))) : [];
  if (beside && others.length === 0) {
    editing.problems.push('I found nothing on the page that it could stand beside.');
    return true;
  }
  const order = moved(editing.plan.blocks, targets, place.place, others);
  // What stands side by side has half of the page each.
  const halved: Block[] = place.place === 'beside' ? [...targets, ...others.slice(-1)].filter((b) => b.type !== 'stat') : [];
  const after = halved.length === 0 ? order : order.map((b) => (halved.includes(b) && b.width !== 'half' ? { ...b, width: 'half' as const } : b));
  if (after.every((b, i) => b === editing.plan.blocks[i])) editing.problems.push('It stands there already.');
  else {
    editing.set(after);
    editing.done.push(`Moved ${quoted(targets)}.`);
  }
  return true;
}

const BLOCK_PLACE = /^\s*(?:(?:please|and|now|ok(?:ay)?)[\s,]+)*(?:the\s+)?([\p{L} ]+?)\s+(?:should\s+(?:be|go|come|stand)\s+|goes\s+|comes\s+)?(?:(?:to|at|on)\s+(?:the\s+)?(?:very\s+)?(?:top|bottom|end)|(?:above|below|under|underneath|beneath|next\s+to|beside)\s+(?:the\s+)?[\p{L} ]+?)(?:\s*,?\s*please)?[\s.!]*$/iu;

/** "pie to the top please": what is on the page by its kind, and where it is to go. */
function isBlockAndPlace(editing: Editing, prompt: string): boolean {
  const [, what] = BLOCK_PLACE.exec(prompt) ?? [];
  if (what === undefined || /^\s*(?:add|an?|another|one)\b/i.test(what)) return false;
  const wish = editing.exactly(what);
  return wish !== null && saysKind(wish) && editing.named(wish, editing.plan.blocks.filter((b) => b.asked !== false)).length > 0;
}

/** "swap the pie and the table", "swap the two charts" */
export function swap(editing: Editing, prompt: string): boolean {
  const match = /^\s*(?:please\s+)?(?:swap|exchange|switch)\s+(?:(?:the\s+)?(?:positions?|places?)\s+of\s+)?(.+?)(?:\s+(?:and|with)\s+(.+?))?[\s.!]*$/i.exec(prompt);
  if (!match?.[1]) return false;
  const [one, other] = [editing.wishOf(match[1]), match[2] ? editing.wishOf(match[2]) : null];
  const shown = editing.plan.blocks.filter((b) => b.asked !== false && b.type !== 'stat');
  const firsts = /^(?:them|these|both|the order|the two)$/i.test(match[1]) && !other ? (shown.length === 2 ? shown : []) : editing.named(one.wish, editing.plan.blocks);
  const [a, b] = other ? [firsts[0], editing.named(other.wish, editing.plan.blocks).find((block) => block !== firsts[0])] : /\b(two|both|them|these|order)\b/i.test(match[1]) && firsts.length === 2 ? firsts : [];
  if (!a || !b) return false;
  editing.set(editing.plan.blocks.map((block) => (block === a ? b : block === b ? a : block)));
  editing.done.push(`Swapped ${quoted([a, b])}.`);
  return true;
}

const ON_TOP = /\b(?:(?:at|on|to)\s+(?:the\s+)?(?:very\s+)?top|above\s+(?:it|that|this|them|everything|all(?:\s+of\s+(?:it|them|that))?|the\s+(?:rest|charts?|table|pie|bars?|line|graph|others?))|above(?=[\s.!]*$))(?=[\s.!,:;]|$)/i;

/** "the biggest at the top": rows, and no block. */
const ORDERED = /\b(?:\p{L}+est|most\s+\p{L}+|best)\s+(?:ones?\s+)?(?:(?:should\s+)?(?:come|be|go|stand)s?\s+)?$/iu;

/** "add a table of orders at the top": what came stands there, and not at the end. */
export function stoodOnTop(editing: Editing, before: readonly Block[], prompt: string): void {
  const fresh = editing.plan.blocks.filter((b) => b.type !== 'stat' && b.asked !== false && !before.some((was) => was.type === b.type && was.title === b.title));
  const place = ON_TOP.exec(prompt);
  if (!place || ORDERED.test(prompt.slice(0, place.index)) || fresh.length === 0 || editing.plan.blocks.length !== before.length + fresh.length) return;
  editing.set(moved(editing.plan.blocks, fresh, 'top', []));
}

/** "make the table full width" */
export function resize(editing: Editing, prompt: string): boolean {
  const match = WIDTH.exec(prompt);
  if (!match) return false;
  const width = match[1]?.toLowerCase() === 'half' || match[2]?.toLowerCase() === 'narrower' ? 'half' : 'full';
  const { wish } = editing.wishOf(prompt.replace(match[0], ''));
  const drawn = editing.plan.blocks.filter((b) => b.type !== 'stat');
  // "make it narrower": what was asked for, where nothing is named.
  const [target] = saysKind(wish) || isAboutSomething(wish) ? editing.named(wish, drawn) : drawn.filter((b) => b.asked !== false);
  if (!target) editing.problems.push('I found nothing like that on the page to make wider or narrower.');
  else {
    editing.set(editing.plan.blocks.map((b) => (b === target ? { ...b, width } : b)));
    editing.done.push(`“${target.title}” has ${width === 'full' ? 'the whole' : 'half the'} width now.`);
  }
  return true;
}
