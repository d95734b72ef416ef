import type { CompareOp, ConditionWish, OneConditionWish } from './wish';

const OPPOSITES: Record<Exclude<CompareOp, 'equal'>, CompareOp> = { over: 'at-most', 'at-least': 'under', under: 'at-least', 'at-most': 'over' };

/** "hide those without stock": what is to go is what the rows must not be. */
export function opposite(condition: ConditionWish): ConditionWish {
  if (condition.kind !== 'any') return oppositeOfOne(condition);
  // Neither the one nor the other: of each group there is something that the row isn't.
  return { ...condition, of: condition.of.reduce<OneConditionWish[][]>((ways, group) => ways.flatMap((way) => group.map((each) => [...way, oppositeOfOne(each)])), [[]]) };
}

function oppositeOfOne(condition: OneConditionWish): OneConditionWish {
  if (condition.kind === 'average') return { ...condition, above: !condition.above };
  if (condition.kind !== 'compare') return { ...condition, negated: !condition.negated };
  return condition.op === 'equal' ? { ...condition, negated: !condition.negated } : { ...condition, op: OPPOSITES[condition.op] };
}
