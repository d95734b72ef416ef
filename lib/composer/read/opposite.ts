import type { CompareOp, ConditionWish } from './wish';

const OPPOSITES: Record<Exclude<CompareOp, 'equal'>, CompareOp> = { over: 'at-most', 'at-least': 'under', under: 'at-least', 'at-most': 'over' };

/** "hide those without stock": what is to go is what the rows must not be. */
export function opposite(condition: ConditionWish): ConditionWish {
  if (condition.kind !== 'compare') return { ...condition, negated: !condition.negated };
  return condition.op === 'equal' ? { ...condition, negated: !condition.negated } : { ...condition, op: OPPOSITES[condition.op] };
}
