import type { Chart, Condition } from '../plan';

/** "The last 6 months" of a chart by month are six bars: the first of them begins with its month. */
export function inWholeUnits(where: readonly Condition[], by: Chart['by']): Condition[] {
  return where.map((condition) => {
    if (condition.op !== 'period' || condition.period.kind !== 'recent') return condition;
    const { whole: _, ...rolling } = condition.period;
    const fits = by.bucket === rolling.unit && rolling.unit !== 'day' && by.field.table === condition.field.table && by.field.column === condition.field.column;
    return { ...condition, period: fits ? { ...rolling, whole: true as const } : rolling };
  });
}
