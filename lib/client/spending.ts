import type { SpendingLimit, SpendingOf } from '../store';
import { send } from './api';

export type { SpendingLimit, SpendingOf };

/** A month of a team: what each used, and how much they may. */
export type MonthOfSpending = { month: string; months: string[]; people: SpendingOf[]; limits: { everybody: SpendingLimit; people: Record<string, SpendingLimit> } };

/** Sets a limit: a person's, or with null everybody's who has none of their own. A limit of null gives somebody everybody's again. */
export function setSpendingLimit(personId: string | null, limit: SpendingLimit | null): Promise<void> {
  return send('PUT', '/api/spending/limits', { personId, limit });
}
