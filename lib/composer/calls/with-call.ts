import { withHistory } from '../edit/history';
import type { Plan } from '../plan';
import type { CallBlock } from './call-plan';

/** A page of one form or table over a function, or the page that there is with it below. */
export function withCall(call: CallBlock, plan: Plan | null): Plan {
  if (!plan) return { version: 1, title: call.title, description: '', blocks: [], filters: [], calls: [call], assumptions: [], unread: [] };
  return withHistory({ ...plan, calls: [...(plan.calls ?? []), call] }, plan);
}
