import type { Clause, Word } from '../clause';
import { takeGroup } from './groups';

/** "x axis category, y axis average price": what stands behind an axis' name belongs to it. */
export function readAxes(clause: Clause): void {
  if (isOfTwoNumbers(clause)) return;
  for (const word of clause.marked('axis')) {
    const next = clause.after(word);
    const before = clause.before(word);
    // "price on the x axis"
    const isBehind = word.lead.some((l) => l === 'on') || /^(on|along|across|down) /.test(word.lower);
    const named = isBehind ? before : next;
    clause.take(word);
    if (!named || named.taken) continue;
    const name = clause.nameOf(named);
    const isNumber = name?.kind === 'field' && name.field.role === 'measure';
    // What stands on the other axis is measured, unless it is a second group.
    if (word.mark.axis === 'x' || (clause.wish.charts.includes('heatmap') && !isNumber)) takeAcross(clause, named);
  }
}

/** "income on the x axis, health on the y axis": two numbers, so each row is a point. */
function isOfTwoNumbers(clause: Clause): boolean {
  const axes = clause.marked('axis');
  const [x, y] = axes.map((word) => {
    const isBehind = word.lead.some((l) => l === 'on') || /^(on|along|across|down) /.test(word.lower);
    const named = isBehind ? clause.before(word) : clause.after(word);
    const name = clause.nameOf(named);
    return name?.kind === 'field' && name.field.role === 'measure' ? name.entity : null;
  });
  if (axes.length !== 2 || !x || x !== y || clause.wish.charts.length > 0) return false;
  clause.take(...axes);
  clause.wish.relation = true;
  return true;
}

function takeAcross(clause: Clause, word: Word): void {
  if (word.mark?.is === 'bucket') {
    takeGroup(clause, word);
    return;
  }
  const name = clause.nameOf(word);
  if (!name || name.kind === 'value' || name.kind === 'measure') return;
  const taken = clause.takeName(word);
  if (taken?.kind === 'entity') clause.wish.by.push({ kind: 'entity', entity: taken.entity });
  else if (taken?.kind === 'field' && taken.field.role === 'time') clause.wish.bucket ??= 'auto';
  else if (taken?.kind === 'field') clause.wish.by.push({ kind: 'field', field: taken.field, entity: taken.entity });
}
