import type { Field } from '../catalogue/entity';
import type { Condition } from '../plan';

/** Classes that a histogram has where nobody says how many. */
const CLASSES = 14;

/** A width of 1, 2, 2.5 or 5 times a power of ten that cuts a column's numbers into some dozen classes. */
export function binWidth(field: Field, classes = CLASSES): number {
  const { min, max } = field.source;
  const span = typeof min === 'number' && typeof max === 'number' && max > min ? max - min : classes;
  const wanted = span / classes;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const width = ([1, 2, 2.5, 5, 10].find((n) => n * power >= wanted) ?? 10) * power;
  const isWhole = Number.isInteger(min ?? 0.5) && Number.isInteger(max ?? 0.5);
  return isWhole && width < 1 ? 1 : Number((isWhole ? Math.ceil(width) : width).toPrecision(6));
}

/** A column with no more of its numbers than conditions leave: "order totals, only under 1000". */
export function withinBounds(field: Field, where: readonly Condition[]): Field {
  let { min, max } = field.source;
  for (const condition of where) {
    if (!('field' in condition) || condition.field.column !== field.column || condition.field.table !== field.table) continue;
    if ((condition.op === 'under' || condition.op === 'at-most') && typeof max === 'number') max = Math.min(max, condition.value);
    if ((condition.op === 'over' || condition.op === 'at-least') && typeof min === 'number') min = Math.max(min, condition.value);
  }
  return { ...field, source: { ...field.source, min, max } };
}
