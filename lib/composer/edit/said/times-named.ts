import { onlyNarrows } from '../../read/says';
import type { ConditionWish } from '../../read/wish';
import type { Editing } from '../editing';

export type TimeOut = Extract<ConditionWish, { kind: 'period' | 'recurs' }>;

/** The times that words name and nothing else, as conditions that leave them out; null where they name more, or none. */
export function timesOut(editing: Editing, words: string): { conditions: TimeOut[]; assumptions: string[] } | null {
  // Behind a "not" a month without its year is that of every year, and "weekdays" are days.
  const wish = editing.exactly(`not ${words}`);
  const conditions = (wish?.conditions ?? []).filter((c): c is TimeOut => (c.kind === 'period' || c.kind === 'recurs') && c.negated);
  if (!wish || !onlyNarrows(wish) || wish.periods.length > 0 || conditions.length < wish.conditions.length) return null;
  return { conditions, assumptions: wish.assumptions };
}
